import { removeBlocks } from './blocks'
import { type Design, type Flow, type Group, type Id, lookUp, type Point, type Size } from './design'
import type { Change, Edit } from './edit'
import { newId } from './ids'

/** A place on the canvas: its top left corner and its extent, in canvas pixels. */
export type Frame = Point & Size

/** Blocks and groups, by id. */
export interface Members {
  readonly blocks: ReadonlySet<Id>
  readonly groups: ReadonlySet<Id>
}

/** Everything in these groups, however deep, and the groups themselves. Ids that are not there are passed over. */
export function contentsOf(design: Design, ids: Iterable<Id>): Members {
  const groups = new Set([...ids].filter(id => Object.hasOwn(design.groups, id)))
  for (let size = -1; size !== groups.size; ) {
    size = groups.size
    for (const { id, group } of Object.values(design.groups))
      if (group !== undefined && groups.has(group)) groups.add(id)
  }
  const isInside = ({ group }: { readonly group?: Id }) => group !== undefined && groups.has(group)
  return { blocks: new Set(keysOf(design.blocks, isInside)), groups }
}

/**
 * Puts blocks and groups into a new group with this frame. It stands inside the group that they all share, if they do.
 * Its id is that of the first change.
 */
export function group(design: Design, members: Members, frame: Frame, label = 'Room', random?: () => number): Edit {
  const id = newId(design, 'room', random)
  const inside = [...rowsOf(design.groups, members.groups), ...rowsOf(design.blocks, members.blocks)]
  const owners = new Set(inside.map(member => member.group))
  const [owner] = owners.size === 1 ? owners : []
  const record: Group = { id, label, ...placeOf(frame), ...(owner === undefined ? {} : { group: owner }) }
  const own = new Map(inside.map(member => [member.id, id] as const))
  return {
    label: `Group ${inside.length === 1 ? `“${inside[0]?.label ?? ''}”` : `${inside.length} blocks`}`,
    changes: [{ op: 'put', table: 'groups', id, record }, ...ownerChanges(design, own)],
  }
}

/** Takes groups away; what they hold stays where it is, in the group around them if there is one. */
export function ungroup(design: Design, ids: Iterable<Id>): Edit {
  const gone = new Set(rowsOf(design.groups, ids).map(({ id }) => id))
  const owners = new Map<Id, Id | undefined>()
  for (const { id, group } of [...Object.values(design.groups), ...Object.values(design.blocks)])
    if (group !== undefined && gone.has(group) && !gone.has(id)) owners.set(id, ownerWithout(design, group, gone))
  return {
    label: `Ungroup ${named(design, gone)}`,
    changes: [...ownerChanges(design, owners), ...cuts(gone)],
  }
}

/** Deletes groups and leaves what they hold, like `ungroup` but for its label; with their members when asked. */
export function removeGroups(design: Design, ids: Iterable<Id>, withMembers = false): Edit {
  const { blocks, groups } = contentsOf(design, ids)
  const label = `Delete ${named(design, new Set(ids))}`
  if (!withMembers) return { ...ungroup(design, ids), label }
  return { label: `${label} with its blocks`, changes: [...removeBlocks(design, blocks).changes, ...cuts(groups)] }
}

/**
 * Moves groups with all they hold, and further blocks beside them, by the same way. Flows that move as a whole keep their
 * line, those that are pulled at one end are routed anew. A locked group stays; in a group that moves, locked blocks do too.
 */
export function moveGroups(design: Design, ids: Iterable<Id>, by: Point, alone: Iterable<Id> = []): Edit {
  const free = rowsOf(design.groups, ids).filter(each => !each.locked)
  const inside = contentsOf(
    design,
    free.map(each => each.id),
  )
  const beside = rowsOf(design.blocks, alone).filter(each => !each.locked)
  const blocks = new Set([...inside.blocks, ...beside.map(each => each.id)])
  const label = `Move ${named(design, new Set(free.map(each => each.id)))}`
  if (by.x === 0 && by.y === 0) return { label, changes: [] }
  return {
    label,
    changes: [
      ...rowsOf(design.groups, inside.groups).flatMap(row => shifted('groups', row, by)),
      ...rowsOf(design.blocks, blocks).flatMap(row => shifted('blocks', row, by)),
      ...Object.values(design.flows).flatMap(flow => followed(flow, blocks, by)),
    ],
  }
}

