import { CARRIES_DATA } from '../../graph/data-paths'
import type { Graph } from '../../graph/graph'
import type { KindId } from '../../kinds/index'
import type { Block, Flow, Id } from '../../model/design'
import type { Draft } from './draft'

interface Through {
  readonly kind: KindId
  /** Follows from the block that the flows leave, so that all of them share the one new block. */
  readonly id: Id
  readonly label?: string
}

/**
 * Leads flows that leave a block through a block of a kind: the one that already feeds their target, or a new one that
 * they share.
 */
export function leadExits(draft: Draft, graph: Graph, exits: readonly Flow[], { kind, id, label }: Through): void {
  for (const flow of exits) {
    const existing = feedersOf(graph, flow.target).find(block => block.kind === kind)
    if (existing) {
      draft.cut(flow)
      draft.link(flow.source, existing.id, undefined, flow.props)
    } else {
      const beside = [flow.source, flow.target].flatMap(end => graph.block(end) ?? [])
      draft.lead(flow, draft.add(kind, id, { beside, ...(label === undefined ? {} : { label }) }))
    }
  }
}

function feedersOf(graph: Graph, target: Id): Block[] {
  const feeding = graph.into(target).filter(flow => CARRIES_DATA.has(flow.kind))
  return feeding.flatMap(flow => graph.block(flow.source) ?? [])
}
