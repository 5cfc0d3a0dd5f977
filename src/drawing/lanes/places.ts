import type { Point } from '../../model/design'
import { type Box, simplified } from '../geometry'
import type { Band, Floor } from './floor'
import type { Run } from './runs'

/** Pixels between lines side by side in a gutter, and between ports on a short and on a long side of a block. */
const TRACK = 8
const PORTS_SHORT = 16
const PORTS_LONG = 24

/** What ports keep from the corners of a block, and lines from the border of what stands beside a gutter. */
const CORNER = 8
const RIM = 4

/** Where a line runs around everything, from the border of the outermost block. */
const OUTSIDE = 20

/** The boxes that a run starts or ends at. */
export type EndsOfRun = (run: Run) => readonly Box[]

/**
 * Where each run lies across its lane, in pixels: in a gutter around its middle, in a lane of blocks around the middle of
 * what the blocks that the runs beside each other end at have in common. Runs that find no room there are missing.
 */
export function placesOf(floor: Floor, runs: readonly Run[], endsOf: EndsOfRun): ReadonlyMap<Run, number> {
  const places = new Map<Run, number>()
  for (const together of clustersOf(runs)) {
    const [first] = together
    if (!first) continue
    const room = first.lane % 2 === 0 ? gutterOf(floor, together) : sharedSide(floor, first, together.flatMap(endsOf))
    const usual = first.lane % 2 === 0 ? TRACK : first.isLevel ? PORTS_SHORT : PORTS_LONG
    const steps = Math.max(1, first.lastTrack)
    const pitch = Math.min(usual, Math.floor((room.to - room.from) / steps))
    if (room.to < room.from || (first.lastTrack > 0 && pitch < TRACK / 2)) continue
    const middle = (room.from + room.to) / 2
    for (const run of together) places.set(run, Math.round(middle + (run.track - run.lastTrack / 2) * pitch))
  }
  return places
}

/** Runs of one lane that overlap, directly or through others: they were given tracks together. */
function clustersOf(runs: readonly Run[]): Run[][] {
  const sorted = runs.toSorted(
    (a, b) => Number(a.isLevel) - Number(b.isLevel) || a.lane - b.lane || a.from - b.from || a.to - b.to,
  )
  const found: Run[][] = []
  let end = Number.NEGATIVE_INFINITY
  let before: Run | undefined
  for (const run of sorted) {
    if (!before || before.isLevel !== run.isLevel || before.lane !== run.lane || run.from > end) {
      found.push([])
      end = Number.NEGATIVE_INFINITY
    }
    found.at(-1)?.push(run)
    end = Math.max(end, run.to)
    before = run
  }
  return found
}

function bandsAcross({ columns, rows }: Floor, { isLevel }: Run): readonly Band[] {
  return isLevel ? rows : columns
}

/** What is free of a gutter beside all that these runs pass. */
function gutterOf(floor: Floor, runs: readonly Run[]): Band {
  const [run] = runs as readonly [Run]
  const { cells, boxes } = floor
  const [first, last] = [Math.min(...runs.map(each => each.low.lane)), Math.max(...runs.map(each => each.high.lane))]
  const after = run.lane / 2
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [id, { column, row }] of cells) {
    const [across, along] = run.isLevel ? [row, column] : [column, row]
    const box = boxes.get(id)
    if (!box || 2 * along + 1 < first - 1 || 2 * along + 1 > last + 1) continue
    const [start, size] = run.isLevel ? [box.y, box.height] : [box.x, box.width]
    if (across === after - 1) from = Math.max(from, start + size)
    if (across === after) to = Math.min(to, start)
  }
  const bands = bandsAcross(floor, run)
  const [before, behind] = [bands[after - 1], bands[after]]
  if (before && behind) {
    const low = Number.isFinite(from) ? from : Math.min(before.to, behind.from)
    return { from: low + RIM, to: (Number.isFinite(to) ? to : Math.max(before.to, behind.from)) - RIM }
  }
  const half = (run.lastTrack * TRACK) / 2
  const middle = before ? before.to + OUTSIDE + half : (behind?.from ?? 0) - OUTSIDE - half
  return { from: middle - half, to: middle + half }
}

/** The stretch of the sides that all these boxes share; that of the whole band when no run ends at a box. */
function sharedSide(floor: Floor, run: Run, boxes: readonly Box[]): Band {
  const band = bandsAcross(floor, run)[(run.lane - 1) / 2] ?? { from: 0, to: 0 }
  if (boxes.length === 0) return { from: band.from + CORNER, to: band.to - CORNER }
  const sides = boxes.map(box =>
    run.isLevel ? { from: box.y, to: box.y + box.height } : { from: box.x, to: box.x + box.width },
  )
  return {
    from: Math.max(...sides.map(side => side.from)) + CORNER,
    to: Math.min(...sides.map(side => side.to)) - CORNER,
  }
}

/** The line along the runs of one flow, from the border of its first box to that of its last; null where one has no place. */
export function lineAlong(
  runs: readonly Run[],
  places: ReadonlyMap<Run, number>,
  source: Box,
  target: Box,
): Point[] | null {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last || !runs.every(run => places.has(run))) return null
  const at = (run: Run) => places.get(run) ?? 0
  const point = (run: Run, along: number): Point => (run.isLevel ? { x: along, y: at(run) } : { x: at(run), y: along })
  const border = (run: Run, box: Box, isHighSide: boolean) => {
    const [from, length] = run.isLevel ? [box.x, box.width] : [box.y, box.height]
    return point(run, isHighSide ? from + length : from)
  }
  const corners = runs.slice(0, -1).map((run, i) => point(run, at(runs[i + 1] as Run)))
  return simplified([border(first, source, first.isForward), ...corners, border(last, target, !last.isForward)])
}
