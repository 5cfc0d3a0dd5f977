import type { Flow } from '../../model/design'
import { createHeap } from './heap'
import { DIRECTIONS, type Direction, type Lattice } from './lattice'
import { emptyTraffic, type Traffic, type Way } from './traffic'

/** Lengths of a step across and down, in pixels: half a column and half a row. */
const ACROSS = 92
const DOWN = 52

/** What a flow crossed straight costs, in pixels of way. */
const CROSSING = 170

/** What a flow that is on a step already costs, and what more it costs when the lane is full. */
const IN_GUTTER = 12
const IN_BLOCK_LANE = 22
const FULL = 260

/** Flows that a gutter, the lane of a row of blocks and that of a column of blocks take. */
const GUTTER_ROOM = 4
const ROW_ROOM = 3
const COLUMN_ROOM = 5

/** A step through a room that holds neither end. */
const FOREIGN_ROOM = 45

/** What a turn costs by kind of flow, and leaving and entering a block to the right, down, left and up. */
interface Manner {
  readonly bend: number
  readonly out: readonly [number, number, number, number]
  readonly into: readonly [number, number, number, number]
  /** Flows of kinds that carry the meaning come first. */
  readonly order: number
}

const WITH_THE_GRAIN = [0, 20, 70, 20] as const
const MANNERS = new Map<string, Manner>([
  ['request', { bend: 130, out: [0, 5, 30, 5], into: [0, 5, 30, 5], order: 0 }],
  ['data', { bend: 110, out: WITH_THE_GRAIN, into: WITH_THE_GRAIN, order: 1 }],
  ['stream', { bend: 110, out: WITH_THE_GRAIN, into: WITH_THE_GRAIN, order: 1 }],
  ['artifact', { bend: 105, out: [0, 20, 60, 20], into: [0, 20, 60, 20], order: 2 }],
  ['fallback', { bend: 90, out: [10, 0, 30, 0], into: [10, 0, 30, 0], order: 3 }],
  ['async', { bend: 90, out: [0, 5, 30, 5], into: [0, 5, 30, 5], order: 3 }],
  ['feedback', { bend: 80, out: [20, 0, 0, 20], into: [20, 0, 0, 0], order: 4 }],
  ['trigger', { bend: 80, out: [0, 0, 0, 0], into: [0, 0, 0, 0], order: 5 }],
  ['metric', { bend: 75, out: [0, 0, 20, 0], into: [0, 0, 20, 0], order: 6 }],
])
const PLAIN: Manner = { bend: 90, out: [0, 0, 20, 0], into: [0, 0, 20, 0], order: 6 }

/**
 * A way for each flow by its number: all but feedback, triggers and metrics first, short before long, then each once
 * more among the others. A flow that cannot get out of its block is missing.
 */
export function waysOf(lattice: Lattice, flows: readonly Flow[]): ReadonlyMap<number, Way> {
  const traffic = emptyTraffic(lattice)
  const search = createSearch(lattice, traffic)
  const ends = flows.map(flow => [lattice.nodeOf.get(flow.source) ?? 0, lattice.nodeOf.get(flow.target) ?? 0] as const)
  const manners = flows.map(flow => MANNERS.get(flow.kind) ?? PLAIN)
  const length = (i: number) => distance(lattice, ends[i]?.[0] ?? 0, ends[i]?.[1] ?? 0)
  const order = (i: number) => manners[i]?.order ?? 0
  const sequence = [...flows.keys()].sort(
    (a, b) => Number(order(a) >= 4) - Number(order(b) >= 4) || length(a) - length(b) || order(a) - order(b) || a - b,
  )
  for (const crossing of [0.6 * CROSSING, CROSSING])
    for (const i of sequence) {
      traffic.remove(i)
      const [source, target] = ends[i] as readonly [number, number]
      const way = search(source, target, manners[i] as Manner, crossing)
      if (way) traffic.add(i, way)
    }
  return traffic.ways()
}

function distance({ width }: Lattice, a: number, b: number): number {
  const across = Math.abs((a % width) - (b % width))
  const down = Math.abs(Math.floor(a / width) - Math.floor(b / width))
  return across * ACROSS + down * DOWN
}

type Search = (source: number, target: number, manner: Manner, crossing: number) => Way | null

/** The cheapest way from block to block (A* over node and direction of arrival), for the traffic at the time. */
function createSearch(lattice: Lattice, traffic: Traffic): Search {
  const { width } = lattice
  const states = width * lattice.height * 4
  const costs = new Float64Array(states)
  const from = new Int32Array(states)
  const isDone = new Uint8Array(states)
  const heap = createHeap()

  const stepCost = (node: number, direction: Direction, to: number, source: number, target: number) => {
    const isDown = direction % 2 === 1
    const lane = isDown ? node % width : Math.floor(node / width)
    const isBlockLane = lane % 2 === 1
    const room = isBlockLane ? (isDown ? COLUMN_ROOM : ROW_ROOM) : GUTTER_ROOM
    const others = traffic.onStep(node, direction)
    const foreign = lattice.room(to)
    const isForeign = foreign !== 0 && foreign !== lattice.room(source) && foreign !== lattice.room(target)
    return (
      (isDown ? DOWN : ACROSS) +
      others * (isBlockLane ? IN_BLOCK_LANE : IN_GUTTER) +
      (others >= room ? FULL : 0) +
      (isForeign ? FOREIGN_ROOM : 0)
    )
  }

  return (source, target, manner, crossing) => {
    costs.fill(Number.POSITIVE_INFINITY)
    isDone.fill(0)
    heap.clear()
    const reach = (node: number, direction: Direction, cost: number, before: number) => {
      const total = node === target ? cost + manner.into[direction] : cost
      const state = node * 4 + direction
      if (total >= (costs[state] as number)) return
      costs[state] = total
      from[state] = before
      heap.push(total + distance(lattice, node, target), state)
    }
    const open = (node: number) => node >= 0 && (node === target || !lattice.isClosed(node))
    for (const direction of DIRECTIONS) {
      const to = lattice.next(source, direction)
      if (open(to)) reach(to, direction, stepCost(source, direction, to, source, target) + manner.out[direction], -1)
    }
    for (let state = heap.pop(); state >= 0; state = heap.pop()) {
      if (isDone[state]) continue
      isDone[state] = 1
      const node = state >> 2
      const into = (state & 3) as Direction
      if (node === target) return wayBack(state, source, from)
      for (const out of DIRECTIONS) {
        const to = lattice.next(node, out)
        if (out === (into + 2) % 4 || !open(to)) continue
        const turn = out === into ? 0 : manner.bend
        const crossed = traffic.crossed(node, into, out) * crossing
        const cost = (costs[state] as number) + stepCost(node, out, to, source, target) + turn + crossed
        reach(to, out, cost, state)
      }
    }
    return null
  }
}

function wayBack(end: number, source: number, from: Int32Array): Way {
  const nodes: number[] = [end >> 2]
  const steps: Direction[] = []
  for (let state = end; state >= 0; ) {
    steps.push((state & 3) as Direction)
    const before = from[state] as number
    nodes.push(before < 0 ? source : before >> 2)
    state = before
  }
  return { nodes: nodes.reverse(), steps: steps.reverse() }
}
