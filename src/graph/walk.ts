import { type Design, type Flow, type Id, lookUp } from '../model/design'
import { isThere, type Stop, type Stops, stopsOf } from './stops'

/** Where a key leads: along the flows, among siblings, to either end of the order, or out to what is around. */
export type Way = 'right' | 'left' | 'up' | 'down' | 'first' | 'last' | 'out'

/**
 * The element that a key leads to from another one; null when it leads nowhere. Right and left go from block to flow to
 * block. Up and down go through the flows of the block that a flow was come from; from a block or room they go through
 * all blocks in reading order and then all rooms. Right from a room goes to its first block. Out goes from a flow to
 * its block and from there to its room. From nowhere every way but out begins at the first element.
 */
export function stepFrom(design: Design, from: Stop | null, way: Way): Stop | null {
  const stops = stopsOf(design)
  if (way === 'first' || way === 'last') return edge(design, stops, way)
  if (!from || !isThere(design, from)) return way === 'out' ? null : edge(design, stops, 'first')
  switch (from.table) {
    case 'blocks':
      return fromBlock(design, stops, from.id, way)
    case 'flows':
      return fromFlow(design, stops, from, way)
    case 'groups':
      return fromRoom(design, stops, from.id, way)
  }
}

/** The first or last block; where there is none, the first or last room. */
function edge(design: Design, stops: Stops, way: 'first' | 'last'): Stop | null {
  const [list, table] =
    stops.order.length > 0 ? ([stops.order, 'blocks'] as const) : ([Object.keys(design.groups), 'groups'] as const)
  const id = list[way === 'first' ? 0 : list.length - 1]
  return id === undefined ? null : { table, id }
}

type Step = Exclude<Way, 'first' | 'last'>

function fromBlock(design: Design, stops: Stops, id: Id, way: Step): Stop | null {
  if (way === 'right') return flowStop(stops.outOf(id)[0], id)
  if (way === 'left') return flowStop(stops.into(id)[0], id)
  if (way === 'out') return roomStop(design, lookUp(design.blocks, id)?.group)
  return along(stops, stops.placeOf.get(id) ?? 0, way)
}

function fromRoom(design: Design, stops: Stops, id: Id, way: Step): Stop | null {
  if (way === 'right') return firstIn(design, stops, id)
  if (way === 'left') return null
  if (way === 'out') return roomStop(design, lookUp(design.groups, id)?.group)
  const place = stops.rooms.findIndex(room => room.id === id)
  return along(stops, stops.order.length + place, way)
}

function fromFlow(design: Design, stops: Stops, { id, of }: Stop, way: Step): Stop | null {
  const flow = lookUp(design.flows, id)
  if (!flow) return null
  if (way === 'right') return blockStop(flow.target)
  if (way === 'left') return blockStop(flow.source)
  const own = of === flow.target && of !== flow.source ? flow.target : flow.source
  if (way === 'out') return blockStop(own)
  const siblings = own === flow.source ? stops.outOf(own) : stops.into(own)
  return flowStop(siblings[siblings.findIndex(one => one.id === id) + (way === 'down' ? 1 : -1)], own)
}

/** One on or back in the row of all blocks and then all rooms. */
function along({ order, rooms }: Stops, place: number, way: 'up' | 'down'): Stop | null {
  const next = place + (way === 'down' ? 1 : -1)
  const block = order[next]
  if (block !== undefined) return blockStop(block)
  const room = rooms[next - order.length]
  return room ? { table: 'groups', id: room.id } : null
}

/** The first block of a room in reading order, also of a room in it; null when it holds none. */
function firstIn(design: Design, stops: Stops, room: Id): Stop | null {
  const isInside = (group: Id | undefined, depth = 0): boolean =>
    group !== undefined && depth < 9 && (group === room || isInside(lookUp(design.groups, group)?.group, depth + 1))
  const id = stops.order.find(one => isInside(lookUp(design.blocks, one)?.group))
  return id === undefined ? null : blockStop(id)
}

function blockStop(id: Id): Stop {
  return { table: 'blocks', id }
}

function flowStop(flow: Flow | undefined, of: Id): Stop | null {
  return flow ? { table: 'flows', id: flow.id, of } : null
}

function roomStop(design: Design, id: Id | undefined): Stop | null {
  return id !== undefined && lookUp(design.groups, id) ? { table: 'groups', id } : null
}

/**
 * Where the keyboard stands after its element went: at the block of a flow, at the next block in reading order, at one
 * before when there is none; null when nothing is left.
 */
export function standIn(before: Design, after: Design, stop: Stop): Stop | null {
  const { order, placeOf } = stopsOf(before)
  const flow = stop.table === 'flows' ? lookUp(before.flows, stop.id) : undefined
  const ends = flow ? [stop.of ?? flow.source, flow.source, flow.target] : []
  const place = placeOf.get(ends[0] ?? stop.id) ?? 0
  const nearby = [...ends, ...order.slice(place), ...order.slice(0, place).reverse()]
  const id = nearby.find(one => lookUp(after.blocks, one))
  return id === undefined ? edge(after, stopsOf(after), 'first') : blockStop(id)
}
