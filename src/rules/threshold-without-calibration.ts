import { needsProbabilities, policiesOn } from '../graph/decisions'
import type { Graph } from '../graph/graph'
import { offlineMetricsOf } from '../graph/offline-metrics'
import { connected } from '../graph/parts'
import { isTrue, listOf, wordOf } from '../graph/props'
import { servedModels } from '../graph/served'
import { familiesOf } from '../kinds/metrics'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { addOfflineMetrics } from './fixes/metrics'
import { defineRule, type EditFix, type Gap } from './rule'
import { facebookAdClicks, rulesOfMl } from './sources'
import { named } from './words'

/** Metrics that say whether predicted distributions of a number are honest. */
const HONEST_INTERVALS = new Set(['coverage', 'crps', 'pinball'])

export default defineRule({
  id: 'threshold-without-calibration',
  step: 'evaluate',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Where a score meets a threshold or is used as a probability, its calibration is measured.',
  why: 'ROC and precision-recall curves do not change when all scores are halved; what a threshold of 0.9 stops does. After the next training the same number means another risk, and no ranking metric notices.',
  cure: 'Measure calibration offline, or let the evaluation fit the thresholds anew for every model.',
  tradeoff: 'A calibration step and its data have to be kept up with every retraining.',
  silent: [
    'A metric tells calibration: ece, brier, log-loss, normalized-entropy, or interval coverage for a number.',
    'The policy only sorts by the score, and the brief does not ask for calibration.',
    'The offline evaluation hands new thresholds to the policy.',
    'A metric is named that is not known here, or none at all: then `offline-metric-missing` speaks.',
  ],
  source: [facebookAdClicks('Evaluation metrics: calibration'), rulesOfMl(30)],
  good: [
    `ev offline-eval metrics=pr-auc|ece; pol decision-policy thresholds="block above 0.95"; app-service -> online-inference; app-service -> pol; training-job -> ev`,
    `ev offline-eval metrics=pr-auc; pol decision-policy thresholds="0.9"; app-service -> online-inference; app-service -> pol; training-job -> ev -artifact-> pol`,
    `ev offline-eval metrics=ndcg; pol decision-policy action=rank thresholds="top 10"; app-service -> ranker; app-service -> pol; training-job -> ev`,
    `brief offlineMetrics="cost per case"; pol decision-policy thresholds="0.9"; app-service -> online-inference; app-service -> pol`,
    `brief needsCalibration=true mlTask=regression offlineMetrics=mae|coverage; training-job -> offline-eval`,
    `brief offlineMetrics=f1; app-service -> online-inference; app-service -> decision-policy`,
    `brief offlineMetrics=f1; pol decision-policy thresholds="5 per hour"; app-service -> pol`,
  ],
  bad: [
    `ev offline-eval metrics=pr-auc; pol decision-policy "Block above 0.95" thresholds="block above 0.95"; training-job -> ev -> model-registry -> online-inference; app-service -> online-inference; app-service -> pol`,
    `brief needsCalibration=true offlineMetrics=roc-auc; pol decision-policy "Auction" action=rank; app-service -> ranker; app-service -> pol`,
    `brief needsCalibration=true; ev offline-eval metrics=roc-auc; training-job -> ev -> model-registry -> online-inference`,
    `brief needsCalibration=true offlineMetrics=f1; client -> app-service -> online-inference`,
    `brief offlineMetrics=roc-auc; pol decision-policy thresholds="0.8"; event-stream -> online-inference -stream-> pol`,
  ],
  applies: graph => {
    const { isEmpty, hasUnknown } = offlineMetricsOf(graph)
    const isAsked = isTrue(graph.brief, 'needsCalibration')
    return !isEmpty && !hasUnknown && (isAsked || usersOfScores(graph).length > 0)
  },
  *check(graph) {
    if ([...offlineMetricsOf(graph).known].some(tellsCalibration)) return
    const policies = usersOfScores(graph)
    for (const policy of policies) yield flawOf(graph, policy)
    if (policies.length === 0 && isTrue(graph.brief, 'needsCalibration') && policiesOnScores(graph).size === 0)
      yield flawOfBrief(graph)
  },
})

function tellsCalibration(metric: string): boolean {
  return familiesOf(metric).includes('calibration') || HONEST_INTERVALS.has(metric)
}

/** The policies that need a score to mean a probability. An auction does where the brief asks for calibration. */
function usersOfScores(graph: Graph): readonly Block[] {
  const isAsked = isTrue(graph.brief, 'needsCalibration')
  return [...policiesOnScores(graph)]
    .filter(policy =>
      isAsked
        ? wordOf(policy.props, 'action') === 'rank' || needsProbabilities(graph, policy)
        : wordOf(policy.props, 'thresholds') !== undefined && needsProbabilities(graph, policy),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function policiesOnScores(graph: Graph): ReadonlySet<Block> {
  if (graph.ofKind('decision-policy').length === 0) return new Set()
  return new Set(servedModels(graph).flatMap(model => policiesOn(graph, model)))
}

function flawOf(graph: Graph, policy: Block): Gap {
  const near = connected(graph, policy, 'offline-eval')
  const owners = [...near, ...graph.ofKind('offline-eval')]
  return {
    at: [policy.id],
    message: `${named(policy)} takes scores for probabilities, and no metric checks that they are: after a retraining the same number means another risk.`,
    fixes: () => [addOfflineMetrics(graph, ['ece'], owners), refit(graph, policy, near[0])],
  }
}

function flawOfBrief(graph: Graph): Gap {
  const owners = graph.ofKind('offline-eval').filter(each => listOf(each.props, 'metrics').length > 0)
  return {
    ...(owners.length > 0
      ? { at: owners.map(each => each.id), field: 'metrics' }
      : { at: [], field: 'offlineMetrics' }),
    message:
      'Scores are to be used as probabilities, and no metric tells whether they are: 0.9 may mean one case in two.',
    fixes: () => [addOfflineMetrics(graph, ['ece'], owners), addOfflineMetrics(graph, ['brier'], owners)],
  }
}

/** The evaluation hands the policy thresholds for each new model; a policy that only sorts has none. */
function refit(graph: Graph, policy: Block, evaluation: Block | undefined): EditFix | null {
  if (!evaluation || wordOf(policy.props, 'action') === 'rank') return null
  const draft = draftFix(graph)
  draft.link(evaluation.id, policy.id, ['artifact'])
  return draft.done(`let ${named(evaluation)} fit the thresholds`)
}
