import type { Id } from '../../model/design'
import type { Parts } from '../parts'
import type { Areas } from './areas'
import { boardOf } from './board'
import { costOf } from './cost'
import type { FloorPlan } from './floor-plans'
import { type Link, linksOf } from './links'

/** How many moves go to a neighbour cell; the others go to any cell. */
const TO_NEIGHBOUR = 0.35

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
  const { cellOf, blockAt, usable } = board
  const cost = costOf(parts, areas, board, links)
  let current = cost.total()

  /** The cell to move a block to, or -1 beyond the rim. */
  const pickCell = (block: number) => {
    if (random() >= TO_NEIGHBOUR) return usable[Math.floor(random() * usable.length)] as number
    const step = Math.floor(random() * 4)
    const column = (board.x[block] as number) + ([1, 0, -1, 0][step] as number)
    const row = (board.y[block] as number) + ([0, 1, 0, -1][step] as number)
    const isInside = column >= 0 && row >= 0 && column < board.columns && row < board.rows
    return isInside ? column + row * board.columns : -1
  }

  const isAllowed = (block: number, from: number, to: number) => {
    const other = blockAt[to] as number
    return to !== from && board.mayStand(block, to) && (other < 0 || board.mayStand(other, from))
  }

  const anneal = (moves: number, hot: number, cold: number) => {
    let best = current
    const bestCells = cellOf.slice()
    let costs = Float64Array.from(links, cost.link)
    let next = new Float64Array(links.length)
    for (let move = 0; move < moves; move++) {
      const temperature = hot * (cold / hot) ** (move / moves)
      const block = Math.floor(random() * count)
      const from = cellOf[block] as number
      const to = pickCell(block)
      if (to < 0 || !isAllowed(block, from, to)) continue
      const other = blockAt[to] as number
      const own = atBlock[block] as number[]
      const touched = other < 0 ? own : [...new Set([...own, ...(atBlock[other] as number[])])]
      const local = () => cost.crossings(touched) + cost.stand(block) + (other < 0 ? 0 : cost.stand(other))
      let change = -local()
      board.swap(from, to)
      // A block that moves may stand in the way of any flow, so all lengths and bends are counted anew: they are cheap.
      for (let i = 0; i < links.length; i++) {
        const now = cost.link(links[i] as Link)
        next[i] = now
        change += now - (costs[i] as number)
      }
      change += local()
      if (change > 0 && random() >= Math.exp(-change / temperature)) {
        board.swap(from, to)
        continue
      }
      const before = costs
      costs = next
      next = before
      current += change
      if (current < best - 1e-9) {
        best = current
        bestCells.set(cellOf)
      }
    }
    board.load(bestCells)
    current = best
  }

  return {
    plan,
    cost: () => current,
    anneal,
    trial(hot, draw) {
      const id = hot.length > 0 && draw() < AT_CROSSING ? hot[Math.floor(draw() * hot.length)] : undefined
      const block = (id === undefined ? undefined : number.get(id)) ?? Math.floor(draw() * count)
      const to = usable[Math.floor(draw() * usable.length)] as number
      const from = cellOf[block] as number
      if (!isAllowed(block, from, to)) return null
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
