import type { Graph } from '../graph/graph'
import { scopeOf, stepsIn } from '../graph/scope'
import { BRIEF_FIELDS } from '../kinds/brief'
import { kindOf } from '../kinds/index'
import { STEPS, type Step } from '../model/design'
import type { Check } from './coverage'
import { SEVERITIES, type Severity } from './rule'

/** How well one step of a design is covered. */
export interface StepScore {
  /** 0 to 100, or null where no check applies. */
  readonly score: number | null
  /** Whether the step has a block or an answer of the brief. One that has neither scores 0. */
  readonly isStarted: boolean
}

/** Coverage as numbers. It counts what is drawn: it says nothing about who drew it, nor how well they can explain it. */
export interface Score {
  /** Steps out of scope are absent. */
  readonly steps: Readonly<Partial<Record<Step, StepScore>>>
  /** Mean of the steps weighted by their minutes, 0 to 100; null while nothing applies. */
  readonly mean: number | null
  /** The step with the lowest score; null while nothing applies. A design is as strong as its weakest part. */
  readonly weakest: Step | null
}

/** What one failed rule costs by its severity, and what a met one earns. House weights. */
const WEIGHTS: Readonly<Record<Severity, number>> = { error: 5, warning: 2, info: 0.5 }

/** A step with an open error scores no more than this. */
const ERROR_CAP = 60

/** Minutes of a 45-minute interview that each step deserves; introduction and questions take the other three. */
export const STEP_MINUTES: Readonly<Record<Step, number>> = {
  clarify: 6,
  frame: 4,
  data: 8,
  model: 7,
  evaluate: 6,
  serve: 8,
  monitor: 3,
}

/** What a score cannot see; shown wherever one is. */
export const SCORE_LIMITS: readonly string[] = [
  'A block that is drawn is not a block that works: presence is not quality.',
  'The values of properties are what you say they are.',
  'Adding up 99th percentiles is pessimistic; reachability on a drawing cannot see skew inside the code.',
  'It hears nothing of the talk: alternatives, depth and reasons do not count here, and they decide a review.',
  'Boxes can be drawn to please a linter, and the case studies score 100 by construction. Never rank people by it.',
]

/**
 * Scores each step in scope: the share of its applicable checks that are met, weighted by severity, each rule once
 * however many blocks it hits. A rule whose every finding is waived counts neither way.
 */
export function score(graph: Graph, checks: readonly Check[]): Score {
  const scope = stepsIn(scopeOf(graph))
  const started = startedSteps(graph)
  const steps: Partial<Record<Step, StepScore>> = {}
  for (const step of STEPS) {
    if (!scope.has(step)) continue
    const isStarted = started.has(step)
    const own = checks.filter(check => check.step === step)
    steps[step] = { score: isStarted ? scoreOf(own) : 0, isStarted }
  }
  return { steps, ...overall(steps) }
}

function scoreOf(checks: readonly Check[]): number | null {
  let all = 0
  let failed = 0
  let hasError = false
  for (const { rule, open } of checks) {
    const worst = SEVERITIES.find(severity => open.some(finding => finding.severity === severity))
    all += WEIGHTS[worst ?? rule.severity]
    failed += worst ? WEIGHTS[worst] : 0
    hasError ||= worst === 'error'
  }
  if (all === 0) return null
  const share = Math.round(100 * (1 - failed / all))
  return hasError ? Math.min(share, ERROR_CAP) : share
}

function overall(steps: Score['steps']): Pick<Score, 'mean' | 'weakest'> {
  const scored = STEPS.flatMap(step => {
    const value = steps[step]?.score
    return value === undefined || value === null ? [] : [{ step, value }]
  })
  if (scored.length === 0) return { mean: null, weakest: null }
  const minutes = scored.reduce((sum, { step }) => sum + STEP_MINUTES[step], 0)
  const mean = Math.round(scored.reduce((sum, { step, value }) => sum + value * STEP_MINUTES[step], 0) / minutes)
  return { mean, weakest: scored.reduce((low, each) => (each.value < low.value ? each : low)).step }
}

function startedSteps(graph: Graph): ReadonlySet<Step> {
  const steps = new Set<Step>(graph.blocks.map(block => kindOf(block.kind).step))
  const brief: Readonly<Record<string, unknown>> = graph.brief
  for (const field of BRIEF_FIELDS) if (Object.hasOwn(brief, field.key)) steps.add(field.step)
  for (const step of STEPS) if (graph.brief.notes?.[step]) steps.add(step)
  return steps
}
