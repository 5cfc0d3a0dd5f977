import { expect, test } from 'vitest'
import { isTrue, numberOf, wordOf } from '../../src/graph/props'

const values = { p99Ms: 20, modelParams: 'external', hosted: true, blank: '  ' }

test('a property is read as what it should be, and as unset otherwise', () => {
  expect([numberOf(values, 'p99Ms'), numberOf(values, 'modelParams'), numberOf(values, 'toString')]).toEqual([
    20,
    undefined,
    undefined,
  ])
  expect([isTrue(values, 'hosted'), isTrue(values, 'p99Ms'), isTrue(undefined, 'hosted')]).toEqual([true, false, false])
  expect([wordOf(values, 'modelParams'), wordOf(values, 'blank')]).toEqual(['external', undefined])
})
