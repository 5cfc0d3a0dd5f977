import type { Parts } from '../../src/layout/parts'
import type { Placement } from '../../src/layout/placement'
import { overlaps, type Rect } from '../../src/layout/rect'
import { type Figures, measure } from '../../src/layout/score'
import type { Point } from '../../src/model/design'

/** What is counted on a drawing of any engine, slanting lines included, and how long it took to make. */
export interface Row extends Figures {
  readonly straight: number
  readonly requestStraight: number
  readonly requests: number
  readonly flows: number
  readonly ms: number
}

/** Counts a drawing by one ruler for all engines: dagre's lines slant, so everything about lines is counted anew. */
export function ruled(parts: Parts, placement: Placement, ms: number): Row {
  const lines = parts.flows.map(flow => piecesOf(placement.bends.get(flow.id) ?? []))
  const bends = lines.map(line => Math.max(0, line.length - 1))
  const isRequest = (i: number) => parts.flows[i]?.kind === 'request'
  const rects = parts.blocks.map(({ id, width, height }) => ({ id, ...(placement.at.get(id) as Point), width, height }))
  return {
    ...measure(parts, placement),
    ...crossingsAndShares(lines),
    bends: sum(bends),
    requestBends: sum(bends.filter((_, i) => isRequest(i))),
    line: sum(lines.flat().map(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y))),
    through: sum(
      parts.flows.map(
        (flow, i) =>
          rects.filter(
            ({ id, ...rect }) => id !== flow.source && id !== flow.target && lines[i]?.some(piece => hits(piece, rect)),
          ).length,
      ),
    ),
    overlaps: rects.flatMap((a, i) => rects.slice(i + 1).filter(b => overlaps(a, b))).length,
    straight: bends.filter((count, i) => count === 0 && lines[i]?.length === 1).length,
    requestStraight: bends.filter((count, i) => count === 0 && isRequest(i)).length,
    requests: parts.flows.filter((_, i) => isRequest(i)).length,
    flows: parts.flows.length,
    ms,
  }
}

type Piece = readonly [Point, Point]

/** The straight pieces of a line, those in one direction joined. */
function piecesOf(line: readonly Point[]): Piece[] {
  const pieces: Piece[] = []
  for (const [i, b] of line.entries()) {
    const a = line[i - 1]
    if (!a || (Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01)) continue
    const last = pieces.at(-1)
    if (last && Math.abs(turn(last[0], last[1], b)) < 0.5) pieces[pieces.length - 1] = [last[0], b]
    else pieces.push([a, b])
  }
  return pieces
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

function crossingsAndShares(lines: readonly (readonly Piece[])[]): { crossings: number; sharedRun: number } {
  let crossings = 0
  let sharedRun = 0
  for (const [i, one] of lines.entries())
    for (const other of lines.slice(i + 1))
      for (const a of one)
        for (const b of other)
          if (doCross(a, b)) crossings++
          else sharedRun += shared(a, b)
  return { crossings, sharedRun }
}

function doCross([a, b]: Piece, [c, d]: Piece): boolean {
  return turn(a, b, c) * turn(a, b, d) < -0.01 && turn(c, d, a) * turn(c, d, b) < -0.01
}

/** Pixels that two level or two upright pieces run less than 2 px apart. */
function shared(one: Piece, other: Piece): number {
  for (const [along, across] of [['x', 'y'] as const, ['y', 'x'] as const]) {
    const isAlong = ([a, b]: Piece) => Math.abs(a[across] - b[across]) < 0.01
    if (!isAlong(one) || !isAlong(other) || Math.abs(one[0][across] - other[0][across]) >= 2) continue
    const reach = ([a, b]: Piece) => [Math.min(a[along], b[along]), Math.max(a[along], b[along])] as const
    const [[from, to], [start, end]] = [reach(one), reach(other)]
    return Math.max(0, Math.min(to, end) - Math.max(from, start))
  }
  return 0
}

/** Whether a piece runs through a place, further in than 2 px from its border (Liang and Barsky's clipping). */
function hits([a, b]: Piece, { x, y, width, height }: Rect): boolean {
  const [across, down] = [b.x - a.x, b.y - a.y]
  let [enter, leave] = [0, 1]
  for (const [rate, room] of [
    [-across, a.x - (x + 2)],
    [across, x + width - 2 - a.x],
    [-down, a.y - (y + 2)],
    [down, y + height - 2 - a.y],
  ] as const) {
    if (Math.abs(rate) < 1e-9) {
      if (room < 0) return false
    } else if (rate < 0) enter = Math.max(enter, room / rate)
    else leave = Math.min(leave, room / rate)
  }
  return enter < leave
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0)
}
