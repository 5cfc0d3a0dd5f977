import type { Graph } from '../../graph/graph'
import { isAllowedPair } from '../../kinds/flow-kinds'
import type { Block, Flow, FlowKind } from '../../model/design'
import type { EditFix } from '../rule'
import { draftFix } from './draft'

/** Whether a flow of this kind may join the two blocks and none does yet. */
export function isFree(graph: Graph, kind: FlowKind, source: Block, target: Block): boolean {
  const isDrawn = graph.outOf(source.id).some(flow => flow.target === target.id && flow.kind === kind)
  return !isDrawn && isAllowedPair(kind, source.kind, target.kind)
}

/** Removes flows. */
export function removeFlows(graph: Graph, flows: readonly Flow[], title: string): EditFix | null {
  const draft = draftFix(graph)
  for (const flow of flows) draft.cut(flow)
  return draft.done(title)
}

/** Swaps the ends of flows. */
export function turnFlows(graph: Graph, flows: readonly Flow[], title: string): EditFix | null {
  const draft = draftFix(graph)
  for (const flow of flows) {
    draft.setFlow(flow, 'source', flow.target)
    draft.setFlow(flow, 'target', flow.source)
    draft.setFlow(flow, 'bends')
  }
  return draft.done(title)
}

/** Sets the kind or a property of a flow. */
export function changeFlow(graph: Graph, flow: Flow, path: string, to: string | number, title: string): EditFix | null {
  const draft = draftFix(graph)
  draft.setFlow(flow, path, to)
  return draft.done(title)
}
