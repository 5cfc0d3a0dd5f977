import type { Graph } from '../graph/graph'
import { ENOUGH_BLOCKS, scopeOf, stepsIn } from '../graph/scope'
import { STEPS } from '../model/design'
import { finished } from './in-parts'
import { RULES } from './index'
import { type Finding, type Fix, findingKey, type Gap, type Rule, SEVERITIES, type Severity } from './rule'
import { applyWaivers } from './waivers'

export interface LintOptions {
  /** Absent: every rule. */
  readonly rules?: readonly Rule[]
  /** Asked for by the person: coverage rules then speak however little is drawn. */
  readonly review?: boolean
  /** What a team makes of a rule, by its id: another severity for all it finds, or `off`: it is not asked at all. */
  readonly severities?: Severities
}

export type Severities = Readonly<Record<string, Severity | 'off'>>

/** What one rule says about a design: whether it has anything to judge, and what it found. */
export interface Verdict {
  readonly rule: Rule
  readonly applies: boolean
  readonly findings: readonly Finding[]
}

/** The open findings of a design: within its scope, without the waived ones, worst first. */
export function lint(graph: Graph, options: LintOptions = {}): Finding[] {
  const verdicts = finished(judging(graph, options))
  return applyWaivers(graph.design, spoken(graph, verdicts, options.review)).open
}

/**
 * Asks rule after rule and stops after each, so that whoever runs it may let other work go first. A rule that throws
 * becomes one finding that names it; the others run on.
 */
export function* judging(
  graph: Graph,
  { rules = RULES, severities = {} }: LintOptions = {},
): Generator<undefined, Verdict[]> {
  const steps = stepsIn(scopeOf(graph))
  const verdicts: Verdict[] = []
  for (const rule of rules) {
    const severity = Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined
    const isInScope = rule.sort === 'correctness' || rule.step === 'diagram' || steps.has(rule.step)
    if (!isInScope || severity === 'off') verdicts.push({ rule, applies: false, findings: [] })
    else verdicts.push(ask(rule, graph, severity))
    yield
  }
  return verdicts
}

/** The findings to speak of now, worst first: a drawing that has only begun is not yet asked for what it lacks. */
export function spoken(graph: Graph, verdicts: readonly Verdict[], review = false): Finding[] {
  const isEnough = review || graph.blocks.length >= ENOUGH_BLOCKS
  return verdicts
    .filter(verdict => isEnough || verdict.rule.sort === 'correctness')
    .flatMap(verdict => verdict.findings)
    .sort(worstFirst)
}

function ask(rule: Rule, graph: Graph, severity: Severity | undefined): Verdict {
  try {
    if (!rule.applies(graph)) return { rule, applies: false, findings: [] }
    const findings = new Map<string, Finding>()
    for (const gap of rule.check(graph)) {
      const finding = toFinding(rule, severity ? { ...gap, severity } : gap)
      // One finding per rule and place: the first says it.
      if (!findings.has(findingKey(finding))) findings.set(findingKey(finding), finding)
    }
    return { rule, applies: true, findings: [...findings.values()] }
  } catch (error) {
    return { rule, applies: false, findings: [failure(rule, error)] }
  }
}

function toFinding(rule: Rule, gap: Gap): Finding {
  const { at, message, severity = rule.severity, field } = gap
  let fixes: readonly Fix[] | undefined
  return {
    rule: rule.id,
    severity,
    at,
    ...(field === undefined ? {} : { field }),
    step: rule.step,
    message,
    get fixes() {
      fixes ??= fixesOf(gap)
      return fixes
    },
  }
}

/** Most findings are never opened: what would cure them is worked out for those that are. */
function fixesOf({ fixes }: Gap): readonly Fix[] {
  const all = typeof fixes === 'function' ? fixes() : (fixes ?? [])
  return all.filter(fix => fix !== null)
}

function failure(rule: Rule, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `The rule ${rule.id} stopped with an error and judged nothing: ${reason}`
  return { rule: rule.id, severity: 'warning', at: [], step: rule.step, message, fixes: [] }
}

function worstFirst(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    stepOrder(a) - stepOrder(b) ||
    compare(findingKey(a), findingKey(b))
  )
}

/** Diagram hygiene stands after the seven steps. */
function stepOrder({ step }: Finding): number {
  return step === 'diagram' ? STEPS.length : STEPS.indexOf(step)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
