import type { Point } from '../../model/design'

/** Milliseconds after which a mark of the laser is gone. */
const LASTS_MS = 1000

/** Pixels across where the laser just was. */
const WIDEST = 7

/** Where the laser was, in pixels of the canvas on screen, and when; the first mark of a stroke has no line to it. */
export interface Mark extends Point {
  readonly at: number
  readonly isFirst: boolean
}

/** A piece of the trail: from one mark to the next, as wide and as dense as it is young. */
export interface Piece {
  readonly from: Point
  readonly to: Point
  readonly width: number
  /** From 1, just drawn, down to 0. */
  readonly density: number
}

/** The marks that are still seen. Time is in milliseconds of any one clock. */
export function alive(trail: readonly Mark[], now: number): readonly Mark[] {
  return trail.filter(mark => now - mark.at < LASTS_MS)
}

/** What is drawn of a trail now. */
export function piecesOf(trail: readonly Mark[], now: number): Piece[] {
  return trail.flatMap((to, index) => {
    const from = trail[index - 1]
    const density = Math.max(0, 1 - (now - to.at) / LASTS_MS)
    return from && !to.isFirst && density > 0 ? [{ from, to, width: WIDEST * Math.sqrt(density), density }] : []
  })
}
