import type { Block } from '../model/design'
import { type Graph, perGraph } from './graph'
import { ARTIFACT, type Avoid, ancestors, type Kinds, LINEAGE } from './reach'

const SOURCES = new Set(['data-source', 'event-stream', 'data-lake'])

/** Whether a block holds raw data: a data source, an event stream or a lake. `SRC` of the catalogue. */
export function isSource(block: Block): boolean {
  return SOURCES.has(block.kind)
}

/** What users and the product itself send is raw: a stream that they feed is where the data begins. */
const RAW = new Set(['client', 'gateway', 'app-service'])

/**
 * The sources that nothing feeds but users and the product's own services. Any other fed one is a waypoint: checking
 * before the lake is the usual layout.
 */
export const origins: (graph: Graph) => readonly Block[] = perGraph(graph =>
  graph.blocks.filter(
    block =>
      isSource(block) &&
      !graph.into(block.id).some(flow => LINEAGE.has(flow.kind) && !RAW.has(graph.block(flow.source)?.kind ?? '')),
  ),
)

/** The blocks upstream of a block over the given kinds of flow, as blocks. */
export function upstream(graph: Graph, block: Block, kinds: Kinds = LINEAGE, avoid?: Avoid): Block[] {
  return [...ancestors(graph, block.id, kinds, avoid)].flatMap(id => graph.block(id) ?? [])
}

/** The training jobs whose artefact this block executes: `Train(s)` of the catalogue. */
export function trainingJobsOf(graph: Graph, served: Block): Block[] {
  return upstream(graph, served, ARTIFACT).filter(block => block.kind === 'training-job')
}
