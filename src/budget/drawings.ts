import { type Graph, perGraph } from '../graph/graph'
import type { Id } from '../model/design'

/**
 * Which blocks belong together: the same number for blocks that flows of any kind join. A canvas can hold several
 * drawings, such as a before and an after; the load and the budget of the brief are meant for each of them.
 */
export const drawingsIn: (graph: Graph) => ReadonlyMap<Id, number> = perGraph(graph => {
  const drawings = new Map<Id, number>()
  let count = 0
  for (const { id } of graph.blocks) {
    if (drawings.has(id)) continue
    for (const each of joinedTo(graph, id)) drawings.set(each, count)
    count += 1
  }
  return drawings
})

function joinedTo(graph: Graph, start: Id): ReadonlySet<Id> {
  const found = new Set([start])
  for (const id of found) {
    for (const flow of graph.outOf(id)) found.add(flow.target)
    for (const flow of graph.into(id)) found.add(flow.source)
  }
  return found
}
