import { along, type Berth, keyOf, middleOf, pitchOf, span } from './berth'
import { isSideways, type Port } from './geometry'
import { keepApart, straighten } from './port-moves'

/**
 * Gives every end its own place on its side: around the middle, in the order of where the flows come from, so that few
 * cross. Two ends that face each other get the same height where both sides have room for it: the flow is then straight.
 */
export function assignPorts(berths: readonly Berth[]): Map<string, Port> {
  const sides = new Map<string, Berth[]>()
  for (const berth of berths) {
    const key = `${berth.side} ${berth.owner}`
    const others = sides.get(key)
    if (others) others.push(berth)
    else sides.set(key, [berth])
  }
  const places = new Map<string, number>()
  for (const berthsOfSide of sides.values()) spread(berthsOfSide, places)
  straighten(sides, places)
  keepApart(sides, places)
  return new Map(berths.map(berth => [keyOf(berth), portAt(berth, places.get(keyOf(berth)) ?? 0)]))
}

function portAt(berth: Berth, place: number): Port {
  const middle = middleOf(berth.box, berth.side)
  if (berth.fixed) return { side: berth.side, x: berth.fixed.x, y: berth.fixed.y }
  return isSideways(berth.side) ? { ...middle, y: place } : { ...middle, x: place }
}

function spread(berths: readonly Berth[], places: Map<string, number>): void {
  const [first] = berths
  if (!first) return
  const fixed = berths.flatMap(berth => (berth.fixed ? [along(berth, berth.fixed)] : []))
  for (const berth of berths) if (berth.fixed) places.set(keyOf(berth), along(berth, berth.fixed))
  const free = berths.filter(berth => !berth.fixed).sort(inOrder)
  const slots = fixed.length === 0 ? evenly(first, free.length) : besides(first, free.length, fixed)
  for (const [i, berth] of free.entries()) places.set(keyOf(berth), slots[i] ?? 0)
}

function evenly(side: Berth, count: number): number[] {
  const [from, to] = span(side)
  const pitch = pitchOf(side, count)
  const middle = (from + to) / 2
  return Array.from({ length: count }, (_, i) => middle + (i - (count - 1) / 2) * pitch)
}

/** The places nearest to the middle that keep their distance from the ones that are taken. */
function besides(side: Berth, count: number, taken: readonly number[]): number[] {
  const [from, to] = span(side)
  const middle = (from + to) / 2
  for (let pitch = pitchOf(side, count + taken.length); ; pitch /= 2) {
    const slots: number[] = []
    for (let step = 0; step * pitch <= (to - from) / 2; step++) slots.push(middle + step * pitch, middle - step * pitch)
    const free = [...new Set(slots)].filter(slot => taken.every(other => Math.abs(other - slot) >= pitch * 0.75))
    if (free.length >= count) return free.slice(0, count).sort((a, b) => a - b)
    if (pitch < 0.5) return evenly(side, count)
  }
}

/** Order along a side, from its left or upper end. */
function inOrder(a: Berth, b: Berth): number {
  const [one, other] = [orderOf(a), orderOf(b)]
  return one[0] - other[0] || one[1] - other[1] || sameBoxOrder(a, b)
}

const TURNS_BACK = 1e9

/**
 * Where the other end lies along the side. A flow that turns back to the same side runs around the ones nearer by, so it
 * starts beyond them all; the further away, the further inside, which is where the wider turn starts.
 */
function orderOf(berth: Berth): readonly [number, number] {
  const own = middleOf(berth.box, berth.side)
  const far = middleOf(berth.other.box, berth.other.side)
  const [along, across] = isSideways(berth.side) ? (['y', 'x'] as const) : (['x', 'y'] as const)
  const offset = far[along] - own[along]
  if (berth.side === berth.other.side && offset !== 0) return [Math.sign(offset) * TURNS_BACK - far[along], 0]
  return [far[along], -Math.sign(offset) * Math.abs(far[across] - own[across])]
}

/** Several flows between the same two sides: nested where they turn back, side by side elsewhere. */
function sameBoxOrder(a: Berth, b: Berth): number {
  const isNested = a.side === a.other.side && a.end === 'target' && b.end === 'target'
  return (a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : a.end === 'source' ? -1 : 1) * (isNested ? -1 : 1)
}
