import type { Cell } from '../../drawing/lanes/lattice'
import type { Id, Point } from '../../model/design'
import type { Part, Parts } from '../parts'
import type { Placement } from '../placement'
import { measure, score } from '../score'
import { type Areas, areasOf } from './areas'
import { draw } from './draw'
import { growths } from './grow'
import { shownGutters } from './gutters'
import type { Standing, Waiting } from './standing'

/** What a further row or column costs, in crossings. */
const GROWN = 1.5

/** Pixels that blocks which stand move on average that are worth one crossing. */
const A_CROSSING_MOVED = 16

/** Pixels from where a person put a block that are worth one crossing. */
const A_CROSSING_AWAY = 40

/** Seats of a new block that are drawn, the nearest to what it is wired to; the others are not looked at. */
const SEATS = 60

/** Seats that are tried in one slice. */
const SEATS_A_SLICE = 8

/** A place for one block: a free cell of the plan as it is, or of one with a further row or column. */
interface Seat {
  readonly standing: Standing
  readonly cell: Cell
  readonly cost: number
}

/**
 * The layout that stands, with what waits on the cells that draw best, one after the other: every free cell of its room,
 * and each further row or column through that room. All others keep their cells. Yields null until all have one.
 */
export function* again(parts: Parts, blocks: readonly Part[], standing: Standing): Generator<Placement | null> {
  const areas = areasOf(parts)
  let now = standing
  for (const waiting of standing.waiting) {
    const seats = seatsFor(parts, blocks, areas, now, waiting)
    let best: { readonly standing: Standing; readonly points: number } | null = null
    for (const [tried, seat] of seats.entries()) {
      const next = seated(seat, waiting.id)
      const [seen, placement] = drawn(parts, blocks, next)
      const points = score(measure(seen, placement)) + seat.cost + shift(standing, placement) / A_CROSSING_MOVED
      if (!best || points < best.points) best = { standing: next, points }
      if (tried % SEATS_A_SLICE === SEATS_A_SLICE - 1) yield null
    }
    // There is always a seat: a plan can grow.
    if (best) now = best.standing
  }
  yield drawn(parts, blocks, now)[1]
}

/** The parts of those blocks that have a cell, as they are drawn. */
function drawn(parts: Parts, blocks: readonly Part[], standing: Standing): [Parts, Placement] {
  const { cells, plan } = standing
  const isWaiting = new Set(blocks.filter(block => !cells.has(block.id)).map(block => block.id))
  const flows = parts.flows.filter(flow => !isWaiting.has(flow.source) && !isWaiting.has(flow.target))
  const seen = { ...parts, flows, blocks: parts.blocks.filter(block => !isWaiting.has(block.id)) }
  const board = blocks.filter(block => !isWaiting.has(block.id))
  const numbers = Int16Array.from(board, ({ id }) => {
    const { column, row } = cells.get(id) as Cell
    return column + row * plan.columns
  })
  return [seen, draw(seen, board, plan, numbers, shownGutters(standing))]
}

function seated({ standing, cell }: Seat, id: Id): Standing {
  const cells = new Map(standing.cells).set(id, cell)
  return { ...standing, cells }
}

/** Pixels that the blocks of a layout move on average, but for what they move all together. */
function shift({ cells, columns, rows }: Standing, { at }: Placement): number {
  const ways = [...cells].flatMap(([id, { column, row }]) => {
    const to = at.get(id)
    return to ? [{ x: to.x - (columns[column] ?? 0), y: to.y - (rows[row] ?? 0) }] : []
  })
  const common = { x: median(ways.map(way => way.x)), y: median(ways.map(way => way.y)) }
  return ways.reduce((sum, { x, y }) => sum + Math.hypot(x - common.x, y - common.y), 0) / Math.max(1, ways.length)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** The seats worth drawing for a block, the most promising first. */
function seatsFor(
  parts: Parts,
  blocks: readonly Part[],
  areas: Areas,
  standing: Standing,
  { id, near }: Waiting,
): Seat[] {
  const home = areas.allowed.get(id)?.[0] ?? ''
  const group = blocks.find(block => block.id === id)?.group
  const seats = [
    ...freeCells(standing, home, group).map(cell => ({ standing, cell, cost: 0 })),
    ...growths(standing, home, group).flatMap(({ standing: grown, isNew }) =>
      freeCells(grown, home, group)
        .filter(isNew)
        .map(cell => ({ standing: grown, cell, cost: GROWN })),
    ),
  ].map(seat => ({ ...seat, cost: seat.cost + (near ? distance(seat, near) / A_CROSSING_AWAY : 0) }))
  const neighbours = parts.flows.flatMap(({ source, target }) =>
    source === id ? [target] : target === id ? [source] : [],
  )
  return seats
    .map(seat => ({ seat, rank: seat.cost + wayTo(neighbours, seat) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SEATS)
    .map(({ seat }) => seat)
}

/** Cells where nothing stands, in the room of the group; for a block without one, in no room of a group. */
function freeCells({ plan, cells }: Standing, home: string, group: Id | undefined): Cell[] {
  const taken = new Set([...cells.values()].map(({ column, row }) => column + row * plan.columns))
  const free: Cell[] = []
  for (let row = 0; row < plan.rows; row++)
    for (let column = 0; column < plan.columns; column++) {
      const room = plan.rooms.find(
        each =>
          column >= each.column &&
          column < each.column + each.width &&
          row >= each.row &&
          row < each.row + each.height &&
          each.area.group !== undefined,
      )
      const isOwn = group === undefined ? room === undefined : room?.area.key === home
      if (isOwn && !taken.has(column + row * plan.columns)) free.push({ column, row })
    }
  return free
}

/** Pixels from the seat to a point, a grown lane as wide as the others. */
function distance({ standing: { columns, rows }, cell }: Seat, near: Point): number {
  return Math.abs((columns[cell.column] ?? 0) - near.x) + Math.abs((rows[cell.row] ?? 0) - near.y)
}

/** Cells between a seat and what it is wired to, on average. */
function wayTo(neighbours: readonly Id[], { standing, cell }: Seat): number {
  const ways = neighbours.flatMap(id => {
    const other = standing.cells.get(id)
    return other ? [Math.abs(other.column - cell.column) + Math.abs(other.row - cell.row)] : []
  })
  return ways.reduce((sum, way) => sum + way, 0) / Math.max(1, ways.length)
}
