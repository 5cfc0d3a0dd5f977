import type { Graph } from '../../graph/graph'
import { carriersOfPersonalData } from '../../graph/personal-data'
import type { FlowKind, Id } from '../../model/design'
import type { Draft } from './draft'

/**
 * Wires data of a block on, as `link` does: through an anonymiser where untreated personal data flows out of the block,
 * so that a fix of what is missing opens no new way for it.
 */
export function handOn(draft: Draft, graph: Graph, source: Id, target: Id, kinds?: readonly FlowKind[]): void {
  if (!carriersOfPersonalData(graph).has(source)) {
    draft.link(source, target, kinds)
    return
  }
  const around = [...graph.outOf(source).map(flow => flow.target), ...graph.into(target).map(flow => flow.source)]
  const existing = around.find(id => graph.block(id)?.kind === 'pii-anonymizer')
  const anonymiser = existing ?? draft.add('pii-anonymizer', `${source}-anonymiser`)
  draft.link(source, anonymiser)
  draft.link(anonymiser, target)
}
