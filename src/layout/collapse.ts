import { type Design, type Group, type Id, lookUp } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { resizeGroup } from '../model/groups'
import { frameAround, insideOf } from './folded'
import { framed, frameOf, groupsAround } from './frames'
import { asideChanges, frameIn, inTheWay, isLocked, type Unit } from './in-the-way'
import { byId, union } from './rect'

/** An edit, or one sentence on why there is none. */
export type Opening = { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly reason: string }

/** Shows rooms as one block each. What they hold stays where it is, and so does everything else. */
export function collapseRooms(design: Design, ids: Iterable<Id>): Edit {
  const rooms = roomsOf(design, ids).filter(room => !room.collapsed)
  const framing = rooms.flatMap(room => (frameOf(room) ? [] : framedChanges(design, room)))
  const changes = rooms.map(({ id }): Change => ({ op: 'set', table: 'groups', id, path: 'collapsed', to: true }))
  return { label: `Collapse ${named(rooms)}`, changes: [...framing, ...changes] }
}

/**
 * Opens collapsed rooms: all in them stands as it did. What was put on their ground meanwhile moves to the nearest free
 * ground, and the rooms around them grow to hold them. Refused where something locked stands in the way.
 */
export function openRooms(design: Design, ids: Iterable<Id>): Opening {
  const rooms = roomsOf(design, ids).filter(room => room.collapsed)
  const changes: Change[] = []
  let now = design
  const take = (step: readonly Change[]) => {
    changes.push(...step)
    now = applyEdit(now, { label: '', changes: step })
  }
  for (const room of rooms) {
    take([{ op: 'set', table: 'groups', id: room.id, path: 'collapsed' }])
    if (!frameOf(room)) take(framedChanges(now, room))
    const before = now
    take(grownAround(now, room.id))
    for (const unit of inTheWay(before, now, room.id)) {
      if (isLocked(now, unit)) return { ok: false, reason: refusalOf(now, room, unit) }
      take(asideChanges(now, unit))
    }
  }
  return { ok: true, edit: { label: `Open ${named(rooms)}`, changes } }
}

function roomsOf(design: Design, ids: Iterable<Id>): Group[] {
  return [...new Set(ids)].flatMap(id => lookUp(design.groups, id) ?? []).sort(byId)
}

/** The frame of a room that had none of its own yet. */
function framedChanges(design: Design, room: Group): Change[] {
  const frame = frameAround(insideOf(design, room.id))
  return frame ? [...resizeGroup(design, room.id, frame).changes] : []
}

/** The rooms around a room grow until they hold its frame. */
function grownAround(design: Design, id: Id): Change[] {
  const changes: Change[] = []
  let held = frameIn(design, id)
  for (const around of groupsAround(design, lookUp(design.groups, id)?.group)) {
    const before = frameOf(around)
    if (!held || !before) break
    const after = union(before, framed(held))
    if (after.width > before.width || after.height > before.height)
      changes.push(...resizeGroup(design, around.id, after).changes)
    held = after
  }
  return changes
}

function refusalOf(design: Design, room: Group, { table, id }: Unit): string {
  const name = lookUp<{ readonly label: string }>(design[table], id)?.label ?? ''
  return `“${name}” is locked where “${room.label}” opens. Unlock it, or move the room first.`
}

/** “Serving” for one room, “2 rooms” for more. */
function named(rooms: readonly Group[]): string {
  const [first] = rooms
  return rooms.length === 1 && first ? `“${first.label}”` : `${rooms.length} rooms`
}
