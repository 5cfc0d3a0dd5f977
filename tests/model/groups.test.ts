import { expect, test } from 'vitest'
import { type Block, type Design, emptyDesign, type Flow, type Group } from '../../src/model/design'
import { applyEdit, invert } from '../../src/model/edit'
import {
  contentsOf,
  group,
  moveGroups,
  removeGroups,
  renameGroup,
  resizeGroup,
  setOwner,
  ungroup,
} from '../../src/model/groups'

function block(id: string, owner?: string, more: Partial<Block> = {}): Block {
  return { id, kind: 'ranker', label: id, at: { x: 8, y: 16 }, props: {}, ...(owner ? { group: owner } : {}), ...more }
}

function room(id: string, owner?: string, more: Partial<Group> = {}): Group {
  const place = { at: { x: 3, y: 5 }, size: { width: 300, height: 200 } }
  return { id, label: id, ...place, ...(owner ? { group: owner } : {}), ...more }
}

function designOf(groups: readonly Group[], blocks: readonly Block[], flows: readonly Flow[] = []): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), groups: table(groups), blocks: table(blocks), flows: table(flows) }
}

const line = [
  { x: 0, y: 0 },
  { x: 40, y: 0 },
]
const flow = (id: string, source: string, target: string): Flow => ({ id, kind: 'data', source, target, bends: line })

const nested = designOf([room('out'), room('in', 'out')], [block('a', 'out'), block('b', 'in'), block('c')])

test('a new room frames its members, in whole pixels, and one undo takes it back', () => {
  const design = designOf([], [block('a'), block('b')])
  const members = { blocks: new Set(['a', 'b']), groups: new Set<string>() }
  const edit = group(design, members, { x: -2.4, y: -18, width: 180.6, height: 98 }, 'Serving', () => 0)
  const after = applyEdit(design, edit)
  expect(edit.label).toBe('Group 2 blocks')
  expect(after.groups).toEqual({
    'room-aaaa': { id: 'room-aaaa', label: 'Serving', at: { x: -2, y: -18 }, size: { width: 181, height: 98 } },
  })
  expect(Object.values(after.blocks).map(each => each.group)).toEqual(['room-aaaa', 'room-aaaa'])
  expect(applyEdit(after, invert(design, edit))).toEqual(design)
})

test('a room made of blocks of one room stands in that room', () => {
  const members = { blocks: new Set(['b']), groups: new Set<string>() }
  const after = applyEdit(
    nested,
    group(nested, members, { x: 0, y: 0, width: 1, height: 1 }, 'New', () => 0),
  )
  expect([after.groups['room-aaaa']?.group, after.blocks.b?.group]).toEqual(['in', 'room-aaaa'])
})

test('a room holds what its inner rooms hold', () => {
  expect(contentsOf(nested, ['out', 'gone'])).toEqual({ blocks: new Set(['a', 'b']), groups: new Set(['out', 'in']) })
})

test('a ring of rooms is walked once', () => {
  const ring = designOf([room('a', 'b'), room('b', 'a')], [block('x', 'b')])
  expect(contentsOf(ring, ['a'])).toEqual({ blocks: new Set(['x']), groups: new Set(['a', 'b']) })
  expect(applyEdit(ring, ungroup(ring, ['a', 'b']))).toEqual(designOf([], [block('x')]))
})

test('what an ungrouped room held belongs to the room around it', () => {
  const after = applyEdit(nested, ungroup(nested, ['in']))
  expect(after).toEqual(designOf([room('out')], [block('a', 'out'), block('b', 'out'), block('c')]))
})

test('rooms that go together leave their blocks in none of them', () => {
  const after = applyEdit(nested, ungroup(nested, ['in', 'out']))
  expect(after).toEqual(designOf([], [block('a'), block('b'), block('c')]))
})

test('Delete takes the room and leaves its blocks; with its members all of it goes, flows included', () => {
  const design = { ...nested, flows: designOf([], [], [flow('f', 'b', 'c')]).flows }
  const alone = removeGroups(design, ['out'])
  expect(alone.label).toBe('Delete “out”')
  expect(Object.keys(applyEdit(design, alone).blocks)).toEqual(['a', 'b', 'c'])
  expect(applyEdit(design, removeGroups(design, ['out'], true))).toEqual(designOf([], [block('c')]))
})

test('a room moves all that it holds; lines inside move along, lines to the outside are routed anew', () => {
  const flows = [flow('inside', 'a', 'b'), flow('pulled', 'b', 'c'), flow('elsewhere', 'c', 'c')]
  const design = { ...nested, flows: designOf([], [], flows).flows }
  const edit = moveGroups(design, ['out'], { x: 16, y: -8 })
  const after = applyEdit(design, edit)
  expect(edit.label).toBe('Move “out”')
  expect(Object.values(after.blocks).map(each => each.at)).toEqual([
    { x: 24, y: 8 },
    { x: 24, y: 8 },
    { x: 8, y: 16 },
  ])
  expect(Object.values(after.groups).map(each => each.at)).toEqual([
    { x: 19, y: -3 },
    { x: 19, y: -3 },
  ])
  expect(Object.values(after.flows).map(each => each.bends)).toEqual([
    [
      { x: 16, y: -8 },
      { x: 56, y: -8 },
    ],
    undefined,
    line,
  ])
  expect(applyEdit(after, invert(design, edit))).toEqual(design)
})

test('a locked room stays; a locked block goes with its room but not alone', () => {
  const design = designOf(
    [room('fixed', undefined, { locked: true }), room('free')],
    [block('a', 'fixed'), block('b', 'free', { locked: true }), block('c', undefined, { locked: true })],
  )
  const moved = moveGroups(design, ['fixed', 'free'], { x: 8, y: 0 }, ['c']).changes.map(change => change.id)
  expect(moved).toEqual(['free', 'b'])
})

test('a block and its room moved together move once', () => {
  const edit = moveGroups(nested, ['in'], { x: 8, y: 0 }, ['b', 'c'])
  expect(edit.changes.map(change => change.id)).toEqual(['in', 'b', 'c'])
})

test('no way is no edit', () => {
  expect(moveGroups(nested, ['out'], { x: 0, y: 0 }).changes).toEqual([])
})

test('a room gets another frame and another name', () => {
  const resized = applyEdit(nested, resizeGroup(nested, 'in', { x: 1.2, y: 2.6, width: 99.5, height: 50 }))
  expect(resized.groups.in).toMatchObject({ at: { x: 1, y: 3 }, size: { width: 100, height: 50 } })
  expect(applyEdit(nested, renameGroup(nested, 'in', 'Ranking')).groups.in?.label).toBe('Ranking')
})

test('owners change where they differ, and no room gets into itself', () => {
  const owners = new Map([
    ['c', 'in'],
    ['b', undefined],
    ['a', 'out'],
    ['out', 'in'],
    ['gone', 'in'],
  ])
  expect(setOwner(nested, owners).changes).toEqual([
    { op: 'set', table: 'blocks', id: 'c', path: 'group', to: 'in' },
    { op: 'set', table: 'blocks', id: 'b', path: 'group' },
  ])
})
