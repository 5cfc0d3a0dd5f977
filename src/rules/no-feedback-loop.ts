import type { Graph } from '../graph/graph'
import { needsLabels } from '../graph/labels'
import { isSource } from '../graph/lineage'
import { connected } from '../graph/parts'
import { isTrue, wordOf } from '../graph/props'
import { ancestors, descendants, type Kinds } from '../graph/reach'
import { servedModels } from '../graph/served'
import type { Block, Id } from '../model/design'
import { addNaturalLabels } from './fixes/training'
import { defineRule } from './rule'
import { awsLens, systemPattern } from './sources'
import { listed, verb } from './words'

/** Over what an outcome comes back. */
const COMES_BACK: Kinds = new Set(['feedback', 'data', 'stream', 'async'])

/** Where outcomes become training data. */
const LEARNS = ['label-join', 'annotation', 'dataset-builder', 'training-job']

/** Who knows what came of a prediction. */
const KNOWS = [
  ...['client', 'gateway', 'app-service', 'decision-policy'],
  ...['feedback-collector', 'prediction-log', 'human-review'],
]

const SOURCES = ['data-source', 'event-stream', 'data-lake']

/** Labels that nothing after the prediction has a part in. */
const MADE_UP = new Set(['weak', 'synthetic'])

export default defineRule({
  id: 'no-feedback-loop',
  step: 'monitor',
  sort: 'coverage',
  severity: 'warning',
  summary: 'What comes of predictions gets back into training.',
  why: 'Users, markets and fraudsters answer to a model, and only what happens afterwards shows how. A model that is retrained without it learns the same past again and again.',
  cure: 'Join logged predictions with what users or reviewers did, and lead the result into the training set.',
  tradeoff:
    'A loop amplifies what it shows: items that are never shown get no clicks and are never shown. Pair it with some exploration.',
  silent: [
    'Anything that users, a service, a policy or a reviewer record reaches labels or training, by whatever way.',
    'A label builder joins outcomes from a source: billing, sales or a ledger know them, too.',
    'A source carries its outcomes (`labelled`) and is no fixed corpus (`curated`): finished trips, settled claims.',
    'A forecast learns from its own later values; clustering and self-supervised training need no outcome.',
    'Nothing is served, or nothing is trained.',
    'The scope is training, experiment or data.',
  ],
  source: [awsLens('MLOPS02-BP05'), systemPattern('Prediction log pattern')],
  good: [
    `client -> app-service -> ranker; app-service -> prediction-log -> label-join -> dataset-builder -> training-job -> ranker`,
    `client -> app-service -> ranker; client -stream-> event-stream -> dataset-builder -> training-job -> ranker`,
    `client -> app-service -> llm; client -feedback-> feedback-collector -> annotation -> training-job -> llm`,
    `ledger data-source; lab label-join labelType=natural; ledger -> lab -> dataset-builder -> training-job -> ranker`,
    `trips data-lake labelled=true; trips -> dataset-builder -> training-job -> online-inference; client -> app-service -> online-inference`,
    `brief mlTask=forecasting; data-lake -> dataset-builder -> training-job -> batch-inference -> prediction-store`,
    `tr training-job learning=self-supervised; data-lake -> dataset-builder -> tr -> online-inference; client -> online-inference`,
    `brief scope=training; data-source -> dataset-builder -> training-job -> ranker`,
    `data-source -> dataset-builder -> training-job`,
  ],
  bad: [
    `data-source -> dataset-builder -> training-job -> ranker; client -> app-service -> ranker`,
    `data-lake -> annotation -> dataset-builder -> training-job -> online-inference; client -> app-service -> online-inference; app-service -> prediction-log`,
    `lab label-join labelType=weak; data-lake -> lab -> dataset-builder -> training-job -> batch-inference -> prediction-store`,
    `corpus data-source labelled=true curated=true; corpus -> dataset-builder -> training-job -> online-inference; client -> online-inference`,
    `tr training-job "Policy training" learning=rl; data-source -> dataset-builder -> tr -> online-inference; client -> app-service -> online-inference`,
  ],
  applies: graph => learners(graph).length > 0 && servedModels(graph).length > 0,
  *check(graph) {
    const ends = graph.ofKind(...LEARNS).map(block => block.id)
    const heard = ancestors(graph, ends, COMES_BACK)
    const outcomes = joinedOutcomes(graph)
    const judged = new Set<Id>()
    for (const training of learners(graph)) {
      if (judged.has(training.id)) continue
      const jobs = connected(graph, training, 'training-job').filter(job => learnsFromOutcomes(graph, job))
      for (const job of jobs) judged.add(job.id)
      if (connected(graph, training, ...KNOWS).some(block => heard.has(block.id))) continue
      if (connected(graph, training, ...SOURCES).some(carriesOutcomes)) continue
      if (connected(graph, training, 'label-join').some(join => outcomes.has(join.id))) continue
      yield {
        at: jobs.map(job => job.id),
        message: `No feedback loop: nothing that follows a prediction reaches ${listed(jobs)}, so ${verb(jobs, 'it never learns from its', 'they never learn from their')} mistakes.`,
        fixes: () => [addNaturalLabels(graph, training)],
      }
    }
  },
})

function learners(graph: Graph): readonly Block[] {
  return graph.ofKind('training-job').filter(training => learnsFromOutcomes(graph, training))
}

function learnsFromOutcomes(graph: Graph, training: Block): boolean {
  return needsLabels(graph, training) || wordOf(training.props, 'learning') === 'rl'
}

/** Whether a source goes on recording what happened, such as a ledger of finished trips. */
function carriesOutcomes({ props }: Block): boolean {
  return isTrue(props, 'labelled') && !isTrue(props, 'curated')
}

/** The label builders that join outcomes from a source: unless it says otherwise, outcomes are what one joins. */
function joinedOutcomes(graph: Graph): ReadonlySet<Id> {
  const sources = graph.blocks.filter(isSource).map(source => source.id)
  const fed = descendants(graph, sources, COMES_BACK)
  const joins = graph.ofKind('label-join').filter(join => !MADE_UP.has(wordOf(join.props, 'labelType') ?? ''))
  return new Set(joins.flatMap(join => (fed.has(join.id) ? join.id : [])))
}
