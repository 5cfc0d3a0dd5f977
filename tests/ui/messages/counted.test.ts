import { expect, test } from 'vitest'
import { counted } from '../../../src/ui/messages/counted'

test('one thing takes the singular, none and several the plural', () => {
  expect([0, 1, 2].map(count => counted(count, 'block'))).toEqual(['0 blocks', '1 block', '2 blocks'])
})

test('a noun may have a plural of its own', () => {
  expect([1, 3].map(count => counted(count, 'query', 'queries'))).toEqual(['1 query', '3 queries'])
})
