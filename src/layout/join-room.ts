import { type Design, type Id, lookUp } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { contentsOf, moveGroups, resizeGroup, setOwner } from '../model/groups'
import { frameOf, rectOf } from './frames'
import { groundOf } from './ground'
import { GRID, onGrid, overlaps, type Rect } from './rect'

/** An edit, or one sentence on why there is none. */
export type Joining = { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly reason: string }

/** Blocks and rooms that go together. */
export interface Joiners {
  readonly blocks: ReadonlySet<Id>
  readonly groups: ReadonlySet<Id>
}

/**
 * Puts blocks and rooms into a room, or into none: each goes to the nearest free ground there, unless it stands there
 * already. The room grows where it overlaps nothing; nothing else moves. Refused for what is locked, where there is no
 * ground, and where rooms would stand in each other more than once.
 */
export function joinRoom(design: Design, { blocks, groups }: Joiners, room: Id | undefined): Joining {
  const deep = [...groups].find(id => !mayHold(design, room, id))
  if (deep !== undefined) return { ok: false, reason: tooDeep(design, room, deep) }
  const inside = contentsOf(design, groups)
  const changes: Change[] = []
  let now = design
  const alone = [...blocks].filter(id => !inside.blocks.has(id))
  for (const [table, id] of [
    ...[...groups].map(one => ['groups', one] as const),
    ...alone.map(one => ['blocks', one] as const),
  ]) {
    const row = lookUp<{ readonly label: string; readonly group?: Id; readonly locked?: true }>(now[table], id)
    if (!row || row.group === room || id === room) continue
    if (row.locked) return { ok: false, reason: `“${row.label}” is locked. Unlock it to move it to another room.` }
    const step = movedInto(now, table, id, room)
    if (!step)
      return { ok: false, reason: `There is no free ground for “${row.label}” in that room. Move the room first.` }
    changes.push(...step)
    now = applyEdit(now, { label: '', changes: step })
  }
  return { ok: true, edit: { label: labelOf(design, room), changes } }
}

/** Whether a room may stand in another one: rooms stand in rooms once, and no room stands in itself. */
export function mayHold(design: Design, outer: Id | undefined, inner: Id): boolean {
  if (outer === undefined) return true
  const isNested = lookUp(design.groups, outer)?.group !== undefined
  return outer !== inner && !isNested && contentsOf(design, [inner]).groups.size === 1
}

/** Why a room cannot stand in another one. */
function tooDeep(design: Design, outer: Id | undefined, inner: Id): string {
  const [room, other] = [lookUp(design.groups, inner)?.label ?? '', lookUp(design.groups, outer ?? '')?.label ?? '']
  return `“${room}” does not fit into “${other}”: a room stands in a room once, not deeper.`
}

/** Why a new room cannot be put around these in the room that they share, or null when it can: rooms nest once. */
export function nestingFlaw(design: Design, { blocks, groups }: Joiners): string | null {
  const rows = [...[...groups].map(id => design.groups[id]), ...[...blocks].map(id => design.blocks[id])]
  const owners = new Set(rows.map(row => row?.group))
  const [owner] = owners
  const outer = owners.size === 1 && owner !== undefined ? lookUp(design.groups, owner) : undefined
  if (outer?.group !== undefined) return `“${outer.label}” stands in a room already: no further room fits inside it.`
  const deep = [...groups].find(id => outer !== undefined || contentsOf(design, [id]).groups.size > 1)
  const room = lookUp(design.groups, deep ?? '')
  if (!room) return null
  return `“${room.label}” ${outer ? 'stands in' : 'holds'} a room already: rooms stand in each other once, not deeper.`
}

function movedInto(design: Design, table: 'blocks' | 'groups', id: Id, room: Id | undefined): Change[] | null {
  const owner = setOwner(design, new Map([[id, room]])).changes
  const rect = rectIn(design, table, id)
  if (!rect) return [...owner]
  const unit = table === 'groups' ? contentsOf(design, [id]) : { blocks: new Set([id]), groups: new Set<Id>() }
  const left = {
    ...design,
    groups: Object.fromEntries(Object.entries(design.groups).filter(([one]) => !unit.groups.has(one))),
  }
  const ground = groundOf(left, unit.blocks)
  const { width, height } = rect
  const around = room === undefined ? undefined : lookUp(design.groups, room)
  const frame = around ? frameOf(around) : null
  const stays = frame ? isWithin(rect, frame) : room === undefined && isOutsideRooms(left, rect)
  if (stays) return [...owner]
  const near = frame
    ? { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2 }
    : { x: rect.x, y: rect.y }
  const to = ground.spot({ near, size: { width, height } }, room)
  if (!to) return null
  const grown = [...ground.grown({ ...to, width, height }, room)]
  const by = table === 'groups' ? stepsTo(rect, to) : { x: to.x - rect.x, y: to.y - rect.y }
  const move = table === 'groups' ? moveGroups(design, [id], by) : moveGroups(design, [], by, [id])
  return [...move.changes, ...owner, ...grown.flatMap(([one, to]) => resizeGroup(design, one, to).changes)]
}

/** A frame lies off the grid: with all in it, it goes by whole steps. */
function stepsTo(rect: Rect, to: { readonly x: number; readonly y: number }) {
  return { x: onGrid(to.x - rect.x), y: onGrid(to.y - rect.y) }
}

function rectIn(design: Design, table: 'blocks' | 'groups', id: Id): Rect | null {
  const room = table === 'groups' ? lookUp(design.groups, id) : undefined
  const block = table === 'blocks' ? lookUp(design.blocks, id) : undefined
  if (room) return frameOf(room)
  return block ? rectOf(block) : null
}

/** Whether a place lies in a frame with the label of the room free above it. */
function isWithin(rect: Rect, frame: Rect): boolean {
  const band = 3 * GRID
  return (
    rect.x >= frame.x &&
    rect.y >= frame.y + band &&
    rect.x + rect.width <= frame.x + frame.width &&
    rect.y + rect.height <= frame.y + frame.height
  )
}

function isOutsideRooms(design: Design, rect: Rect): boolean {
  return Object.values(design.groups).every(group => {
    const frame = frameOf(group)
    return !frame || !overlaps(frame, rect)
  })
}

function labelOf(design: Design, room: Id | undefined): string {
  return room === undefined ? 'Take out of the room' : `Move to “${lookUp(design.groups, room)?.label ?? ''}”`
}
