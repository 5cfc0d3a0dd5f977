import { expect, test } from 'vitest'
import { exitCodeOf, type FileReport } from '../../src/cli/lint'
import { SEVERITIES, type Severity } from '../../src/rules/rule'

const none = { met: 0, of: 0 }
const coverage = {
  clarify: none,
  frame: none,
  data: none,
  model: none,
  evaluate: none,
  serve: none,
  monitor: none,
}

function linted(...severities: readonly Severity[]): FileReport {
  const findings = severities.map(severity => ({
    rule: 'no-fallback',
    severity,
    step: 'serve' as const,
    at: ['rk'],
    message: 'No fallback.',
    fixes: [],
    region: { line: 1, column: 1, length: 1 },
  }))
  return {
    path: 'a.plan',
    findings,
    waived: [],
    coverage,
    score: { steps: {}, mean: null, weakest: null },
    mended: [],
    isRewritten: false,
  }
}

const unread: FileReport = { path: 'b.plan', problems: [{ path: '1:1', message: 'Unread.' }] }

test.each<[string, FileReport[], Record<Severity, number>]>([
  ['no findings', [linted()], { error: 0, warning: 0, info: 0 }],
  ['an info', [linted('info')], { error: 0, warning: 0, info: 1 }],
  ['a warning', [linted(), linted('warning')], { error: 0, warning: 1, info: 1 }],
  ['an error', [linted('error', 'info')], { error: 1, warning: 1, info: 1 }],
  ['a file that was not read', [linted('error'), unread], { error: 2, warning: 2, info: 2 }],
])('%s exits by the severity asked for', (_name, reports, codes) => {
  const exitCode = (minSeverity: Severity) =>
    exitCodeOf(reports, { minSeverity, maxWarnings: Number.POSITIVE_INFINITY })
  expect(Object.fromEntries(SEVERITIES.map(severity => [severity, exitCode(severity)]))).toEqual(codes)
})

test('more warnings than allowed, over all files, end a run with 1', () => {
  const reports = [linted('warning', 'info'), linted('warning')]
  const codes = [0, 1, 2, 3].map(maxWarnings => exitCodeOf(reports, { minSeverity: 'error', maxWarnings }))
  expect(codes).toEqual([1, 1, 0, 0])
})
