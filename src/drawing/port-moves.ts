import { type Berth, berthKey, keyOf, middleOf, PITCH_SHORT, pitchOf, span } from './berth'
import { grown, OUTWARD } from './geometry'
import { createGrid } from './grid'

type Sides = ReadonlyMap<string, readonly Berth[]>
/** Where each berth is along its side, by its key. */
type Places = Map<string, number>

/** Gives two ends that face each other the same height where both sides have room for it: the flow is then straight. */
export function straighten(sides: Sides, places: Places): void {
  const all = byKey(sides)
  for (const source of all.values()) {
    const target = all.get(berthKey(source.flow, 'target'))
    if (source.end !== 'source' || !target || source.owner === target.owner || !doFace(source)) continue
    const [from, to] = [placeOf(places, source), placeOf(places, target)]
    const fits = (at: number) => mayMove(sides, places, source, at) && mayMove(sides, places, target, at)
    const level = [to, from, Math.round((from + to) / 2)].find(fits)
    if (level === undefined) continue
    places.set(keyOf(source), level)
    places.set(keyOf(target), level)
  }
}

/** Two lines that start towards each other in one gutter look like one line that joins their blocks. */
const GUTTER = 48
const STEPS_ASIDE: readonly number[] = [8, -8, 16, -16]

/** Moves an end aside when another flow starts towards it at the same height close by. Straight flows stay. */
export function keepApart(sides: Sides, places: Places): void {
  const all = byKey(sides)
  const front = createGrid<Berth>()
  for (const berth of all.values()) front.add(berth.box, berth)
  for (const berth of all.values()) {
    const partner = all.get(berthKey(berth.flow, berth.end === 'source' ? 'target' : 'source'))
    const now = placeOf(places, berth)
    if (berth.fixed || (partner && doFace(berth) && placeOf(places, partner) === now)) continue
    const facing = headOn(berth, front)
    const isFree = (at: number) => facing.every(other => Math.abs(placeOf(places, other) - at) >= 8)
    if (isFree(now)) continue
    const aside = STEPS_ASIDE.map(step => now + step).find(at => isFree(at) && mayMove(sides, places, berth, at, 8))
    if (aside !== undefined) places.set(keyOf(berth), aside)
  }
}

/** Ends of other flows on the sides across the gutter. */
function headOn(berth: Berth, front: ReturnType<typeof createGrid<Berth>>): Berth[] {
  const out = OUTWARD[berth.side]
  const from = middleOf(berth.box, berth.side)
  const found: Berth[] = []
  front.near(grown(berth.box, GUTTER), other => {
    const into = OUTWARD[other.side]
    const to = middleOf(other.box, other.side)
    const distance = (to.x - from.x) * out.x + (to.y - from.y) * out.y
    const isAcross = out.x === -into.x && out.y === -into.y && distance > 0 && distance <= GUTTER
    if (isAcross && other.flow !== berth.flow) found.push(other)
    return undefined
  })
  return found
}

function byKey(sides: Sides): Map<string, Berth> {
  return new Map([...sides.values()].flat().map(berth => [keyOf(berth), berth]))
}

function placeOf(places: Places, berth: Berth): number {
  return places.get(keyOf(berth)) ?? 0
}

/** Whether a berth may move there without passing its neighbours or crowding them. */
function mayMove(sides: Sides, places: Places, berth: Berth, to: number, atLeast = PITCH_SHORT): boolean {
  const now = placeOf(places, berth)
  if (now === to) return true
  const [low, high] = span(berth)
  if (berth.fixed || to < low || to > high) return false
  const others = (sides.get(`${berth.side} ${berth.owner}`) ?? []).filter(other => other !== berth)
  const room = Math.min(atLeast, pitchOf(berth, others.length + 1))
  return others.every(other => {
    const place = placeOf(places, other)
    return Math.abs(place - to) >= room && Math.sign(place - to) === Math.sign(place - now)
  })
}

/** Whether the other end of the flow lies across, in front of this side. */
function doFace(berth: Berth): boolean {
  const [out, into] = [OUTWARD[berth.side], OUTWARD[berth.other.side]]
  const [own, far] = [middleOf(berth.box, berth.side), middleOf(berth.other.box, berth.other.side)]
  return out.x === -into.x && out.y === -into.y && (far.x - own.x) * out.x + (far.y - own.y) * out.y > 0
}
