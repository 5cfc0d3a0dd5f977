import type { Board } from './board'
import { createChange, type Table } from './change'

/** How many moves go to a neighbour cell; the others go to any cell. */
const TO_NEIGHBOUR = 0.35

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
  const { board, random } = table
  const { cellOf } = board
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
    const temperature = hot * (cold / hot) ** (move / moves)
    const limit = -temperature * Math.log(random())
    const by = change.move(block, to, limit)
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
