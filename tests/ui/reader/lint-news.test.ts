import { expect, test } from 'vitest'
import type { Finding, Severity } from '../../../src/rules/rule'
import { lintNews } from '../../../src/ui/reader/lint-news'

const found = (...severities: readonly Severity[]): Finding[] =>
  severities.map(
    severity => ({ rule: 'no-fallback', at: [], severity, step: 'serve', message: '', fixes: [] }) as never,
  )

test('new findings are counted by severity, with how many there are in all', () => {
  expect(lintNews(found('error', 'info'), found('error', 'info', 'warning'))).toBe('1 new warning, 3 in all.')
  expect(lintNews([], found('error', 'error', 'warning'))).toBe('2 new errors, 1 new warning, 3 in all.')
})

test('findings that went are counted, and what is left', () => {
  expect(lintNews(found('error', 'info'), found('error'))).toBe('1 finding fewer, 1 left.')
  expect(lintNews(found('error', 'info'), [])).toBe('2 findings fewer, none left.')
})

test('as many as before are no news', () => {
  expect(lintNews(found('error'), found('error'))).toBeNull()
})
