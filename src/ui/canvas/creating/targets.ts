import { plainFlowKind } from '../../../kinds/flow-kinds'
import { groupsAround } from '../../../layout/frames'
import { type Design, type Id, lookUp } from '../../../model/design'
import { fold } from '../../find/fold'

/** Rows of blocks that stand about as high are read together, in pixels. */
const ROW = 48

/** The blocks that are seen, as one reads them: row by row, each from left to right. What a collapsed room hides is not. */
function inReadingOrder(design: Design): Id[] {
  const isHidden = (group: Id | undefined) => groupsAround(design, group).some(room => room.collapsed)
  const placed = Object.values(design.blocks).flatMap(({ id, at, group }) =>
    at && !isHidden(group) ? [{ id, at }] : [],
  )
  placed.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
  const rows = new Map<Id, number>()
  let top = Number.NEGATIVE_INFINITY
  for (const { id, at } of placed) {
    if (at.y - top > ROW) top = at.y
    rows.set(id, top)
  }
  const row = (id: Id) => rows.get(id) ?? 0
  return placed.sort((a, b) => row(a.id) - row(b.id) || a.at.x - b.at.x || a.at.y - b.at.y).map(({ id }) => id)
}

/**
 * The blocks that a flow from this one may end at, or start at when it is reversed, in reading order. Without one: all
 * that a flow may start at.
 */
export function targetsOf(design: Design, from: Id | null, isReversed: boolean): Id[] {
  const all = inReadingOrder(design)
  return from === null ? all : all.filter(id => mayJoin(design, from, id, isReversed))
}

/** The blocks that the flow cannot join; the one that it is drawn from is none of them. */
export function refusedBlocks(design: Design, from: Id, isReversed: boolean): ReadonlySet<Id> {
  const allowed = new Set(targetsOf(design, from, isReversed))
  return new Set(Object.keys(design.blocks).filter(id => id !== from && !allowed.has(id)))
}

/** The target after (1) or before (-1) a block in reading order, round and round; null where there is none. */
export function stepTarget(design: Design, targets: readonly Id[], near: Id | null, step: 1 | -1): Id | null {
  if (targets.length === 0) return null
  const here = near === null ? -1 : targets.indexOf(near)
  if (here >= 0) return targets[(here + step + targets.length) % targets.length] ?? null
  // From a block that is no target, such as the source, one goes on to what is read after it.
  const order = inReadingOrder(design)
  const from = near === null ? -1 : order.indexOf(near)
  const after = targets.filter(id => order.indexOf(id) > from)
  const before = targets.filter(id => order.indexOf(id) < from)
  return (step === 1 ? (after[0] ?? targets[0]) : (before.at(-1) ?? targets.at(-1))) ?? null
}

/** The first target whose name starts with a text, else one with a word that does, else one that holds it; null if none. */
export function targetNamed(design: Design, targets: readonly Id[], text: string): Id | null {
  const query = fold(text)
  const names = targets.map(id => ({ id, name: fold(lookUp(design.blocks, id)?.label ?? '') }))
  const found =
    names.find(({ name }) => name.startsWith(query)) ??
    names.find(({ name }) => name.split(/[^\p{L}\p{N}]+/u).some(word => word.startsWith(query))) ??
    names.find(({ name }) => name.includes(query))
  return found?.id ?? null
}

function mayJoin(design: Design, from: Id, to: Id, isReversed: boolean): boolean {
  const [source, target] = isReversed ? [to, from] : [from, to]
  const [one, other] = [lookUp(design.blocks, source), lookUp(design.blocks, target)]
  return from !== to && one !== undefined && other !== undefined && plainFlowKind(one.kind, other.kind) !== null
}
