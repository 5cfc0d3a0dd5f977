import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Design, Id } from '../../model/design'
import { type Analysis, analyse } from '../../rules/analyse'
import type { Finding } from '../../rules/rule'

export interface AnalysisState extends Analysis {
  /** The revision of the design that was judged. */
  readonly revision: number
  /** Findings by the block or flow they name. */
  readonly byId: ReadonlyMap<Id, readonly Finding[]>
}

export type AnalysisStore = StoreApi<AnalysisState>

/** What lint finds on a design, indexed by block and flow. */
export function analysisOf(design: Design, revision: number, isReview: boolean): AnalysisState {
  const analysis = analyse(design, { review: isReview })
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

/** A store of the findings on a design. */
export function createAnalysisStore(design: Design, isReview: boolean): AnalysisStore {
  return createStore<AnalysisState>(() => analysisOf(design, 0, isReview))
}
