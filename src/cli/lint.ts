import type { Problem } from '../model/problem'
import { analyse } from '../rules/analyse'
import type { Coverage } from '../rules/coverage'
import { type Finding, SEVERITIES } from '../rules/rule'
import type { Score } from '../rules/score'
import type { Waived } from '../rules/waivers'
import { readDesignFile, writeText } from './files'
import { type FixedFile, fixFile, type Mended } from './fix'
import { type LintCall, readLintCall } from './lint-call'
import { complainOf } from './one-to-one'
import type { WrongCall } from './options'
import { type Region, regionsOf } from './regions'
import { jsonReport } from './report-json'
import { sarifReport } from './report-sarif'
import { mendedLines, textReport } from './report-text'
import { targetsOf } from './targets'
import type { ExitCode, Terminal } from './terminal'

/** What linting one file came to: its open findings, or why it could not be read. */
export type FileReport = LintedFile | UnreadFile

export interface LintedFile {
  readonly path: string
  /** Open findings, worst first. */
  readonly findings: readonly PlacedFinding[]
  /** Every waiver of the file with what it accepts. */
  readonly waived: readonly PlacedWaived[]
  readonly coverage: Coverage
  readonly score: Score
  /** What `--fix` mended before these findings were looked for. */
  readonly mended: readonly Mended[]
  readonly isRewritten: boolean
}

export interface UnreadFile {
  readonly path: string
  readonly problems: readonly Problem[]
}

/** A finding with the place of the file that it speaks of. */
export interface PlacedFinding extends Finding {
  readonly region: Region
}

export interface PlacedWaived extends Omit<Waived, 'findings'> {
  readonly findings: readonly PlacedFinding[]
}

/** Lints files, folders and patterns and prints one report over all of them; with `--fix`, mends them first. */
export async function lint(args: readonly string[], terminal: Terminal): Promise<ExitCode | WrongCall> {
  const call = await readLintCall(args, terminal)
  if ('wrong' in call) return call
  if ('problems' in call) {
    for (const problem of call.problems) complainOf(call.file, problem, terminal)
    return 2
  }
  const reports = targetsOf(call.targets).map(({ path, problem }) =>
    problem ? { path, problems: [problem] } : lintFile(path, call),
  )
  terminal.print(reportOf(reports, call, terminal))
  return exitCodeOf(reports, call)
}

function lintFile(path: string, call: LintCall): FileReport {
  const read = readDesignFile(path)
  if (!read.ok) return { path, problems: read.problems }
  if (!call.isFixing) return reportOn(path, { file: read.value, done: [], isRewritten: false }, call)
  const fixed = fixFile(read.value, call.lint)
  if (!fixed.ok) return { path, problems: fixed.problems }
  const problem = fixed.value.done.length > 0 ? writeText(path, fixed.value.file.text) : null
  return problem ? { path, problems: [problem] } : reportOn(path, fixed.value, call)
}

function reportOn(path: string, { file, done, isRewritten }: FixedFile, call: LintCall): LintedFile {
  const { findings, waived, coverage, score } = analyse(file.design, call.lint)
  const all = [...findings, ...waived.flatMap(each => each.findings)]
  const regions = new Map(regionsOf(file, all).map((region, i) => [all[i], region]))
  const placed = (finding: Finding): PlacedFinding => ({ ...finding, region: regions.get(finding) as Region })
  return {
    path,
    findings: findings.map(placed),
    waived: waived.map(each => ({ ...each, findings: each.findings.map(placed) })),
    coverage,
    score,
    mended: done,
    isRewritten,
  }
}

function reportOf(reports: readonly FileReport[], call: LintCall, terminal: Terminal): string {
  if (call.format === 'text') return textReport(reports, terminal.hasColour)
  if (call.format === 'json') return jsonReport(reports)
  // SARIF has no word for what was mended.
  for (const line of reports.flatMap(mendedLines)) terminal.complain(`${line}\n`)
  return sarifReport(reports, call, terminal.version)
}

/** 2 when a file could not be read, else 1 when a finding is severe enough or there are too many warnings, else 0. */
export function exitCodeOf(
  reports: readonly FileReport[],
  { minSeverity, maxWarnings }: Pick<LintCall, 'minSeverity' | 'maxWarnings'>,
): ExitCode {
  if (reports.some(report => 'problems' in report)) return 2
  const found = reports.flatMap(report => ('findings' in report ? report.findings : []))
  const severe = SEVERITIES.slice(0, SEVERITIES.indexOf(minSeverity) + 1)
  const warnings = found.filter(({ severity }) => severity === 'warning').length
  return found.some(({ severity }) => severe.includes(severity)) || warnings > maxWarnings ? 1 : 0
}
