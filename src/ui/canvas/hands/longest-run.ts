import type { Point } from '../../../model/design'

/** A straight part of a line. */
interface Run {
  readonly from: Point
  readonly to: Point
}

/** The straight parts of a line, the longest first. */
export function runsOf(line: readonly Point[]): Run[] {
  const runs = line.slice(1).map((to, i): Run => ({ from: line[i] as Point, to }))
  return runs.sort((a, b) => lengthOf(b) - lengthOf(a))
}

/** The point at a share of the way along a run. */
export function pointOn({ from, to }: Run, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function lengthOf({ from, to }: Run): number {
  return Math.hypot(to.x - from.x, to.y - from.y)
}
