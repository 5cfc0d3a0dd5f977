import { GRID, type Rect } from '../../layout/rect'
import type { Point } from '../../model/design'

type Axis = 'x' | 'y'

/** A line along which something that is dragged lies with others: at `at` of its axis, from `from` to `to` of the other. */
export interface GuideLine {
  readonly axis: Axis
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A gap between two neighbours that is as wide as another: from `from` to `to` of its axis, at `at` of the other. */
export interface GuideGap {
  readonly axis: Axis
  readonly from: number
  readonly to: number
  readonly at: number
}

/** Where something that is dragged is drawn to, and why. */
export interface Guidance {
  /** Pixels to go on. */
  readonly by: Point
  readonly lines: readonly GuideLine[]
  readonly gaps: readonly GuideGap[]
}

/** What may be aligned with: the rectangles, and their edges and centres by axis in rising order. */
export interface Stops {
  readonly rects: readonly Rect[]
  readonly low: Readonly<Record<Axis, readonly number[]>>
  readonly middle: Readonly<Record<Axis, readonly number[]>>
  readonly high: Readonly<Record<Axis, readonly number[]>>
}

/** Sorts the edges and centres of what stands still, once a drag. */
export function stopsOf(rects: readonly Rect[]): Stops {
  const sorted = (value: (rect: Rect, axis: Axis) => number) => ({
    x: rects.map(rect => value(rect, 'x')).sort((a, b) => a - b),
    y: rects.map(rect => value(rect, 'y')).sort((a, b) => a - b),
  })
  return { rects, low: sorted(low), middle: sorted(middle), high: sorted(high) }
}

/**
 * Draws a rectangle that is dragged to the nearest edge, centre or equal gap within `reach` pixels, by whole steps of the
 * grid where there is one, so that blocks stay on it and the alignment is exact. The lines and gaps are those that hold
 * afterwards.
 */
export function guide(box: Rect, stops: Stops, reach: number, grid: number | null = GRID): Guidance {
  const isOnGrid = (way: number) => grid === null || way % grid === 0
  const by = { x: step(box, stops, 'x', reach, isOnGrid), y: step(box, stops, 'y', reach, isOnGrid) }
  const there = { ...box, x: box.x + by.x, y: box.y + by.y }
  return {
    by,
    lines: [...linesAt(there, stops, 'x'), ...linesAt(there, stops, 'y')],
    gaps: [...gapsAt(there, stops, 'x'), ...gapsAt(there, stops, 'y')],
  }
}

/** The shortest way on one axis to something to align with; 0 when there is none in reach. */
function step(box: Rect, stops: Stops, axis: Axis, reach: number, isOnGrid: (way: number) => boolean): number {
  const ways = [
    ...near(stops.low[axis], low(box, axis), reach),
    ...near(stops.middle[axis], middle(box, axis), reach),
    ...near(stops.high[axis], high(box, axis), reach),
    ...equalGaps(box, stops, axis).filter(way => Math.abs(way) <= reach),
  ].filter(isOnGrid)
  return ways.reduce((best, way) => (Math.abs(way) < Math.abs(best) ? way : best), ways[0] ?? 0) + 0
}

/** The ways from a value to the stops in reach of it, of a list in rising order. */
function near(sorted: readonly number[], value: number, reach: number): number[] {
  const ways: number[] = []
  for (let i = firstFrom(sorted, value - reach); i < sorted.length; i++) {
    const way = (sorted[i] as number) - value
    if (way > reach) break
    ways.push(way)
  }
  return ways
}

function firstFrom(sorted: readonly number[], value: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const half = (from + to) >> 1
    if ((sorted[half] as number) < value) from = half + 1
    else to = half
  }
  return from
}

/** The ways to where the gaps to two neighbours are equal: right of both, left of both, or in the middle of them. */
function equalGaps(box: Rect, { rects }: Stops, axis: Axis): number[] {
  const row = inRow(box, rects, axis)
  const ways: number[] = []
  for (const [i, a] of row.entries()) {
    const b = row[i + 1]
    if (!b) break
    const gap = low(b, axis) - high(a, axis)
    if (gap <= 0) continue
    ways.push(high(b, axis) + gap - low(box, axis), low(a, axis) - gap - high(box, axis))
    if (gap > length(box, axis)) ways.push(high(a, axis) + (gap - length(box, axis)) / 2 - low(box, axis))
  }
  return ways
}

/** What stands beside a rectangle along an axis, from one end to the other; of what overlaps there, one. */
function inRow(box: Rect, rects: readonly Rect[], axis: Axis): Rect[] {
  const across = other(axis)
  const beside = rects
    .filter(rect => low(rect, across) < high(box, across) && low(box, across) < high(rect, across))
    .sort((a, b) => low(a, axis) - low(b, axis))
  return beside.filter((rect, i) => i === 0 || low(rect, axis) >= high(beside[i - 1] as Rect, axis))
}

/** The lines through edges that a rectangle shares with others; through centres where no edge is shared. */
function linesAt(box: Rect, { rects }: Stops, axis: Axis): GuideLine[] {
  const edges = [low, high].flatMap(side => lineOf(box, rects, axis, side))
  return edges.length > 0 ? edges : lineOf(box, rects, axis, middle)
}

function lineOf(box: Rect, rects: readonly Rect[], axis: Axis, side: typeof low): GuideLine[] {
  const at = side(box, axis)
  // A drag without the grid has fractions that do not add up to the last digit.
  const shared = rects.filter(rect => Math.abs(side(rect, axis) - at) < 0.01)
  if (shared.length === 0) return []
  const across = other(axis)
  const all = [box, ...shared]
  const from = Math.min(...all.map(rect => low(rect, across)))
  const to = Math.max(...all.map(rect => high(rect, across)))
  return [{ axis, at, from, to }]
}

/** The gaps at a rectangle that are as wide as one beside them, with that one. */
function gapsAt(box: Rect, { rects }: Stops, axis: Axis): GuideGap[] {
  const row = inRow(box, rects, axis)
  if (row.some(rect => low(rect, axis) < high(box, axis) && low(box, axis) < high(rect, axis))) return []
  const line = [...row, box].sort((a, b) => low(a, axis) - low(b, axis))
  const at = line.indexOf(box)
  const gap = (i: number) => {
    const [a, b] = [line[i], line[i + 1]]
    return a && b ? low(b, axis) - high(a, axis) : null
  }
  const pairs = [
    [at - 2, at - 1],
    [at - 1, at],
    [at, at + 1],
  ].filter(([one = 0, two = 0]) => gap(one) !== null && gap(one) === gap(two) && gap(one) !== 0)
  return [...new Set(pairs.flat())].map(i => {
    const [a, b] = [line[i] as Rect, line[i + 1] as Rect]
    return { axis, from: high(a, axis), to: low(b, axis), at: middle(box, other(axis)) }
  })
}

function other(axis: Axis): Axis {
  return axis === 'x' ? 'y' : 'x'
}

function length(rect: Rect, axis: Axis): number {
  return axis === 'x' ? rect.width : rect.height
}

function low(rect: Rect, axis: Axis): number {
  return rect[axis]
}

function middle(rect: Rect, axis: Axis): number {
  return rect[axis] + length(rect, axis) / 2
}

function high(rect: Rect, axis: Axis): number {
  return rect[axis] + length(rect, axis)
}
