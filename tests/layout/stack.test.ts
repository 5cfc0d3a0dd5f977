import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restack } from '../../src/layout/stack'
import { type Block, type Design, emptyDesign } from '../../src/model/design'
import { applyEdit, invert } from '../../src/model/edit'
import { byOrder } from '../../src/model/order'
import { designs } from '../arbitraries/design'

function designOf(places: Readonly<Record<string, number>>): Design {
  const blocks = Object.entries(places).map(([id, x]): [string, Block] => [
    id,
    { id, kind: 'ranker', label: id, at: { x, y: 0 }, props: {} },
  ])
  return { ...emptyDesign(), blocks: Object.fromEntries(blocks) }
}

const drawn = (design: Design) =>
  Object.values(design.blocks)
    .sort(byOrder)
    .map(({ id }) => id)
const after = (design: Design, way: 'forward' | 'back', ...ids: string[]) =>
  applyEdit(design, restack(design, ids, way))

const PILE = designOf({ a: 0, b: 40, c: 80, far: 900 })

test('a block comes over the next that covers it, and goes under the next that it covers', () => {
  expect(drawn(after(PILE, 'forward', 'a')).filter(id => id !== 'far')).toEqual(['b', 'a', 'c'])
  expect(drawn(after(PILE, 'back', 'c')).filter(id => id !== 'far')).toEqual(['a', 'c', 'b'])
  expect(drawn(after(after(PILE, 'forward', 'a'), 'forward', 'a')).filter(id => id !== 'far')).toEqual(['b', 'c', 'a'])
})

test('at the top, at the bottom and alone nothing changes', () => {
  expect(
    [restack(PILE, ['c'], 'forward'), restack(PILE, ['a'], 'back'), restack(PILE, ['far'], 'forward')].map(
      edit => edit.changes,
    ),
  ).toEqual([[], [], []])
})

test('several go together and keep their own order; blocks that touch none of them are left alone', () => {
  const moved = after(PILE, 'forward', 'a', 'b')
  expect(drawn(moved).filter(id => id !== 'far')).toEqual(['c', 'a', 'b'])
  expect(moved.blocks.far).toBe(PILE.blocks.far)
})

test('whatever the design: only the order changes, and one undo takes it back', () =>
  fc.assert(
    fc.property(designs(), fc.array(fc.nat({ max: 8 })), fc.boolean(), (design, picks, isForward) => {
      const ids = picks.flatMap(pick => Object.keys(design.blocks)[pick] ?? [])
      const edit = restack(design, ids, isForward ? 'forward' : 'back')
      expect(edit.changes.every(change => change.op === 'set' && change.path === 'order')).toBe(true)
      expect(applyEdit(applyEdit(design, edit), invert(design, edit))).toEqual(design)
    }),
  ))
