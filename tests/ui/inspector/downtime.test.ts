import { expect, test } from 'vitest'
import { allowedDowntime } from '../../../src/ui/inspector/downtime'

test.each([
  [99.9, '43.8\u2009min down a month'],
  [99.99, '4.38\u2009min down a month'],
  [99.999, '26.28\u2009s down a month'],
  [99, '7.3\u2009h down a month'],
  [0, '30.42\u2009days down a month'],
  [100, 'Never down'],
])('%d %% available is %s', (availability, words) => {
  expect(allowedDowntime(availability)).toBe(words)
})

test('what is no share of time allows nothing', () => {
  expect([allowedDowntime(101), allowedDowntime(-1), allowedDowntime(Number.NaN)]).toEqual([null, null, null])
})
