import { type Design, lookUp, type Point } from '../model/design'
import { type Box, boxBetween, doOverlap, grown, lengthOf, type Run, runsOf } from './geometry'
import { createGrid } from './grid'
import { doCross } from './hops'
import { roomLabel } from './room-label'
import type { Scene } from './scene'

/** What lies in the way of a flow: blocks, room frames and labels, and the flows that are already there. */
export interface Ground {
  /** What a line costs, in pixels of detour; gives up early, with any higher figure, past `limit`. */
  cost(line: readonly Point[], limit: number): number
  /** The same for one straight piece. */
  costOfRun(run: Run): number
  /** Blocks and collapsed rooms that a region touches. */
  blocksIn(region: Box): Box[]
  /** Makes a line part of the ground, for the flows that come after it. */
  addFlow(line: readonly Point[]): void
}

/** What each fault of a line is worth, in pixels of detour. Set by eye. */
export const BEND = 80
/** From the third turn on, each costs more: a line of many turns is hard to follow. */
const FURTHER_BEND = 30
const THROUGH_BLOCK = 1200
const CLOSE_TO_BLOCK = 30
const THROUGH_LABEL = 60
const ON_FRAME = 20
const ON_FLOW = 150
const CROSSING = 40

/** Pixels that a mark and the corner after it take, and what each one less costs. */
const ROOM_FOR_MARK = 16
const TOO_SHORT = 8

/** Nearer than this to a block that is neither end, or to a parallel flow, is too close. */
const CLEARANCE = 8

/**
 * The ground of a part of a design before any flow is drawn. In a draft, all flows of a side still start at its middle: there it
 * costs nothing that they share a way.
 */
export function groundOf(design: Design, scene: Scene, region: Box, isDraft = false): Ground {
  const isNear = (box: Box) => doOverlap(box, region)
  const blocks = createGrid<Box>()
  for (const box of [...scene.blocks.values(), ...scene.collapsed.values()])
    if (isNear(box)) blocks.add(grown(box, CLEARANCE), box)
  const labels = createGrid<Box>()
  const rooms = [...scene.rooms].filter(([, room]) => isNear(room))
  for (const [id, room] of rooms) {
    const label = roomLabel(lookUp(design.groups, id)?.label ?? '', room).box
    labels.add(label, label)
  }
  const frames = createGrid<Run>()
  for (const [, room] of rooms) for (const run of edgesOf(room)) frames.add(boxBetween(run.a, run.b), run)
  const flows = createGrid<Run>()

  const faultsOf = (run: Run): number => {
    const box = boxBetween(run.a, run.b)
    let cost = 0
    blocks.near(grown(box, 1), block => {
      if (doOverlap(box, block)) cost += THROUGH_BLOCK
      else if (doOverlap(box, grown(block, CLEARANCE)) && !isAtEdge(run, block)) cost += CLOSE_TO_BLOCK
      return undefined
    })
    labels.near(box, label => {
      if (doOverlap(box, label)) cost += THROUGH_LABEL
      return undefined
    })
    frames.near(grown(box, 4), frame => {
      const shared = sharedRun(run, frame, 4)
      if (shared > 8) cost += ON_FRAME + Math.min(shared, 80) / 4
      return undefined
    })
    flows.near(grown(box, CLEARANCE), other => {
      const shared = sharedRun(run, other, CLEARANCE)
      if (shared > 0) cost += isDraft ? 0 : ON_FLOW + 3 * shared
      else if (doCross(run, other)) cost += CROSSING
      return undefined
    })
    return cost
  }

  return {
    cost(line, limit) {
      let cost = plainCost(line)
      for (const run of runsOf(line)) {
        if (cost > limit) return cost
        cost += faultsOf(run)
      }
      return cost
    },
    costOfRun: run => lengthOf(run) + faultsOf(run),
    blocksIn(region) {
      const found: Box[] = []
      blocks.near(region, block => {
        if (doOverlap(region, block)) found.push(block)
        return undefined
      })
      return found
    },
    addFlow(line) {
      for (const run of runsOf(line)) flows.add(boxBetween(run.a, run.b), run)
    },
  }
}

/** What a line costs by itself: for its length, its turns, and ends too short for a mark and a rounded corner. */
export function plainCost(line: readonly Point[]): number {
  const lengths = runsOf(line).map(lengthOf)
  const turns = Math.max(0, line.length - 2)
  const ends = turns === 0 ? [] : [lengths[0] ?? 0, lengths.at(-1) ?? 0]
  const missing = ends.reduce((sum, length) => sum + Math.max(0, ROOM_FOR_MARK - length), 0)
  const length = lengths.reduce((sum, each) => sum + each, 0)
  return length + BEND * turns + FURTHER_BEND * Math.max(0, turns - 2) + TOO_SHORT * missing
}

/** Whether a run leaves or enters this very block: close by nature. */
function isAtEdge(run: Run, block: Box): boolean {
  return isOnEdge(run.a, block) || isOnEdge(run.b, block)
}

function isOnEdge(point: Point, box: Box): boolean {
  const isBesides = point.x === box.x || point.x === box.x + box.width
  const isUnder = point.y === box.y || point.y === box.y + box.height
  return (
    (isBesides && point.y >= box.y && point.y <= box.y + box.height) ||
    (isUnder && point.x >= box.x && point.x <= box.x + box.width)
  )
}

/** Length over which two parallel runs are less than `apart` pixels from each other. */
function sharedRun(one: Run, other: Run, apart: number): number {
  const isHorizontal = one.a.y === one.b.y
  if (isHorizontal !== (other.a.y === other.b.y)) return 0
  const [along, across] = isHorizontal ? (['x', 'y'] as const) : (['y', 'x'] as const)
  if (Math.abs(one.a[across] - other.a[across]) >= apart) return 0
  const from = Math.max(Math.min(one.a[along], one.b[along]), Math.min(other.a[along], other.b[along]))
  const to = Math.min(Math.max(one.a[along], one.b[along]), Math.max(other.a[along], other.b[along]))
  return Math.max(0, to - from)
}

function edgesOf(box: Box): Run[] {
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const corners = [
    { x: box.x, y: box.y },
    { x: right, y: box.y },
    { x: right, y: bottom },
    { x: box.x, y: bottom },
  ]
  return runsOf([...corners, { x: box.x, y: box.y }])
}
