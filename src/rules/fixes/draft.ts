import type { Graph } from '../../graph/graph'
import { allowedKinds, defaultFlowKind } from '../../kinds/flow-kinds'
import { type KindId, kindOf } from '../../kinds/index'
import { removeBlocks } from '../../model/blocks'
import { type Block, type Flow, type FlowKind, type Id, isTaken, type Props, type PropValue } from '../../model/design'
import type { Change } from '../../model/edit'
import { freeId } from '../../model/ids'
import { invariant } from '../../model/invariant'
import type { EditFix } from '../rule'

interface Added {
  readonly label?: string
  readonly props?: Props
  /** The new block joins the group that all of these stand in, if there is one. */
  readonly beside?: readonly Block[]
}

/** A fix being put together. Ids follow from what is fixed, so that making the same fix twice makes the same records. */
export interface Draft {
  /** Adds a block without a place. Where a block of that id and kind stands already, it is used. */
  add(kind: KindId, id: Id, added?: Added): Id
  /**
   * Wires two blocks by the first of these kinds that the pair allows, or without kinds as a plain arrow would.
   * What is wired so already stays one flow; a pair that allows none makes the whole fix impossible.
   */
  link(source: Id, target: Id, kinds?: readonly FlowKind[] | undefined, props?: Props): void
  /**
   * Leads a flow through a block: from its source into the block, and on from there to its target. What the flow says
   * of itself (its stage, its timeout, that it is lagged) stays with the part that leaves its source.
   */
  lead(flow: Flow, through: Id): void
  cut(flow: Flow): void
  setFlow(flow: Flow, path: string, to?: PropValue): void
  setProp(block: Block, key: string, to: PropValue): void
  /** Sets an answer of the brief. */
  setBrief(key: string, to: PropValue): void
  /** Turns a block into one of another kind; properties that the new kind does not know stay. */
  setKind(block: Block, kind: KindId): void
  /** Removes a block with the flows at it, those of notes too. */
  removeBlock(block: Block): void
  /** The fix, or null if it had to join blocks that no flow can. The title follows “Fix: ” and starts with a small verb. */
  done(title: string): EditFix | null
}

/** Starts a fix for a design. */
export function draftFix(graph: Graph): Draft {
  const { design } = graph
  const changes: Change[] = []
  const added = new Map<Id, string>()
  const wired = new Set<string>()
  let isPossible = true
  const isUsed = (id: Id) => isTaken(design, id) || added.has(id)
  const kindAt = (id: Id) => added.get(id) ?? graph.block(id)?.kind

  const draft: Draft = {
    add(kind, base, { label = kindOf(kind).name, props = {}, beside = [] } = {}) {
      if (kindAt(base) === kind) return base
      const id = freeId(base, isUsed)
      const group = sharedGroup(beside)
      const record: Block = { id, kind, label, ...(group === undefined ? {} : { group }), props }
      added.set(id, kind)
      changes.push({ op: 'put', table: 'blocks', id, record })
      return id
    },
    link(source, target, kinds = plainKinds(kindAt(source), kindAt(target)), props) {
      const allowed = allowedBetween(kindAt(source), kindAt(target))
      const kind = kinds.find(each => allowed.includes(each))
      if (!kind) isPossible = false
      const isThere = graph.outOf(source).some(flow => flow.target === target && isOneOf(kinds, flow.kind))
      if (!kind || isThere || wired.has(`${source} ${kind} ${target}`)) return
      const id = freeId(`${source}-${kind}-${target}`, isUsed)
      wired.add(`${source} ${kind} ${target}`)
      added.set(id, 'flow')
      changes.push({ op: 'put', table: 'flows', id, record: { id, kind, source, target, ...(props ? { props } : {}) } })
    },
    lead(flow, through) {
      draft.cut(flow)
      for (const [source, target] of [
        [flow.source, through],
        [through, flow.target],
      ] as const) {
        const isKept = isOneOf(allowedBetween(kindAt(source), kindAt(target)), flow.kind)
        const props = source === flow.source ? flow.props : undefined
        draft.link(source, target, isKept ? [flow.kind as FlowKind] : undefined, props)
      }
    },
    cut: flow => void changes.push({ op: 'cut', table: 'flows', id: flow.id }),
    setFlow(flow, path, to) {
      changes.push({ op: 'set', table: 'flows', id: flow.id, path, ...(to === undefined ? {} : { to }) })
    },
    setProp: (block, key, to) =>
      void changes.push({ op: 'set', table: 'blocks', id: block.id, path: `props.${key}`, to }),
    setBrief: (key, to) => void changes.push({ op: 'set', table: 'brief', id: 'design', path: key, to }),
    setKind: (block, kind) => void changes.push({ op: 'set', table: 'blocks', id: block.id, path: 'kind', to: kind }),
    removeBlock: block => void changes.push(...removeBlocks(design, [block.id]).changes),
    done: title =>
      isPossible ? { title, edit: { label: title.charAt(0).toUpperCase() + title.slice(1), changes } } : null,
  }
  return draft
}

/** What a plain arrow would be between two kinds of block, then whatever else they allow. */
function plainKinds(source: string | undefined, target: string | undefined): readonly FlowKind[] {
  return source && target ? [defaultFlowKind(source, target), ...allowedKinds(source, target)] : []
}

function allowedBetween(source: string | undefined, target: string | undefined): readonly FlowKind[] {
  invariant(source && target, 'A fix wires blocks that the design has or that the fix adds.')
  return allowedKinds(source, target)
}

function isOneOf<T extends string>(kinds: readonly T[], kind: string): kind is T {
  return (kinds as readonly string[]).includes(kind)
}

function sharedGroup(blocks: readonly Block[]): Id | undefined {
  const [first, ...rest] = blocks
  return first && rest.every(block => block.group === first.group) ? first.group : undefined
}
