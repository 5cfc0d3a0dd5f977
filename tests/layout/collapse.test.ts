import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sceneOf } from '../../src/drawing/scene'
import { collapseRooms, openRooms } from '../../src/layout/collapse'
import { frameOf, rectOf } from '../../src/layout/frames'
import { overlaps } from '../../src/layout/rect'
import type { Block, Design, Group, Id } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { at, designOf } from '../drawing/designs'

const room = (id: Id, x: number, y: number, width: number, height: number, rest: Partial<Group> = {}) => ({
  id,
  at: { x, y },
  size: { width, height },
  ...rest,
})

const serving = designOf(
  [at('app', 16, 40, { group: 'serving' }), at('ranker', 216, 40, { group: 'serving' }), at('log', 500, 40)],
  [
    { source: 'app', target: 'ranker', bends: [point(176, 72), point(216, 72)] },
    { source: 'ranker', target: 'log', bends: [point(376, 72), point(500, 72)] },
  ],
  [room('serving', 6, 6, 380, 108)],
)

function point(x: number, y: number) {
  return { x, y }
}

function opened(design: Design, ...ids: Id[]): Design {
  const opening = openRooms(design, ids)
  if (!opening.ok) throw new Error(opening.reason)
  return applyEdit(design, opening.edit)
}

test('collapsing a room says so in the file and changes nothing else; opening it restores the design', () => {
  const edit = collapseRooms(serving, ['serving'])
  expect(edit).toEqual({
    label: 'Collapse “serving”',
    changes: [{ op: 'set', table: 'groups', id: 'serving', path: 'collapsed', to: true }],
  })
  expect(opened(applyEdit(serving, edit), 'serving')).toEqual(serving)
})

test('a block put on the hidden ground moves aside when the room opens, and no other does', () => {
  const closed = applyEdit(serving, collapseRooms(serving, ['serving']))
  const blocks = { ...closed.blocks, new: { id: 'new', kind: 'cache', label: 'new', at: point(216, 48), props: {} } }
  const after = opened({ ...closed, blocks }, 'serving')
  const { new: moved, ...others } = after.blocks
  expect({ ...after, blocks: others }).toEqual(serving)
  const frame = frameOf(after.groups.serving as Group)
  const rect = rectOf(moved as Block)
  expect(frame && rect && overlaps(frame, rect)).toBe(false)
})

test('a room is not opened over a locked block, and the reason names it', () => {
  const closed = applyEdit(serving, collapseRooms(serving, ['serving']))
  const locked = { id: 'new', kind: 'cache', label: 'Cache', at: point(216, 48), props: {}, locked: true as const }
  expect(openRooms({ ...closed, blocks: { ...closed.blocks, new: locked } }, ['serving'])).toEqual({
    ok: false,
    reason: '“Cache” is locked where “serving” opens. Unlock it, or move the room first.',
  })
})

test('a room that shrank around a collapsed one grows when that opens, and what it grew over moves aside', () => {
  const design = designOf(
    [at('a', 40, 80, { group: 'inner' }), at('b', 240, 80, { group: 'inner' }), at('c', 296, 72)],
    [],
    [room('outer', 6, 6, 220, 130), room('inner', 30, 46, 380, 108, { group: 'outer', collapsed: true })],
  )
  const after = opened(design, 'inner')
  expect(frameOf(after.groups.outer as Group)).toEqual({ x: 6, y: 6, width: 414, height: 158 })
  expect(after.blocks.a).toEqual(design.blocks.a)
  const moved = rectOf(after.blocks.c as Block)
  expect(moved && overlaps(moved, { x: 6, y: 6, width: 414, height: 158 })).toBe(false)
})

test('a room without a frame gets one when it is collapsed', () => {
  const design = designOf([at('a', 40, 80, { group: 'r' })], [], [{ id: 'r' }])
  const after = applyEdit(design, collapseRooms(design, ['r']))
  expect(after.groups.r).toEqual({
    id: 'r',
    label: 'r',
    at: point(30, 46),
    size: { width: 180, height: 108 },
    collapsed: true,
  })
})

test('whatever stands on the ground of a room when it opens is in sight afterwards, and what is in it did not move', () => {
  const place = fc.record({ x: fc.integer({ min: -20, max: 60 }), y: fc.integer({ min: -10, max: 30 }) })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 5 }), places => {
      const closed = applyEdit(serving, collapseRooms(serving, ['serving']))
      const extra = places.map(({ x, y }, i) => ({
        id: `n${i}`,
        kind: 'cache',
        label: `n${i}`,
        at: point(x * 8, y * 8),
        props: {},
      }))
      const before = { ...closed, blocks: { ...closed.blocks, ...Object.fromEntries(extra.map(one => [one.id, one])) } }
      const after = opened(before, 'serving')
      expect([after.blocks.app, after.blocks.ranker, after.groups]).toEqual([
        serving.blocks.app,
        serving.blocks.ranker,
        serving.groups,
      ])
      const members = [after.blocks.app, after.blocks.ranker].map(one => rectOf(one as Block))
      for (const id of extra.map(one => one.id)) {
        const rect = rectOf(after.blocks[id] as Block)
        expect(members.some(member => member && rect && overlaps(member, rect))).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

test('a design of several rooms is the same after any of them is collapsed and opened again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('outer', 'inner', 'right'), { maxLength: 6 }), ids => {
      const design = designOf(
        [
          at('a', 40, 80, { group: 'inner' }),
          at('b', 40, 240, { group: 'outer' }),
          at('c', 600, 80, { group: 'right' }),
        ],
        [
          { source: 'a', target: 'c' },
          { source: 'b', target: 'c' },
          { source: 'a', target: 'b' },
        ],
        [
          room('outer', 6, 6, 300, 330),
          room('inner', 30, 46, 180, 108, { group: 'outer' }),
          room('right', 590, 46, 180, 108),
        ],
      )
      const closed = ids.reduce((now, id) => applyEdit(now, collapseRooms(now, [id])), design)
      const again = [...ids].reverse().reduce((now, id) => opened(now, id), closed)
      expect(again).toEqual(design)
      expect(sceneOf(again).collapsed.size).toBe(0)
    }),
  )
})
