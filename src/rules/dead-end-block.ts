import type { Graph } from '../graph/graph'
import { type Scope, scopeOf } from '../graph/scope'
import type { KindId } from '../kinds/index'
import type { Block, Flow } from '../model/design'
import { draftFix } from './fixes/draft'
import { leadOnward } from './fixes/lead-onward'
import { defineRule, type EditFix } from './rule'
import { houseRule } from './sources'
import { named } from './words'

/** Kinds that are there for what they hand on. Stores, monitors, whatever serves, and sinks end a path rightly. */
const PRODUCERS: readonly KindId[] = [
  'data-source',
  'event-stream',
  'etl-job',
  'data-validation',
  'pii-anonymizer',
  'annotation',
  'label-join',
  'dataset-builder',
  'feature-pipeline-batch',
  'feature-pipeline-stream',
  'embedding-job',
  'retraining-trigger',
]

/** Where a drawing of a narrower scope rightly ends: what follows is drawn elsewhere. */
const ENDS_OF: Readonly<Partial<Record<Scope, ReadonlySet<string>>>> = {
  serving: new Set(['data-source', 'event-stream']),
  experiment: new Set(['data-source', 'event-stream']),
  data: new Set(['dataset-builder', 'label-join', 'annotation', 'event-stream']),
}

export default defineRule({
  id: 'dead-end-block',
  step: 'diagram',
  sort: 'coverage',
  severity: 'warning',
  summary: 'What makes data, features or labels hands them on.',
  why: 'A pipeline that nobody reads still runs, breaks and costs. More often the flow out of it was forgotten, and a reader of the drawing cannot tell which.',
  cure: 'Draw where the result goes, or remove the block.',
  tradeoff: 'A flow drawn only to please is worse than a gap: it tells a reader that something arrives there.',
  silent: [
    'The block has no input either: it is a source, or not wired at all.',
    'Any flow out counts, be it a metric to a monitor or an alert.',
    'Stores, models, monitors, logs, evaluations and whatever serves end a path rightly.',
    'A training job without a release is the matter of `no-offline-eval`.',
    'The scope is narrower and what follows is drawn elsewhere: streams of a serving design, training sets of a data design.',
  ],
  source: [houseRule('What is made is used')],
  good: [
    `data-lake -> feature-pipeline-batch -> feature-store-offline`,
    `data-source -> data-validation -metric-> alerting`,
    `event-stream -> prediction-log -> drift-monitor; data-source`,
    `brief scope=serving; client -> app-service -> ranker; client -stream-> event-stream`,
    `brief scope=data; data-source -> data-validation -> dataset-builder`,
    `data-source -> dataset-builder -> training-job`,
  ],
  bad: [
    `data-lake -> feature-pipeline-batch; data-source -> data-lake`,
    `data-source -> data-validation -> etl-job; data-lake -> feature-pipeline-batch -> feature-store-offline`,
    `client -stream-> event-stream; client -> app-service -> ranker`,
    `lake data-lake; lake -> feature-pipeline-batch; feature-store-offline -> dataset-builder -> training-job`,
    `prediction-log -> label-join; data-source -> data-validation -> dataset-builder -> training-job; alerting -> retraining-trigger`,
    `data-lake -> dataset-builder -data-> dataset-builder`,
  ],
  applies: graph => graph.ofKind(...PRODUCERS).length > 0,
  *check(graph) {
    const ends = ENDS_OF[scopeOf(graph)]
    for (const block of graph.ofKind(...PRODUCERS)) {
      if (ends?.has(block.kind) || !isDeadEnd(graph, block)) continue
      yield {
        at: [block.id],
        message:
          block.kind === 'retraining-trigger'
            ? `${named(block)} starts nothing: what it was told of leads to no training.`
            : `Nothing uses what ${named(block)} makes: it runs and costs for nobody, or a flow is missing.`,
        fixes: () => [leadOnward(graph, block), remove(graph, block)],
      }
    }
  },
})

function isDeadEnd(graph: Graph, block: Block): boolean {
  const isOther = (flow: Flow) => flow.source !== flow.target
  return graph.into(block.id).some(isOther) && !graph.outOf(block.id).some(isOther)
}

/** Not a set that a teacher labels: without it the teacher would pass for a model that is served. */
function remove(graph: Graph, block: Block): EditFix | null {
  if (graph.into(block.id).some(flow => graph.block(flow.source)?.kind === 'batch-inference')) return null
  const draft = draftFix(graph)
  draft.removeBlock(block)
  return draft.done(`remove ${named(block)}`)
}
