import type { Board } from './board'
import type { Cost } from './cost'
import type { Link } from './links'

/** What a search moves about, and by which lots. */
export interface Table {
  readonly board: Board
  readonly cost: Cost
  readonly links: readonly Link[]
  /** The numbers of the flows at each block. */
  readonly atBlock: readonly (readonly number[])[]
  readonly random: () => number
}

/** What one move changes about the flows, worked out from what is known of all of them before it. */
export interface Change {
  /**
   * Moves a block to a cell, and who stands there to where it stood. Returns the change of the cost, or something above
   * the limit as soon as it is sure to be.
   */
  move(block: number, to: number, limit: number): number
  /** The move stays. */
  keep(): void
}

/** Knows the cost of every flow and of every pair of flows of a board; whoever moves blocks otherwise makes a new one. */
export function createChange({ board, cost, links, atBlock }: Table): Change {
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

  const begin = (block: number, other: number, from: number, to: number) => {
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
  }

  const flowsChange = (standing: number, limit: number) => {
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
  }

  return {
    move(block, to, limit) {
      const from = board.cellOf[block] as number
      const other = board.blockAt[to] as number
      const stand = () => cost.stand(block) + (other < 0 ? 0 : cost.stand(other))
      const standing = stand()
      begin(block, other, from, to)
      board.swap(from, to)
      return flowsChange(stand() - standing, limit)
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
