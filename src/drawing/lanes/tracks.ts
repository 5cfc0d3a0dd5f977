import type { Run, RunEnd } from './runs'

/**
 * Gives the runs that share a lane tracks side by side, ordered so that they cross as little as they can where they
 * leave it.
 */
export function layTracks(runs: Iterable<Run>): void {
  const lanes = new Map<string, Run[]>()
  for (const run of runs) {
    const key = `${run.isLevel} ${run.lane}`
    lanes.set(key, [...(lanes.get(key) ?? []), run])
  }
  for (const lane of lanes.values())
    for (const together of clusters(lane.sort((a, b) => a.from - b.from || a.to - b.to || a.flow - b.flow)))
      stack(inOrder(together))
}

function doOverlap(a: Run, b: Run): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Runs sorted by their start, split where no run goes on. */
function clusters(lane: readonly Run[]): Run[][] {
  const found: Run[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const run of lane) {
    if (run.from > end) found.push([])
    found.at(-1)?.push(run)
    end = Math.max(end, run.to)
  }
  return found
}

/** Puts each run on the first track above all earlier ones that it overlaps, then to the middle of its slack. */
function stack(ordered: readonly Run[]): void {
  for (const [i, run] of ordered.entries()) {
    const below = ordered.slice(0, i).filter(other => doOverlap(run, other))
    run.track = Math.max(0, ...below.map(other => other.track + 1))
  }
  const last = Math.max(...ordered.map(run => run.track))
  for (const run of [...ordered].reverse()) {
    const above = ordered.filter(other => other !== run && doOverlap(run, other) && other.track > run.track)
    const highest = Math.min(last, ...above.map(other => other.track - 1))
    run.track = Math.floor((run.track + highest) / 2)
    run.lastTrack = last
  }
}

/** The order of runs with the fewest broken votes that sorting and moving single runs finds. */
function inOrder(runs: readonly Run[]): Run[] {
  const votes = runs.map(a =>
    runs.map(b => (a !== b && doOverlap(a, b) ? vote(a, b, 'low', 0) + vote(a, b, 'high', 0) : 0)),
  )
  const voteOf = (a: number, b: number) => votes[a]?.[b] ?? 0
  const wish = (a: number) => runs.reduce((sum, _, b) => sum + Math.sign(voteOf(a, b)), 0)
  let order = [...runs.keys()].sort((a, b) => wish(a) - wish(b) || a - b)
  const broken = (some: readonly number[]) => {
    let sum = 0
    for (const [i, a] of some.entries()) for (const b of some.slice(i + 1)) sum += Math.max(0, voteOf(a, b))
    return sum
  }
  let best = broken(order)
  for (let isBetter = best > 0, rounds = 0; isBetter && rounds < 20; rounds++) {
    isBetter = false
    for (let i = 0; i < order.length; i++)
      for (let j = 0; j < order.length; j++) {
        if (i === j) continue
        const moved = order.toSpliced(i, 1).toSpliced(j, 0, order[i] as number)
        const cost = broken(moved)
        if (cost >= best - 1e-9) continue
        best = cost
        order = moved
        isBetter = true
      }
  }
  return order.map(i => runs[i] as Run)
}

/** Runs that share lane after lane: enough to tell them apart, and an end to it. */
const FURTHEST = 10

/** What one end says about two runs in a lane: above 0 when the first wants the higher track. */
function vote(a: Run, b: Run, side: 'low' | 'high', depth: number): number {
  const [one, other] = [a[side], b[side]]
  if (one.lane !== other.lane) {
    const isInside = side === 'low' ? one.lane > other.lane : one.lane < other.lane
    // The one that leaves inside the other's stretch wants the side it turns to.
    return isInside ? one.turn : -other.turn
  }
  if (one.turn !== other.turn) return turnVote(one, other)
  if (!one.next || !other.next || depth >= FURTHEST) return 0
  // Both turn the same way: ask the runs that go on, at their far end.
  const further = vote(one.next, other.next, one.turn < 0 ? 'low' : 'high', depth + 1)
  const isKept = (side === 'low' && one.turn > 0) || (side === 'high' && one.turn < 0)
  return isKept ? further : -further
}

function turnVote(one: RunEnd, other: RunEnd): number {
  if (one.turn === 0) return -0.5 * other.turn
  if (other.turn === 0) return 0.5 * one.turn
  return one.turn > other.turn ? 1 : -1
}
