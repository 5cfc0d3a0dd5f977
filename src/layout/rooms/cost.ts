import type { Parts } from '../parts'
import type { Areas } from './areas'
import type { Board } from './board'
import type { Link } from './links'
import { postOf } from './roles'

/** What crossings, bends, a foreign room and a place that the kind does not like weigh against length. By eye. */
const CROSSING = 2.6
const BEND = 1.1
const OUT_OF_ROOM = 0.6
const LIKING = 2

/** Bends that a flow between two cells will need: blocks in a straight way, one free elbow, elbows in a narrow gap. */
const STRAIGHT_BLOCKED = 2.2
const NARROW = 1.7

/** What the blocks on a board cost now, in rows of length. */
export interface Cost {
  /** Length and bends of a flow, and its direction where that matters. */
  link(link: Link): number
  /** The crossing of two flows, as far as straight lines between the cells tell; 0 or more. */
  crossing(a: number, b: number): number
  /** What it costs that a block stands where it does. */
  stand(block: number): number
  total(): number
}

/** The cost of a board, read from the board at each question. */
export function costOf(parts: Parts, areas: Areas, board: Board, links: readonly Link[]): Cost {
  const { x, y, columns, blockAt, cellOf } = board
  const homes = parts.blocks.map(block => areas.allowed.get(block.id)?.[0] ?? '')
  const likes = parts.blocks.map(block => postOf(block.kind).likes)
  // The innermost loop reads flat arrays: with objects a whole layout takes half as long again.
  const sources = Int16Array.from(links, link => link.source)
  const targets = Int16Array.from(links, link => link.target)
  const weights = Float64Array.from(links, link => (CROSSING * link.cross) / 2)

  const isRowFree = (row: number, from: number, to: number) => {
    for (let column = from; column <= to; column++) if ((blockAt[column + row * columns] as number) >= 0) return false
    return true
  }
  const isColumnFree = (column: number, from: number, to: number) => {
    for (let row = from; row <= to; row++) if ((blockAt[column + row * columns] as number) >= 0) return false
    return true
  }
  const bends = (x0: number, y0: number, x1: number, y1: number) => {
    const left = Math.min(x0, x1)
    const right = Math.max(x0, x1)
    const top = Math.min(y0, y1)
    const bottom = Math.max(y0, y1)
    if (y0 === y1) return isRowFree(y0, left + 1, right - 1) ? 0 : STRAIGHT_BLOCKED
    if (x0 === x1) return isColumnFree(x0, top + 1, bottom - 1) ? 0 : STRAIGHT_BLOCKED
    const isRight = x0 < x1
    const acrossFirst = isRowFree(y0, isRight ? x0 + 1 : x1, isRight ? x1 : x0 - 1)
    if (acrossFirst && isColumnFree(x1, top + 1, bottom - 1)) return 1
    const downFirst = isRowFree(y1, isRight ? x0 : x1 + 1, isRight ? x1 - 1 : x0)
    if (downFirst && isColumnFree(x0, top + 1, bottom - 1)) return 1
    return right - left === 1 || bottom - top === 1 ? NARROW : 2
  }

  const link = (flow: Link) => {
    const x0 = x[flow.source] as number
    const y0 = y[flow.source] as number
    const x1 = x[flow.target] as number
    const y1 = y[flow.target] as number
    const across = x1 - x0
    const down = Math.abs(y1 - y0)
    const turns = bends(x0, y0, x1, y1)
    let cost = flow.length * (1.7 * Math.abs(across) + down - 1) + BEND * flow.bend * turns
    if (flow.isLineage && across < 0) cost += 2.4 - 0.9 * across
    if (flow.isRequest && across < 0) cost += flow.isEntrance ? 4 : 0.8
    if (flow.isEntrance) cost += 2.5 * turns + (down > 0 ? 1.2 : 0)
    if (flow.isTrainingLine) cost += turns + (down > 0 ? 0.7 : 0) + (across < 0 ? 4 : 0)
    return cost
  }

  /** Whether the lines between the centres of the blocks cross, or, for less, only touch. */
  const crossing = (a: number, b: number) => {
    const p = sources[a] as number
    const q = targets[a] as number
    const r = sources[b] as number
    const s = targets[b] as number
    if (p === r || p === s || q === r || q === s) return 0
    const px = x[p] as number
    const py = y[p] as number
    const rx = x[r] as number
    const ry = y[r] as number
    const ax = (x[q] as number) - px
    const ay = (y[q] as number) - py
    const bx = (x[s] as number) - rx
    const by = (y[s] as number) - ry
    const one = ax * (ry - py) - ay * (rx - px)
    const two = one + ax * by - ay * bx
    if (one * two > 0) return 0
    const three = bx * (py - ry) - by * (px - rx)
    const four = three + bx * ay - by * ax
    if (three * four > 0) return 0
    const weight = (weights[a] as number) + (weights[b] as number)
    if (one === 0 && two === 0) return doShare(px, ax, rx, bx) && doShare(py, ay, ry, by) ? 0.8 * weight : 0
    return one * two < 0 && three * four < 0 ? weight : 0.7 * weight
  }

  const stand = (block: number) => {
    const room = board.roomAt(cellOf[block] as number)
    if (!room || room.area.key !== homes[block]) return OUT_OF_ROOM
    const liking = likes[block]
    if (!liking) return 0
    const across = offWish((x[block] as number) - room.column, room.width, liking[0])
    return LIKING * (across + offWish((y[block] as number) - room.row, room.height, liking[1]))
  }

  return {
    link,
    crossing,
    stand,
    total() {
      let cost = 0
      for (let a = 0; a < links.length; a++) for (let b = a + 1; b < links.length; b++) cost += crossing(a, b)
      for (const flow of links) cost += link(flow)
      for (let block = 0; block < parts.blocks.length; block++) cost += stand(block)
      return cost
    },
  }
}

/** How far a place of so many is from where the kind likes to stand, as a share. */
function offWish(place: number, places: number, wish: number): number {
  return places > 1 ? Math.abs(place / (places - 1) - wish) : 0
}

/** Whether two stretches along one axis, each from a start over a length, have a point in common. */
function doShare(from: number, length: number, other: number, otherLength: number): boolean {
  const low = Math.min(from, from + length)
  const high = Math.max(from, from + length)
  return Math.min(other, other + otherLength) <= high && Math.max(other, other + otherLength) >= low
}
