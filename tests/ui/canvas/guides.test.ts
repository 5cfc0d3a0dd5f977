import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rect } from '../../../src/layout/rect'
import { guide, stopsOf } from '../../../src/ui/canvas/guides'

const card = (x: number, y: number): Rect => ({ x, y, width: 160, height: 64 })

test('a block near the column and row of others is drawn to both, and shares the edges that the lines show', () => {
  const { by, lines } = guide(card(408, 96), stopsOf([card(400, 0), card(0, 104)]), 8)
  expect(by).toEqual({ x: -8, y: 8 })
  expect(lines).toEqual([
    { axis: 'x', at: 400, from: 0, to: 168 },
    { axis: 'x', at: 560, from: 0, to: 168 },
    { axis: 'y', at: 104, from: 0, to: 560 },
    { axis: 'y', at: 168, from: 0, to: 560 },
  ])
})

test('things of different sizes are drawn centre to centre', () => {
  const note = { x: 0, y: 0, width: 320, height: 64 }
  const { by, lines } = guide(card(88, 200), stopsOf([note]), 8)
  expect([by, lines]).toEqual([{ x: -8, y: 0 }, [{ axis: 'x', at: 160, from: 0, to: 264 }]])
})

test('a block after two others, before them or between them takes the gap that they have', () => {
  const row = stopsOf([card(0, 0), card(200, 0)])
  const after = guide(card(408, 0), row, 8)
  expect([after.by.x, after.gaps.map(({ from, to }) => [from, to])]).toEqual([
    -8,
    [
      [160, 200],
      [360, 400],
    ],
  ])
  expect(guide(card(-192, 0), row, 8).by.x).toBe(-8)
  const wide = stopsOf([card(0, 0), card(400, 0)])
  expect(guide(card(192, 0), wide, 8).by.x).toBe(8)
})

test('nothing is drawn to what is out of reach, nor off the grid', () => {
  expect(guide(card(416, 300), stopsOf([card(400, 0)]), 8).by).toEqual({ x: 0, y: 0 })
  expect(guide(card(8, 300), stopsOf([{ x: 3, y: 0, width: 171, height: 50 }]), 8).by).toEqual({ x: 0, y: 0 })
})

test('whatever stands: the way is short and on the grid, and every line and gap holds where it leads', () => {
  const cell = fc.integer({ min: -60, max: 60 }).map(n => n * 8)
  const rect = fc.record({
    x: cell,
    y: cell,
    width: fc.constantFrom(160, 168, 320),
    height: fc.constantFrom(48, 64, 200),
  })
  fc.assert(
    fc.property(rect, fc.array(rect, { maxLength: 12 }), fc.constantFrom(4, 8, 16, 80), (box, others, reach) => {
      const { by, lines, gaps } = guide(box, stopsOf(others), reach)
      expect([by.x, by.y].every(way => Math.abs(way) <= reach && Math.abs(way) % 8 === 0)).toBe(true)
      const there = { ...box, x: box.x + by.x, y: box.y + by.y }
      const stopsFor = (one: Rect, axis: 'x' | 'y') => {
        const length = axis === 'x' ? one.width : one.height
        return [one[axis], one[axis] + length / 2, one[axis] + length]
      }
      for (const { axis, at } of lines) {
        const side = stopsFor(there, axis).indexOf(at)
        expect(side).toBeGreaterThanOrEqual(0)
        expect(others.some(one => stopsFor(one, axis).includes(at))).toBe(true)
      }
      for (const axis of ['x', 'y'] as const) {
        const widths = gaps.filter(gap => gap.axis === axis).map(({ from, to }) => to - from)
        expect(new Set(widths).size).toBeLessThanOrEqual(1)
        expect(widths.length).not.toBe(1)
      }
    }),
  )
})
