import type { Point } from '../model/design'
import type { Rect } from './rect'

/** A straight piece of a line along one axis: `at` is its y when it is level, its x when it is upright. */
export interface Segment {
  readonly isLevel: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The pieces of an orthogonal line, without those of no length. */
export function segmentsOf(line: readonly Point[]): Segment[] {
  const segments: Segment[] = []
  for (const [i, b] of line.entries()) {
    const a = line[i - 1]
    if (!a || (a.x === b.x && a.y === b.y)) continue
    const isLevel = a.y === b.y
    const [p, q] = isLevel ? [a.x, b.x] : [a.y, b.y]
    segments.push({ isLevel, at: isLevel ? a.y : a.x, from: Math.min(p, q), to: Math.max(p, q) })
  }
  return segments
}

/** Whether a level and an upright piece cross, ends that only touch not counted. */
export function crosses(a: Segment, b: Segment): boolean {
  return a.isLevel !== b.isLevel && a.from < b.at && b.at < a.to && b.from < a.at && a.at < b.to
}

/** Pixels that two pieces run on top of each other: less than 2 px apart counts as the same track. */
export function sharedRun(a: Segment, b: Segment): number {
  if (a.isLevel !== b.isLevel || Math.abs(a.at - b.at) >= 2) return 0
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

/** Whether a piece runs through the inside of a place; within `rim` pixels of its border does not count. */
export function runsThrough(segment: Segment, rect: Rect, rim = 2): boolean {
  const [low, high] = segment.isLevel ? [rect.y, rect.y + rect.height] : [rect.x, rect.x + rect.width]
  const [start, end] = segment.isLevel ? [rect.x, rect.x + rect.width] : [rect.y, rect.y + rect.height]
  return segment.at > low + rim && segment.at < high - rim && segment.to > start + rim && segment.from < end - rim
}

/** The line without repeated points and without points in the middle of a straight piece. */
export function simplified(line: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of line) {
    const last = kept.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    const isStraight =
      before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (isStraight) kept.pop()
    kept.push(point)
  }
  return kept
}
