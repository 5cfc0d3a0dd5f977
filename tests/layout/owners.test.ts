import { expect, test } from 'vitest'
import { gainers, moveIntoRooms, moveRoomsIntoRooms, ownerAt } from '../../src/layout/owners'
import { type Block, type Design, emptyDesign, type Group } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'

const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
  Object.fromEntries(rows.map(row => [row.id, row]))

function room(id: string, x: number, width: number, more: Partial<Group> = {}): Group {
  return { id, label: id, at: { x, y: 0 }, size: { width, height: 400 }, ...more }
}

function block(id: string, x: number, more: Partial<Block> = {}): Block {
  return { id, kind: 'ranker', label: id, at: { x, y: 80 }, props: {}, ...more }
}

const design: Design = {
  ...emptyDesign(),
  groups: table([room('left', 0, 400), room('inner', 16, 200, { group: 'left' }), room('right', 600, 400)]),
  blocks: table([block('a', 24, { group: 'inner' }), block('b', 800, { group: 'right' })]),
}

test('a point belongs to the innermost frame around it, and to none outside', () => {
  expect([
    ownerAt(design, { x: 50, y: 50 }),
    ownerAt(design, { x: 300, y: 50 }),
    ownerAt(design, { x: 500, y: 0 }),
  ]).toEqual(['inner', 'left', undefined])
})

test('a block that is dragged joins the room that holds its centre, in the same edit', () => {
  const edit = moveIntoRooms(design, new Map([['a', { x: 624, y: 80 }]]))
  expect(edit.label).toBe('Move “a” into “right”')
  expect(applyEdit(design, edit).blocks.a).toEqual(block('a', 624, { group: 'right' }))
  expect(gainers(design, edit)).toEqual(new Set(['right']))
})

test('a block that is dragged out belongs to no room', () => {
  const edit = moveIntoRooms(design, new Map([['a', { x: 424, y: 80 }]]))
  expect(edit.label).toBe('Move “a” out of its room')
  expect(applyEdit(design, edit).blocks.a).toEqual(block('a', 424))
})

test('a block moved within its room changes its place alone', () => {
  const edit = moveIntoRooms(design, new Map([['b', { x: 616, y: 80 }]]))
  expect(edit).toEqual({
    label: 'Move “b”',
    changes: [{ op: 'set', table: 'blocks', id: 'b', path: 'at', to: { x: 616, y: 80 } }],
  })
})

test('a room that is dragged keeps its blocks and joins the larger room it comes to lie in', () => {
  const after = applyEdit(design, moveRoomsIntoRooms(design, ['inner'], { x: 600, y: 0 }))
  expect(after.groups.inner).toMatchObject({ at: { x: 616, y: 0 }, group: 'right' })
  expect(after.blocks.a).toEqual(block('a', 624, { group: 'inner' }))
  const out = applyEdit(design, moveRoomsIntoRooms(design, ['inner'], { x: 400, y: 0 }))
  expect(out.groups.inner?.group).toBeUndefined()
})

test('a room with a room in it joins none: rooms do not nest more than once', () => {
  const wide = { ...design, groups: { ...design.groups, right: room('right', 600, 900) } }
  const after = applyEdit(wide, moveRoomsIntoRooms(wide, ['left'], { x: 640, y: 0 }))
  expect(after.groups.left?.group).toBeUndefined()
})

test('a collapsed room takes no blocks', () => {
  const collapsed = { ...design, groups: { ...design.groups, right: room('right', 600, 400, { collapsed: true }) } }
  expect(ownerAt(collapsed, { x: 700, y: 50 })).toBeUndefined()
})
