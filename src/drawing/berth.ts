import type { Id, Point } from '../model/design'
import { type Box, isSideways, OUTWARD, type Port, type Side } from './geometry'

/** One end of a flow on a side of a box, and what decides its place among the others there. */
export interface Berth {
  readonly flow: Id
  readonly end: 'source' | 'target'
  /** The block, or the collapsed room, it lies at. */
  readonly owner: Id
  readonly box: Box
  readonly side: Side
  readonly other: { readonly box: Box; readonly side: Side }
  /** Where it must stay: the flow's line is given. */
  readonly fixed?: Point
}

/** Name of a berth, for maps. */
export function berthKey(flow: Id, end: 'source' | 'target'): string {
  return `${end} ${flow}`
}

/** Kept free at both corners of a side. */
const INSET = 8
/** Between two ports on a short (left, right) and on a long (top, bottom) side, and on either when it is crowded. */
export const PITCH_SHORT = 16
const PITCH_LONG = 24
const PITCH_CROWDED = 8

/** The middle of a side. */
export function middleOf(box: Box, side: Side): Port {
  const { x, y } = OUTWARD[side]
  return { side, x: box.x + (box.width * (1 + x)) / 2, y: box.y + (box.height * (1 + y)) / 2 }
}

/** The name of its flow's end. */
export function keyOf(berth: Berth): string {
  return berthKey(berth.flow, berth.end)
}

/** Coordinate of a point along the side of a berth. */
export function along(berth: Berth, point: Point): number {
  return isSideways(berth.side) ? point.y : point.x
}

/** First and last coordinate that a side offers; a small note keeps less free at its corners. */
export function span(berth: Berth): readonly [number, number] {
  const { x, y, width, height } = berth.box
  const [start, length] = isSideways(berth.side) ? [y, height] : [x, width]
  const inset = Math.min(INSET, length / 4)
  return [start + inset, start + length - inset]
}

/** Distance between the ports of a side that has so many of them. */
export function pitchOf(berth: Berth, count: number): number {
  const [from, to] = span(berth)
  const usual = isSideways(berth.side) ? PITCH_SHORT : PITCH_LONG
  const fits = [usual, PITCH_CROWDED].find(pitch => (count - 1) * pitch <= to - from)
  return fits ?? (to - from) / Math.max(1, count - 1)
}
