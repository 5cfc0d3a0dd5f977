import type { FileReport } from './lint'
import type { LintCall } from './lint-call'
import { printableJson } from './printable'
import { resultsOf, type SarifResult } from './sarif-results'
import { descriptorsOf } from './sarif-rules'

/** GitHub refuses a run with more results than this, and shows the 5,000 gravest. Source: “SARIF support for code scanning”, GitHub Docs. */
const MOST_RESULTS = 25_000

/** The reports as a SARIF 2.1.0 log of one run, the same bytes for the same files, ending in a line feed. */
export function sarifReport(reports: readonly FileReport[], call: LintCall, version: string): string {
  const rules = descriptorsOf(call.rules)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const results = reports.flatMap(report => resultsOf(report, indexOf, call.isWithoutWaived))
  const shown = gravest(results)
  const notifications = results.length > shown.length ? [leftOut(results.length - shown.length)] : []
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Groundplan', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !reports.some(report => 'problems' in report),
            toolExecutionNotifications: notifications,
          },
        ],
        results: shown,
      },
    ],
  }
  return `${printableJson(JSON.stringify(log, null, 2))}\n`
}

/** As many results as a run may hold, in their order; the mildest are left out. */
function gravest(results: readonly SarifResult[]): readonly SarifResult[] {
  if (results.length <= MOST_RESULTS) return results
  const kept = [...results].sort((a, b) => gravity(a) - gravity(b)).slice(0, MOST_RESULTS)
  const isKept = new Set(kept)
  return results.filter(result => isKept.has(result))
}

function gravity({ level }: SarifResult): number {
  return ['error', 'warning', 'note'].indexOf(level)
}

function leftOut(count: number): object {
  return { level: 'warning', message: { text: `${count} results are left out: a run holds ${MOST_RESULTS}.` } }
}
