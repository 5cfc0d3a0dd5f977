import { expect, test } from 'vitest'
import type { LintedFile, PlacedFinding } from '../../src/cli/lint'
import { mendedLines, textReport } from '../../src/cli/report-text'
import type { Coverage } from '../../src/rules/coverage'
import type { Score } from '../../src/rules/score'

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

function finding(part: Partial<PlacedFinding>): PlacedFinding {
  return {
    rule: 'no-fallback',
    severity: 'error',
    at: ['rk'],
    step: 'serve',
    message: 'No fallback.',
    fixes: [],
    region: { line: 7, column: 3, length: 2 },
    ...part,
  }
}

const score: Score = {
  steps: { clarify: { score: 80, isStarted: true }, serve: { score: 40, isStarted: true } },
  mean: 61,
  weakest: 'serve',
}

function report(part: Partial<LintedFile>): LintedFile {
  return { path: 'a.plan', findings: [], waived: [], coverage, score, mended: [], isRewritten: false, ...part }
}

test('lists the findings of each file in columns, then its coverage, then the totals', () => {
  const findings = [
    finding({}),
    finding({ rule: 'missing-p99', severity: 'warning', field: 'p99Ms', message: 'No p99.' }),
    finding({ rule: 'no-goal', severity: 'info', at: [], field: 'businessGoal', step: 'clarify', message: 'No goal.' }),
    finding({
      rule: 'loose',
      severity: 'info',
      at: ['a', 'b', 'c', 'd', 'e'],
      step: 'diagram',
      message: 'Loose.',
      region: { line: 12, column: 1, length: 1 },
    }),
  ]
  expect(textReport([report({ findings })], false)).toBe(
    `a.plan
  7:3  error    serve    no-fallback rk                 No fallback.
  7:3  warning  serve    missing-p99 rk.p99Ms           No p99.
  7:3  info     clarify  no-goal     brief.businessGoal No goal.
  12:1 info     diagram  loose       a, b, c +2         Loose.
  coverage 61 of 100, weakest Serve 40 · checks met: Clarify 3/5 · Serve 1/2

1 file: 1 error, 1 warning, 2 info
`,
  )
})

test('says that nothing was found', () => {
  expect(textReport([report({})], false)).toBe(
    `a.plan
  nothing found
  coverage 61 of 100, weakest Serve 40 · checks met: Clarify 3/5 · Serve 1/2

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
  const reports = [report({ findings: [finding({ message: 'x\u001b[31my' })] })]
  const coloured = textReport(reports, true)
  expect(coloured).toContain('\u001b[31merror   \u001b[39m')
  expect(coloured).toContain('x\\x1b[31my')
  expect(textReport(reports, false)).not.toContain('\u001b')
})

test('says what was fixed before the findings that are left, and what could not keep its comments', () => {
  const mended = [
    { finding: finding({}), title: 'add fallback' },
    { finding: finding({ rule: 'no-goal', at: [] }), title: 'add goal' },
  ]
  const fixed = report({ mended, isRewritten: true })
  expect(textReport([fixed], false)).toBe(
    `a.plan
  fixed    no-fallback at rk: add fallback
  fixed    no-goal: add goal
  rewritten as a whole, without its comments
  nothing found
  coverage 61 of 100, weakest Serve 40 · checks met: Clarify 3/5 · Serve 1/2

1 file: 0 errors, 0 warnings, 0 info
`,
  )
  expect(mendedLines(fixed)).toEqual([
    'a.plan: fixed    no-fallback at rk: add fallback',
    'a.plan: fixed    no-goal: add goal',
    'a.plan: rewritten as a whole, without its comments',
  ])
})

test('counts the findings that --fix can mend, until it has', () => {
  const fixes = [{ title: 'add fallback', edit: { label: 'Add fallback', changes: [] } }]
  const findings = [finding({ fixes }), finding({ at: ['b'], fixes: [{ title: 'set', field: 'x', examples: [] }] })]
  const last = (part: Partial<LintedFile>) =>
    textReport([report({ findings, ...part })], false)
      .split('\n')
      .at(-2)
  expect([last({}), last({ mended: [{ finding: finding({}), title: 'add fallback' }] })]).toEqual([
    '1 of them has a fix: --fix applies it',
    '1 file: 2 errors, 0 warnings, 0 info',
  ])
})
