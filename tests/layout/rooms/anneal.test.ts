import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from '../../../src/layout/parts'
import { areasOf } from '../../../src/layout/rooms/areas'
import { floorPlans } from '../../../src/layout/rooms/floor-plans'
import { randomFrom } from '../../../src/layout/rooms/random'
import { type Seating, seat } from '../../../src/layout/rooms/seat'
import { CATALOGUE } from '../catalogue'

const PARTS = CATALOGUE.map(({ design }) => partsOf(design))

/** A documented design on one of its floor plans, seated in the order of kinds. */
function seated(design: number, plan: number, seed: number): Seating {
  const parts = PARTS[design % PARTS.length] as (typeof PARTS)[number]
  const areas = areasOf(parts)
  const plans = floorPlans(areas.all, 60)
  return seat(parts, areas, plans[plan % plans.length] as (typeof plans)[number], randomFrom(seed))
}

const seatings = fc.tuple(fc.nat(14), fc.nat(59), fc.nat())

test('a search leaves no seating worse than it found, each block on a cell of its own, and is the same each time', () => {
  fc.assert(
    fc.property(seatings, ([design, plan, seed]) => {
      const [one, other] = [seated(design, plan, seed), seated(design, plan, seed)]
      const before = one.cost()
      one.anneal(400, 6, 0.4)
      other.anneal(400, 6, 0.4)
      expect(one.cost()).toBeLessThanOrEqual(before + 1e-6)
      expect(new Set(one.cells()).size).toBe(one.cells().length)
      expect(other.cells()).toEqual(one.cells())
    }),
    { numRuns: 30 },
  )
})

test('without any warmth only moves that cost nothing more are kept', () => {
  fc.assert(
    fc.property(seatings, ([design, plan, seed]) => {
      const seating = seated(design, plan, seed)
      seating.anneal(2_000, 1e-9, 1e-9)
      const cost = seating.cost()
      // What the search believes of a move is what the whole cost says: a cold search never ends above where it was.
      seating.anneal(2_000, 1e-9, 1e-9)
      expect(seating.cost()).toBeLessThanOrEqual(cost + 1e-6)
    }),
    { numRuns: 10 },
  )
})

test('the moves of a seating are each one move or swap away, with their whole cost, and marked when a block is hot', () => {
  const seating = seated(0, 0, 1)
  const cells = seating.cells()
  const parts = PARTS[0] as (typeof PARTS)[number]
  const hot = parts.blocks[3]?.id ?? ''
  const moves = seating.moves(new Set([hot]))
  expect(new Set(moves.map(move => move.cells.join(' '))).size).toBe(moves.length)
  for (const move of moves) {
    const moved = [...cells.keys()].filter(i => cells[i] !== move.cells[i])
    expect([1, 2]).toContain(moved.length)
    expect(move.isHot).toBe(moved.includes(3))
    seating.load(move.cells)
    expect(seating.cost()).toBeCloseTo(move.cost, 6)
  }
})
