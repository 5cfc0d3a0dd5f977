import type { Block, Flow, Id } from '../model/design'
import { CARRIES_DATA, unlagged } from './data-paths'
import { type Graph, perGraph } from './graph'
import { perBlock } from './per-block'
import { isTrue } from './props'
import { type Avoid, ancestors, descendants } from './reach'
import { rowsBefore } from './training-sets'

const LABELS = new Set(['label-join', 'annotation'])

const FEATURES = new Set([
  'feature-pipeline-batch',
  'feature-pipeline-stream',
  'feature-store-offline',
  'online-preprocessor',
])

/** Behind a model stand its scores, which are no outcomes. */
const SCORES = new Set(['batch-inference', 'online-inference', 'ranker', 'llm', 'candidate-generator'])

/** A block of labels that reaches a training job twice: as its target, and inside its features. */
export interface OutcomeInFeatures {
  readonly labels: Block
  readonly jobs: readonly Block[]
  /** The flows by which the labels enter the features. */
  readonly entries: readonly Flow[]
}

/** Whether a block joins features to labels as they were at the time of the event. */
export const isAsOf: Avoid = block => block.kind === 'dataset-builder' && isTrue(block.props, 'pointInTime')

/** The training jobs that read labels past the features, and features: what could hold the outcome. */
export const jobsWithFeatures: (graph: Graph) => readonly Block[] = perGraph(graph =>
  graph
    .ofKind('training-job')
    .filter(job => hasKind(graph, rowsBefore(graph, job), FEATURES) && labelsOf(graph, job).length > 0),
)

/**
 * The labels of a training job that also get into its features, with no join as of the event time behind them. Flows
 * that are joined as of an earlier time carry no outcome.
 */
export const outcomesInFeatures: (graph: Graph) => readonly OutcomeInFeatures[] = perGraph(graph => {
  const found = new Map<Id, OutcomeInFeatures>()
  const timely = unlagged(graph)
  for (const job of jobsWithFeatures(graph)) {
    const before = ancestors(timely, job.id, CARRIES_DATA, isAsOf)
    const features = graph.ofKind(...FEATURES).filter(block => before.has(block.id))
    if (features.length === 0) continue
    for (const labels of labelsOf(graph, job)) {
      const entries = entriesOf(timely, labels, features)
      if (entries.length === 0) continue
      const known = found.get(labels.id)
      found.set(labels.id, {
        labels,
        jobs: [...(known?.jobs ?? []), job],
        entries: [...new Set([...(known?.entries ?? []), ...entries])],
      })
    }
  }
  return [...found.values()]
})

/** The label blocks whose labels get to a job as such, past every feature. */
const labelsOf = perBlock((graph, job): readonly Block[] => {
  const asTarget = ancestors(graph, job.id, CARRIES_DATA, block => FEATURES.has(block.kind))
  return graph.ofKind(...LABELS).filter(block => asTarget.has(block.id))
})

/** The flows by which labels first get into one of the features; behind a model there are none. */
function entriesOf(graph: Graph, labels: Block, features: readonly Block[]): Flow[] {
  const isEnd: Avoid = block => FEATURES.has(block.kind) || SCORES.has(block.kind) || block.kind === 'training-job'
  const carriers = new Set([labels.id, ...descendants(graph, labels.id, CARRIES_DATA, isEnd)])
  return features
    .flatMap(feature => graph.into(feature.id))
    .filter(flow => CARRIES_DATA.has(flow.kind) && carriers.has(flow.source))
}

function hasKind(graph: Graph, ids: ReadonlySet<Id>, kinds: ReadonlySet<string>): boolean {
  return graph.ofKind(...kinds).some(block => ids.has(block.id))
}
