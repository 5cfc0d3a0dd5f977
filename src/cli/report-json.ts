import { isGentle } from '../rules/fix-all'
import type { FileReport, PlacedFinding } from './lint'
import { printableJson } from './printable'

/** The reports as one JSON document, the same bytes for the same files, ending in a line feed. */
export function jsonReport(reports: readonly FileReport[]): string {
  return `${printableJson(JSON.stringify({ files: reports.map(fileJson) }, null, 2))}\n`
}

function fileJson(report: FileReport): object {
  if ('problems' in report) {
    const problems = report.problems.map(({ path, message, hint }) => ({ path, message, hint }))
    return { path: report.path, problems }
  }
  const { path, findings, waived, coverage, score, mended } = report
  return {
    path,
    ...(mended.length === 0
      ? {}
      : { fixed: mended.map(({ finding: { rule, at, field }, title }) => ({ rule, at, field, title })) }),
    findings: findings.map(findingJson),
    waived: waived.map(({ waiver: { rule, at, reason }, findings: accepted, gone }) => ({
      rule,
      at,
      reason,
      gone,
      findings: accepted.map(findingJson),
    })),
    coverage,
    score,
  }
}

/** `fixes` names what the editor offers; `isAutomatic` marks those that `--fix` may apply. */
function findingJson({ rule, severity, step, at, field, region, message, fixes }: PlacedFinding): object {
  const { line, column } = region
  const offered = fixes.map(fix => ({ title: fix.title, isAutomatic: isGentle(fix) }))
  return { rule, severity, step, at, field, line, column, message, fixes: offered }
}
