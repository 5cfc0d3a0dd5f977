import { expect, test } from 'vitest'
import { textReport } from '../../src/cli/report-text'
import type { Coverage } from '../../src/rules/coverage'
import type { Finding } from '../../src/rules/rule'

const none = { met: 0, of: 0 }
const coverage: Coverage = {
  clarify: { met: 3, of: 5 },
  frame: none,
  data: none,
  model: none,
  evaluate: none,
  serve: { met: 1, of: 2 },
  monitor: none,
}

function finding(part: Partial<Finding>): Finding {
  return {
    rule: 'no-fallback',
    severity: 'error',
    at: ['rk'],
    step: 'serve',
    message: 'No fallback.',
    fixes: [],
    ...part,
  }
}

test('lists the findings of each file in columns, then its coverage, then the totals', () => {
  const findings = [
    finding({}),
    finding({ rule: 'missing-p99', severity: 'warning', field: 'p99Ms', message: 'No p99.' }),
    finding({ rule: 'no-goal', severity: 'info', at: [], field: 'businessGoal', step: 'clarify', message: 'No goal.' }),
    finding({ rule: 'loose', severity: 'info', at: ['a', 'b', 'c', 'd', 'e'], step: 'diagram', message: 'Loose.' }),
  ]
  expect(textReport([{ path: 'a.plan', findings, coverage }], false)).toBe(
    `a.plan
  error    serve    no-fallback rk                 No fallback.
  warning  serve    missing-p99 rk.p99Ms           No p99.
  info     clarify  no-goal     brief.businessGoal No goal.
  info     diagram  loose       a, b, c +2         Loose.
  checks met: Clarify 3/5 · Serve 1/2

1 file: 1 error, 1 warning, 2 info
`,
  )
})

test('says that nothing was found', () => {
  expect(textReport([{ path: 'a.plan', findings: [], coverage }], false)).toBe(
    `a.plan
  nothing found
  checks met: Clarify 3/5 · Serve 1/2

1 file: 0 errors, 0 warnings, 0 info
`,
  )
})

test('says where and why a file could not be read and what to do', () => {
  const problems = [{ path: '3:14', message: 'There is no kind “rankr”.', hint: 'Write ranker.' }]
  expect(textReport([{ path: 'a.plan', problems }], false)).toBe(
    `a.plan
  unread   3:14: There is no kind “rankr”.
           hint: Write ranker.

1 file: 0 errors, 0 warnings, 0 info; 1 file could not be read
`,
  )
})

test('colours nothing but the frame of a report, and only when asked', () => {
  const reports = [{ path: 'a.plan', findings: [finding({ message: 'x\u001b[31my' })], coverage }]
  const coloured = textReport(reports, true)
  expect(coloured).toContain('\u001b[31merror   \u001b[39m')
  expect(coloured).toContain('x\\x1b[31my')
  expect(textReport(reports, false)).not.toContain('\u001b')
})
