import { expect, test } from 'vitest'
import { joinRoom, nestingFlaw } from '../../src/layout/join-room'
import type { Id } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { at, designOf } from '../drawing/designs'

const room = (id: Id, x: number, group?: Id) => ({
  id,
  at: { x, y: 6 },
  size: { width: 360, height: 300 },
  ...(group ? { group } : {}),
})

const design = designOf(
  [at('a', 16, 40, { group: 'left' }), at('b', 1000, 40), at('c', 16, 600, { locked: true })],
  [],
  [room('left', 6), room('right', 600), { ...room('inner', 20, 'left'), size: { width: 100, height: 60 } }],
)
const none = new Set<Id>()

test('a block goes to free ground of the room, alone', () => {
  const joining = joinRoom(design, { blocks: new Set(['b']), groups: none }, 'right')
  const after = joining.ok ? applyEdit(design, joining.edit) : design
  expect(joining.ok && joining.edit.label).toBe('Move to “right”')
  expect({ ...after, blocks: { ...after.blocks, b: design.blocks.b } }).toEqual(design)
  expect(after.blocks.b?.group).toBe('right')
})

test('a block taken out of its room stands outside all rooms', () => {
  const joining = joinRoom(design, { blocks: new Set(['a']), groups: none }, undefined)
  const after = joining.ok ? applyEdit(design, joining.edit) : design
  const { x = 0, y = 0 } = after.blocks.a?.at ?? {}
  expect(after.blocks.a?.group).toBeUndefined()
  expect(x >= 366 || y >= 306 || x + 160 <= 6 || y + 64 <= 6).toBe(true)
})

test('what is locked, and a third level of rooms, is refused with the reason', () => {
  expect(joinRoom(design, { blocks: new Set(['c']), groups: none }, 'right')).toEqual({
    ok: false,
    reason: '“c” is locked. Unlock it to move it to another room.',
  })
  expect(joinRoom(design, { blocks: none, groups: new Set(['left']) }, 'right')).toEqual({
    ok: false,
    reason: '“left” does not fit into “right”: a room stands in a room once, not deeper.',
  })
})

test('a new room fits around blocks of a room, but not around rooms in it or blocks of a room in a room', () => {
  const inInner = { ...design, blocks: { ...design.blocks, d: { ...design.blocks.b, id: 'd', group: 'inner' } } }
  const flaw = (blocks: Id[], groups: Id[]) =>
    nestingFlaw(inInner as typeof design, { blocks: new Set(blocks), groups: new Set(groups) })
  expect([flaw(['a'], []), flaw(['b'], []), flaw([], ['right'])]).toEqual([null, null, null])
  expect([flaw(['d'], []), flaw([], ['inner']), flaw([], ['left'])]).toEqual([
    '“inner” stands in a room already: no further room fits inside it.',
    '“inner” stands in a room already: rooms stand in each other once, not deeper.',
    '“left” holds a room already: rooms stand in each other once, not deeper.',
  ])
})
