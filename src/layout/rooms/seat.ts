import type { Id } from '../../model/design'
import type { Parts } from '../parts'
import { anneal, isAllowed } from './anneal'
import type { Areas } from './areas'
import { boardOf } from './board'
import { createChange, type Table } from './change'
import { costOf } from './cost'
import type { FloorPlan } from './floor-plans'
import { type Link, linksOf } from './links'

/** A seating one move away from another. */
export interface Move {
  readonly cells: Int16Array
  /** In rows of length. */
  readonly cost: number
  readonly isHot: boolean
}

/** Blocks on the cells of a floor plan, moved about to make flows short, straight and free of crossings. */
export interface Seating {
  readonly plan: FloorPlan
  /** What the seating costs now, in rows of length. */
  cost(): number
  /** Tries so many moves while it cools from one temperature to the other, and keeps the best seating. */
  anneal(moves: number, hot: number, cold: number): void
  /** All seatings one move of a block away, or one swap of two, with what they cost; `isHot` where one of `hot` moves. */
  moves(hot: ReadonlySet<Id>): readonly Move[]
  /** The cell of each block, by its number among the parts. */
  cells(): Int16Array
  load(cells: Int16Array): void
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
  const isHot = (hot: ReadonlySet<Id>, block: number) => hot.has(parts.blocks[block]?.id ?? '')

  return {
    plan,
    cost: () => current,
    anneal(moves, hot, cold) {
      anneal(table, { moves, hot, cold })
      current = cost.total()
    },
    moves(hot) {
      const found: Move[] = []
      const change = createChange(table)
      const cost = current
      for (let block = 0; block < count; block++)
        for (const to of usable) {
          const other = board.blockAt[to] as number
          // A swap of two blocks is one move.
          if ((other >= 0 && other < block) || !isAllowed(board, block, to)) continue
          const from = cellOf[block] as number
          const by = change.move(block, to, Number.POSITIVE_INFINITY)
          found.push({ cells: cellOf.slice(), cost: cost + by, isHot: isHot(hot, block) || isHot(hot, other) })
          board.swap(from, to)
        }
      return found
    },
    cells: () => cellOf.slice(),
    load(cells) {
      board.load(cells)
      current = cost.total()
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
