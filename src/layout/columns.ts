import type { Id, Point } from '../model/design'
import { FRAME_PADDING, framed, LABEL_BAND } from './frames'
import type { Part, Parts } from './parts'
import type { Placement } from './placement'
import { type Rect, upToGrid } from './rect'

const GAP = 48

/** What stands side by side on one level: a block, or a group that is already arranged. */
interface Box {
  readonly id: Id
  readonly width: number
  readonly height: number
}

/**
 * Blocks in columns by their distance from where the flows begin, groups below each other. Plain, but it takes any
 * graph: what is shown when no engine has an answer. Lines are left to the drawing.
 */
export function columns(parts: Parts): Placement {
  const rank = ranks(parts)
  const inside = new Map<Id, Map<Id, Point>>()
  const boxes = new Map<Id, Box>()
  const members = (group: Id | undefined) => ({
    blocks: parts.blocks.filter(block => block.group === group),
    groups: parts.groups.filter(room => room.group === group).map(room => boxes.get(room.id) as Box),
  })
  const inner = innermostFirst(parts)
  for (const id of inner) {
    const { places, width, height } = arrange(members(id).blocks, members(id).groups, rank)
    inside.set(id, places)
    const box = framed({ x: 0, y: 0, width, height })
    boxes.set(id, { id, width: upToGrid(box.width), height: upToGrid(box.height) })
  }
  const at = new Map<Id, Point>()
  const frames = new Map<Id, Rect>()
  const put = (places: ReadonlyMap<Id, Point>, origin: Point) => {
    for (const [id, { x, y }] of places) at.set(id, { x: origin.x + x, y: origin.y + y })
  }
  put(arrange(members(undefined).blocks, members(undefined).groups, rank).places, { x: 0, y: 0 })
  for (const id of inner.reverse()) {
    const corner = at.get(id) as Point
    at.delete(id)
    // The corner of what stands inside is on the grid; the frame lies around it, off the grid.
    const content = { x: upToGrid(corner.x + FRAME_PADDING), y: upToGrid(corner.y + FRAME_PADDING + LABEL_BAND) }
    put(inside.get(id) as Map<Id, Point>, content)
    const box = boxes.get(id) as Box
    frames.set(id, { ...box, x: content.x - FRAME_PADDING, y: content.y - FRAME_PADDING - LABEL_BAND })
  }
  return { at, bends: new Map(), frames: withoutIds(frames) }
}

function withoutIds(frames: ReadonlyMap<Id, Rect>): Map<Id, Rect> {
  return new Map([...frames].map(([id, { x, y, width, height }]) => [id, { x, y, width, height }]))
}

/** Groups so that each comes before the group around it. */
function innermostFirst(parts: Parts): Id[] {
  const around = new Map(parts.groups.map(room => [room.id, room.group]))
  const depth = (id: Id) => {
    let levels = 0
    for (let next = around.get(id); next !== undefined; next = around.get(next)) levels++
    return levels
  }
  const depths = new Map(parts.groups.map(room => [room.id, depth(room.id)]))
  return parts.groups.map(room => room.id).sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0))
}

/** The longest way from a block without inputs, counted in flows; a flow that closes a ring counts nothing. */
function ranks(parts: Parts): ReadonlyMap<Id, number> {
  const rank = new Map(parts.blocks.map(block => [block.id, 0]))
  const waiting = new Map(parts.blocks.map(block => [block.id, 0]))
  const next = new Map<Id, Id[]>(parts.blocks.map(block => [block.id, []]))
  for (const { source, target } of parts.flows) {
    next.get(source)?.push(target)
    waiting.set(target, (waiting.get(target) ?? 0) + 1)
  }
  const open = new Set(waiting.keys())
  while (open.size > 0) {
    const ids = [...open]
    const id = ids.find(each => waiting.get(each) === 0) ?? (ids[0] as Id)
    open.delete(id)
    for (const target of next.get(id) ?? []) {
      if (!open.has(target)) continue
      waiting.set(target, (waiting.get(target) ?? 0) - 1)
      rank.set(target, Math.max(rank.get(target) ?? 0, (rank.get(id) ?? 0) + 1))
    }
  }
  return rank
}

function arrange(blocks: readonly Part[], groups: readonly Box[], rank: ReadonlyMap<Id, number>) {
  const places = new Map<Id, Point>()
  let x = 0
  let width = 0
  let height = 0
  const used = [...new Set(blocks.map(block => rank.get(block.id) ?? 0))].sort((a, b) => a - b)
  for (const column of used) {
    let y = 0
    let widest = 0
    for (const block of blocks.filter(each => (rank.get(each.id) ?? 0) === column)) {
      places.set(block.id, { x, y })
      widest = Math.max(widest, block.width)
      width = Math.max(width, x + block.width)
      height = Math.max(height, y + block.height)
      y += upToGrid(block.height) + GAP
    }
    x += upToGrid(widest) + GAP
  }
  for (const group of groups) {
    const y = height === 0 ? 0 : upToGrid(height) + GAP
    places.set(group.id, { x: 0, y })
    width = Math.max(width, group.width)
    height = y + group.height
  }
  return { places, width, height }
}
