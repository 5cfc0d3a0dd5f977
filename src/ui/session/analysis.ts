import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Design, type Id, STEPS } from '../../model/design'
import type { Analysis } from '../../rules/analyse'
import type { Coverage } from '../../rules/coverage'
import type { Finding } from '../../rules/rule'
import type { EditorState } from './editor-store'
import type { Lint } from './session'

export interface AnalysisState extends Analysis {
  /** The revision of the design that was judged; null before the first time. */
  readonly revision: number | null
  /** Whether the rules are asked at all. */
  readonly isOn: boolean
  /** Findings that are counted and not shown: those of an interview, until they are asked for. */
  readonly hidden: number
  /** Findings by the block or flow they name. */
  readonly byId: ReadonlyMap<Id, readonly Finding[]>
  /** Findings that mark their block on the canvas. */
  readonly marks: ReadonlyMap<Id, readonly Finding[]>
}

export type AnalysisStore = StoreApi<AnalysisState>

/**
 * Blocks that wear a mark for what is missing, at most, while nobody asked for a review. An imported or unfinished
 * drawing lacks much: the steps say so, and the drawing stays readable.
 */
const MOST_MARKED = 5

/** What lint finds on a design under the profile of the editor, indexed by block and flow; in parts of one rule each. */
export function* analysisOf(
  lint: Lint,
  design: Design,
  revision: number,
  { profile, isRevealed }: Pick<EditorState, 'profile' | 'isRevealed'>,
): Generator<undefined, AnalysisState> {
  if (profile === 'off') return { ...silence(), revision, isOn: false }
  const analysis = yield* lint.analysing(design, { review: profile !== 'learning' })
  const isHidden = profile === 'interview' && !isRevealed
  const findings = isHidden ? [] : analysis.findings
  return {
    ...analysis,
    findings,
    revision,
    isOn: true,
    hidden: analysis.findings.length - findings.length,
    byId: byId(findings),
    marks: marks(lint, findings, profile === 'learning'),
  }
}

/** The gravest first. Info gets no mark: it waits in the list. */
function marks(lint: Lint, findings: readonly Finding[], isCalm: boolean): Map<Id, Finding[]> {
  const grave = findings.filter(finding => finding.severity !== 'info')
  if (!isCalm) return byId(grave)
  const isMissing = (finding: Finding) => lint.ruleOf(finding.rule)?.sort === 'coverage'
  const missing = byId(grave.filter(isMissing))
  return missing.size <= MOST_MARKED ? byId(grave) : byId(grave.filter(finding => !isMissing(finding)))
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
  return createStore<AnalysisState>(silence)
}

function silence(): AnalysisState {
  const coverage = Object.fromEntries(STEPS.map(step => [step, { met: 0, of: 0 }])) as unknown as Coverage
  return {
    findings: [],
    waived: [],
    coverage,
    score: { steps: {}, mean: null, weakest: null },
    scopeHint: null,
    revision: null,
    isOn: true,
    hidden: 0,
    byId: new Map(),
    marks: new Map(),
  }
}
