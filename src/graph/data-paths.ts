import type { Block, Flow, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { isTrue } from './props'
import { type Avoid, ancestors, descendants, type Kinds } from './reach'

/** Over what rows of data travel: lineage without artefacts, because a model or an index holds no row of its data. */
export const CARRIES_DATA: Kinds = new Set(['data', 'stream', 'feedback'])

/** A block that hands something on which nobody treated, the flows by which it leaves, and where it arrives. */
export interface Leak {
  readonly from: Block
  readonly exits: readonly Flow[]
  readonly to: readonly Block[]
}

/**
 * The marked blocks that still hold what they are marked for: nothing upstream treated it, or data of another such
 * block is mixed in behind the treatment. A gate in a loop that the block itself feeds is not upstream of it.
 */
export function untreated(graph: Graph, isMarked: Avoid, isGate: Avoid): Block[] {
  const marked = graph.blocks.filter(block => isMarked(block) && !isGate(block))
  if (marked.length === 0) return marked
  const treated = descendants(graph, idsOf(graph.blocks.filter(isGate)), CARRIES_DATA)
  const isClean = (block: Block) => treated.has(block.id) && isTreatedBefore(graph, block, isGate)
  const raw = new Set(idsOf(marked.filter(block => !isClean(block))))
  const mixed = descendants(graph, raw, CARRIES_DATA, isGate)
  return marked.filter(block => raw.has(block.id) || mixed.has(block.id))
}

/**
 * Those of the places from which data reaches a target past every gate. Where one place feeds another, the later one
 * answers for what passes through both; a target is the end of its paths.
 */
export function leaks(graph: Graph, places: readonly Block[], targets: readonly Block[], isGate: Avoid): Leak[] {
  const stops = new Set([...idsOf(places), ...idsOf(targets)])
  const isStop: Avoid = block => stops.has(block.id) || isGate(block)
  const ends = new Set(idsOf(targets))
  const before = new Set([...ends, ...ancestors(graph, ends, CARRIES_DATA, isStop)])
  return places.flatMap(from => {
    const exits = graph.outOf(from.id).filter(flow => CARRIES_DATA.has(flow.kind) && before.has(flow.target))
    if (exits.length === 0) return []
    const first = exits.map(flow => flow.target).filter(id => !ends.has(id))
    const onTheWay = new Set([from.id, ...first, ...descendants(graph, first, CARRIES_DATA, isStop)])
    const isReached = (flow: Flow) => CARRIES_DATA.has(flow.kind) && onTheWay.has(flow.source)
    return [{ from, exits, to: targets.filter(target => graph.into(target.id).some(isReached)) }]
  })
}

/** The same design without the flows that are joined as of an earlier time: over those no outcome travels. */
export const unlagged: (graph: Graph) => Graph = perGraph(graph => {
  const isKept = (flow: Flow) => !isTrue(flow.props, 'lagged')
  if (graph.flows.every(isKept)) return graph
  return {
    ...graph,
    flows: graph.flows.filter(isKept),
    into: id => graph.into(id).filter(isKept),
    outOf: id => graph.outOf(id).filter(isKept),
  }
})

function isTreatedBefore(graph: Graph, block: Block, isGate: Avoid): boolean {
  const own = descendants(graph, block.id, CARRIES_DATA)
  return [...ancestors(graph, block.id, CARRIES_DATA)].some(id => {
    const before = graph.block(id)
    return before !== undefined && isGate(before) && !own.has(id)
  })
}

function idsOf(blocks: readonly Block[]): Id[] {
  return blocks.map(block => block.id)
}
