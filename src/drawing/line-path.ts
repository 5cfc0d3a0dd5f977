import type { Point } from '../model/design'
import { type Box, lengthOf, pointAlong, type Run, runsOf } from './geometry'

/** Radius of a corner, in canvas pixels. */
const CORNER = 8
/** Half the width of the arc by which a flow hops over another. */
const HOP = 4
/** Between a hop and the next corner or mark. */
const HOP_MARGIN = 2

interface Details {
  readonly hops: readonly Point[]
  /** Pixels taken off at either end, for the marks. */
  readonly trimStart: number
  readonly trimEnd: number
  /** Where a horizontal run leaves room for a label. */
  readonly gap: Box | undefined
}

/**
 * SVG path data of a line with rounded corners and an arc at each hop. A hop too close to a corner or an end is left out:
 * the line then simply crosses. Bends of any angle are drawn as they are.
 */
export function pathOf(points: readonly Point[], { hops, trimStart, trimEnd, gap }: Details): string {
  const line = trimmed(points, trimStart, trimEnd)
  return (gap ? interrupted(line, gap) : [line]).map(part => partPath(part, hops)).join('')
}

function partPath(line: readonly Point[], hops: readonly Point[]): string {
  const runs = runsOf(line)
  const [start] = line
  if (!start || runs.length === 0) return ''
  const path = [`M${pair(start)}`]
  for (const [i, run] of runs.entries()) {
    const before = i === 0 ? 0 : radiusBetween(runs, i - 1)
    const after = i === runs.length - 1 ? 0 : radiusBetween(runs, i)
    path.push(...hopsOn(run, hops, before, after))
    path.push(`L${pair(pointAlong(run, lengthOf(run) - after))}`)
    const next = runs[i + 1]
    if (next && after > 0) path.push(`Q${pair(run.b)} ${pair(pointAlong(next, after))}`)
  }
  return path.join('')
}

/** The line in two parts, before and after the box; whole when no horizontal run passes through it. */
function interrupted(line: readonly Point[], gap: Box): (readonly Point[])[] {
  const [left, right] = [gap.x, gap.x + gap.width]
  const isThrough = ({ a, b }: Run) =>
    a.y === b.y && a.y > gap.y && a.y < gap.y + gap.height && Math.min(a.x, b.x) <= left && Math.max(a.x, b.x) >= right
  const at = runsOf(line).findIndex(isThrough)
  const run = runsOf(line)[at]
  if (!run) return [line]
  const [stop, go] = run.a.x < run.b.x ? [left, right] : [right, left]
  return [
    [...line.slice(0, at + 1), { x: stop, y: run.a.y }],
    [{ x: go, y: run.a.y }, ...line.slice(at + 1)],
  ]
}

/** Radius of the corner after the run at `index`: no more than half of a run that has a corner at either end. */
function radiusBetween(runs: readonly Run[], index: number): number {
  const [run, next] = [runs[index], runs[index + 1]]
  if (!run || !next) return 0
  const before = lengthOf(run) / (index === 0 ? 1 : 2)
  const after = lengthOf(next) / (index + 1 === runs.length - 1 ? 1 : 2)
  return Math.min(CORNER, before, after)
}

function hopsOn(run: Run, hops: readonly Point[], before: number, after: number): string[] {
  const length = lengthOf(run)
  const places = hops
    .filter(hop => isOn(run, hop))
    .map(hop => Math.hypot(hop.x - run.a.x, hop.y - run.a.y))
    .filter(place => place - HOP - HOP_MARGIN > before && place + HOP + HOP_MARGIN < length - after)
    .sort((a, b) => a - b)
  // Always up on a horizontal run and to the right on a vertical one, whichever way the line runs.
  const sweep = run.b.x > run.a.x || (run.a.x === run.b.x && run.b.y > run.a.y) ? 1 : 0
  return merged(places).map(([from, to]) => {
    const radius = HOP + (to - from) / 2
    const arc = run.a.y === run.b.y ? `${round(radius)} ${HOP}` : `${HOP} ${round(radius)}`
    return `L${pair(pointAlong(run, from - HOP))}A${arc} 0 0 ${sweep} ${pair(pointAlong(run, to + HOP))}`
  })
}

/** Hops that would touch become one long one. */
function merged(places: readonly number[]): [number, number][] {
  const stretches: [number, number][] = []
  for (const place of places) {
    const last = stretches.at(-1)
    if (last && place - last[1] <= 2 * HOP + 2) last[1] = place
    else stretches.push([place, place])
  }
  return stretches
}

function isOn({ a, b }: Run, point: Point): boolean {
  if (a.y === b.y) return point.y === a.y && point.x > Math.min(a.x, b.x) && point.x < Math.max(a.x, b.x)
  return a.x === b.x && point.x === a.x && point.y > Math.min(a.y, b.y) && point.y < Math.max(a.y, b.y)
}

/** The line without its ends; a run that is shorter than what is taken off shrinks to its corner. */
function trimmed(points: readonly Point[], trimStart: number, trimEnd: number): Point[] {
  const line = [...points]
  const [run, last] = [runsOf(line)[0], runsOf(line).at(-1)]
  if (!run || !last) return []
  const isOne = line.length === 2
  const share = isOne ? Math.min(1, lengthOf(run) / (trimStart + trimEnd || 1)) : 1
  line[0] = pointAlong(run, Math.min(trimStart * share, lengthOf(run)))
  line[line.length - 1] = pointAlong(last, lengthOf(last) - Math.min(trimEnd * share, lengthOf(last)))
  return line
}

function pair(point: Point): string {
  return `${round(point.x)},${round(point.y)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
