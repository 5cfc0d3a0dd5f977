import type { Block, Id } from '../model/design'
import { type Graph, perGraph } from './graph'

/** For each block the first block of its part of the drawing; between two parts no flow runs. */
const partOf: (graph: Graph) => ReadonlyMap<Id, Id> = perGraph(graph => {
  const parts = new Map<Id, Id>()
  for (const { id: first } of graph.blocks) {
    if (parts.has(first)) continue
    parts.set(first, first)
    const open = [first]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const next of neighbours(graph, id)) {
        if (parts.has(next)) continue
        parts.set(next, first)
        open.push(next)
      }
    }
  }
  return parts
})

/** The blocks of these kinds that some chain of flows, whatever their direction, joins to a block; by id. */
export function connected(graph: Graph, block: Block, ...kinds: readonly string[]): readonly Block[] {
  const part = partOf(graph).get(block.id)
  return graph.ofKind(...kinds).filter(each => partOf(graph).get(each.id) === part)
}

/** The blocks of these kinds that a fix may wire to a block: those of its part, then those that nothing is wired to. */
export function within(graph: Graph, block: Block, ...kinds: readonly string[]): readonly Block[] {
  const isLoose = ({ id }: Block) => graph.into(id).length + graph.outOf(id).length === 0
  return [...connected(graph, block, ...kinds), ...graph.ofKind(...kinds).filter(isLoose)]
}

function neighbours(graph: Graph, id: Id): Id[] {
  return [...graph.outOf(id).map(flow => flow.target), ...graph.into(id).map(flow => flow.source)]
}
