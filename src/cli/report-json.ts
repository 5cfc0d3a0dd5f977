import type { FileReport } from './lint'
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
  const findings = report.findings.map(({ rule, severity, step, at, message }) => ({
    rule,
    severity,
    step,
    at,
    message,
  }))
  return { path: report.path, findings, coverage: report.coverage }
}
