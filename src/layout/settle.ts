import { type Block, type Design, emptyDesign, type Id, lookUp, type Point } from '../model/design'
import type { Change } from '../model/edit'
import { changesTo } from './changes'
import { applyDraft, type Draft, reframe } from './draft'
import { framed, frameOf, groupsAround, rectOf } from './frames'
import { groundOf } from './ground'
import { settleMargins } from './margins'
import { isLaidOut, type Parts } from './parts'
import type { Placement } from './placement'
import { boundsOf, GRID, onGrid, overlaps, type Rect, union } from './rect'
import { runsThrough, segmentsOf } from './segments'

/** What stays where it is when a placement is brought onto the canvas; without either, it comes to the origin. */
export interface Anchor {
  /** The placement is that of a selection, which comes to where it stood. */
  readonly ids?: ReadonlySet<Id>
  /** Most of these blocks keep their places, and so do the blocks and notes around the diagram as far as they can. */
  readonly kept?: ReadonlySet<Id>
}

/**
 * The changes that bring a placement onto the canvas. Locked blocks keep their places and the others make way; then
 * cards and notes follow the diagram.
 */
export function settle(design: Design, parts: Parts, placement: Placement, { ids, kept }: Anchor = {}): Change[] {
  const locked = lockedParts(design, parts)
  const pins = Object.values(design.blocks).filter(block => block.locked && block.at && !isLaidOut(design, block))
  const by =
    locked.size > 0
      ? shiftTo(locked, placement)
      : kept
        ? shiftTo(placesOf(design, kept), placement)
        : ids
          ? shiftToRest(design, parts, placement)
          : shiftPast(pins, parts, placement)
  const draft = shifted(placement, by)
  if (locked.size > 0) makeWay(design, parts, draft, locked)
  if (ids) growAround(design, parts, draft)
  else settleMargins(design, parts, draft, kept !== undefined || locked.size + pins.length > 0)
  return changesTo(design, parts, draft)
}

const ORIGIN: Point = { x: 0, y: 0 }

function shifted(placement: Placement, by: Point): Draft {
  const move = ({ x, y }: Point) => ({ x: x + by.x, y: y + by.y })
  return {
    at: new Map([...placement.at].map(([id, at]) => [id, move(at)])),
    bends: new Map([...placement.bends].map(([id, line]) => [id, line.map(move)])),
    frames: new Map([...placement.frames].map(([id, frame]) => [id, { ...frame, ...move(frame) }])),
  }
}

/** Where the blocks stand that must not move: locked ones and those in a locked group. */
function lockedParts(design: Design, parts: Parts): ReadonlyMap<Id, Point> {
  const locked = new Map<Id, Point>()
  for (const { id } of parts.blocks) {
    const block = lookUp(design.blocks, id)
    const isLocked = block?.locked || groupsAround(design, block?.group).some(group => group.locked)
    if (block?.at && isLocked) locked.set(id, block.at)
  }
  return locked
}

function placesOf(design: Design, ids: ReadonlySet<Id>): Map<Id, Point> {
  return new Map(
    [...ids].flatMap(id => {
      const at = lookUp(design.blocks, id)?.at
      return at ? [[id, at] as const] : []
    }),
  )
}

