import { graphOf } from '../graph/graph'
import { type Scope, scopeHint } from '../graph/scope'
import type { Design } from '../model/design'
import { type Coverage, checksOf, coverage } from './coverage'
import { finished } from './in-parts'
import { ruleOf } from './index'
import { judging, type LintOptions, lint, spoken } from './lint'
import { type Finding, type Fix, findingKey } from './rule'
import { type Score, score } from './score'
import { applyWaivers, type Waived } from './waivers'

/** Everything the editor shows about a design's rules, from one run over it. */
export interface Analysis {
  /** Open findings, worst first. */
  readonly findings: readonly Finding[]
  /** Every waiver of the design with what it accepts. */
  readonly waived: readonly Waived[]
  /** Counted also while the findings still keep quiet. */
  readonly coverage: Coverage
  readonly score: Score
  /** A narrower scope to offer; null when there is none. */
  readonly scopeHint: Scope | null
}

/** Lints a design and counts its coverage. */
export function analyse(design: Design, options: LintOptions = {}): Analysis {
  return finished(analysing(design, options))
}

/** The same in parts of one rule each, for a page that has other things to do in between. */
export function* analysing(design: Design, options: LintOptions = {}): Generator<undefined, Analysis> {
  const graph = graphOf(design)
  yield
  const verdicts = yield* judging(graph, options)
  const { waived } = applyWaivers(
    design,
    verdicts.flatMap(verdict => verdict.findings),
  )
  const { open } = applyWaivers(design, spoken(graph, verdicts, options.review))
  const checks = checksOf(graph, verdicts, waived)
  return {
    findings: open,
    waived,
    coverage: coverage(checks),
    score: score(graph, checks),
    scopeHint: scopeHint(graph),
  }
}

/**
 * The same fix of the same finding, made for the design as it is now; null when the finding is gone or waived, or that fix is.
 * A fix is asked for again when it is pressed, because the design may have changed since it was offered.
 */
export function resolveFix(design: Design, finding: Finding, index: number): Fix | null {
  const rule = ruleOf(finding.rule)
  const offered = finding.fixes[index]
  if (!rule || !offered) return null
  const key = findingKey(finding)
  const live = lint(graphOf(design), { rules: [rule], review: true }).find(each => findingKey(each) === key)
  return live?.fixes.find(fix => fix.title === offered.title) ?? null
}
