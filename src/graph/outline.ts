import { type Design, type Id, lookUp } from '../model/design'
import { type Stop, stopsOf } from './stops'

/** A line of the outline. */
export interface OutlineRow {
  readonly stop: Stop
  /** How deep it lies, from 1. */
  readonly level: number
  /** Its place among its siblings, from 1, and their number. */
  readonly place: number
  readonly of: number
  /** Whether its children are listed; null when it has none. */
  readonly isOpen: boolean | null
}

/**
 * The design as a tree, line by line: rooms with their rooms and blocks, then the blocks that stand in no room, each
 * with the flows that leave it. Every element is in it once, but for what lies in one of the folded ones. Blocks come in
 * reading order, rooms in the order of their first block.
 */
export function outlineOf(design: Design, folded: ReadonlySet<Id> = new Set()): OutlineRow[] {
  const stops = stopsOf(design)
  const parents = parentsOf(design)
  const children = new Map<Id | null, Stop[]>()
  const put = (parent: Id | null, stop: Stop) => {
    const list = children.get(parent)
    if (list) list.push(stop)
    else children.set(parent, [stop])
  }
  for (const id of roomOrder(
    design,
    stops.order,
    stops.rooms.map(room => room.id),
    parents,
  ))
    put(parents.get(id) ?? null, { table: 'groups', id })
  for (const id of stops.order) put(ownerOf(design, id), { table: 'blocks', id })
  for (const id of stops.order) for (const flow of stops.outOf(id)) put(id, { table: 'flows', id: flow.id })
  const rows: OutlineRow[] = []
  const list = (parent: Id | null, level: number) => {
    const all = children.get(parent) ?? []
    all.forEach((stop, index) => {
      const hasChildren = stop.table !== 'flows' && children.has(stop.id)
      const isOpen = hasChildren ? !folded.has(stop.id) : null
      rows.push({ stop, level, place: index + 1, of: all.length, isOpen })
      if (isOpen) list(stop.id, level + 1)
    })
  }
  list(null, 1)
  return rows
}

/** What has to be unfolded so that the line of an element is listed: everything around it. */
export function around(design: Design, { table, id }: Stop): Id[] {
  const found: Id[] = []
  const flow = table === 'flows' ? lookUp(design.flows, id) : undefined
  if (flow) found.push(flow.source)
  const block = flow?.source ?? (table === 'blocks' ? id : undefined)
  const parents = parentsOf(design)
  let room = block === undefined ? parents.get(id) : ownerOf(design, block)
  while (room !== undefined && room !== null) {
    found.push(room)
    room = parents.get(room)
  }
  return found
}

function ownerOf(design: Design, block: Id): Id | null {
  const group = lookUp(design.blocks, block)?.group
  return group !== undefined && lookUp(design.groups, group) ? group : null
}

/** The room around each room. A ring of rooms, which a damaged file may hold, is cut where it closes. */
function parentsOf(design: Design): ReadonlyMap<Id, Id> {
  const parents = new Map<Id, Id>()
  for (const { id, group } of Object.values(design.groups)) {
    if (group === undefined || !lookUp(design.groups, group)) continue
    let above: Id | undefined = group
    while (above !== undefined && above !== id) above = parents.get(above)
    if (above === undefined) parents.set(id, group)
  }
  return parents
}

/** Rooms in the order in which the first block in them is read; empty ones after them, by place. */
function roomOrder(
  design: Design,
  order: readonly Id[],
  rooms: readonly Id[],
  parents: ReadonlyMap<Id, Id>,
): ReadonlySet<Id> {
  const found = new Set<Id>()
  for (const block of order)
    for (let room = ownerOf(design, block) ?? undefined; room !== undefined; room = parents.get(room)) found.add(room)
  for (const room of rooms) found.add(room)
  return found
}
