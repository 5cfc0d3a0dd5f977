import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Design, type Id, STEPS } from '../../model/design'
import type { Analysis } from '../../rules/analyse'
import type { Coverage } from '../../rules/coverage'
import type { Finding } from '../../rules/rule'
import type { Lint } from './session'

export interface AnalysisState extends Analysis {
  /** The revision of the design that was judged; null before the first time. */
  readonly revision: number | null
  /** Findings by the block or flow they name. */
  readonly byId: ReadonlyMap<Id, readonly Finding[]>
}

export type AnalysisStore = StoreApi<AnalysisState>

/** What lint finds on a design, indexed by block and flow. */
export function analysisOf(lint: Lint, design: Design, revision: number, isReview: boolean): AnalysisState {
  const analysis = lint.analyse(design, { review: isReview })
  return { ...analysis, revision, byId: byId(analysis.findings) }
}

function byId(findings: readonly Finding[]): Map<Id, Finding[]> {
  const index = new Map<Id, Finding[]>()
  for (const finding of findings)
    for (const id of finding.at) {
      const list = index.get(id)
      if (list) list.push(finding)
      else index.set(id, [finding])
    }
  return index
}

/** A store that holds no findings yet. */
export function createAnalysisStore(): AnalysisStore {
  const coverage = Object.fromEntries(STEPS.map(step => [step, { met: 0, of: 0 }])) as unknown as Coverage
  return createStore<AnalysisState>(() => ({
    findings: [],
    waived: [],
    coverage,
    scopeHint: null,
    revision: null,
    byId: new Map(),
  }))
}
