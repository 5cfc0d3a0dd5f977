import { type Design, type Flow, type Id, lookUp, type Props, type PropValue } from './design'
import type { Change, Edit } from './edit'
import { flowId } from './ids'

export interface NewFlow {
  readonly source: Id
  readonly target: Id
  readonly kind: Flow['kind']
  readonly label?: string
  readonly props?: Props
}

/** Draws a flow between two blocks. The id is `source-kind-target`, with a random tail where that is taken. */
export function connect(design: Design, flow: NewFlow, random?: () => number): Edit {
  const id = flowId(design, flow.source, flow.kind, flow.target, random)
  return {
    label: `Connect ${nameOf(design, flow.source)} to ${nameOf(design, flow.target)}`,
    changes: [{ op: 'put', table: 'flows', id, record: { id, ...flow } }],
  }
}

/** The flow of that kind that is drawn between two blocks already, but for the one of id `except`. */
export function twinOf(
  design: Design,
  { source, kind, target }: Pick<Flow, 'source' | 'kind' | 'target'>,
  except?: Id,
): Flow | undefined {
  return Object.values(design.flows).find(
    flow => flow.id !== except && flow.source === source && flow.target === target && flow.kind === kind,
  )
}

/** Removes flows. */
export function removeFlows(design: Design, ids: Iterable<Id>): Edit {
  const gone = [...ids].filter(id => Object.hasOwn(design.flows, id))
  const only = gone.length === 1 ? lookUp(design.flows, gone[0] ?? '') : undefined
  const what = only ? `flow ${nameOf(design, only.source)} to ${nameOf(design, only.target)}` : `${gone.length} flows`
  return { label: `Delete ${what}`, changes: gone.map(id => ({ op: 'cut', table: 'flows', id })) }
}

/** Gives a flow another kind; its id stays. */
export function setFlowKind(id: Id, kind: Flow['kind']): Edit {
  return { label: 'Change kind of flow', changes: [{ op: 'set', table: 'flows', id, path: 'kind', to: kind }] }
}

/** Sets the label of a flow; an empty text removes it. */
export function labelFlow(id: Id, label: string): Edit {
  return { label: 'Label flow', changes: [setField(id, 'label', label === '' ? undefined : label)] }
}

/** Sets a property of a flow; without a value it is unset. */
export function setFlowProp(id: Id, key: string, to?: PropValue): Edit {
  return { label: 'Change flow', changes: [setField(id, `props.${key}`, to)] }
}

/** Moves one or both ends of a flow to other blocks; its line is routed anew. */
export function reconnect(id: Id, ends: { readonly source: Id; readonly target: Id }, kind: Flow['kind']): Edit {
  return {
    label: 'Reconnect flow',
    changes: [
      setField(id, 'source', ends.source),
      setField(id, 'target', ends.target),
      setField(id, 'kind', kind),
      setField(id, 'bends'),
    ],
  }
}

function setField(id: Id, path: string, to?: PropValue): Change {
  return { op: 'set', table: 'flows', id, path, ...(to === undefined ? {} : { to }) }
}

function nameOf(design: Design, id: Id): string {
  return `“${lookUp(design.blocks, id)?.label ?? id}”`
}
