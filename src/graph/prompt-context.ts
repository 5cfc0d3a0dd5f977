import type { Block } from '../model/design'
import type { Graph } from './graph'
import { ancestors, descendants, type Kinds, REQUEST } from './reach'
import { callersOf } from './request-path'

const CARRIES_TEXT: Kinds = new Set(['data', 'stream'])

/** Where requests of several products part. */
const ENTRIES = new Set(['client', 'gateway'])

/**
 * The indexes and operational stores whose content can end in a language model's prompt: read while its request is
 * answered, or drawn as data that flows to the model or to a caller of it. By id. A service that only entries call, and
 * that does not ask the model, answers other requests.
 */
export function contextOf(graph: Graph, llm: Block): readonly Block[] {
  const askers = new Set([llm, ...callersOf(graph, llm.id)].map(block => block.id))
  const isAnotherProduct = (block: Block) =>
    block.kind === 'app-service' && !askers.has(block.id) && isEntered(graph, block)
  const read = descendants(graph, askers, REQUEST, isAnotherProduct)
  const sent = ancestors(graph, askers, CARRIES_TEXT)
  return graph.ofKind('ann-index', 'operational-store').filter(({ id }) => read.has(id) || sent.has(id))
}

function isEntered(graph: Graph, service: Block): boolean {
  const calls = graph.into(service.id).filter(flow => flow.kind === 'request')
  return calls.every(call => ENTRIES.has(graph.block(call.source)?.kind ?? ''))
}
