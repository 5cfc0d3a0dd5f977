import type { Id } from '../../model/design'
import type { Parts } from '../parts'
import { anneal, isAllowed, type Table } from './anneal'
import type { Areas } from './areas'
import { boardOf } from './board'
import { costOf } from './cost'
import type { FloorPlan } from './floor-plans'
import { type Link, linksOf } from './links'

/** How many trials move a block at a flow that crosses, when there is one. */
const AT_CROSSING = 0.7

/** Blocks on the cells of a floor plan, moved about to make flows short, straight and free of crossings. */
export interface Seating {
  readonly plan: FloorPlan
  /** What the seating costs now, in rows of length. */
  cost(): number
  /** Tries so many moves while it cools from one temperature to the other, and keeps the best seating. */
  anneal(moves: number, hot: number, cold: number): void
  /** The cells after one random move, mostly of one of the given blocks. Null when it is not allowed. */
  trial(hot: readonly Id[], draw: () => number): Int16Array | null
  /** The cell of each block, by its number among the parts. */
  cells(): Int16Array
  load(cells: Int16Array): void
  /** The cost if these cells were loaded. */
  costOf(cells: Int16Array): number
}

/** Seats blocks first in the order of their kinds, room by room. The random numbers decide all that follows. */
export function seat(parts: Parts, areas: Areas, plan: FloorPlan, random: () => number): Seating {
  const count = parts.blocks.length
  const number = new Map(parts.blocks.map((block, i) => [block.id, i]))
  const links = linksOf(parts, number)
  const atBlock = linksAtBlocks(count, links)
  const board = boardOf(parts, areas, plan)
  const { cellOf, usable } = board
  const cost = costOf(parts, areas, board, links)
  const table: Table = { board, cost, links, atBlock, random }
  let current = cost.total()

  return {
    plan,
    cost: () => current,
    anneal(moves, hot, cold) {
      anneal(table, { moves, hot, cold })
      current = cost.total()
    },
    trial(hot, draw) {
      const id = hot.length > 0 && draw() < AT_CROSSING ? hot[Math.floor(draw() * hot.length)] : undefined
      const block = (id === undefined ? undefined : number.get(id)) ?? Math.floor(draw() * count)
      const to = usable[Math.floor(draw() * usable.length)] as number
      const from = cellOf[block] as number
      if (!isAllowed(board, block, to)) return null
      board.swap(from, to)
      const cells = cellOf.slice()
      board.swap(from, to)
      return cells
    },
    cells: () => cellOf.slice(),
    load(cells) {
      board.load(cells)
      current = cost.total()
    },
    costOf(cells) {
      const before = cellOf.slice()
      board.load(cells)
      const total = cost.total()
      board.load(before)
      return total
    },
  }
}

/** The numbers of the flows at each block. */
function linksAtBlocks(count: number, links: readonly Link[]): number[][] {
  const atBlock: number[][] = Array.from({ length: count }, () => [])
  for (const [i, { source, target }] of links.entries()) {
    atBlock[source]?.push(i)
    atBlock[target]?.push(i)
  }
  return atBlock
}
