import type { Graph } from '../../graph/graph'
import type { Block } from '../../model/design'
import type { EditFix } from '../rule'
import { named } from '../words'
import { draftFix } from './draft'

/** Gives a caller a way out when what it asks is late or down: the fallback that the design has, or a new one. */
export function addFallback(graph: Graph, caller: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = graph.ofKind('fallback')
  const fallback = existing?.id ?? draft.add('fallback', `${caller.id}-fallback`, { beside: [caller] })
  draft.link(caller.id, fallback, ['fallback'])
  return draft.done(existing ? `fall back on ${named(existing)}` : 'add fallback')
}