/** Gives a group another frame, in whole pixels. */
export function resizeGroup(design: Design, id: Id, frame: Frame): Edit {
  const { at, size } = placeOf(frame)
  return {
    label: `Resize ${named(design, new Set([id]))}`,
    changes: [
      { op: 'set', table: 'groups', id, path: 'at', to: { ...at } },
      { op: 'set', table: 'groups', id, path: 'size', to: { ...size } },
    ],
  }
}

/** Gives a group another name. */
export function renameGroup(design: Design, id: Id, label: string): Edit {
  const changes: Change[] = [{ op: 'set', table: 'groups', id, path: 'label', to: label }]
  return { label: `Rename ${named(design, new Set([id]))}`, changes }
}

/** Moves blocks and groups from one group to another; without an owner they stand in none. No group gets into itself. */
export function setOwner(design: Design, owners: ReadonlyMap<Id, Id | undefined>): Edit {
  const possible = [...owners].filter(
    ([id, owner]) => owner === undefined || !contentsOf(design, [id]).groups.has(owner),
  )
  return { label: 'Change room', changes: ownerChanges(design, new Map(possible)) }
}

function ownerChanges(design: Design, owners: ReadonlyMap<Id, Id | undefined>): Change[] {
  return [...owners].flatMap(([id, owner]): Change[] => {
    const table = Object.hasOwn(design.blocks, id) ? 'blocks' : 'groups'
    const row = lookUp<{ readonly group?: Id }>(design[table], id)
    if (!row || row.group === owner) return []
    return [{ op: 'set', table, id, path: 'group', ...(owner === undefined ? {} : { to: owner }) }]
  })
}

/** The nearest group around, from this one outwards, that is not among those that go. */
function ownerWithout(design: Design, from: Id, gone: ReadonlySet<Id>): Id | undefined {
  let owner: Id | undefined = from
  for (let steps = 0; owner !== undefined && gone.has(owner) && steps <= gone.size; steps++)
    owner = lookUp(design.groups, owner)?.group
  return owner !== undefined && gone.has(owner) ? undefined : owner
}

function shifted(table: 'blocks' | 'groups', row: { readonly id: Id; readonly at?: Point }, by: Point): Change[] {
  if (!row.at) return []
  return [{ op: 'set', table, id: row.id, path: 'at', to: { x: row.at.x + by.x, y: row.at.y + by.y } }]
}

function followed(flow: Flow, moved: ReadonlySet<Id>, by: Point): Change[] {
  const [hasSource, hasTarget] = [moved.has(flow.source), moved.has(flow.target)]
  if (!flow.bends || !(hasSource || hasTarget)) return []
  const bends = flow.bends.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))
  return [{ op: 'set', table: 'flows', id: flow.id, path: 'bends', ...(hasSource && hasTarget ? { to: bends } : {}) }]
}

function cuts(groups: Iterable<Id>): Change[] {
  return [...groups].map(id => ({ op: 'cut', table: 'groups', id }))
}

function placeOf({ x, y, width, height }: Frame): { readonly at: Point; readonly size: Size } {
  return {
    at: { x: Math.round(x), y: Math.round(y) },
    size: { width: Math.round(width), height: Math.round(height) },
  }
}

/** “Serving” for one group, “2 rooms” for more. */
function named(design: Design, ids: ReadonlySet<Id>): string {
  const [only] = ids
  const one = ids.size === 1 && only !== undefined ? lookUp(design.groups, only) : undefined
  return one ? `“${one.label}”` : `${ids.size} rooms`
}

function rowsOf<T>(table: Readonly<Record<Id, T>>, ids: Iterable<Id>): T[] {
  return [...ids].flatMap(id => lookUp(table, id) ?? [])
}

function keysOf<T>(table: Readonly<Record<Id, T>>, isWanted: (row: T) => boolean): Id[] {
  return Object.keys(table).filter(id => isWanted(table[id] as T))
}
