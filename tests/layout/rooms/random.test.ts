import { expect, test } from 'vitest'
import { hashOf, randomFrom } from '../../../src/layout/rooms/random'

test('random numbers depend on the seed alone and lie from 0 to below 1', () => {
  const draw = (seed: number) => Array.from({ length: 1000 }, randomFrom(seed))
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7).every(each => each >= 0 && each < 1)).toBe(true)
})

test('a hash is FNV-1a of the UTF-16 code units', () => {
  expect([hashOf(''), hashOf('a'), hashOf('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
})
