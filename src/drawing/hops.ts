import type { Id, Point } from '../model/design'
import { boxBetween, type Run, runsOf } from './geometry'
import { createGrid } from './grid'

/**
 * Where each flow crosses a flow that is drawn before it: there it hops over. The order is that of the routes. Flows that
 * hop over nothing are left out.
 */
export function hopsOf(routes: ReadonlyMap<Id, readonly Point[]>): Map<Id, readonly Point[]> {
  const hops = new Map<Id, readonly Point[]>()
  const earlier = createGrid<Run>()
  for (const [id, line] of routes) {
    const runs = runsOf(line)
    const crossings: Point[] = []
    for (const run of runs) {
      earlier.near(boxBetween(run.a, run.b), other => {
        if (doCross(run, other)) crossings.push(crossingOf(run, other))
        return undefined
      })
    }
    if (crossings.length > 0) hops.set(id, crossings)
    for (const run of runs) earlier.add(boxBetween(run.a, run.b), run)
  }
  return hops
}

/** Whether two runs cross at right angles, away from the ends of both. */
export function doCross(one: Run, other: Run): boolean {
  const [across, down] = one.a.y === one.b.y ? [one, other] : [other, one]
  if (across.a.y !== across.b.y || down.a.x !== down.b.x) return false
  return isBetween(down.a.x, across.a.x, across.b.x) && isBetween(across.a.y, down.a.y, down.b.y)
}

function isBetween(value: number, a: number, b: number): boolean {
  return value > Math.min(a, b) && value < Math.max(a, b)
}

function crossingOf(one: Run, other: Run): Point {
  return one.a.y === one.b.y ? { x: other.a.x, y: one.a.y } : { x: one.a.x, y: other.a.y }
}
