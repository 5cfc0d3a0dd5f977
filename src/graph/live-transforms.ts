import type { Block, Id } from '../model/design'
import { calledAlongside } from './alongside'
import { type Graph, perGraph } from './graph'
import { type Learned, learnedFrom } from './learned'
import { ancestors, type Kinds } from './reach'
import { servedModels } from './served'

/** A block that computes features for live models, and the trained models among them. */
export interface LiveTransform {
  readonly block: Block
  /** Models whose training gets this block's output, or the features as they were logged when it served. */
  readonly seenBy: readonly Block[]
  /** Models that meet this block's output live and have not learned from it. */
  readonly newTo: readonly Block[]
}

const CARRIES_FEATURES: Kinds = new Set(['data', 'stream'])
const TRANSFORMS = new Set(['feature-pipeline-batch', 'feature-pipeline-stream', 'online-preprocessor'])
const READ_LIVE = new Set(['feature-store-online', 'operational-store', 'cache'])

/** Behind these stand the inputs of another model, or rows for training: not the features of the model in question. */
const ENDS_FEATURES = new Set([
  ...TRANSFORMS,
  'batch-inference',
  'candidate-generator',
  'dataset-builder',
  'embedding-job',
  'label-join',
  'llm',
  'online-inference',
  'prediction-log',
  'ranker',
  'training-job',
])

/**
 * The last transforms before each live model whose training is drawn: on what the model reads or is fed, and, for an
 * online feature store that its callers read for it, where nothing else there could be what the features are for.
 */
export const liveTransforms: (graph: Graph) => readonly LiveTransform[] = perGraph(graph => {
  const uses = new Map<Id, Use[]>()
  for (const use of [...ownUses(graph), ...sharedUses(graph)])
    uses.set(use.transform.id, [...(uses.get(use.transform.id) ?? []), use])
  return graph.blocks.flatMap(block => {
    const all = uses.get(block.id)
    return all ? [{ block, seenBy: modelsOf(all, true), newTo: modelsOf(all, false) }] : []
  })
})

interface Use {
  readonly transform: Block
  readonly models: readonly Block[]
  readonly isSeen: boolean
}

function modelsOf(uses: readonly Use[], isSeen: boolean): Block[] {
  return [...new Set(uses.filter(use => use.isSeen === isSeen).flatMap(use => use.models))]
}

function ownUses(graph: Graph): Use[] {
  return servedModels(graph).flatMap(model => {
    const learned = learnedFrom(graph).get(model.id)
    if (!learned) return []
    return ownTransforms(graph, model).map(transform => ({
      transform,
      models: [model],
      isSeen: isIn(learned, transform),
    }))
  })
}

function sharedUses(graph: Graph): Use[] {
  return graph.ofKind('feature-store-online').flatMap(store => {
    const models = modelsThatShare(graph, store)
    const learned = models.flatMap(model => learnedFrom(graph).get(model.id) ?? [])
    if (learned.length === 0 || learned.length < models.length) return []
    return lastTransforms(graph, [store.id]).map(transform => ({
      transform,
      models,
      isSeen: learned.some(each => isIn(each, transform)),
    }))
  })
}

function isIn(learned: Learned, transform: Block): boolean {
  return learned.isLogged || learned.ids.has(transform.id)
}

/** Transforms that call the model or that it calls, and those behind what it and they read. */
function ownTransforms(graph: Graph, model: Block): readonly Block[] {
  const preprocessors = [
    ...blocksAt(graph, graph.into(model.id), 'source'),
    ...blocksAt(graph, graph.outOf(model.id), 'target'),
  ].filter(block => block.kind === 'online-preprocessor')
  const readers = [model, ...preprocessors].map(block => block.id)
  const stores = readers.flatMap(id => blocksAt(graph, graph.outOf(id), 'target').filter(isReadLive))
  return [...preprocessors, ...lastTransforms(graph, [model.id, ...stores.map(store => store.id)])]
}

/** The models for which their callers read this store; none of those that read it themselves. */
function modelsThatShare(graph: Graph, store: Block): readonly Block[] {
  const readers = blocksAt(graph, graph.into(store.id), 'source').filter(block => !ENDS_FEATURES.has(block.kind))
  const served = new Set(readers.flatMap(reader => [...calledAlongside(graph, reader)]))
  return servedModels(graph).filter(model => served.has(model.id))
}

function lastTransforms(graph: Graph, starts: readonly Id[]): readonly Block[] {
  const passed = ancestors(graph, starts, CARRIES_FEATURES, block => ENDS_FEATURES.has(block.kind))
  const feeding = [...starts, ...passed].flatMap(id => graph.into(id).filter(flow => CARRIES_FEATURES.has(flow.kind)))
  const sources = new Set(feeding.map(flow => flow.source))
  return [...sources].flatMap(id => graph.block(id) ?? []).filter(block => TRANSFORMS.has(block.kind))
}

function isReadLive(block: Block): boolean {
  return READ_LIVE.has(block.kind)
}

function blocksAt(graph: Graph, flows: ReturnType<Graph['into']>, end: 'source' | 'target'): Block[] {
  return flows.filter(flow => flow.kind === 'request').flatMap(flow => graph.block(flow[end]) ?? [])
}
