import type { Graph } from '../graph/graph'
import { scopeOf, stepsIn } from '../graph/scope'
import { STEPS, type Step } from '../model/design'
import type { Verdict } from './lint'
import { type Finding, findingKey, type Rule } from './rule'
import type { Waived } from './waivers'

/** Checks that a step meets, of those that apply to it. */
interface Met {
  readonly met: number
  readonly of: number
}

export type Coverage = Readonly<Record<Step, Met>>

/**
 * How many checks of each step are met. A rule counts when its step is in scope and it has something to judge, and
 * once, however many blocks it hits. A rule whose every finding is waived does not count at all.
 */
export function coverage(checks: readonly Check[]): Coverage {
  const counts = Object.fromEntries(STEPS.map(step => [step, { met: 0, of: 0 }])) as Record<Step, Met>
  for (const { step, open } of checks) {
    const { met, of } = counts[step]
    counts[step] = { met: met + (open.length === 0 ? 1 : 0), of: of + 1 }
  }
  return counts
}

/** The checks of all steps together. */
export function totalOf(coverage: Coverage): Met {
  return STEPS.reduce((sum, step) => ({ met: sum.met + coverage[step].met, of: sum.of + coverage[step].of }), {
    met: 0,
    of: 0,
  })
}

/** A rule that counts, with what it finds and nobody accepted: met when that is nothing. */
export interface Check {
  readonly rule: Rule
  readonly step: Step
  readonly open: readonly Finding[]
}

/** The rules that count for coverage and score. */
export function checksOf(graph: Graph, verdicts: readonly Verdict[], waived: readonly Waived[]): readonly Check[] {
  const steps = stepsIn(scopeOf(graph))
  const accepted = new Set(waived.flatMap(each => each.findings.map(findingKey)))
  return verdicts.flatMap(({ rule, applies, findings }) => {
    if (!applies || rule.step === 'diagram' || !steps.has(rule.step)) return []
    const open = findings.filter(finding => !accepted.has(findingKey(finding)))
    return findings.length > 0 && open.length === 0 ? [] : [{ rule, step: rule.step, open }]
  })
}
