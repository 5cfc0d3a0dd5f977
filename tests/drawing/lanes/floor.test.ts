import { expect, test } from 'vitest'
import type { Box } from '../../../src/drawing/geometry'
import { floorOf } from '../../../src/drawing/lanes/floor'

function boxes(places: Readonly<Record<string, readonly [x: number, y: number]>>): Map<string, Box> {
  return new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y, width: 160, height: 64 }]))
}

test('blocks that stand roughly in line share a column or a row', () => {
  const floor = floorOf(boxes({ a: [0, 0], b: [200, 12], c: [-14, 104], d: [212, 96] }))
  expect(floor?.columns).toEqual([
    { from: -14, to: 160 },
    { from: 200, to: 372 },
  ])
  expect(floor?.rows).toEqual([
    { from: 0, to: 76 },
    { from: 96, to: 168 },
  ])
  expect([...(floor?.cells ?? [])]).toEqual([
    ['a', { column: 0, row: 0 }],
    ['b', { column: 1, row: 0 }],
    ['c', { column: 0, row: 1 }],
    ['d', { column: 1, row: 1 }],
  ])
})

test('a block across two columns is left out, and the others keep theirs', () => {
  const floor = floorOf(boxes({ a: [0, 0], b: [200, 0], c: [0, 104], d: [200, 104], stray: [100, 208] }))
  expect([...(floor?.cells.keys() ?? [])].sort()).toEqual(['a', 'b', 'c', 'd'])
  expect(floor?.columns.length).toBe(2)
})

test('blocks on top of each other have no floor', () => {
  expect(
    floorOf(boxes(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`b${i}`, [i * 40, i * 20]])))),
  ).toBeNull()
})

test('no blocks have an empty floor', () => {
  expect(floorOf(new Map())).toMatchObject({ columns: [], rows: [] })
})
