import type { Design, Id, Point, Size } from '../model/design'
import { framed, frameOf, groupsAround, rectOf } from './frames'
import { boundsOf, byId, GRID, onGrid, overlaps, type Rect, union, upToGrid } from './rect'
import { runsThrough, type Segment, segmentsOf } from './segments'

/** Pixels that a new block keeps from blocks, notes and the frames of groups that it does not belong to. */
export const GAP = 24

/** Pixels that frames keep from what they do not hold. */
const FRAME_GAP = 8

/** What a place costs beside its distance when a line runs through it, in pixels. */
const COVERED_LINE = 120

/** What it costs that the frame of a group must grow, in pixels. */
const GROWN_FRAME = 64

/** How far around a wish a spot is looked for at first, in pixels; beyond it, on wider and wider rings. */
const WINDOW = { across: 560, down: 400 }

/** Rings beyond the window, 8 px apart: no group is grown further than that. */
const GROUP_RINGS = 200

/** What stands where on a canvas; answers where something new may stand. */
export interface Ground {
  /** Whether something of the group (or of none) may stand there without touching anything or anyone's frame. */
  isFree(rect: Rect, group?: Id): boolean
  /** The frames that must grow so that the group holds something there. */
  grown(rect: Rect, group?: Id): ReadonlyMap<Id, Rect>
  /** The free spot on the grid that costs least; null when the group cannot grow anywhere near. */
  spot(wish: Wish, group?: Id): Point | null
}

/** What is to be placed, around where, and what each spot costs in pixels; without a cost, its distance. */
export interface Wish {
  readonly near: Point
  readonly size: Size
  readonly cost?: (at: Point) => number
}

/** The ground of a design as it is placed now, but for the blocks given. Nothing that is not placed takes any room. */
export function groundOf(design: Design, except: ReadonlySet<Id> = new Set()): Ground {
  const blocks = Object.values(design.blocks)
    .filter(block => !except.has(block.id))
    .sort(byId)
    .flatMap(block => {
      const rect = rectOf(block)
      return rect ? [{ rect, groups: groupsAround(design, block.group).map(group => group.id) }] : []
    })
  const rooms = Object.values(design.groups)
    .sort(byId)
    .flatMap(group => {
      const rect = frameOf(group)
      return rect ? [{ id: group.id, rect, groups: groupsAround(design, group.id).map(each => each.id) }] : []
    })
  const frames = new Map(rooms.map(({ id, rect }) => [id, rect]))
  const lines = Object.values(design.flows).flatMap(flow => segmentsOf(flow.bends ?? []))
  const groupsOf = (group?: Id) => groupsAround(design, group).map(each => each.id)

  const grown = (rect: Rect, group?: Id) => {
    const changed = new Map<Id, Rect>()
    let held = rect
    for (const id of groupsOf(group)) {
      const before = frames.get(id)
      held = union(before, framed(held))
      if (!before || held.width > before.width || held.height > before.height) changed.set(id, held)
    }
    return changed
  }

  /** Whether the frame of a group may become this without taking in what does not belong to it. */
  const mayGrow = (id: Id, to: Rect) => {
    const before = frames.get(id)
    // What already stands close to the frame may stay as close, but the frame does not grow over it.
    const isNew = (rect: Rect) =>
      [0, FRAME_GAP].some(gap => overlaps(to, rect, gap) && !(before && overlaps(before, rect, gap)))
    const around = new Set(groupsOf(id))
    return (
      !blocks.some(block => !block.groups.includes(id) && isNew(block.rect)) &&
      !rooms.some(room => !room.groups.includes(id) && !around.has(room.id) && isNew(room.rect))
    )
  }

  const isFree = (rect: Rect, group?: Id) => {
    const around = new Set(groupsOf(group))
    if (blocks.some(block => overlaps(rect, block.rect, GAP))) return false
    if (rooms.some(room => !around.has(room.id) && overlaps(rect, room.rect, GAP))) return false
    for (const [id, frame] of grown(rect, group)) if (!mayGrow(id, frame)) return false
    return true
  }

  const spot = ({ near, size, cost }: Wish, group?: Id) => {
    const distanceTo = (at: Point) => Math.abs(at.x - near.x) + Math.abs(at.y - near.y)
    const burden = (at: Point) => {
      const rect = { ...at, ...size }
      if (!isFree(rect, group)) return null
      return (isOnLine(rect, lines) ? COVERED_LINE : 0) + (grown(rect, group).size > 0 ? GROWN_FRAME : 0)
    }
    const found = bestInWindow(near, cost ?? distanceTo, burden)
    return found ?? firstOnRings(near, at => burden(at) !== null, group === undefined ? Infinity : GROUP_RINGS)
  }
  return { isFree, grown, spot }
}

/** Where something stands that belongs nowhere else: under the lower left corner of all that is placed. */
export function below(design: Design): Point {
  const blocks = Object.values(design.blocks).flatMap(block => rectOf(block) ?? [])
  const rooms = Object.values(design.groups).flatMap(group => frameOf(group) ?? [])
  const bounds = boundsOf([...blocks, ...rooms])
  return bounds ? { x: upToGrid(bounds.x), y: upToGrid(bounds.y + bounds.height) + 3 * GRID } : { x: 0, y: 0 }
}

function isOnLine(rect: Rect, lines: readonly Segment[]): boolean {
  return lines.some(line => runsThrough(line, rect, -GRID))
}

/** The spot with the least cost and burden; the burden, null where nothing may stand, is asked of few spots only. */
function bestInWindow(near: Point, cost: (at: Point) => number, burden: (at: Point) => number | null): Point | null {
  const spots: { readonly at: Point; readonly cost: number }[] = []
  const left = onGrid(near.x - WINDOW.across)
  const top = onGrid(near.y - WINDOW.down)
  for (let y = top; y <= top + 2 * WINDOW.down; y += GRID)
    for (let x = left; x <= left + 2 * WINDOW.across; x += GRID) spots.push({ at: { x, y }, cost: cost({ x, y }) })
  spots.sort((a, b) => a.cost - b.cost || a.at.y - b.at.y || a.at.x - b.at.x)
  let best: { readonly at: Point; readonly total: number } | null = null
  for (const spot of spots) {
    if (best && spot.cost >= best.total) break
    const more = burden(spot.at)
    if (more !== null && (!best || spot.cost + more < best.total)) best = { at: spot.at, total: spot.cost + more }
  }
  return best?.at ?? null
}

function firstOnRings(near: Point, allows: (at: Point) => boolean, limit: number): Point | null {
  const centre = { x: onGrid(near.x), y: onGrid(near.y) }
  // Something lies beyond every block at last, so without a limit this ends.
  for (let ring = WINDOW.down / GRID; ring < limit; ring++) {
    const found = ringOf(centre, ring * GRID).find(allows)
    if (found) return found
  }
  return null
}

/** The corners and middles of a square around a point and eight more steps a side, below and right first. */
function ringOf({ x, y }: Point, reach: number): Point[] {
  const points: Point[] = []
  for (let step = 0; step <= 8; step++) {
    const along = onGrid((step / 8) * 2 * reach - reach)
    points.push({ x: x + along, y: y + reach }, { x: x + reach, y: y + along })
    points.push({ x: x - reach, y: y + along }, { x: x + along, y: y - reach })
  }
  return points
}
