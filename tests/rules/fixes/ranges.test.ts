import { expect, test } from 'vitest'
import { fieldOfKind, kindOf } from '../../../src/kinds/index'
import type { Field } from '../../../src/kinds/kind'
import { meantBy, settingTitle } from '../../../src/rules/fixes/ranges'

test.each([
  ['cache', 'hitRate', 40, 0.4],
  ['cache', 'hitRate', 100, 1],
  ['cache', 'hitRate', 1.2, 1],
  ['cache', 'hitRate', 400, 1],
  ['cache', 'hitRate', -0.4, 0.4],
  ['cache', 'hitRate', -40, 0.4],
  ['ranker', 'p99Ms', -20, 20],
  ['ranker', 'p99Ms', 20, 20],
  ['safe-rollout', 'trafficPercent', 150, 100],
  ['safe-rollout', 'trafficPercent', -5, 5],
])('%s %s: %d most likely meant %d', (kind, key, value, meant) => {
  expect(meantBy(field(kind, key), value)).toBe(meant)
})

test('a title shows the number with its unit', () => {
  expect(settingTitle(field('cache', 'hitRate'), 40)).toBe('set hit rate to 40\u2009%')
  expect(settingTitle(field('ranker', 'p99Ms'), -20)).toBe('set own latency, p99 to 20\u2009ms')
})

function field(kind: string, key: string): Field {
  return fieldOfKind(kindOf(kind), key)!
}
