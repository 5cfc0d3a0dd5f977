import { expect, test } from 'vitest'
import { partsOf } from '../../../src/layout/parts'
import { areasOf } from '../../../src/layout/rooms/areas'
import { floorPlans } from '../../../src/layout/rooms/floor-plans'
import { type Drawing, type Polish, polished } from '../../../src/layout/rooms/polish'
import { randomFrom } from '../../../src/layout/rooms/random'
import { type Seating, seat } from '../../../src/layout/rooms/seat'
import { sketch } from '../../../src/plan/sketch'

const PARTS = partsOf(sketch`client -request-> gateway -request-> app-service -request-> ranker -request-> cache`)
const NOWHERE = { at: new Map(), bends: new Map(), frames: new Map() }

function start(): Drawing {
  const areas = areasOf(PARTS)
  const [plan] = floorPlans(areas.all, 1)
  if (!plan) throw new Error('There is always a plan.')
  const seating = seat(PARTS, areas, plan, randomFrom(1))
  return drawn(seating, seating.cells())
}

/** As if a drawing were the better the lower the numbers of the cells of its first blocks. */
function drawn(seating: Seating, cells: Int16Array): Drawing {
  const points = [...cells].reduce((sum, cell, block) => sum + cell * (cells.length - block), 0)
  return { seating, cells, placement: NOWHERE, points }
}

function polish(trials: number): { readonly steps: readonly Drawing[]; readonly count: number } {
  let count = 0
  const draw: Polish['draw'] = (seating, cells) => {
    count++
    return drawn(seating, cells)
  }
  return { steps: [...polished(start(), { draw, faults: () => new Set(), trials })], count }
}

test('polishing ends where no single move draws better', () => {
  const last = polish(1_000).steps.at(-1) as Drawing
  const { seating, cells, points } = last
  seating.load(cells)
  const most = seating.cost() + 9
  const better = seating
    .moves(new Set())
    .filter(move => move.cost <= most && drawn(seating, move.cells).points < points)
  expect(better).toEqual([])
  expect(points).toBeLessThanOrEqual(start().points)
})

test('polishing draws no more often than it may, and no seating twice', () => {
  expect(polish(7).count).toBe(7)
  expect(polish(0).count).toBe(0)
})

test('what polishing yields only gets better', () => {
  const points = polish(1_000).steps.map(step => step.points)
  expect(points).toEqual([...points].sort((a, b) => b - a))
})
