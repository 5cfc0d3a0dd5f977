import { sceneOf } from '../drawing/scene'
import { type Design, type Id, lookUp, type Size } from '../model/design'
import type { Change } from '../model/edit'
import { contentsOf, moveGroups, resizeGroup, setOwner } from '../model/groups'
import { frameOf, groupsAround, placeOf, rectOf } from './frames'
import { groundOf } from './ground'
import { byId, GRID, overlaps, type Rect, union } from './rect'

/** What moves as one: a block that stands in none of the rooms concerned, or a whole room. */
export interface Unit {
  readonly table: 'blocks' | 'groups'
  readonly id: Id
  readonly rect: Rect
}

/** What stands on the ground of an opened room, or on what the rooms around it grew over; nearest to its corner first. */
export function inTheWay(before: Design, after: Design, id: Id): Unit[] {
  const frame = frameIn(after, id)
  if (!frame) return []
  const around = groupsAround(after, after.groups[id]?.group)
  const shown = solids(after, id)
  const kin = [id, ...around.map(group => group.id)]
  return unitsBeside(after, kin).filter(unit => {
    const parts = unit.table === 'groups' ? solids(after, unit.id) : [unit.rect]
    if (holdsCentre(frame, unit.rect) || parts.some(part => shown.some(own => overlaps(part, own)))) return true
    return around.some((group, level) => {
      const [old, grown] = [frameIn(before, group.id), frameIn(after, group.id)]
      const isOutside = !isInside(after, unit, kin.slice(0, level + 2))
      return isOutside && grown !== null && overlaps(unit.rect, grown) && !(old && overlaps(unit.rect, old))
    })
  })
}

/** Everything in sight that is not in a room itself, outermost first, but for the given room and those around it. */
function unitsBeside(design: Design, kin: readonly Id[]): Unit[] {
  const { hiddenBy } = sceneOf(design)
  const isKin = new Set(kin)
  const own = contentsOf(design, kin.slice(0, 1))
  const isUnit = (group: Id | undefined) => group === undefined || (isKin.has(group) && group !== kin[0])
  const blocks = Object.values(design.blocks).flatMap((block): Unit[] => {
    const rect = rectOf(block)
    return rect && isUnit(block.group) ? [{ table: 'blocks', id: block.id, rect }] : []
  })
  const groups = Object.values(design.groups).flatMap((group): Unit[] => {
    const rect = placeOf(group)
    return rect && isUnit(group.group) && !isKin.has(group.id) ? [{ table: 'groups', id: group.id, rect }] : []
  })
  return [...blocks, ...groups]
    .filter(({ id }) => hiddenBy(id) === undefined && !own.blocks.has(id) && !own.groups.has(id))
    .sort((a, b) => a.rect.x + a.rect.y - b.rect.x - b.rect.y || byId(a, b))
}

/** The blocks and cards of a room that are in sight; of a collapsed room its card. */
function solids(design: Design, id: Id): Rect[] {
  const { blocks, collapsed, hiddenBy } = sceneOf(design)
  const inside = contentsOf(design, [id])
  const cards = [...inside.groups].flatMap(group => collapsed.get(hiddenBy(group) ?? group) ?? [])
  return [...[...inside.blocks].flatMap(block => blocks.get(block) ?? []), ...cards]
}

/** Moves what stands in the way to the nearest free ground of the room that it stands in; where that is full, out of it. */
export function asideChanges(design: Design, { table, id, rect }: Unit): Change[] {
  const unit = table === 'groups' ? contentsOf(design, [id]) : { blocks: new Set([id]), groups: new Set<Id>() }
  const left = without(design, unit.groups)
  const owner = lookUp<{ readonly group?: Id }>(design[table], id)?.group
  const wish = { near: rect, size: sizeOf(design, id, rect) }
  const ground = groundOf(left, unit.blocks)
  const inRoom = ground.spot(wish, owner)
  const to = inRoom ?? ground.spot(wish)
  if (!to) return []
  const grown = inRoom ? ground.grown({ ...inRoom, ...wish.size }, owner) : new Map<Id, Rect>()
  const by = { x: to.x - onOwnGrid(rect.x), y: to.y - onOwnGrid(rect.y) }
  const move = table === 'groups' ? moveGroups(design, [id], by) : moveGroups(design, [], by, [id])
  const leave = inRoom || owner === undefined ? [] : setOwner(design, new Map([[id, undefined]])).changes
  return [...move.changes, ...leave, ...[...grown].flatMap(([room, frame]) => resizeGroup(design, room, frame).changes)]
}

/** A frame lies off the grid: with all in it, it goes by whole steps. */
function onOwnGrid(value: number): number {
  return Math.floor(value / GRID) * GRID
}

function without(design: Design, gone: ReadonlySet<Id>): Design {
  if (gone.size === 0) return design
  return { ...design, groups: Object.fromEntries(Object.entries(design.groups).filter(([id]) => !gone.has(id))) }
}

/** The ground that something needs: of a collapsed room the frame that it will have again. */
function sizeOf(design: Design, id: Id, rect: Rect): Size {
  const { width, height } = union(frameIn(design, id), rect)
  return { width, height }
}

/** The frame of a room, open or not; null when it has none. */
export function frameIn(design: Design, id: Id): Rect | null {
  const room = lookUp(design.groups, id)
  return room ? frameOf(room) : null
}

function holdsCentre(frame: Rect, { x, y, width, height }: Rect): boolean {
  return overlaps(frame, { x: x + width / 2, y: y + height / 2, width: 0, height: 0 })
}

function isInside(design: Design, { table, id }: Unit, rooms: readonly Id[]): boolean {
  const owner = lookUp<{ readonly group?: Id }>(design[table], id)?.group
  return owner !== undefined && rooms.includes(owner)
}

/** Whether a unit, or anything that would go along with it, is locked. */
export function isLocked(design: Design, { table, id }: Unit): boolean {
  if (table === 'blocks') return lookUp(design.blocks, id)?.locked === true
  const inside = contentsOf(design, [id])
  return (
    [...inside.groups].some(group => design.groups[group]?.locked) ||
    [...inside.blocks].some(one => design.blocks[one]?.locked)
  )
}
