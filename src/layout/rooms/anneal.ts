import type { Board } from './board'
import type { Cost } from './cost'
import type { Link } from './links'

/** How many moves go to a neighbour cell; the others go to any cell. */
const TO_NEIGHBOUR = 0.35

/** What a search moves about, and by which lots. */
export interface Table {
  readonly board: Board
  readonly cost: Cost
  readonly links: readonly Link[]
  /** The numbers of the flows at each block. */
  readonly atBlock: readonly (readonly number[])[]
  readonly random: () => number
}

/** How long a search is, and how daring at its start and its end, in rows of length. */
export interface Cooling {
  readonly moves: number
  readonly hot: number
  readonly cold: number
}

/**
 * Tries so many moves of single blocks, or swaps of two, while it cools; leaves the best seating on the board. How much
 * worse a move may make it is drawn by lot beforehand, so that most are refused before their crossings are counted.
 */
export function anneal(table: Table, { moves, hot, cold }: Cooling): void {
  const { board, cost, random } = table
  const { cellOf, blockAt } = board
  const count = cellOf.length
  const change = createChange(table)
  const bestCells = cellOf.slice()
  let current = 0
  let best = 0
  for (let move = 0; move < moves; move++) {
    const block = Math.floor(random() * count)
    const from = cellOf[block] as number
    const to = cellFor(board, block, random)
    if (to < 0 || !isAllowed(board, block, to)) continue
    const other = blockAt[to] as number
    const temperature = hot * (cold / hot) ** (move / moves)
    const limit = -temperature * Math.log(random())
    const standing = cost.stand(block) + (other < 0 ? 0 : cost.stand(other))
    change.begin(block, other, from, to)
    board.swap(from, to)
    const stood = cost.stand(block) + (other < 0 ? 0 : cost.stand(other))
    const by = change.cost(stood - standing, limit)
    if (by > limit) {
      board.swap(from, to)
      continue
    }
    change.keep()
    current += by
    if (current < best - 1e-9) {
      best = current
      bestCells.set(cellOf)
    }
  }
  board.load(bestCells)
}

/** Whether a block may go to a cell, and who stands there to where it stands. */
export function isAllowed(board: Board, block: number, to: number): boolean {
  const from = board.cellOf[block] as number
  const other = board.blockAt[to] as number
  return to !== from && board.mayStand(block, to) && (other < 0 || board.mayStand(other, from))
}

/** The cell to move a block to, or -1 beyond the rim. */
function cellFor(board: Board, block: number, random: () => number): number {
  const { usable, columns, rows } = board
  if (random() >= TO_NEIGHBOUR) return usable[Math.floor(random() * usable.length)] as number
  const step = Math.floor(random() * 4)
  const column = (board.x[block] as number) + ([1, 0, -1, 0][step] as number)
  const row = (board.y[block] as number) + ([0, 1, 0, -1][step] as number)
  return column >= 0 && row >= 0 && column < columns && row < rows ? column + row * columns : -1
}

/** What one move changes about the flows, worked out from what is known of all of them before it. */
interface Change {
  /** Notes which flows a move of a block touches, before the move. */
  begin(block: number, other: number, from: number, to: number): void
  /** The change of the cost after the move; something above the limit as soon as it is sure to be. */
  cost(standing: number, limit: number): number
  /** The move stays. */
  keep(): void
}

/** Keeps the cost of every flow and of every pair of flows. */
function createChange({ board, cost, links, atBlock }: Table): Change {
  const count = links.length
  const { x, y } = board
  const costs = Float64Array.from(links, cost.link)
  const next = costs.slice()
  const pairs = new Float64Array(count * count)
  const sums = new Float64Array(count)
  const rows = new Float64Array(count * count)
  const isTouched = new Uint8Array(count)
  const touched: number[] = []
  const inTheWay: number[] = []
  let before = 0
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const crossed = cost.crossing(a, b)
      pairs[a * count + b] = crossed
      pairs[b * count + a] = crossed
      sums[a] = (sums[a] as number) + crossed
      sums[b] = (sums[b] as number) + crossed
    }

  const touch = (block: number) => {
    for (const i of atBlock[block] as readonly number[]) {
      if (isTouched[i] === 1) continue
      isTouched[i] = 1
      touched.push(i)
    }
  }
  const forget = () => {
    for (const i of touched) isTouched[i] = 0
    touched.length = 0
    inTheWay.length = 0
  }
  /** Whether a cell lies in the rectangle between the ends of a flow, where a block would be in its way. */
  const isBetween = (link: Link, cell: number) => {
    const column = cell % board.columns
    const row = Math.floor(cell / board.columns)
    const x0 = x[link.source] as number
    const x1 = x[link.target] as number
    const y0 = y[link.source] as number
    const y1 = y[link.target] as number
    return (x0 <= column || x1 <= column) && (x0 >= column || x1 >= column) && isWithin(y0, y1, row)
  }

  return {
    begin(block, other, from, to) {
      forget()
      touch(block)
      if (other >= 0) touch(other)
      // Two blocks that change places leave nobody's way freer than it was.
      else
        for (let i = 0; i < count; i++) {
          const link = links[i] as Link
          if (isTouched[i] === 0 && (isBetween(link, from) || isBetween(link, to))) inTheWay.push(i)
        }
      before = 0
      for (const [n, i] of touched.entries()) {
        before += sums[i] as number
        for (let m = 0; m < n; m++) before -= pairs[i * count + (touched[m] as number)] as number
      }
    },
    cost(standing, limit) {
      let change = standing - before
      for (const i of touched) {
        next[i] = cost.link(links[i] as Link)
        change += (next[i] as number) - (costs[i] as number)
      }
      for (const i of inTheWay) {
        next[i] = cost.link(links[i] as Link)
        change += (next[i] as number) - (costs[i] as number)
      }
      for (const i of touched) {
        if (change > limit) return change
        for (let j = 0; j < count; j++) {
          if (isTouched[j] === 1 && j <= i) continue
          const crossed = cost.crossing(i, j)
          rows[i * count + j] = crossed
          change += crossed
        }
      }
      return change
    },
    keep() {
      for (const i of touched) costs[i] = next[i] as number
      for (const i of inTheWay) costs[i] = next[i] as number
      for (const i of touched)
        for (let j = 0; j < count; j++) {
          if (isTouched[j] === 1 && j <= i) continue
          const crossed = rows[i * count + j] as number
          const more = crossed - (pairs[i * count + j] as number)
          if (more === 0) continue
          pairs[i * count + j] = crossed
          pairs[j * count + i] = crossed
          sums[i] = (sums[i] as number) + more
          sums[j] = (sums[j] as number) + more
        }
    },
  }
}

function isWithin(a: number, b: number, place: number): boolean {
  return (a <= place || b <= place) && (a >= place || b >= place)
}
