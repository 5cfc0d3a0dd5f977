import { styleText } from 'node:util'
import { STEP_NAMES } from '../kinds/steps'
import { STEPS } from '../model/design'
import type { Problem } from '../model/problem'
import type { Coverage } from '../rules/coverage'
import { type Finding, SEVERITIES, type Severity } from '../rules/rule'
import type { FileReport } from './lint'
import { printable, printablePath } from './printable'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const COLOURS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }

/** Places of a finding that a line names; a report for people need not list forty. */
const PLACES_SHOWN = 3

/** The reports as people read them: each file with its findings and its coverage, then one line over all. */
export function textReport(reports: readonly FileReport[], hasColour: boolean): string {
  const paint: Paint = (style, text) => (hasColour ? styleText(style, text, { validateStream: false }) : text)
  const parts = reports.map(report => filePart(report, paint))
  return `${[...parts, totals(reports)].join('\n\n')}\n`
}

function filePart(report: FileReport, paint: Paint): string {
  const head = paint('underline', printablePath(report.path))
  if ('problems' in report) return [head, ...report.problems.map(problem => problemLines(problem, paint))].join('\n')
  const lines = findingLines(report.findings, paint)
  const found = lines.length > 0 ? lines : [`  ${paint('green', 'nothing found')}`]
  return [head, ...found, `  ${paint('dim', coverageLine(report.coverage))}`].join('\n')
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

function findingLines(findings: readonly Finding[], paint: Paint): string[] {
  const rows = findings.map(finding => ({ ...finding, place: placeOf(finding) }))
  const ruleWidth = widest(rows.map(row => row.rule))
  const placeWidth = widest(rows.map(row => row.place))
  return rows.map(({ rule, severity, step, place, message }) =>
    [
      ` `,
      paint(COLOURS[severity], severity.padEnd(8)),
      step.padEnd(8),
      rule.padEnd(ruleWidth),
      place.padEnd(placeWidth),
      printable(message),
    ].join(' '),
  )
}

/** `rk`, `rk.p99Ms`, `a, b, c +4`, or `brief.peakQps` where it speaks of no block. */
function placeOf({ at, field }: Finding): string {
  const shown = at.length === 0 ? 'brief' : at.slice(0, PLACES_SHOWN).join(', ')
  const rest = at.length > PLACES_SHOWN ? ` +${at.length - PLACES_SHOWN}` : ''
  if (at.length === 0 && field === undefined) return '-'
  return printable(`${shown}${rest}${field === undefined ? '' : `.${field}`}`)
}

/** Steps that nothing was asked of, such as those out of scope, are left out. */
function coverageLine(coverage: Coverage): string {
  const parts = STEPS.filter(step => coverage[step].of > 0).map(
    step => `${STEP_NAMES[step]} ${coverage[step].met}/${coverage[step].of}`,
  )
  return parts.length > 0 ? `checks met: ${parts.join(' · ')}` : 'no check applies'
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

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(text => text.length))
}
