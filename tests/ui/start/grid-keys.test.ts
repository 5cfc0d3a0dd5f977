import { expect, test } from 'vitest'
import { cardAfter } from '../../../src/ui/start/grid-keys'

/** Eight cards, three in a row. */
const CARDS = Array.from({ length: 8 }, (_, index) => ({ index, offsetTop: Math.floor(index / 3) * 200 }))

test.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [7, 'ArrowRight', null],
  [0, 'ArrowLeft', null],
  [3, 'ArrowLeft', 2],
  [1, 'ArrowDown', 4],
  [5, 'ArrowDown', 7],
  [7, 'ArrowDown', null],
  [7, 'ArrowUp', 4],
  [1, 'ArrowUp', 'above'],
  [4, 'Home', 0],
  [4, 'End', 7],
  [4, 'a', null],
  [4, 'constructor', null],
] as const)('from card %i %s goes to %s', (from, key, to) => {
  const next = cardAfter(CARDS, CARDS[from], key)
  expect(typeof next === 'object' && next ? next.index : next).toBe(to)
})

test('from anywhere else no key goes to a card', () => {
  expect(cardAfter(CARDS, null, 'ArrowDown')).toBeNull()
  expect(cardAfter([], CARDS[0], 'Home')).toBeNull()
})
