import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pinched } from '../../../src/ui/canvas/pinch'

const ZOOMS = { least: 0.1, most: 4 }
const CORNER = { x: 48, y: 92 }
const SHIFT = { x: 10, y: -20, zoom: 0.5 }

test('fingers that part zoom in, fingers that come together zoom out', () => {
  const near = [
    { x: 300, y: 300 },
    { x: 340, y: 300 },
  ]
  const far = [
    { x: 280, y: 300 },
    { x: 360, y: 300 },
  ]
  expect(pinched(SHIFT, near, far, CORNER, ZOOMS)?.zoom).toBe(1)
  expect(pinched(SHIFT, far, near, CORNER, ZOOMS)?.zoom).toBe(0.25)
})

test('one finger, before or after, does not pinch', () => {
  const one = [{ x: 1, y: 1 }]
  const two = [...one, { x: 5, y: 5 }]
  expect([pinched(SHIFT, one, two, CORNER, ZOOMS), pinched(SHIFT, two, one, CORNER, ZOOMS)]).toEqual([null, null])
})

test('what lies between the fingers stays between them, within the zooms that the canvas has', () => {
  const spot = fc.record({ x: fc.integer({ min: 50, max: 1000 }), y: fc.integer({ min: 100, max: 700 }) })
  const pair = fc.tuple(spot, spot).filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) > 8)
  const middle = ([a, b]: readonly { x: number; y: number }[]) => ({ x: (a!.x + b!.x) / 2, y: (a!.y + b!.y) / 2 })
  fc.assert(
    fc.property(pair, pair, (before, after) => {
      const next = pinched(SHIFT, before, after, CORNER, ZOOMS)!
      expect(next.zoom).toBeGreaterThanOrEqual(ZOOMS.least)
      expect(next.zoom).toBeLessThanOrEqual(ZOOMS.most)
      const under = (at: { x: number; y: number }, shift: typeof SHIFT) => ({
        x: (at.x - CORNER.x - shift.x) / shift.zoom,
        y: (at.y - CORNER.y - shift.y) / shift.zoom,
      })
      const from = under(middle(before), SHIFT)
      const to = under(middle(after), next)
      expect(to.x).toBeCloseTo(from.x, 6)
      expect(to.y).toBeCloseTo(from.y, 6)
    }),
  )
})
