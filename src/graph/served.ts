import type { Block } from '../model/design'
import { type Graph, perGraph } from './graph'
import { wordOf } from './props'
import { descendants, type Kinds } from './reach'

/** Methods of candidate generation that run a model; the others are lookups and rules. */
const LEARNED_RETRIEVAL = new Set(['two-tower', 'embedding', 'collaborative', 'graph-model', 'bandit'])

/** Where predictions are acted on or read live. An offline store or a lake is not among them. */
const OUTLETS = new Set([
  'prediction-store',
  'operational-store',
  'feature-store-online',
  'ann-index',
  'cache',
  'decision-policy',
  're-ranker',
  'human-review',
  'client',
  'gateway',
  'app-service',
])

const TRAINING_SIDE = new Set(['dataset-builder', 'training-job'])
const CARRIES_SCORES: Kinds = new Set(['data', 'stream'])

/** The blocks that execute a model for the product: `Served` of the catalogue. An index or a store runs none. */
export const servedModels: (graph: Graph) => readonly Block[] = perGraph(graph =>
  graph.blocks.filter(block => executesModel(block) && !isTeacher(graph, block)),
)

/** Whether somebody else trains, releases and watches the model of a block, which is drawn for the sake of the path. */
export function isRunElsewhere(block: Block): boolean {
  return wordOf(block.props, 'modelParams') === 'external'
}

/** Whether a block of this kind and method runs a model, whoever uses the result. */
function executesModel(block: Block): boolean {
  switch (block.kind) {
    case 'online-inference':
    case 'ranker':
    case 'batch-inference':
    case 'llm':
      return true
    case 'candidate-generator':
      return LEARNED_RETRIEVAL.has(wordOf(block.props, 'method') ?? '')
    default:
      return false
  }
}

/** A batch job whose scores feed training alone: a teacher that labels a corpus is a training step, not serving. */
function isTeacher(graph: Graph, block: Block): boolean {
  if (block.kind !== 'batch-inference') return false
  const isTrainingSide = (other: Block) => TRAINING_SIDE.has(other.kind)
  const outside = descendants(graph, block.id, CARRIES_SCORES, isTrainingSide)
  const kindsOutside = [...outside].map(id => graph.block(id)?.kind ?? '')
  if (kindsOutside.some(kind => OUTLETS.has(kind))) return false
  return [block.id, ...outside].some(id =>
    graph
      .outOf(id)
      .some(flow => CARRIES_SCORES.has(flow.kind) && TRAINING_SIDE.has(graph.block(flow.target)?.kind ?? '')),
  )
}
