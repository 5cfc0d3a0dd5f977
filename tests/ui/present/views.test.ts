import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rect } from '../../../src/layout/rect'
import { viewsOf } from '../../../src/ui/present/views'

const block = (x: number, y: number): Rect => ({ x, y, width: 160, height: 64 })
const VIEW = { width: 1000, height: 500 }

test('what fits into the view is one view', () => {
  expect(viewsOf([block(0, 0), block(840, 436)], VIEW)).toEqual([{ x: 0, y: 0, width: 1000, height: 500 }])
  expect(viewsOf([], VIEW)).toEqual([])
})

test('what does not fit is parted at its widest gap', () => {
  const row = [block(0, 0), block(200, 0), block(900, 0), block(1100, 0)]
  expect(viewsOf(row, VIEW)).toEqual([
    { x: 0, y: 0, width: 360, height: 64 },
    { x: 900, y: 0, width: 360, height: 64 },
  ])
})

test('a place that is larger than the view is a view of its own', () => {
  const wall = { x: 0, y: 0, width: 3000, height: 64 }
  expect(viewsOf([wall], VIEW)).toEqual([wall])
})

const contains = (a: Rect, b: Rect) =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height

test('every block lies whole in a view, and every view fits', () => {
  const places = fc.array(
    fc.record({ x: fc.integer({ min: -4000, max: 4000 }), y: fc.integer({ min: -2000, max: 2000 }) }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(places, points => {
      const blocks = points.map(({ x, y }) => block(x, y))
      const views = viewsOf(blocks, VIEW)
      expect(blocks.every(one => views.some(view => contains(view, one)))).toBe(true)
      expect(views.every(view => view.width <= VIEW.width && view.height <= VIEW.height)).toBe(true)
      expect(views.length).toBeLessThanOrEqual(blocks.length)
    }),
  )
})
