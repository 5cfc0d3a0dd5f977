import { type Graph, perGraph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import type { Block, Flow, Id } from '../model/design'
import { type Calls, callsIn } from './calls'
import { type Figure, factors, figureOf, isMissing, type Missing, type Term } from './figure'
import { amountOf, blockTerm, flowTerm, shareOf } from './inputs'
import { peakLoad } from './peak'
import { trafficShares } from './traffic-shares'

/** Requests per second in the busiest hour, by block and by flow. A block that no client reaches is in neither. */
export interface Demand {
  readonly ofBlock: ReadonlyMap<Id, number>
  readonly ofFlow: ReadonlyMap<Id, number>
}

/**
 * What the clients' peak load makes of every request path: shares of traffic and calls per request multiply, a cache
 * passes its misses on. A flow that closes a bounded loop counts as often as its `callsPerRequest` says, up to its bound,
 * and not at all without: the bound says how bad it can get, not how often it does. Blocks in an unbounded circle and
 * behind it are left out.
 */
export const demandIn: (graph: Graph) => Demand | Missing = perGraph(graph => {
  const peak = peakLoad(graph)
  if (isMissing(peak)) return peak
  const calls = callsIn(graph)
  const shares = trafficShares(graph)
  const ofBlock = new Map<Id, number>()
  const ofFlow = new Map<Id, number>()
  for (const id of calls.callersFirst) {
    const arriving = calls.into(id).reduce((sum, flow) => sum + (ofFlow.get(flow.id) ?? 0), 0)
    const fresh = arriving + peak.value * (shares.get(id) ?? 0)
    const again = repeats(calls, id)
    for (const [flow, times] of again) ofFlow.set(flow.id, fresh * times)
    const demand = fresh * [...again.values()].reduce((sum, times) => sum + times, 1)
    ofBlock.set(id, demand)
    for (const flow of calls.outOf(id))
      ofFlow.set(flow.id, demand * portionOf(graph, flow).reduce((a, term) => a * term.value, 1))
  }
  return { ofBlock, ofFlow }
})

/**
 * The load on one block with what makes it, caller by caller. Nothing is missing, and yet there is no figure, for a
 * block that no client waits for and for one in an unbounded circle.
 */
export function demandOf(graph: Graph, block: Block): Figure | Missing {
  const demand = demandIn(graph)
  if (isMissing(demand)) return demand
  const value = demand.ofBlock.get(block.id)
  if (value === undefined) return { missing: [] }
  const calls = callsIn(graph)
  const callers = calls.into(block.id).map(flow => shareOfCaller(graph, demand, flow))
  const again = [...repeats(calls, block.id).keys()].map(flow => roundsAgain(demand, flow))
  const parts = block.kind === 'client' ? [ownShare(graph, block)] : [...callers, ...again]
  const terms = parts.flatMap(part => part.terms)
  return figureOf(value, 'requests/s', terms, parts.map(part => part.arithmetic).join(' + '))
}

interface Part {
  readonly terms: readonly Term[]
  readonly arithmetic: string
}

/** How often each flow that closes a loop is taken per request that comes into it. */
function repeats(calls: Calls, id: Id): ReadonlyMap<Flow, number> {
  const loop = calls.loop(id)
  if (!loop) return new Map()
  const times = loop.back.map(flow => [flow, amountOf(flow.props, 'callsPerRequest') ?? 0] as const)
  const all = times.reduce((sum, [, each]) => sum + each, 0)
  const scale = all > loop.bound - 1 ? (loop.bound - 1) / all : 1
  return new Map(times.map(([flow, each]) => [flow, each * scale]))
}

/** What of the caller's requests goes along a flow, as factors; those that are 1 because nobody set them are left out. */
function portionOf(graph: Graph, flow: Flow): readonly Term[] {
  const caller = graph.block(flow.source)!
  const hits = caller.kind === 'cache' ? shareOf(caller.props, 'hitRate') : undefined
  const share = shareOf(flow.props, 'trafficShare')
  const perRequest = amountOf(flow.props, 'callsPerRequest')
  return [
    ...(hits === undefined ? [] : [{ label: 'Misses', value: 1 - hits, at: { block: caller.id, key: 'hitRate' } }]),
    ...(share === undefined ? [] : [flowTerm(flow, 'trafficShare', share)]),
    ...(perRequest === undefined ? [] : [flowTerm(flow, 'callsPerRequest', perRequest)]),
  ]
}

function shareOfCaller(graph: Graph, demand: Demand, flow: Flow): Part {
  const { label } = graph.block(flow.source)!
  const caller = { label, value: demand.ofBlock.get(flow.source) ?? 0, unit: 'requests/s' }
  const portion = portionOf(graph, flow)
  const arithmetic = factors(caller, ...portion)
  return { terms: [caller, ...portion], arithmetic }
}

function roundsAgain(demand: Demand, flow: Flow): Part {
  const again = demand.ofFlow.get(flow.id) ?? 0
  return {
    terms: [{ ...flowTerm(flow, 'callsPerRequest', again), unit: 'requests/s' }],
    arithmetic: formatNumber(again, 'requests/s'),
  }
}

function ownShare(graph: Graph, client: Block): Part {
  const value = trafficShares(graph).get(client.id) ?? 0
  const own = { ...blockTerm(client, 'trafficShare', value), value }
  const peak = peakLoad(graph)
  if (isMissing(peak)) return { terms: [own], arithmetic: '' }
  return {
    terms: [...peak.terms, own],
    arithmetic: factors({ label: 'Peak load', value: peak.value, unit: peak.unit }, own),
  }
}