/** The move after which blocks are nearest to where they should be: the median of what each would need. */
function shiftTo(places: ReadonlyMap<Id, Point>, placement: Placement): Point {
  const needs = [...places].map(([id, at]) => {
    const placed = placement.at.get(id) ?? at
    return { x: at.x - placed.x, y: at.y - placed.y }
  })
  return { x: onGrid(median(needs.map(need => need.x))), y: onGrid(median(needs.map(need => need.y))) }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The move that brings a selection back to its corner, or to the nearest free ground large enough for it. */
function shiftToRest(design: Design, parts: Parts, placement: Placement): Point {
  const blocks = parts.blocks.map(block => lookUp(design.blocks, block.id))
  const before = boundsOf(blocks.flatMap(block => (block && rectOf(block)) ?? []))
  const formation = formationOf(parts, placement)
  if (!formation) return ORIGIN
  const chosen = new Set(parts.blocks.map(block => block.id))
  const rooms = new Set(parts.groups.map(group => group.id))
  const around = groupsAround(design, blocks[0]?.group).find(group => !rooms.has(group.id))?.id
  const left = { ...design, groups: Object.fromEntries(Object.entries(design.groups).filter(([id]) => !rooms.has(id))) }
  const near = before ?? { x: 0, y: 0 }
  const wish = { near, size: { width: formation.width, height: formation.height } }
  const ground = groundOf(left, chosen)
  const spot = ground.spot(wish, around) ?? ground.spot(wish) ?? near
  return { x: onGrid(spot.x - formation.x), y: onGrid(spot.y - formation.y) }
}

/** The move that keeps a whole diagram clear of locked notes and cards. */
function shiftPast(pins: readonly Block[], parts: Parts, placement: Placement): Point {
  const formation = formationOf(parts, placement)
  if (!formation || pins.length === 0) return ORIGIN
  const pinned = { ...emptyDesign(), blocks: Object.fromEntries(pins.map(({ group: _, ...pin }) => [pin.id, pin])) }
  const spot = groundOf(pinned).spot({ near: ORIGIN, size: formation }) ?? ORIGIN
  return { x: onGrid(spot.x - formation.x), y: onGrid(spot.y - formation.y) }
}

function formationOf(parts: Parts, placement: Placement): Rect | null {
  return boundsOf([
    ...parts.blocks.map(({ id, width, height }) => ({ ...(placement.at.get(id) ?? ORIGIN), width, height })),
    ...placement.frames.values(),
  ])
}

/**
 * Puts locked blocks back to their places and moves whatever they now cover to the nearest free ground. Lines of the
 * blocks that moved, and lines through them, are left to the drawing.
 */
function makeWay(design: Design, parts: Parts, draft: Draft, locked: ReadonlyMap<Id, Point>): void {
  const moved = new Set<Id>()
  for (const [id, at] of locked) {
    const placed = draft.at.get(id)
    if (placed?.x !== at.x || placed.y !== at.y) moved.add(id)
    draft.at.set(id, at)
  }
  if (moved.size === 0) return
  const rectNow = (id: Id): Rect => {
    const { width, height } = parts.blocks.find(block => block.id === id) ?? { width: 0, height: 0 }
    return { ...(draft.at.get(id) ?? ORIGIN), width, height }
  }
  for (const block of parts.blocks) {
    if (locked.has(block.id) || ![...locked.keys()].some(id => overlaps(rectNow(id), rectNow(block.id), GRID))) continue
    const now = applyDraft(design, draft)
    const wish = { near: rectNow(block.id), size: block }
    const ground = groundOf(now, new Set([block.id]))
    const at = ground.spot(wish, block.group) ?? ground.spot(wish)
    if (at) draft.at.set(block.id, at)
    moved.add(block.id)
  }
  reframe(parts, draft)
  const rects = [...moved].map(id => ({ id, rect: rectNow(id) }))
  for (const { id, source, target } of parts.flows) {
    const line = segmentsOf(draft.bends.get(id) ?? [])
    const isStale = rects.some(
      each => each.id === source || each.id === target || line.some(piece => runsThrough(piece, each.rect)),
    )
    if (isStale) draft.bends.delete(id)
  }
}

/** Grows the frames around a selection that was laid out inside its group. */
function growAround(design: Design, parts: Parts, draft: Draft): void {
  const rooms = new Set(parts.groups.map(group => group.id))
  for (const part of parts.blocks) {
    let held: Rect = { ...(draft.at.get(part.id) ?? ORIGIN), width: part.width, height: part.height }
    for (const group of groupsAround(design, lookUp(design.blocks, part.id)?.group)) {
      const before = draft.frames.get(group.id) ?? frameOf(group)
      held = rooms.has(group.id) && before ? before : union(before, framed(held))
      draft.frames.set(group.id, held)
    }
  }
}
