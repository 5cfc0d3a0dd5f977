import type { Lattice } from './lattice'
import type { Way } from './traffic'

/** How a run ends: at a block, or turning towards lower or higher lanes. */
export type Turn = -1 | 0 | 1

/** One end of a run. */
export interface RunEnd {
  /** The lane that crosses here. */
  readonly lane: number
  readonly turn: Turn
  /** The run that goes on from here; none at a block. */
  next: Run | null
}

/** A straight stretch of a flow in one lane; `low` is its end at the lower lane number, left or top. */
export interface Run {
  readonly flow: number
  readonly isLevel: boolean
  readonly lane: number
  readonly low: RunEnd
  readonly high: RunEnd
  /** Whether the flow runs from low to high. */
  readonly isForward: boolean
  /** Where the run begins and ends for overlaps: half a lane short of a block. */
  readonly from: number
  readonly to: number
  /** Its place among the runs beside it, counted from the lower side, and how many places there are less one. */
  track: number
  lastTrack: number
}

/** The runs of each flow's way, in the direction of the flow. */
export function runsOf(lattice: Lattice, ways: ReadonlyMap<number, Way>): ReadonlyMap<number, readonly Run[]> {
  return new Map([...ways].map(([flow, way]) => [flow, runsOfWay(lattice, flow, way)]))
}

function runsOfWay({ width }: Lattice, flow: number, { nodes, steps }: Way): Run[] {
  const runs: Run[] = []
  for (let start = 0; start < steps.length; ) {
    let end = start
    while (end + 1 < steps.length && steps[end + 1] === steps[start]) end++
    const isLevel = (steps[start] as number) % 2 === 0
    const laneAt = (node: number, alongLevel: boolean) => (alongLevel ? node % width : Math.floor(node / width))
    const [first, last] = [nodes[start] as number, nodes[end + 1] as number]
    const [a, b] = [laneAt(first, isLevel), laneAt(last, isLevel)]
    const before = start > 0 ? (steps[start - 1] as number) : -1
    const after = end + 1 < steps.length ? (steps[end + 1] as number) : -1
    // The run before comes from where it points away from; the run after goes where it points to.
    const comesFrom: RunEnd = { lane: a, turn: before < 0 ? 0 : before < 2 ? -1 : 1, next: null }
    const goesTo: RunEnd = { lane: b, turn: after < 0 ? 0 : after < 2 ? 1 : -1, next: null }
    const isForward = (steps[start] as number) < 2
    const [low, high] = isForward ? [comesFrom, goesTo] : [goesTo, comesFrom]
    runs.push({
      flow,
      isLevel,
      lane: laneAt(first, !isLevel),
      low,
      high,
      isForward,
      from: low.turn === 0 ? low.lane + 0.5 : low.lane,
      to: high.turn === 0 ? high.lane - 0.5 : high.lane,
      track: 0,
      lastTrack: 0,
    })
    start = end + 1
  }
  for (const [i, run] of runs.entries()) {
    const [start, end] = run.isForward ? [run.low, run.high] : [run.high, run.low]
    start.next = runs[i - 1] ?? null
    end.next = runs[i + 1] ?? null
  }
  return runs
}
