import { isAllowedPair } from '../kinds/flow-kinds'
import type { Block, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { wordOf } from './props'
import { ARTIFACT, ancestors, type Kinds } from './reach'

/** An index, a job that fills it, and the blocks that turn queries into vectors for it. */
export interface VectorSpace {
  readonly index: Block
  readonly job: Block
  /** Those whose model is drawn; empty where the drawing does not say what encodes a query. */
  readonly encoders: readonly Block[]
}

/** Over what vectors travel from an embedding job to an index. */
const CARRIES_VECTORS: Kinds = new Set(['artifact', 'data', 'stream'])

/** Where the way of a vector begins or ends: behind these stands what a model was made from. */
const ENDS_VECTORS = new Set(['embedding-job', 'training-job', 'dataset-builder', 'model', 'pretrained-model'])

/** Blocks that read vectors by id, or that get their query encoded by something else. */
const ENCODES_NOTHING = new Set(['ranker', 're-ranker', 'llm', 'client'])

/** Every pair of an index and a job that fills it. */
export const vectorSpaces: (graph: Graph) => readonly VectorSpace[] = perGraph(graph =>
  graph.ofKind('ann-index').flatMap(index => {
    const encoders = queryEncoders(graph, index)
    return jobsInto(graph, index).map(job => ({ index, job, encoders }))
  }),
)

/** Whether anything puts vectors into an index. */
export function isFilled(graph: Graph, index: Block): boolean {
  return graph.into(index.id).some(flow => CARRIES_VECTORS.has(flow.kind))
}

/** The artefacts that a block is made from, the block included: two that share one belong together. */
export function lineageOf(graph: Graph, block: Block): ReadonlySet<Id> {
  return new Set([block.id, ...ancestors(graph, block.id, ARTIFACT)])
}

/** Whether two blocks are made from a common artefact, or one from the other. */
export function haveCommonLineage(graph: Graph, a: Block, b: Block): boolean {
  const lineage = lineageOf(graph, a)
  return [...lineageOf(graph, b)].some(id => lineage.has(id))
}

/** The callers of an index that encode its queries, or the one model that such a caller asks to; only with lineage. */
export function queryEncoders(graph: Graph, index: Block): readonly Block[] {
  const readers = neighbours(graph, graph.into(index.id), 'source').filter(
    reader => !ENCODES_NOTHING.has(reader.kind) && wordOf(reader.props, 'queryBy') !== 'item-id',
  )
  const encoders = readers.flatMap(reader => {
    const asked = neighbours(graph, graph.outOf(reader.id), 'target').filter(each => each.kind === 'online-inference')
    // Of several models that a caller asks, the drawing does not say which one encodes.
    return asked.length === 1 ? [reader, ...asked] : [reader]
  })
  return [...new Set(encoders)].filter(encoder => hasLineage(graph, encoder))
}

/** What hands a model to a block that runs it, as far as an embedding job could take the model from it, too. */
export function releasesOf(graph: Graph, model: Block): readonly Block[] {
  return graph
    .into(model.id)
    .filter(flow => flow.kind === 'artifact')
    .flatMap(flow => graph.block(flow.source) ?? [])
    .filter(release => isAllowedPair('artifact', release.kind, 'embedding-job'))
}

/** Whether the drawing says what a block is made from. */
export function hasLineage(graph: Graph, block: Block): boolean {
  return graph.into(block.id).some(flow => flow.kind === 'artifact')
}

function jobsInto(graph: Graph, index: Block): readonly Block[] {
  const before = ancestors(graph, index.id, CARRIES_VECTORS, block => ENDS_VECTORS.has(block.kind))
  const passed = [index.id, ...before]
  const feeding = passed.flatMap(id => graph.into(id).filter(flow => CARRIES_VECTORS.has(flow.kind)))
  const sources = new Set(feeding.map(flow => flow.source))
  return graph.ofKind('embedding-job').filter(job => sources.has(job.id))
}

function neighbours(graph: Graph, flows: ReturnType<Graph['into']>, end: 'source' | 'target'): Block[] {
  const ids = new Set(flows.filter(flow => flow.kind === 'request').map(flow => flow[end]))
  return [...ids].flatMap(id => graph.block(id) ?? [])
}
