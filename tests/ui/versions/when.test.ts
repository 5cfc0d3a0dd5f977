import { expect, test } from 'vitest'
import { stampOf, whenOf } from '../../../src/ui/versions/when'

const now = new Date(2026, 10, 21, 14, 5).getTime()

test.each([
  [new Date(2026, 10, 21, 0, 1), 'Today, 00:01'],
  [new Date(2026, 10, 20, 23, 59), 'Yesterday, 23:59'],
  [new Date(2026, 10, 9, 9, 30), '9 Nov, 09:30'],
  [new Date(2025, 11, 31, 9, 30), '31 Dec 2025, 09:30'],
])('names %s as a person does', (date, name) => {
  expect(whenOf(date.getTime(), now)).toBe(name)
})

test('a moment in the name of a file sorts by time', () => {
  expect(stampOf(now)).toBe('2026-11-21-1405')
})
