import { type Block, type Design, type Id, lookUp } from '../model/design'
import { strongParts } from './strong-parts'

const orders = new WeakMap<Design, readonly Id[]>()

/** The newest design that was put in order: most edits leave places and flows as they are. */
let latest: Design | null = null

/**
 * Every block in the order in which a person reads the design: whatever sends before what receives, ties from top to
 * bottom and from left to right. A ring is entered at its first block from the top left. Feedback leads back by its
 * nature and says nothing of the order. Asking again for the same design returns the same list.
 */
export function readingOrder(design: Design): readonly Id[] {
  let order = orders.get(design)
  if (!order) {
    order = (latest && isSameDrawing(latest, design) && orders.get(latest)) || sorted(design)
    orders.set(design, order)
    latest = design
  }
  return order
}

/** Negative when the first of two things comes before the second: higher, else further left, else by id. */
export function byPlace(a: Pick<Block, 'id' | 'at'>, b: Pick<Block, 'id' | 'at'>): number {
  const [one, other] = [a.at ?? NOWHERE, b.at ?? NOWHERE]
  if (one.y !== other.y) return one.y < other.y ? -1 : 1
  if (one.x !== other.x) return one.x < other.x ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** What has no place yet comes last. */
const NOWHERE = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY }

/** Whether two designs have the same flows and the same blocks in the same places. */
function isSameDrawing(one: Design, other: Design): boolean {
  if (one.flows !== other.flows) return false
  if (one.blocks === other.blocks) return true
  const ids = Object.keys(other.blocks)
  if (ids.length !== Object.keys(one.blocks).length) return false
  return ids.every(id => Object.hasOwn(one.blocks, id) && one.blocks[id]?.at === other.blocks[id]?.at)
}

function sorted(design: Design): Id[] {
  const places = Object.values(design.blocks).sort(byPlace)
  const rank = new Map(places.map((block, index) => [block.id, index]))
  const next = targets(design)
  const part = strongParts([...rank.keys()], next)
  const waiting = counts(
    next,
    (from, to) => from !== to,
    target => target,
  )
  const closed = counts(
    next,
    (from, to) => part.get(from) !== part.get(to),
    target => part.get(target) ?? -1,
  )
  const left = new Set(rank.keys())
  const ready = places.filter(({ id }) => !waiting.get(id)).map(({ id }) => id)
  const order: Id[] = []
  while (left.size > 0) {
    const id = ready.shift() ?? ringEntry(left, id => !closed.get(part.get(id) ?? -1))
    if (!left.delete(id)) continue
    order.push(id)
    for (const to of next.get(id) ?? []) {
      if (to === id) continue
      if (part.get(to) !== part.get(id)) lower(closed, part.get(to) ?? -1)
      if (lower(waiting, to) === 0 && left.has(to)) insert(ready, to, rank)
    }
  }
  return order
}

/** The blocks that each block sends to, feedback left out. */
function targets(design: Design): ReadonlyMap<Id, readonly Id[]> {
  const next = new Map<Id, Id[]>()
  for (const { kind, source, target } of Object.values(design.flows)) {
    if (kind === 'feedback' || !lookUp(design.blocks, source) || !lookUp(design.blocks, target)) continue
    const list = next.get(source)
    if (list) list.push(target)
    else next.set(source, [target])
  }
  return next
}

/** How many flows lead to each key, of those that count. */
function counts<K>(
  next: ReadonlyMap<Id, readonly Id[]>,
  isCounted: (from: Id, to: Id) => boolean,
  keyOf: (target: Id) => K,
): Map<K, number> {
  const found = new Map<K, number>()
  for (const [from, all] of next)
    for (const to of all) if (isCounted(from, to)) found.set(keyOf(to), (found.get(keyOf(to)) ?? 0) + 1)
  return found
}

function lower<K>(counted: Map<K, number>, key: K): number {
  const less = (counted.get(key) ?? 0) - 1
  counted.set(key, less)
  return less
}

/** `left` is in the order of places: the first block of a ring that nothing outside it waits for. */
function ringEntry(left: ReadonlySet<Id>, isOpen: (id: Id) => boolean): Id {
  for (const id of left) if (isOpen(id)) return id
  return [...left][0] ?? ''
}

/** Puts a block where its rank belongs; the list is sorted before and after. */
function insert(ready: Id[], id: Id, rank: ReadonlyMap<Id, number>): void {
  const own = rank.get(id) ?? 0
  let low = 0
  let high = ready.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rank.get(ready[middle] ?? '') ?? 0) < own) low = middle + 1
    else high = middle
  }
  ready.splice(low, 0, id)
}
