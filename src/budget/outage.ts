import type { Graph } from '../graph/graph'
import { isTrue } from '../graph/props'
import type { Block, Flow, Id } from '../model/design'

/** How a block fares while others are down: as ever, with less than usual, or not at all. */
export type Health = 'well' | 'degraded' | 'failed'

/** What a client gets while some blocks are down. */
export interface Seen {
  readonly client: Block
  readonly health: Health
}

/** What comes of it when some blocks are down. */
export interface Outage {
  /** Blocks that answer with less than usual, or that cannot answer at all; those that are down are among them. */
  readonly health: ReadonlyMap<Id, Health>
  /** Fallback flows that are taken. */
  readonly taken: readonly Flow[]
  /** Requests that are given up, each for a fallback, as optional, or because nobody is left to answer. */
  readonly lost: readonly Flow[]
  /** Every client, by id. */
  readonly seen: readonly Seen[]
}

/**
 * Follows a failure up the request paths. A caller needs everything that it calls; where something it needs has failed
 * it falls back, if it has a fallback that still answers, and fails in its turn otherwise. What is marked optional is
 * left out of the answer. A cache that is down is passed by: what stands behind it answers all requests.
 */
export function outageOf(graph: Graph, down: ReadonlySet<Id>): Outage {
  const health = new Map<Id, Health>()
  const taken = new Set<Flow>()
  const lost = new Set<Flow>()
  const healthOf = (id: Id): Health => {
    const known = health.get(id)
    if (known) return known
    const block = graph.block(id)
    if (down.has(id) && block?.kind !== 'cache') {
      health.set(id, 'failed')
      return 'failed'
    }
    // A circle of calls is judged by the rest of what its blocks call.
    health.set(id, 'well')
    const own = callsOf(graph, id).map(flow => afterCall(flow))
    const result = worst([...own, down.has(id) ? 'degraded' : 'well'])
    health.set(id, result)
    return result
  }
  const afterCall = (flow: Flow): Health => {
    const called = healthOf(flow.target)
    if (called !== 'failed') return called
    lost.add(flow)
    if (isTrue(graph.block(flow.target)?.props, 'optional')) return 'degraded'
    const fallback = graph
      .outOf(flow.source)
      .find(each => each.kind === 'fallback' && healthOf(each.target) !== 'failed')
    if (!fallback) return 'failed'
    taken.add(fallback)
    return 'degraded'
  }
  const seen = graph.ofKind('client').map(client => ({ client, health: healthOf(client.id) }))
  for (const id of down) healthOf(id)
  return {
    health: new Map([...health].filter(([, each]) => each !== 'well')),
    taken: [...taken],
    lost: [...lost],
    seen,
  }
}

function callsOf(graph: Graph, id: Id): readonly Flow[] {
  return graph.outOf(id).filter(flow => flow.kind === 'request')
}

function worst(all: readonly Health[]): Health {
  return all.includes('failed') ? 'failed' : all.includes('degraded') ? 'degraded' : 'well'
}
