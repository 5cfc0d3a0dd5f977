import type { Graph } from '../graph/graph'
import { needsLabels } from '../graph/labels'
import { isTrue, numberOf, wordOf } from '../graph/props'
import { jobsOf, positiveRateOf } from '../graph/training-sets'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { nineSteps, systemsDesignNotes } from './sources'
import { named } from './words'

/** Below one positive in twenty, a model that always answers no is right 95 % of the time. */
const RARE = 0.05

/** Tasks without a rare class to learn, and the one that is defined by it. */
const NOT_ABOUT_CLASSES = new Set([
  'anomaly-detection',
  'clustering',
  'control',
  'forecasting',
  'generation',
  'regression',
  'translation',
])

export default defineRule({
  id: 'class-imbalance-unhandled',
  step: 'data',
  sort: 'correctness',
  severity: 'info',
  summary: 'A design with rare positives says how training treats them.',
  why: 'With one positive in a hundred, a model that always answers no is 99 % right, and most of a batch teaches nothing. Weights or sampling decide how much the rare class counts.',
  cure: 'Weight the classes in the loss, or say how examples are sampled.',
  tradeoff: 'Weights and sampling help the model to learn the rare class, and distort the probabilities that it gives.',
  silent: [
    'Sampling, negatives kept or class weights are set on the training set.',
    `At least ${RARE * 100} % of the examples are positive, or the rate is not given.`,
    'The task has no classes, or is anomaly detection, which is made for rare cases.',
    'No supervised training learns from the set.',
  ],
  source: [nineSteps(6), systemsDesignNotes()],
  good: [
    `brief positiveRate=0.01; ds dataset-builder classWeighted=true; label-join -> ds -> training-job`,
    `brief positiveRate=0.01; ds dataset-builder negSampling=0.1; label-join -> ds -> training-job`,
    `brief positiveRate=0.01; ds dataset-builder sampling="1 in 10 negatives"; label-join -> ds -> training-job`,
    `brief positiveRate=0.01 mlTask=anomaly-detection; label-join -> dataset-builder -> training-job`,
    `brief positiveRate=0.3; label-join -> dataset-builder -> training-job`,
    `brief positiveRate=0.01; tr training-job learning=self-supervised; data-lake -> dataset-builder -> tr`,
    `brief positiveRate=0.01; lab label-join positiveRate=0.4; lab -> dataset-builder -> training-job`,
  ],
  bad: [
    `brief positiveRate=0.01; label-join -> dataset-builder -> training-job`,
    `brief mlTask=classification; lab label-join "Chargebacks" positiveRate=0.001; ds dataset-builder "Payments"; lab -> ds -> training-job`,
    `brief positiveRate=0.02; ds dataset-builder classWeighted=false; annotation -> ds -> training-job`,
  ],
  applies: graph => graph.ofKind('dataset-builder').some(set => isRare(graph, set)),
  *check(graph) {
    for (const set of graph.ofKind('dataset-builder')) {
      const rate = positiveRateOf(graph, set)
      if (rate === undefined || !isRare(graph, set) || isTreated(set)) continue
      yield {
        at: [set.id],
        message: `${named(set)} says nothing of its ${formatNumber(rate * 100, '%')} positives: a model that always answers no is right ${formatNumber(100 - rate * 100, '%')} of the time.`,
        fixes: () => [
          weigh(graph, set),
          {
            title: 'say how examples are sampled',
            field: 'sampling',
            examples: ['all positives, 1 in 10 negatives', 'class-balanced batches'],
          },
        ],
      }
    }
  },
})

function isRare(graph: Graph, set: Block): boolean {
  const rate = positiveRateOf(graph, set)
  if (rate === undefined || rate >= RARE || NOT_ABOUT_CLASSES.has(wordOf(graph.brief, 'mlTask') ?? '')) return false
  return jobsOf(graph, set).some(job => needsLabels(graph, job))
}

function isTreated(set: Block): boolean {
  return (
    isTrue(set.props, 'classWeighted') ||
    numberOf(set.props, 'negSampling') !== undefined ||
    wordOf(set.props, 'sampling') !== undefined
  )
}

function weigh(graph: Graph, set: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(set, 'classWeighted', true)
  return draft.done('weight the classes in the loss')
}
