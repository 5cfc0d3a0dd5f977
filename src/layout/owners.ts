import { sceneOf } from '../drawing/scene'
import { moveBlocks } from '../model/blocks'
import { type Design, type Group, type Id, lookUp, type Point } from '../model/design'
import { applyEdit, type Edit } from '../model/edit'
import { contentsOf, moveGroups, setOwner } from '../model/groups'
import { frameOf, placeOf, rectOf } from './frames'
import type { Rect } from './rect'

/** The group whose frame holds a point; of several the smallest, which is the innermost. Collapsed ones hold none. */
export function ownerAt(design: Design, point: Point, except: ReadonlySet<Id> = new Set()): Id | undefined {
  let best: { readonly id: Id; readonly area: number } | undefined
  const { hiddenBy } = sceneOf(design)
  for (const group of Object.values(design.groups)) {
    const isOpen = !group.collapsed && !except.has(group.id) && hiddenBy(group.id) === undefined
    const frame = isOpen ? frameOf(group) : null
    if (!frame || !holds(frame, point)) continue
    const area = frame.width * frame.height
    if (!best || area < best.area || (area === best.area && group.id < best.id)) best = { id: group.id, area }
  }
  return best?.id
}

/** The group that each of these blocks lies in by its centre, those of `except` left out; blocks without a place are not in it. */
export function ownersOf(design: Design, ids: Iterable<Id>, except?: ReadonlySet<Id>): Map<Id, Id | undefined> {
  const owners = new Map<Id, Id | undefined>()
  for (const id of ids) {
    const block = lookUp(design.blocks, id)
    const rect = block ? rectOf(block) : null
    if (rect) owners.set(id, ownerAt(design, centreOf(rect), except))
  }
  return owners
}

/** Moves blocks by hand: each belongs to the room that its centre comes to lie in, or to none. One edit. */
export function moveIntoRooms(design: Design, to: ReadonlyMap<Id, Point>): Edit {
  const move = moveBlocks(design, to)
  const moved = move.changes.flatMap(change => (change.table === 'blocks' ? [change.id] : []))
  return withOwners(design, move, moved, [])
}

/**
 * Moves rooms by hand with all they hold, and further blocks beside them. A room that comes to lie in a larger one
 * belongs to it, but rooms do not nest more than once. One edit.
 */
export function moveRoomsIntoRooms(design: Design, ids: Iterable<Id>, by: Point, alone: Iterable<Id> = []): Edit {
  const rooms = [...ids].filter(id => lookUp(design.groups, id)?.locked !== true)
  const inside = contentsOf(design, rooms)
  const outermost = rooms.filter(id => {
    const owner = lookUp(design.groups, id)?.group
    return owner === undefined || !inside.groups.has(owner)
  })
  const beside = [...alone].filter(id => !inside.blocks.has(id) && lookUp(design.blocks, id)?.locked !== true)
  return withOwners(design, moveGroups(design, rooms, by, beside), beside, outermost)
}

/** The rooms that would gain a member by an edit: what a drag lights up. */
export function gainers(design: Design, edit: Edit): ReadonlySet<Id> {
  return new Set(
    edit.changes.flatMap(change => {
      if (change.op !== 'set' || change.path !== 'group' || typeof change.to !== 'string') return []
      return Object.hasOwn(design.groups, change.to) ? [change.to] : []
    }),
  )
}

function withOwners(design: Design, move: Edit, blocks: readonly Id[], groups: readonly Id[]): Edit {
  if (move.changes.length === 0 || Object.keys(design.groups).length === 0) return move
  const after = applyEdit(design, move)
  const owners = ownersOf(after, blocks)
  for (const id of groups) {
    const group = lookUp(after.groups, id)
    if (group) owners.set(id, ownerOfRoom(after, group))
  }
  const change = setOwner(design, owners)
  return { label: move.label + whereTo(design, change), changes: [...move.changes, ...change.changes] }
}

/** The room that another room belongs to where it lies: a larger one that stands in none itself. */
function ownerOfRoom(design: Design, group: Group): Id | undefined {
  const inside = contentsOf(design, [group.id])
  const frame = placeOf(group)
  if (!frame) return group.group
  if (inside.groups.size > 1) return isStillIn(design, group.group, centreOf(frame)) ? group.group : undefined
  const nested = Object.values(design.groups).filter(other => other.group !== undefined)
  const owner = ownerAt(design, centreOf(frame), new Set([...inside.groups, ...nested.map(({ id }) => id)]))
  const around = owner === undefined ? null : frameOf(design.groups[owner] as Group)
  return around && around.width * around.height > frame.width * frame.height ? owner : undefined
}

function isStillIn(design: Design, owner: Id | undefined, point: Point): boolean {
  const around = owner === undefined ? undefined : lookUp(design.groups, owner)
  const frame = around ? frameOf(around) : null
  return frame !== null && holds(frame, point)
}

/** “ into “Serving”” when all that change their room go to the same one. */
function whereTo(design: Design, { changes }: Edit): string {
  const owners = new Set(changes.map(change => (change.op === 'set' ? change.to : undefined)))
  const [owner] = owners
  if (owners.size !== 1) return ''
  return typeof owner === 'string' ? ` into “${lookUp(design.groups, owner)?.label ?? ''}”` : ' out of its room'
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function holds({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}
