import { type Graph, perGraph } from '../graph/graph'
import type { Block, Id } from '../model/design'
import { callsIn } from './calls'
import { drawingsIn } from './drawings'
import { shareOf } from './inputs'

/**
 * The share of the peak load that each client brings. Those that do not say theirs divide evenly what the others leave;
 * one that calls nothing brings none. Drawings that no flow joins each carry the whole load.
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

/** The clients of each drawing, by id. */
function clientsByDrawing(graph: Graph): Iterable<readonly Block[]> {
  const drawings = drawingsIn(graph)
  const groups = new Map<number | undefined, Block[]>()
  for (const client of graph.ofKind('client').toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const drawing = drawings.get(client.id)
    groups.set(drawing, [...(groups.get(drawing) ?? []), client])
  }
  return groups.values()
}
