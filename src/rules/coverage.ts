import type { Graph } from '../graph/graph'
import { scopeOf, stepsIn } from '../graph/scope'
import { STEPS, type Step } from '../model/design'
import type { Verdict } from './lint'
import { findingKey } from './rule'
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
export function coverage(graph: Graph, verdicts: readonly Verdict[], waived: readonly Waived[]): Coverage {
  const steps = stepsIn(scopeOf(graph))
  const accepted = new Set(waived.flatMap(each => each.findings.map(findingKey)))
  const counts = Object.fromEntries(STEPS.map(step => [step, { met: 0, of: 0 }])) as Record<Step, Met>
  for (const { rule, applies, findings } of verdicts) {
    if (!applies || rule.step === 'diagram' || !steps.has(rule.step)) continue
    const open = findings.filter(finding => !accepted.has(findingKey(finding)))
    if (findings.length > 0 && open.length === 0) continue
    const { met, of } = counts[rule.step]
    counts[rule.step] = { met: met + (open.length === 0 ? 1 : 0), of: of + 1 }
  }
  return counts
}
