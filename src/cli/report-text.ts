import { STEP_NAMES } from '../kinds/steps'
import { STEPS } from '../model/design'
import type { Problem } from '../model/problem'
import { isGentle } from '../rules/fix-all'
import { type Finding, SEVERITIES } from '../rules/rule'
import type { FileReport, LintedFile, PlacedFinding } from './lint'
import { COLOURS, type Paint, painter } from './paint'
import { printable, printablePath } from './printable'

/** Places of a finding that a line names; a report for people need not list forty. */
const PLACES_SHOWN = 3

/** The reports as people read them: each file with its findings and its coverage, then one line over all. */
export function textReport(reports: readonly FileReport[], hasColour: boolean): string {
  const paint = painter(hasColour)
  const parts = reports.map(report => filePart(report, paint))
  return `${[...parts, [totals(reports), ...fixable(reports)].join('\n')].join('\n\n')}\n`
}

function filePart(report: FileReport, paint: Paint): string {
  const head = paint('underline', printablePath(report.path))
  if ('problems' in report) return [head, ...report.problems.map(problem => problemLines(problem, paint))].join('\n')
  const lines = findingLines(report.findings, paint)
  const found = lines.length > 0 ? lines : [`  ${paint('green', 'nothing found')}`]
  return [head, ...mended(report, paint), ...found, `  ${paint('dim', coverageLine(report))}`].join('\n')
}

/** What `--fix` did to a file, each line with the name of the file: for a report that has no place for it. */
export function mendedLines(report: FileReport): string[] {
  if ('problems' in report) return []
  return mended(report, (_, text) => text).map(line => `${printablePath(report.path)}:${line.slice(1)}`)
}

function mended({ mended: done, isRewritten }: LintedFile, paint: Paint): string[] {
  const lines = done.map(({ finding, title }) => {
    const place = placeOf(finding)
    const at = place === '-' ? '' : ` at ${place}`
    return `  ${paint('green', 'fixed')}    ${printable(`${finding.rule}${at}: ${title}`)}`
  })
  return isRewritten ? [...lines, `  ${paint('yellow', 'rewritten')} as a whole, without its comments`] : lines
}

function problemLines({ hint, ...problem }: Problem, paint: Paint): string {
  const line = `  ${paint('red', 'unread')}   ${problemLine(problem)}`
  return hint === undefined ? line : `${line}\n           ${paint('dim', `hint: ${printable(hint)}`)}`
}

/** A problem on one line: place, what is wrong, and what to do. */
export function problemLine({ path, message, hint }: Problem): string {
  const place = path === '' ? '' : `${printable(path)}: `
  return `${place}${printable(message)}${hint === undefined ? '' : ` ${printable(hint)}`}`
}

function findingLines(findings: readonly PlacedFinding[], paint: Paint): string[] {
  const rows = findings.map(finding => ({ ...finding, place: placeOf(finding), line: lineOf(finding) }))
  const lineWidth = widest(rows.map(row => row.line))
  const ruleWidth = widest(rows.map(row => row.rule))
  const placeWidth = widest(rows.map(row => row.place))
  return rows.map(({ rule, severity, step, place, line, message }) =>
    [
      ` `,
      paint('dim', line.padEnd(lineWidth)),
      paint(COLOURS[severity], severity.padEnd(8)),
      step.padEnd(8),
      rule.padEnd(ruleWidth),
      place.padEnd(placeWidth),
      printable(message),
    ].join(' '),
  )
}

function lineOf({ region }: PlacedFinding): string {
  return `${region.line}:${region.column}`
}

/** `rk`, `rk.p99Ms`, `a, b, c +4`, or `brief.peakQps` where it speaks of no block. */
function placeOf({ at, field }: Finding): string {
  const shown = at.length === 0 ? 'brief' : at.slice(0, PLACES_SHOWN).join(', ')
  const rest = at.length > PLACES_SHOWN ? ` +${at.length - PLACES_SHOWN}` : ''
  if (at.length === 0 && field === undefined) return '-'
  return printable(`${shown}${rest}${field === undefined ? '' : `.${field}`}`)
}

/** Steps that nothing was asked of, such as those out of scope, are left out. */
function coverageLine({ coverage, score }: LintedFile): string {
  const parts = STEPS.filter(step => coverage[step].of > 0).map(
    step => `${STEP_NAMES[step]} ${coverage[step].met}/${coverage[step].of}`,
  )
  if (parts.length === 0 || score.mean === null) return 'no check applies'
  const low = score.weakest && score.mean < 100 ? score.weakest : null
  const weakest = low ? `, weakest ${STEP_NAMES[low]} ${score.steps[low]?.score ?? 0}` : ''
  return `coverage ${score.mean} of 100${weakest} · checks met: ${parts.join(' · ')}`
}

function totals(reports: readonly FileReport[]): string {
  const findings = reports.flatMap(report => ('findings' in report ? report.findings : []))
  const counts = SEVERITIES.map(severity => {
    const count = findings.filter(finding => finding.severity === severity).length
    return severity === 'info' ? `${count} info` : plural(count, severity)
  })
  const unread = reports.filter(report => 'problems' in report).length
  const end = unread > 0 ? `; ${plural(unread, 'file')} could not be read` : ''
  return `${plural(reports.length, 'file')}: ${counts.join(', ')}${end}`
}

/** How many findings `--fix` may mend: those that a change to the drawing cures. Nothing after a run that fixed. */
function fixable(reports: readonly FileReport[]): string[] {
  const linted = reports.flatMap(report => ('findings' in report ? [report] : []))
  if (linted.some(report => report.mended.length > 0)) return []
  const count = linted.flatMap(report => report.findings).filter(({ fixes }) => fixes.some(isGentle)).length
  return count === 0 ? [] : [`${count} of them ${count === 1 ? 'has' : 'have'} a fix: --fix applies it`]
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(text => text.length))
}
