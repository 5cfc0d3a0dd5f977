import type { Point } from '../model/design'
import { beyond, type Stretch, TRACK, turnsOf } from './candidates'
import { type Box, boxAround, grown, OUTWARD, simplified } from './geometry'
import { BEND, type Ground } from './ground'
import { createQueue } from './queue'

/** Lanes go past blocks this far from them. */
const BERTH = 16
/** How far around both blocks a detour may lead. */
const REACH = 240
/** Lanes on each axis at most: the nearest. */
const MOST_LANES = 48

type Direction = 0 | 1 | 2 | 3
const STEPS: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
]

/**
 * The cheapest line between two ports over the lanes that lead past the blocks around: with as many turns as it takes
 * (A*). Null when the ports face into each other's lanes in such a way that there is none.
 */
export function searchLine(ground: Ground, stretch: Stretch): Point[] | null {
  const { source, target } = stretch
  const [start, goal] = [beyond(source), beyond(target)]
  const region = grown(boxAround([stretch.sourceBox, stretch.targetBox]) ?? stretch.sourceBox, REACH)
  const blocks = ground.blocksIn(region)
  const lanes = { x: lanesOf(stretch, blocks, 'x', start, goal), y: lanesOf(stretch, blocks, 'y', start, goal) }
  const way = shortestWay(ground, lanes, start, goal, directionOf(OUTWARD[source.side]), directionInto(stretch))
  return way && simplified([{ x: source.x, y: source.y }, ...way, { x: target.x, y: target.y }])
}

interface Lanes {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

function lanesOf(stretch: Stretch, blocks: readonly Box[], axis: 'x' | 'y', start: Point, goal: Point): number[] {
  const length = axis === 'x' ? 'width' : 'height'
  const past = blocks.flatMap(box => [box[axis] - BERTH, box[axis] + box[length] + BERTH]).map(Math.round)
  const distance = (lane: number) => Math.min(Math.abs(lane - start[axis]), Math.abs(lane - goal[axis]))
  const near = past.sort((a, b) => distance(a) - distance(b) || a - b)
  const lanes = new Set([start[axis], goal[axis], ...turnsOf(stretch, axis)])
  for (const lane of near) {
    if (lanes.size >= MOST_LANES) break
    if (![...lanes].some(other => Math.abs(other - lane) < TRACK / 2)) lanes.add(lane)
  }
  return [...lanes].sort((a, b) => a - b)
}

interface Place {
  readonly column: number
  readonly row: number
  readonly direction: Direction
  readonly cost: number
  readonly from: Place | null
}

function shortestWay(
  ground: Ground,
  lanes: Lanes,
  start: Point,
  goal: Point,
  leaving: Direction,
  entering: Direction,
): Point[] | null {
  const [columns, rows] = [lanes.x.length, lanes.y.length]
  const [goalColumn, goalRow] = [lanes.x.indexOf(goal.x), lanes.y.indexOf(goal.y)]
  const at = (column: number, row: number): Point => ({ x: lanes.x[column] ?? 0, y: lanes.y[row] ?? 0 })
  const best = new Float64Array(columns * rows * 4).fill(Infinity)
  // What each step between two neighbouring places costs, once it is known.
  const steps = new Float64Array(columns * rows * 2).fill(-1)
  const queue = createQueue<Place>()
  const visit = (place: Place) => {
    const key = (place.row * columns + place.column) * 4 + place.direction
    if (place.cost >= (best[key] ?? 0)) return
    best[key] = place.cost
    const { x, y } = at(place.column, place.row)
    const bends = x === goal.x || y === goal.y ? 0 : BEND
    queue.push(place, place.cost + Math.abs(x - goal.x) + Math.abs(y - goal.y) + bends)
  }
  visit({ column: lanes.x.indexOf(start.x), row: lanes.y.indexOf(start.y), direction: leaving, cost: 0, from: null })
  for (let place = queue.pop(); place; place = queue.pop()) {
    const { column, row, direction, cost } = place
    if (column === goalColumn && row === goalRow && direction === entering) return pointsOf(place, at)
    if (cost > (best[(row * columns + column) * 4 + direction] ?? 0)) continue
    for (const turn of [0, 1, 3]) {
      const next = ((direction + turn) % 4) as Direction
      // At the goal only the turn into the block remains, and it takes no step.
      if (turn !== 0 && column === goalColumn && row === goalRow && next === entering)
        visit({ column, row, direction: next, cost: cost + BEND, from: place })
      const [toColumn, toRow] = [column + (STEPS[next]?.x ?? 0), row + (STEPS[next]?.y ?? 0)]
      if (toColumn < 0 || toColumn >= columns || toRow < 0 || toRow >= rows) continue
      const edge = (Math.min(row, toRow) * columns + Math.min(column, toColumn)) * 2 + (next % 2)
      let step = steps[edge] ?? 0
      if (step < 0) step = steps[edge] = ground.costOfRun({ a: at(column, row), b: at(toColumn, toRow) })
      const bend = turn === 0 ? 0 : BEND
      visit({ column: toColumn, row: toRow, direction: next, cost: cost + bend + step, from: place })
    }
  }
  return null
}

function pointsOf(place: Place, at: (column: number, row: number) => Point): Point[] {
  const points: Point[] = []
  for (let each: Place | null = place; each; each = each.from) points.unshift(at(each.column, each.row))
  return points
}

function directionOf(step: Point): Direction {
  return STEPS.findIndex(each => each.x === step.x && each.y === step.y) as Direction
}

function directionInto({ target }: Stretch): Direction {
  return ((directionOf(OUTWARD[target.side]) + 2) % 4) as Direction
}
