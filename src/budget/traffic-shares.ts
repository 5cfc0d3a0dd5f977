import { type Graph, perGraph } from '../graph/graph'
import type { Block, Id } from '../model/design'
import { callsIn } from './calls'
import { shareOf } from './inputs'

/**
 * The share of the peak load that each client brings. Those that do not say theirs divide evenly what the others leave;
 * one that calls nothing brings none. Drawings that no flow joins, such as a before and an after side by side, each
 * carry the whole load.
 */
export const trafficShares: (graph: Graph) => ReadonlyMap<Id, number> = perGraph(graph => {
  const shares = new Map<Id, number>()
  for (const clients of clientsByDrawing(graph)) {
    const stated = clients.map(client => shareOf(client.props, 'trafficShare'))
    const others = clients.filter((client, i) => stated[i] === undefined && callsIn(graph).outOf(client.id).length > 0)
    const left = Math.max(0, 1 - stated.reduce<number>((sum, share) => sum + (share ?? 0), 0))
    for (const [i, client] of clients.entries()) shares.set(client.id, stated[i] ?? 0)
    for (const client of others) shares.set(client.id, left / others.length)
  }
  return shares
})

/** The clients of a design, those together that flows of any kind connect, by id. */
function clientsByDrawing(graph: Graph): readonly (readonly Block[])[] {
  const found = new Set<Id>()
  return graph.ofKind('client').flatMap(client => {
    if (found.has(client.id)) return []
    const around = connected(graph, client.id)
    for (const id of around) found.add(id)
    const clients = graph.ofKind('client').filter(each => around.has(each.id))
    return [clients.sort((a, b) => (a.id < b.id ? -1 : 1))]
  })
}

function connected(graph: Graph, start: Id): ReadonlySet<Id> {
  const found = new Set([start])
  for (const id of found) {
    for (const flow of graph.outOf(id)) found.add(flow.target)
    for (const flow of graph.into(id)) found.add(flow.source)
  }
  return found
}
