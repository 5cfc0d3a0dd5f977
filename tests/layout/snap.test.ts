import { describe, expect, test } from 'vitest'
import type { Parts } from '../../src/layout/parts'
import type { Rect } from '../../src/layout/rect'
import { snapped } from '../../src/layout/snap'
import type { Point } from '../../src/model/design'

const left = { x: 0, y: 0, width: 160, height: 64 }
const right = { x: 200, y: 8, width: 160, height: 64 }

/** The line of a flow from one block to another after snapping; undefined when it is left to the drawing. */
function mended(line: readonly Point[], source: Rect, target: Rect): readonly Point[] | undefined {
  const parts: Parts = {
    blocks: [
      { id: 'a', kind: 'ranker', width: source.width, height: source.height },
      { id: 'b', kind: 'ranker', width: target.width, height: target.height },
    ],
    flows: [{ id: 'f', kind: 'data', source: 'a', target: 'b' }],
    groups: [],
  }
  const blocks = new Map([
    ['a', source],
    ['b', target],
  ])
  return snapped(parts, { blocks, frames: new Map(), lines: new Map([['f', line]]) })?.bends.get('f')
}

describe('a mended line', () => {
  test('reaches both borders and stays straight when the blocks have moved to the grid', () => {
    const line = [
      { x: 159.2, y: 35.4 },
      { x: 203.1, y: 35.4 },
    ]
    expect(mended(line, left, right)).toEqual([
      { x: 160, y: 35 },
      { x: 200, y: 35 },
    ])
  })

  test('keeps off the corners', () => {
    const line = [
      { x: 160, y: 2 },
      { x: 180, y: 2 },
      { x: 180, y: 40 },
      { x: 200, y: 40 },
    ]
    expect(mended(line, left, right)?.[0]).toEqual({ x: 160, y: 3 })
  })

  test('turns where it turned', () => {
    const line = [
      { x: 80, y: 64.2 },
      { x: 80, y: 120 },
      { x: 280, y: 120 },
      { x: 280, y: 71.8 },
    ]
    expect(mended(line, left, right)).toEqual([
      { x: 80, y: 64 },
      { x: 80, y: 120 },
      { x: 280, y: 120 },
      { x: 280, y: 72 },
    ])
  })
})

describe('no line', () => {
  test('comes of one that slants', () => {
    const line = [
      { x: 160, y: 10 },
      { x: 200, y: 60 },
    ]
    expect(mended(line, left, right)).toBeUndefined()
  })

  test('comes of figures that are not finite', () => {
    expect(mended([{ x: Number.NaN, y: 0 }], left, right)).toBeUndefined()
  })

  test('comes of a straight one between blocks that no longer face each other', () => {
    const line = [
      { x: 160, y: 60 },
      { x: 200, y: 60 },
    ]
    expect(mended(line, left, { ...right, y: 64 })).toBeUndefined()
  })
})

test('no placement comes of a block that has no place', () => {
  const parts: Parts = { blocks: [{ id: 'a', kind: 'ranker', width: 160, height: 64 }], flows: [], groups: [] }
  expect(snapped(parts, { blocks: new Map(), frames: new Map(), lines: new Map() })).toBeNull()
})
