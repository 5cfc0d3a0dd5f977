import type { Block, Id } from '../model/design'
import { CARRIES_DATA } from './data-paths'
import type { Graph } from './graph'
import { isSource } from './lineage'
import { perBlock } from './per-block'
import { numberOf, wordOf } from './props'
import { ancestors, descendants, type Kinds } from './reach'

/** Where rows of a training set end: behind these stand scores, or rows of another making. */
const ENDS_ROWS = new Set(['batch-inference', 'online-inference', 'ranker', 'llm', 'prediction-log', 'label-join'])

/** Over what a trained model, its metrics or its scores reach an evaluation. */
const GRADES: Kinds = new Set(['artifact', 'metric', 'data'])

const TAKES_ROWS: Kinds = new Set([...CARRIES_DATA, 'metric', 'async'])

/** Evaluations that do not rest on a held-out part: they walk through time, replay logs, or ask people. */
const NEEDS_NO_SPLIT = new Set(['backtest', 'replay', 'raters'])

/** Blocks that hold rows of data by themselves, beside the sources. */
const HOLDS_ROWS = new Set([
  'annotation',
  'dataset-builder',
  'feature-store-offline',
  'feedback-collector',
  'human-review',
  'label-join',
  'operational-store',
  'prediction-log',
])

/** The blocks whose rows reach a block. */
export const rowsBefore = perBlock((graph, block): ReadonlySet<Id> => ancestors(graph, block.id, CARRIES_DATA))

const rowsAfter = perBlock(
  (graph, set): ReadonlySet<Id> => descendants(graph, set.id, CARRIES_DATA, block => ENDS_ROWS.has(block.kind)),
)

/** The training jobs that learn from the rows of a training set. */
export const jobsOf = perBlock((graph, set): readonly Block[] => {
  const after = rowsAfter(graph, set)
  return graph.ofKind('training-job').filter(job => after.has(job.id))
})

/** The offline evaluations that read a training set, or measure what was trained on it. */
export const evaluationsOf = perBlock((graph, set): readonly Block[] => {
  const read = rowsAfter(graph, set)
  const jobs = jobsOf(graph, set).map(job => job.id)
  const graded = descendants(graph, jobs, GRADES, block => holdsRows(block))
  return graph.ofKind('offline-eval').filter(({ id }) => read.has(id) || graded.has(id))
})

/**
 * The evaluations that test on a part of this training set, so that its split decides whether they are honest: it feeds
 * them, or they have no data of their own (a golden set, another builder). Not those that need no held-out part.
 */
export const evaluationsOnSplit = perBlock((graph, set): readonly Block[] => {
  const fed = rowsAfter(graph, set)
  return evaluationsOf(graph, set).filter(
    evaluation =>
      !NEEDS_NO_SPLIT.has(wordOf(evaluation.props, 'method') ?? 'holdout') &&
      (fed.has(evaluation.id) || !hasOwnRows(graph, evaluation, set)),
  )
})

/** The lowest positive rate of the labels that reach a training set, or that of the brief where they give none. */
export const positiveRateOf = perBlock((graph, set): number | undefined => {
  const before = rowsBefore(graph, set)
  const rates = graph
    .ofKind('label-join')
    .filter(labels => before.has(labels.id))
    .flatMap(labels => numberOf(labels.props, 'positiveRate') ?? [])
  return rates.length > 0 ? Math.min(...rates) : numberOf(graph.brief, 'positiveRate')
})

function hasOwnRows(graph: Graph, evaluation: Block, set: Block): boolean {
  const isElsewhere = (block: Block) => block.id === set.id || block.kind === 'training-job'
  return [...ancestors(graph, evaluation.id, TAKES_ROWS, isElsewhere)].some(id => {
    const block = graph.block(id)
    return block !== undefined && holdsRows(block)
  })
}

function holdsRows(block: Block): boolean {
  return isSource(block) || HOLDS_ROWS.has(block.kind)
}
