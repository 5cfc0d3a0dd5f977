import type { Design, Flow, Group, Id } from '../model/design'
import { byPlace, readingOrder } from './reading-order'

/** An element of a design that the keyboard can stand on. */
export interface Stop {
  readonly table: 'blocks' | 'flows' | 'groups'
  readonly id: Id
  /** Of a flow: the block among whose flows it was come to. Absent: its source. */
  readonly of?: Id
}

/** What the walk and the names ask of a design again and again. */
export interface Stops {
  readonly order: readonly Id[]
  /** The place of each block in the order, from 0. */
  readonly placeOf: ReadonlyMap<Id, number>
  /** All rooms, from top to bottom and from left to right. */
  readonly rooms: readonly Group[]
  /** The flows that leave a block, in the order of what they lead to. */
  outOf(id: Id): readonly Flow[]
  /** The flows that end at a block, in the order of what they come from. */
  into(id: Id): readonly Flow[]
}

const known = new WeakMap<Design, Stops>()

/** The elements of a design in their order; asking again for the same design returns the same answer. */
export function stopsOf(design: Design): Stops {
  let stops = known.get(design)
  if (!stops) {
    stops = build(design)
    known.set(design, stops)
  }
  return stops
}

/** Whether an element is there. */
export function isThere(design: Design, { table, id }: Stop): boolean {
  return Object.hasOwn(design[table], id)
}

const NONE: readonly Flow[] = []

function build(design: Design): Stops {
  const order = readingOrder(design)
  const placeOf = new Map(order.map((id, index) => [id, index]))
  const rooms = Object.values(design.groups).sort(byPlace)
  const by = (end: 'source' | 'target', other: 'source' | 'target') => {
    const ends = new Map<Id, Flow[]>()
    for (const flow of Object.values(design.flows)) {
      const list = ends.get(flow[end])
      if (list) list.push(flow)
      else ends.set(flow[end], [flow])
    }
    const at = (flow: Flow) => placeOf.get(flow[other]) ?? order.length
    for (const list of ends.values()) list.sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1))
    return ends
  }
  const out = by('source', 'target')
  const into = by('target', 'source')
  return { order, placeOf, rooms, outOf: id => out.get(id) ?? NONE, into: id => into.get(id) ?? NONE }
}
