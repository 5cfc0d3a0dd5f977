import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameOf, groupsAround, rectOf } from '../../src/layout/frames'
import { makeSpace } from '../../src/layout/space'
import { type Block, type Design, emptyDesign, type Group } from '../../src/model/design'
import { applyEdit, invert } from '../../src/model/edit'
import { designs } from '../arbitraries/design'

const block = (id: string, x: number, y: number, more: Partial<Block> = {}): Block => ({
  id,
  kind: 'ranker',
  label: id,
  at: { x, y },
  props: {},
  ...more,
})
const room = (id: string, x: number, width: number, more: Partial<Group> = {}): Group => ({
  id,
  label: id,
  at: { x, y: -34 },
  size: { width, height: 200 },
  ...more,
})
const designOf = (blocks: readonly Block[], groups: readonly Group[] = []): Design => ({
  ...emptyDesign(),
  blocks: Object.fromEntries(blocks.map(one => [one.id, one])),
  groups: Object.fromEntries(groups.map(one => [one.id, one])),
})
const placesOf = (design: Design) =>
  Object.fromEntries(
    [...Object.values(design.blocks), ...Object.values(design.groups)].map(({ id, at, size }) => [
      id,
      size ? [at?.x, size.width] : at?.x,
    ]),
  )

test('what begins right of the line moves, a room that it cuts grows, what is locked stays', () => {
  const design = designOf(
    [
      block('left', 0, 0, { group: 'hall' }),
      block('right', 200, 0, { group: 'hall' }),
      block('far', 500, 0),
      block('held', 700, 0, { locked: true }),
    ],
    [room('hall', -10, 380), room('next', 900, 200)],
  )
  expect(placesOf(applyEdit(design, makeSpace(design, 'x', 180, 200)))).toEqual({
    left: 0,
    right: 400,
    far: 700,
    held: 700,
    hall: [-10, 580],
    next: [1100, 200],
  })
})

test('space is taken away down to a gutter and to the walls of rooms', () => {
  const near = designOf([block('a', 0, 0), block('b', 400, 0)])
  expect(placesOf(applyEdit(near, makeSpace(near, 'x', 300, -400)))).toEqual({ a: 0, b: 176 })
  const inside = designOf([block('a', 0, 0, { group: 'hall' }), block('b', 400, 300)], [room('hall', -10, 220)])
  expect(placesOf(applyEdit(inside, makeSpace(inside, 'x', 180, -200)))).toEqual({ a: 0, b: 360, hall: [-10, 180] })
})

test('a line between two blocks that move keeps its bends, a pulled one loses them', () => {
  const bends = [
    { x: 360, y: 32 },
    { x: 400, y: 32 },
  ]
  const design: Design = {
    ...designOf([block('a', 0, 0), block('b', 200, 0), block('c', 400, 0)]),
    flows: {
      ab: { id: 'ab', kind: 'request', source: 'a', target: 'b', bends },
      bc: { id: 'bc', kind: 'request', source: 'b', target: 'c', bends },
    },
  }
  const { flows } = applyEdit(design, makeSpace(design, 'x', 200, 104))
  expect([flows.ab?.bends, flows.bc?.bends]).toEqual([undefined, bends.map(({ x, y }) => ({ x: x + 104, y }))])
})

test('whatever the design: only what lies behind the line moves, all by the same way, and no lock is broken', () =>
  fc.assert(
    fc.property(
      designs(),
      fc.constantFrom('x' as const, 'y' as const),
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: -50, max: 50 }),
      (design, axis, line, steps) => {
        const edit = makeSpace(design, axis, line * 8, steps * 8)
        const after = applyEdit(design, edit)
        expect(applyEdit(after, invert(design, edit))).toEqual(design)
        const ways = new Set<number>()
        for (const [id, was] of Object.entries(design.blocks)) {
          const at = after.blocks[id]?.at
          if (!was.at || !at || (at.x === was.at.x && at.y === was.at.y)) continue
          ways.add(at[axis] - was.at[axis])
          const around = groupsAround(design, was.group)
          const goesAlong = around.some(group => (frameOf(group)?.[axis] ?? -Infinity) >= line * 8)
          expect(goesAlong || ((rectOf(was)?.[axis] ?? 0) >= line * 8 && was.locked !== true)).toBe(true)
          expect(goesAlong || around.every(group => group.locked !== true)).toBe(true)
        }
        for (const [id, was] of Object.entries(design.groups))
          if (was.locked) expect([after.groups[id]?.at, after.groups[id]?.size]).toEqual([was.at, was.size])
        expect(ways.size).toBeLessThanOrEqual(1)
        expect([...ways].every(way => Math.abs(way) <= Math.abs(steps * 8) && way * steps >= 0)).toBe(true)
      },
    ),
  ))
