import type { Direction, Lattice } from './lattice'

/** A flow's way over the lattice: its nodes from block to block, and the direction of each step between them. */
export interface Way {
  readonly nodes: readonly number[]
  readonly steps: readonly Direction[]
}

interface Passage {
  readonly flow: number
  readonly into: Direction
  readonly out: Direction
}

/** Which flows run where on the lattice. */
export interface Traffic {
  add(flow: number, way: Way): void
  remove(flow: number): void
  /** Flows on the step from a node in a direction, either way. */
  onStep(node: number, direction: Direction): number
  /** What a passage through a node would cross there: 1 for a flow crossed straight, less where one of the two turns. */
  crossed(node: number, into: Direction, out: Direction): number
  ways(): ReadonlyMap<number, Way>
}

/** What a crossing counts where one of the two flows turns, and where both turn and share one arm of the node. */
const TURN_CROSSING = 0.35
const SHARED_ARM = 0.15

/** A lattice without any flow. */
export function emptyTraffic(lattice: Lattice): Traffic {
  const size = lattice.width * lattice.height
  const level = new Uint16Array(size)
  const upright = new Uint16Array(size)
  const passages: Passage[][] = Array.from({ length: size }, () => [])
  const ways = new Map<number, Way>()

  /** The counter of a step: that of its left or upper node. */
  const counter = (node: number, direction: Direction): readonly [Uint16Array, number] => {
    if (direction === 0) return [level, node]
    if (direction === 2) return [level, node - 1]
    return direction === 1 ? [upright, node] : [upright, node - lattice.width]
  }
  const count = (way: Way, by: 1 | -1) => {
    for (const [i, direction] of way.steps.entries()) {
      const [counts, at] = counter(way.nodes[i] as number, direction)
      counts[at] = (counts[at] as number) + by
    }
  }
  return {
    add(flow, way) {
      ways.set(flow, way)
      count(way, 1)
      for (const [i, out] of way.steps.entries())
        if (i > 0) passages[way.nodes[i] as number]?.push({ flow, into: way.steps[i - 1] as Direction, out })
    },
    remove(flow) {
      const way = ways.get(flow)
      if (!way) return
      ways.delete(flow)
      count(way, -1)
      for (const node of way.nodes.slice(1, -1)) {
        const here = passages[node] as Passage[]
        here.splice(
          here.findIndex(passage => passage.flow === flow),
          1,
        )
      }
    },
    onStep(node, direction) {
      const [counts, at] = counter(node, direction)
      return counts[at] as number
    },
    crossed(node, into, out) {
      let sum = 0
      for (const passage of passages[node] as Passage[]) sum += crossing(passage, into, out)
      return sum
    },
    ways: () => ways,
  }
}

function crossing(passage: Passage, into: Direction, out: Direction): number {
  const isOtherStraight = passage.into === passage.out
  const isStraight = into === out
  if (isOtherStraight && isStraight) return passage.into % 2 === into % 2 ? 0 : 1
  if (isOtherStraight !== isStraight) return TURN_CROSSING
  const isFromShared = opposite(passage.into) === opposite(into) || opposite(passage.into) === out
  const isToShared = passage.out === opposite(into) || passage.out === out
  return isFromShared !== isToShared ? SHARED_ARM : 0
}

function opposite(direction: Direction): Direction {
  return ((direction + 2) % 4) as Direction
}
