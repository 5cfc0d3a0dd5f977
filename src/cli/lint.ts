import type { Problem } from '../model/problem'
import { analyse } from '../rules/analyse'
import type { Coverage } from '../rules/coverage'
import { type Finding, SEVERITIES, type Severity } from '../rules/rule'
import { readDesignFile } from './files'
import { readOptions, type WrongCall } from './options'
import { jsonReport } from './report-json'
import { textReport } from './report-text'
import type { ExitCode, Terminal } from './terminal'

/** What linting one file came to: its open findings, or why it could not be read. */
export type FileReport =
  | { readonly path: string; readonly findings: readonly Finding[]; readonly coverage: Coverage }
  | { readonly path: string; readonly problems: readonly Problem[] }

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'min-severity': { type: 'string', default: 'error' },
} as const

/** Lints the named files and prints one report over all of them. */
export function lint(args: readonly string[], terminal: Terminal): ExitCode | WrongCall {
  const call = readOptions(args, OPTIONS)
  if ('wrong' in call) return call
  const { format, 'min-severity': minSeverity } = call.values
  if (call.positionals.length === 0) return { wrong: 'no file given' }
  if (format !== 'text' && format !== 'json')
    return { wrong: `--format is text or json, not ${JSON.stringify(format)}` }
  if (!isSeverity(minSeverity))
    return { wrong: `--min-severity is error, warning or info, not ${JSON.stringify(minSeverity)}` }
  const reports = call.positionals.map(lintFile)
  terminal.print(format === 'json' ? jsonReport(reports) : textReport(reports, terminal.hasColour))
  return exitCodeOf(reports, minSeverity)
}

function isSeverity(text: string): text is Severity {
  return (SEVERITIES as readonly string[]).includes(text)
}

/** Reviews the design of one file with every rule; waived findings are left out. */
function lintFile(path: string): FileReport {
  const design = readDesignFile(path)
  if (!design.ok) return { path, problems: design.problems }
  const { findings, coverage } = analyse(design.value, { review: true })
  return { path, findings, coverage }
}

/** 2 when a file could not be read, else 1 when a finding is at least this severe, else 0. */
export function exitCodeOf(reports: readonly FileReport[], minSeverity: Severity): ExitCode {
  if (reports.some(report => 'problems' in report)) return 2
  const severe = SEVERITIES.slice(0, SEVERITIES.indexOf(minSeverity) + 1)
  const isFound = reports.some(
    report => 'findings' in report && report.findings.some(finding => severe.includes(finding.severity)),
  )
  return isFound ? 1 : 0
}
