import { createHash } from 'node:crypto'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '../model/problem'
import { findingKey } from '../rules/rule'
import type { FileReport, PlacedFinding, PlacedWaived } from './lint'
import { printable } from './printable'
import type { Region } from './regions'
import { problemLine } from './report-text'
import { SARIF_LEVELS, UNREADABLE } from './sarif-rules'

/** A result of a SARIF run, in the part of it that is read again. */
export interface SarifResult {
  readonly level: 'error' | 'warning' | 'note'
}

/** The results of one file: its findings, those that are waived with their reason, or why it cannot be read. */
export function resultsOf(
  report: FileReport,
  indexOf: ReadonlyMap<string, number>,
  isWithoutWaived: boolean,
): SarifResult[] {
  const file = artifactLocation(report.path)
  if ('problems' in report)
    return report.problems.map(problem => ({
      ...ruleRef(UNREADABLE.id, indexOf),
      level: 'error' as const,
      message: { text: plain(problemLine({ ...problem, path: '' })) },
      locations: [{ physicalLocation: { artifactLocation: file, region: region(placeOf(problem)) } }],
      partialFingerprints: fingerprints(`${UNREADABLE.id}@${problem.message}`),
    }))
  const open = report.findings.map(finding => resultOf(finding, file, indexOf))
  if (isWithoutWaived) return open
  return [
    ...open,
    ...reasonsOf(report.waived).map(([finding, reasons]) => ({
      ...resultOf(finding, file, indexOf),
      suppressions: reasons.map(reason => ({
        kind: 'inSource',
        status: 'accepted',
        justification: printable(reason),
      })),
    })),
  ]
}

function resultOf(finding: PlacedFinding, file: object, indexOf: ReadonlyMap<string, number>) {
  const { rule, severity, message } = finding
  return {
    ...ruleRef(rule, indexOf),
    level: SARIF_LEVELS[severity],
    message: { text: plain(message) },
    locations: [
      {
        physicalLocation: { artifactLocation: file, region: region(finding.region) },
        logicalLocations: logicalLocations(finding),
      },
    ],
    partialFingerprints: fingerprints(findingKey(finding)),
  }
}

/** Each waived finding once, with the reasons of all that waive it. */
function reasonsOf(waived: readonly PlacedWaived[]): [finding: PlacedFinding, reasons: string[]][] {
  const byKey = new Map<string, [PlacedFinding, string[]]>()
  for (const { waiver, findings } of waived)
    for (const finding of findings) {
      const known = byKey.get(findingKey(finding))
      if (known) known[1].push(waiver.reason)
      else byKey.set(findingKey(finding), [finding, [waiver.reason]])
    }
  return [...byKey.values()]
}

function ruleRef(ruleId: string, indexOf: ReadonlyMap<string, number>) {
  const ruleIndex = indexOf.get(ruleId)
  return ruleIndex === undefined ? { ruleId } : { ruleId, ruleIndex }
}

/** A path as SARIF names it: below the working folder relative to it, which is to be the root of the repository. */
function artifactLocation(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const inside = relative('', resolve(path))
  if (isAbsolute(inside) || /^\.\.(?:$|[\\/])/.test(inside)) return { uri: pathToFileURL(path).href }
  const segments = inside.split(sep).map(segment => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
  return { uri: segments.join('/'), uriBaseId: '%SRCROOT%' }
}

function region({ line, column, length }: Region): object {
  return { startLine: line, startColumn: column, endLine: line, endColumn: column + length }
}

function logicalLocations({ at, field }: PlacedFinding): object[] {
  const property = field === undefined ? '' : `.${field}`
  if (at.length === 0) return [{ fullyQualifiedName: `brief${property}`, kind: 'object' }]
  return at.map(id => ({ name: id, fullyQualifiedName: `blocks.${id}${property}`, kind: 'object' }))
}

/** The same for the same finding wherever its line has moved to, and another for every other finding of its file. */
function fingerprints(key: string): object {
  return { 'groundplanFinding/v1': createHash('sha256').update(key).digest('hex').slice(0, 32) }
}

/** A text that no reader of SARIF takes for a link: `[name](address)` is one, and labels are anybody's. */
function plain(text: string): string {
  return printable(text).replaceAll('](', '] (')
}

/** The place that a problem of the gate or of the plan reader starts or ends with. */
function placeOf({ path }: Problem): Region {
  const [, line, column] = /^(\d+):(\d+)$/.exec(path) ?? /\bline (\d+)(?:, column (\d+))?$/.exec(path) ?? []
  return { line: Number(line ?? 1), column: Number(column ?? 1), length: 1 }
}
