import type { Point, Size } from '../model/design'

/** A rectangle on the canvas, from its top left corner. */
export interface Box extends Point, Size {}

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** The way out of a box through each side. */
export const OUTWARD: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

/** A place on the edge of a box where a flow leaves or enters. */
export interface Port extends Point {
  readonly side: Side
}

/** Whether a flow through this side starts or ends on a horizontal run. */
export function isSideways(side: Side): boolean {
  return side === 'left' || side === 'right'
}

/** A box that is larger by `margin` on each side; smaller when it is negative. */
export function grown(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin }
}

/** The smallest box around two corners, whichever they are. */
export function boxBetween(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

/** The smallest box around all of them, or null when there are none. */
export function boxAround(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top }
}

/** Whether two boxes share more than an edge; one without width or height counts as the line it is. */
export function doOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Whether the first box lies inside the second. */
export function isWithin(inner: Box, outer: Box): boolean {
  const isWide = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
  return isWide && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
}

/** The side of a box that a point lies on, no further than `slack` pixels off; the nearest one, or null. */
export function sideAt(box: Box, point: Point, slack: number): Side | null {
  const isBeside = point.y >= box.y - slack && point.y <= box.y + box.height + slack
  const isOver = point.x >= box.x - slack && point.x <= box.x + box.width + slack
  if (!isBeside || !isOver) return null
  const distances: readonly (readonly [Side, number])[] = [
    ['left', Math.abs(point.x - box.x)],
    ['right', Math.abs(point.x - box.x - box.width)],
    ['top', Math.abs(point.y - box.y)],
    ['bottom', Math.abs(point.y - box.y - box.height)],
  ]
  const [side, distance] = distances.reduce((best, each) => (each[1] < best[1] ? each : best))
  return distance <= slack ? side : null
}

/** A line without repeated points and without points in the middle of a straight run. */
export function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    if (last && before && isStraightOn(before, last, point)) kept.pop()
    kept.push(point)
  }
  return kept
}

function isStraightOn(a: Point, b: Point, c: Point): boolean {
  const isHorizontal = a.y === b.y && b.y === c.y && Math.sign(b.x - a.x) === Math.sign(c.x - b.x)
  const isVertical = a.x === b.x && b.x === c.x && Math.sign(b.y - a.y) === Math.sign(c.y - b.y)
  return isHorizontal || isVertical
}

/** One straight piece of a line, from a to b. */
export interface Run {
  readonly a: Point
  readonly b: Point
}

/** The pieces of a line, in its direction; none of a line with fewer than two points. */
export function runsOf(line: readonly Point[]): Run[] {
  const runs: Run[] = []
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    if (a && b) runs.push({ a, b })
  }
  return runs
}

/** Length of a piece in canvas pixels. */
export function lengthOf({ a, b }: Run): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

/** The point that lies `distance` pixels along a piece; its start when the piece has no length. */
export function pointAlong({ a, b }: Run, distance: number): Point {
  const length = lengthOf({ a, b })
  if (length === 0) return a
  return { x: a.x + ((b.x - a.x) * distance) / length, y: a.y + ((b.y - a.y) * distance) / length }
}
