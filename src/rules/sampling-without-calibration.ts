import { needsProbabilities, policiesOn } from '../graph/decisions'
import type { Graph } from '../graph/graph'
import { offlineMetricsOf } from '../graph/offline-metrics'
import { isTrue, listOf, numberOf } from '../graph/props'
import { ARTIFACT, descendants } from '../graph/reach'
import { servedModels } from '../graph/served'
import { evaluationsOf, jobsOf, positiveRateOf } from '../graph/training-sets'
import { formatNumber } from '../kinds/figures'
import { familiesOf } from '../kinds/metrics'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { facebookAdClicks, rulesOfMl } from './sources'
import { named } from './words'

export default defineRule({
  id: 'sampling-without-calibration',
  step: 'data',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Where negatives are sampled and scores are used as probabilities, the shift is corrected or measured.',
  why: 'Dropping negatives raises the rate of positives that the model sees: with 1 in 10 kept, a true 1 % is predicted as about 9 %. The order of scores survives, but a bid or a threshold reads the value.',
  cure: 'Weight the kept negatives by the inverse of their sampling rate, or measure calibration offline.',
  tradeoff:
    'Sampling saves most of the compute; weights bring back some of the variance, and a correction is one more step to keep in line with the rate.',
  silent: [
    'Kept examples are importance weighted.',
    'An offline metric shows a shift: log loss, normalised entropy, calibration error or Brier score; a metric that we do not know may be one.',
    'Scores only sort: the policy ranks, and the brief does not ask for calibration.',
    'An offline evaluation fits the thresholds of the policy anew for every model.',
  ],
  source: [facebookAdClicks('Section 6.3'), rulesOfMl(30)],
  good: [
    `brief needsCalibration=true; ds dataset-builder negSampling=0.1 importanceWeighted=true; ds -> training-job -> offline-eval`,
    `brief needsCalibration=true offlineMetrics="log loss"; ds dataset-builder negSampling=0.1; ds -> training-job -> offline-eval`,
    `brief needsCalibration=true; ds dataset-builder negSampling=0.1; ev offline-eval metrics=pr-auc|ece; ds -> training-job -> ev`,
    `brief needsCalibration=true; ds dataset-builder negSampling=1; ds -> training-job -> offline-eval`,
    `pol decision-policy action=rank; ds dataset-builder negSampling=0.1; ds -> training-job -> ranker; client -> app-service -> ranker, pol`,
    `pol decision-policy action=block; ds dataset-builder negSampling=0.1; ds -> training-job -> offline-eval -artifact-> pol; training-job -> online-inference -> pol`,
    `brief needsCalibration=true offlineMetrics="reliability curve"; ds dataset-builder negSampling=0.1; ds -> training-job`,
    `pol decision-policy; a ranker; b ranker; ds dataset-builder negSampling=0.1; ds -> training-job -> a; b -> pol`,
  ],
  bad: [
    `pol decision-policy "Block above 0.9" action=block; ds dataset-builder "Payments" negSampling=0.1; ds -> training-job -> online-inference -> pol`,
    `brief needsCalibration=true positiveRate=0.01 offlineMetrics=roc-auc; ds dataset-builder negSampling=0.05; ds -> training-job -> offline-eval`,
    `pol decision-policy; ev offline-eval metrics=pr-auc; ds dataset-builder negSampling=0.2; ds -> training-job -> ev -artifact-> model-registry -> online-inference; client -> app-service -> online-inference, pol`,
  ],
  applies: graph => graph.ofKind('dataset-builder').some(set => isShifted(set) && isValueRead(graph, set)),
  *check(graph) {
    for (const set of graph.ofKind('dataset-builder')) {
      if (!isShifted(set) || isTrue(set.props, 'importanceWeighted')) continue
      if (!isValueRead(graph, set) || isMeasured(graph, set)) continue
      yield {
        at: [set.id],
        field: 'importanceWeighted',
        message: `${named(set)} ${shift(graph, set)}: scores that are read as probabilities are too high, and no offline metric shows it.`,
        fixes: () => [weigh(graph, set), measure(graph, set)],
      }
    }
  },
})

function isShifted(set: Block): boolean {
  return kept(set) < 1
}

function kept(set: Block): number {
  return numberOf(set.props, 'negSampling') ?? 1
}

/** Whether anyone reads the value of a score, and not only the order of scores. */
function isValueRead(graph: Graph, set: Block): boolean {
  if (isTrue(graph.brief, 'needsCalibration')) return true
  const trained = descendants(
    graph,
    jobsOf(graph, set).map(job => job.id),
    ARTIFACT,
  )
  return servedModels(graph)
    .filter(model => trained.has(model.id))
    .some(model => policiesOn(graph, model).some(policy => needsProbabilities(graph, policy)))
}

function isMeasured(graph: Graph, set: Block): boolean {
  const { known, hasUnknown } = offlineMetricsOf(graph, evaluationsOf(graph, set))
  return hasUnknown || [...known].some(metric => familiesOf(metric).includes('calibration'))
}

/** With a positive rate p and a share w of the negatives kept, the model sees p / (p + w (1 - p)) positives. */
function shift(graph: Graph, set: Block): string {
  const share = kept(set)
  const rate = positiveRateOf(graph, set)
  const isKnown = rate !== undefined && rate > 0 && rate < 1 && share > 0
  const drop = `keeps ${percent(share)} of the negatives`
  return isKnown
    ? `${drop}, so ${percent(rate)} positives look like ${percent(rate / (rate + share * (1 - rate)))}`
    : drop
}

function percent(share: number): string {
  return formatNumber(Number((share * 100).toPrecision(3)), '%')
}

function weigh(graph: Graph, set: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(set, 'importanceWeighted', true)
  return draft.done('weight kept examples by the inverse of their rate')
}

/** Adds calibration error to the evaluations of this set, or to the brief while none is drawn. */
function measure(graph: Graph, set: Block): EditFix | null {
  const evaluations = evaluationsOf(graph, set)
  const draft = draftFix(graph)
  for (const each of evaluations) draft.setProp(each, 'metrics', [...listOf(each.props, 'metrics'), 'ece'])
  if (evaluations.length === 0) draft.setBrief('offlineMetrics', [...listOf(graph.brief, 'offlineMetrics'), 'ece'])
  return draft.done('measure calibration error offline')
}
