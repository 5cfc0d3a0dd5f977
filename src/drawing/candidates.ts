import type { Point } from '../model/design'
import { type Box, isSideways, OUTWARD, type Port, simplified } from './geometry'

/** What a line has to join: two ports, and the boxes they lie on. */
export interface Stretch {
  readonly source: Port
  readonly target: Port
  readonly sourceBox: Box
  readonly targetBox: Box
}

/** A line leaves a block this far before it turns: room for head or tail and a rounded corner. */
const STUB = 20
/** Parallel runs keep this distance. */
export const TRACK = 8

/**
 * The plain lines between two ports: straight, or with one turn or two, as the sides allow. Lines that would start into
 * their own block or turn on the spot are left out; there may be none.
 */
export function* candidates(stretch: Stretch): Generator<Point[]> {
  const { source, target } = stretch
  const [startsSideways, endsSideways] = [isSideways(source.side), isSideways(target.side)]
  const turns = startsSideways === endsSideways ? turnsOf(stretch, startsSideways ? 'x' : 'y') : [undefined]
  for (const turn of turns) {
    const line = lineThrough(source, target, turn)
    if (isSound(line, source, target)) yield line
  }
}

/** A line that is always possible, whatever lies in its way. */
export function lastResort({ source, target }: Stretch): Point[] {
  const [start, end] = [beyond(source), beyond(target)]
  return simplified([plain(source), start, { x: start.x, y: end.y }, end, plain(target)])
}

/** The point in front of a port where a line may turn first. */
export function beyond(port: Port): Point {
  const out = OUTWARD[port.side]
  return { x: port.x + out.x * STUB, y: port.y + out.y * STUB }
}

/**
 * Where a line may turn along one axis: midway between the two blocks and a few tracks to either side, and beyond either
 * block. The plainest first.
 */
export function turnsOf({ sourceBox, targetBox }: Stretch, axis: 'x' | 'y'): number[] {
  const [from, to] = [extent(sourceBox, axis), extent(targetBox, axis)]
  const turns = new Set<number>()
  if (from[1] < to[0]) for (const turn of tracksBetween(from[1], to[0])) turns.add(turn)
  if (to[1] < from[0]) for (const turn of tracksBetween(to[1], from[0])) turns.add(turn)
  for (const k of [0, 1, 2]) {
    for (const [low, high] of [from, to]) {
      turns.add(Math.round(low - STUB - k * TRACK))
      turns.add(Math.round(high + STUB + k * TRACK))
    }
  }
  return [...turns]
}

function extent(box: Box, axis: 'x' | 'y'): readonly [number, number] {
  return axis === 'x' ? [box.x, box.x + box.width] : [box.y, box.y + box.height]
}

function tracksBetween(low: number, high: number): number[] {
  const middle = Math.round((low + high) / 2)
  const tracks = [middle]
  for (let k = 1; k <= 4; k++) tracks.push(middle + k * TRACK, middle - k * TRACK)
  return tracks.filter(track => track - low >= TRACK && high - track >= TRACK)
}

function lineThrough(source: Port, target: Port, turn: number | undefined): Point[] {
  const corners = isSideways(source.side)
    ? [
        { x: turn ?? target.x, y: source.y },
        { x: turn ?? target.x, y: target.y },
      ]
    : [
        { x: source.x, y: turn ?? target.y },
        { x: target.x, y: turn ?? target.y },
      ]
  return simplified([plain(source), ...corners, plain(target)])
}

/** Whether a line leaves and enters through its sides with room to turn, and never doubles back on itself. */
function isSound(line: readonly Point[], source: Port, target: Port): boolean {
  const shortest = line.length === 2 ? 1 : TRACK
  if (!leaves(line[0], line[1], source, shortest) || !leaves(line.at(-1), line.at(-2), target, shortest)) return false
  for (let i = 2; i < line.length; i++) {
    const [a, b, c] = [line[i - 2], line[i - 1], line[i]]
    if (a && b && c && (a.x === b.x) === (b.x === c.x)) return false
  }
  return true
}

function leaves(from: Point | undefined, to: Point | undefined, port: Port, atLeast: number): boolean {
  if (!from || !to) return false
  const out = OUTWARD[port.side]
  return (to.x - from.x) * out.x + (to.y - from.y) * out.y >= atLeast
}

function plain(point: Point): Point {
  return { x: point.x, y: point.y }
}
