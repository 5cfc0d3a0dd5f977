import { expect, test } from 'vitest'
import { erased, type Growing, matches, oneMore, shown, typed } from '../../../src/ui/canvas/creating/growing'
import { PALETTE } from '../../../src/ui/palette/items'

const items = ['gateway', 'app-service', 'cache', 'cache/semantic', 'event-stream'].flatMap(
  id => PALETTE.find(item => item.id === id) ?? [],
)
const START: Growing = { from: 'a', side: 'right', way: 'after', items, count: 1, query: '', isLatched: false }
const ids = (growing: Growing) => shown(growing).map(({ id }) => id)

test('each press shows the next kind beside those before, up to as many as there are', () => {
  expect(ids(START)).toEqual(['gateway'])
  expect(ids(oneMore(START))).toEqual(['gateway', 'app-service'])
  const all = items.reduce(growing => oneMore(growing), START)
  expect(ids(oneMore(all))).toEqual(items.map(({ id }) => id))
})

test('letters choose the kind, from the first one on without the key that is held; erasing them brings the others back', () => {
  const growing = [...'ca'].reduce(typed, START)
  expect([ids(growing), growing.isLatched]).toEqual([['cache'], true])
  expect(ids(erased(erased(growing)))).toEqual(['gateway'])
})

test('what fits nothing shows nothing', () => {
  expect(matches(typed(START, 'x'))).toEqual([])
  expect(ids(oneMore(typed(START, 'x')))).toEqual([])
})

test('a space at the start is no letter', () => {
  expect(typed(START, ' ').query).toBe('')
})
