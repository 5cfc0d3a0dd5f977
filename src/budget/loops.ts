import type { Graph } from '../graph/graph'
import { descendants, REQUEST } from '../graph/reach'
import type { Flow, Id } from '../model/design'
import { byEnd, type End } from './by-end'
import { amountOf } from './inputs'

/** A loop of requests that ends, as in an agent: from its first block round and back to it. */
export interface Loop {
  /** How many rounds there are at most, the first one counted. */
  readonly bound: number
  /** The flows that lead back to the first block. */
  readonly back: readonly Flow[]
}

/**
 * The bounded loops among flows that lie on circles, by their first block: the one that every way from a client into
 * the loop passes. A circle without a bound, or with two ways in, has no first block, and what it costs is unknown.
 */
export function loopsAmong(graph: Graph, circling: readonly Flow[]): ReadonlyMap<Id, Loop> {
  const loops = new Map<Id, Loop>()
  const clients = graph.ofKind('client').map(client => client.id)
  for (const first of new Set(circling.map(flow => flow.target))) {
    const without = descendants(graph, clients, REQUEST, block => block.id === first)
    const back = circling.filter(flow => flow.target === first && !without.has(flow.source))
    const bounds = back.map(flow => boundOf(flow, circling))
    if (back.length > 0 && bounds.every(bound => bound !== undefined))
      loops.set(first, { bound: Math.max(1, ...bounds), back })
  }
  return loops
}

/** The bound of a loop stands on the flow that closes it, or on another one of its flows. */
function boundOf(back: Flow, circling: readonly Flow[]): number | undefined {
  const own = amountOf(back.props, 'maxIterations')
  if (own !== undefined) return own
  const isBounded = (flow: Flow) => amountOf(flow.props, 'maxIterations') !== undefined
  const unbounded = circling.filter(flow => !isBounded(flow))
  if (reached(byEnd(unbounded, 'source'), 'target', back.target).has(back.source)) return undefined
  const after = reached(byEnd(circling, 'source'), 'target', back.target)
  const before = reached(byEnd(circling, 'target'), 'source', back.source)
  const inside = circling.filter(flow => isBounded(flow) && after.has(flow.source) && before.has(flow.target))
  return Math.max(...inside.map(flow => amountOf(flow.props, 'maxIterations') ?? 1))
}

function reached(at: ReadonlyMap<Id, readonly Flow[]>, end: End, start: Id): ReadonlySet<Id> {
  const found = new Set([start])
  for (const id of found) for (const flow of at.get(id) ?? []) found.add(flow[end])
  return found
}
