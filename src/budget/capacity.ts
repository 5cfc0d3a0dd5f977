import { type Graph, perGraph } from '../graph/graph'
import type { Block } from '../model/design'
import { demandIn } from './demand'
import { type Figure, factors, figureOf, isMissing, type Missing } from './figure'
import { needed, sizeOf } from './inputs'

/** What a block sustains, in requests per second: replicas × what one of them does. */
export function capacityOf(block: Block): Figure | Missing {
  const given = needed(block, 'replicas', 'qpsPerReplica')
  if (isMissing(given)) return given
  const terms = [given.replicas, given.qpsPerReplica]
  return figureOf(given.replicas.value * given.qpsPerReplica.value, 'requests/s', terms, factors(...terms))
}

/** How busy a block is in the peak hour, in requests per second. */
export interface Load {
  readonly block: Block
  readonly demand: number
  readonly capacity: number
}

/** The load of every block whose demand and capacity are both known, by id; clients only ask. */
export const loadsIn: (graph: Graph) => readonly Load[] = perGraph(graph => {
  const demand = demandIn(graph)
  if (isMissing(demand)) return []
  const loads = [...demand.ofBlock].flatMap(([id, asked]) => {
    const block = graph.block(id)!
    if (block.kind === 'client') return []
    const capacity = (sizeOf(block.props, 'replicas') ?? 0) * (sizeOf(block.props, 'qpsPerReplica') ?? 0)
    return capacity === 0 ? [] : [{ block, demand: asked, capacity }]
  })
  return loads.sort((a, b) => (a.block.id < b.block.id ? -1 : 1))
})

/** The block nearest to its capacity, or past it by most; undefined while no load is known. */
export function tightestLoad(graph: Graph): Load | undefined {
  return loadsIn(graph).reduce<Load | undefined>(
    (most, load) => (most && loadShare(most) >= loadShare(load) ? most : load),
    undefined,
  )
}

/** How much of its capacity a block needs: above 1 it saturates. */
export function loadShare({ demand, capacity }: Load): number {
  return demand / capacity
}
