import { removeBlocks } from '../model/blocks'
import { type Block, type Design, type Flow, type Id, lookUp } from '../model/design'
import type { Change, Edit } from '../model/edit'
import { reconnect, twinOf } from '../model/flows'
import { pairKind, standsInFlows } from './pair-kind'

/** A deletion, and the pairs of blocks that it joined. */
export interface Healing {
  readonly edit: Edit
  readonly joined: readonly (readonly [source: Block, target: Block])[]
}

/**
 * Removes blocks with their flows and joins what stood on both sides of each: of a block, or of a chain of blocks that go
 * together, with one flow in and one flow out. The flow in then leads to where the flow out led, in its own kind, in that
 * of the flow out or in the usual one of the pair, whichever is allowed first. Nothing is joined with itself, twice, or
 * where no kind of flow may run. Flows of `cut` go as well, and what they joined stays apart.
 */
export function removeAndHeal(design: Design, ids: Iterable<Id>, cut: ReadonlySet<Id> = new Set()): Healing {
  const gone = new Set([...ids].filter(id => Object.hasOwn(design.blocks, id)))
  const { into, outOf } = flowsAt(design, gone)
  const removal = removeBlocks(design, gone)
  const healed = new Map<Id, readonly Change[]>()
  const joined: [Block, Block][] = []
  for (const id of gone) {
    const enter = isPassed(design, id) ? only(into.get(id)) : undefined
    const exit = enter && !gone.has(enter.source) ? exitOf(design, id, into, outOf) : undefined
    if (!enter || !exit || cut.has(enter.id) || exit.flows.some(flow => cut.has(flow.id))) continue
    const source = lookUp(design.blocks, enter.source)
    const target = lookUp(design.blocks, exit.last.target)
    const kind = source && target && source !== target ? kindBetween(design, source, target, enter, exit.last) : null
    const isTwice = joined.some(([from, to]) => from === source && to === target)
    if (!source || !target || kind === null || isTwice) continue
    healed.set(enter.id, rejoined(enter, exit.last, kind))
    joined.push([source, target])
  }
  const changes = removal.changes.filter(({ id }) => !healed.has(id))
  return { edit: { label: removal.label, changes: [...[...healed.values()].flat(), ...changes] }, joined }
}

type Flows = ReadonlyMap<Id, readonly Flow[]>

/** The flows into and out of these blocks. */
function flowsAt(design: Design, ids: ReadonlySet<Id>): { readonly into: Flows; readonly outOf: Flows } {
  const into = new Map<Id, Flow[]>([...ids].map(id => [id, []]))
  const outOf = new Map<Id, Flow[]>([...ids].map(id => [id, []]))
  for (const flow of Object.values(design.flows)) {
    into.get(flow.target)?.push(flow)
    outOf.get(flow.source)?.push(flow)
  }
  return { into, outOf }
}

/** The flow by which a chain of blocks that begins here is left, and all on the way; undefined where it is no chain. */
function exitOf(design: Design, id: Id, into: Flows, outOf: Flows) {
  const flows: Flow[] = []
  for (let at = id; flows.length <= into.size; ) {
    const last = only(outOf.get(at))
    if (!last || !only(into.get(at)) || !isPassed(design, at)) return undefined
    flows.push(last)
    if (!into.has(last.target)) return { last, flows }
    at = last.target
  }
  return undefined
}

function isPassed(design: Design, id: Id): boolean {
  return standsInFlows(lookUp(design.blocks, id)?.kind ?? '')
}

function kindBetween(design: Design, source: Block, target: Block, enter: Flow, exit: Flow): Flow['kind'] | null {
  const kind = pairKind(source.kind, target.kind, [enter.kind, exit.kind])
  if (kind === null || twinOf(design, { source: source.id, kind, target: target.id })) return null
  return kind
}

function rejoined(enter: Flow, exit: Flow, kind: Flow['kind']): readonly Change[] {
  const ends = { source: enter.source, target: exit.target }
  const label = enter.label === undefined ? exit.label : undefined
  return [
    ...reconnect(enter.id, ends, kind).changes,
    ...(label === undefined ? [] : [{ op: 'set', table: 'flows', id: enter.id, path: 'label', to: label } as const]),
  ]
}

function only(flows: readonly Flow[] | undefined): Flow | undefined {
  return flows?.length === 1 ? flows[0] : undefined
}
