import { expect, test } from 'vitest'
import { align, distribute, resizeNote, type Side, setLocked } from '../../src/model/arrange'
import { type Block, type Design, emptyDesign, type Point, type Size } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'

const CARD: Size = { width: 160, height: 64 }
const NOTE: Size = { width: 168, height: 96 }

function designOf(places: Readonly<Record<string, Point>>, more: Partial<Block> = {}): Design {
  const blocks = Object.entries(places).map(([id, at]) => [
    id,
    { id, kind: 'ranker', label: id, at, props: {}, ...more },
  ])
  return { ...emptyDesign(), blocks: Object.fromEntries(blocks) }
}

function placesOf(design: Design) {
  return Object.fromEntries(Object.values(design.blocks).map(({ id, at }) => [id, [at?.x, at?.y]]))
}

const three = designOf({ a: { x: 0, y: 40 }, b: { x: 200, y: 0 }, c: { x: 640, y: 80 } })
const sizes = new Map([
  ['a', CARD],
  ['b', CARD],
  ['c', NOTE],
])

test.each<[Side, Record<string, readonly number[]>]>([
  ['left', { a: [0, 40], b: [0, 0], c: [0, 80] }],
  ['right', { a: [648, 40], b: [648, 0], c: [640, 80] }],
  ['top', { a: [0, 0], b: [200, 0], c: [640, 0] }],
  ['bottom', { a: [0, 112], b: [200, 112], c: [640, 80] }],
  ['centre-x', { a: [328, 40], b: [328, 0], c: [320, 80] }],
  ['centre-y', { a: [0, 56], b: [200, 56], c: [640, 40] }],
])('blocks of any size come to lie on one line: %s', (side, expected) => {
  expect(placesOf(applyEdit(three, align(three, sizes, side)))).toEqual(expected)
})

test('gaps become equal and the outer two stay', () => {
  expect(placesOf(applyEdit(three, distribute(three, sizes, 'x')))).toEqual({ a: [0, 40], b: [320, 0], c: [640, 80] })
  const tall = designOf({ a: { x: 0, y: 0 }, b: { x: 0, y: 72 }, c: { x: 0, y: 300 } })
  expect(placesOf(applyEdit(tall, distribute(tall, sizes, 'y')))).toEqual({ a: [0, 0], b: [0, 152], c: [0, 300] })
})

test('two blocks have nothing to distribute', () => {
  expect(distribute(three, new Map([...sizes].slice(0, 2)), 'x').changes).toEqual([])
})

test('a locked block stays and the others align with it', () => {
  const locked = { ...three, blocks: { ...three.blocks, a: { ...(three.blocks.a as Block), locked: true as const } } }
  expect(placesOf(applyEdit(locked, align(locked, sizes, 'right')))).toEqual({ a: [0, 40], b: [648, 0], c: [640, 80] })
})

test('locking and unlocking leave no trace', () => {
  const locked = applyEdit(three, setLocked(three, { blocks: ['a', 'gone'], groups: [] }, true))
  expect(locked.blocks.a?.locked).toBe(true)
  expect(applyEdit(locked, setLocked(locked, { blocks: ['a'], groups: [] }, false))).toEqual(three)
})

test('a note is resized on the grid', () => {
  const edit = resizeNote(three, 'c', { x: 3, y: 5, width: 101, height: 60 })
  expect(applyEdit(three, edit).blocks.c).toMatchObject({ at: { x: 0, y: 8 }, size: { width: 104, height: 64 } })
})
