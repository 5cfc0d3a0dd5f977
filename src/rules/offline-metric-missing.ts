import { studies } from '../graph/evaluation'
import type { Graph } from '../graph/graph'
import { offlineMetricsOf } from '../graph/offline-metrics'
import { wordOf } from '../graph/props'
import { scopeOf } from '../graph/scope'
import { usualMetrics } from '../kinds/metrics'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix, type FieldFix } from './rule'
import { nineSteps } from './sources'
import { listed, verb } from './words'

/** Metrics to choose from while the task is not known: one of the commonest of each sort. */
const OF_ANY_TASK = ['pr-auc', 'ndcg', 'mae', 'groundedness']

export default defineRule({
  id: 'offline-metric-missing',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'warning',
  summary: 'The offline evaluation names its metrics.',
  why: 'The metric is what the team will climb for months, so it decides what the model becomes. Two people who say “the model is better” without one may mean opposite things.',
  cure: 'Name one headline metric that fits the task, and a few that explain it.',
  tradeoff: 'One headline makes decisions easy and hides side effects; a long list hides the decision.',
  silent: [
    'The brief names offline metrics, or another evaluation of the same model does.',
    'A metric under a name of your own counts like any other.',
    'Neither training nor an evaluation is drawn.',
  ],
  source: [nineSteps(2)],
  good: [
    `ev offline-eval metrics=ndcg@10|roc-auc; training-job -> ev -> model-registry`,
    `brief offlineMetrics=pr-auc; training-job -> offline-eval`,
    `ev offline-eval metrics="cost per claim"; training-job -> ev`,
    `study offline-eval metrics=human-preference; training-job -> offline-eval, study`,
    `brief scope=serving; client -> app-service -> ranker`,
    `brief scope=experiment; client -> app-service; online-experiment`,
  ],
  bad: [
    `dataset-builder -> training-job -> offline-eval -> model-registry`,
    `brief mlTask=ranking; training-job -> offline-eval -> model-registry`,
    `brief mlTask=classification; data-source -> dataset-builder -> training-job -> model-registry`,
    `a training-job "Retrieval training"; b training-job "Ranking training"; eva offline-eval metrics=recall@k; a -> eva; b -> offline-eval`,
    `pretrained-model -> offline-eval -> model-registry -> llm; client -> app-service -> llm`,
  ],
  applies: graph => graph.ofKind('offline-eval').length > 0 || isTrained(graph),
  *check(graph) {
    if (!offlineMetricsOf(graph, []).isEmpty) return
    const groups = studies(graph)
    const suggested = usualMetrics(taskOf(graph))
    const name = { title: 'name the metrics', examples: suggested.length > 0 ? suggested : OF_ANY_TASK }
    if (groups.length === 0)
      yield {
        at: [],
        field: 'offlineMetrics',
        message: 'No offline metric is named: nobody can say by what a new model is better than the old one.',
        fixes: () => [measure(graph, suggested), { ...name, field: 'offlineMetrics' } satisfies FieldFix],
      }
    for (const group of groups)
      if (offlineMetricsOf(graph, group).isEmpty)
        yield {
          at: group.map(each => each.id),
          field: 'metrics',
          message: `${listed(group)} ${verb(group, 'names', 'name')} no metric: nobody can say by what a new model is better than the old one.`,
          fixes: () => [measure(graph, suggested, group[0]), { ...name, field: 'metrics' } satisfies FieldFix],
        }
  },
})

function isTrained(graph: Graph): boolean {
  return scopeOf(graph) !== 'experiment' && graph.ofKind('training-job').length > 0
}

/** The task of the brief; a design around a language model that names none generates. */
function taskOf(graph: Graph): string {
  return wordOf(graph.brief, 'mlTask') ?? (graph.ofKind('llm').length > 0 ? 'generation' : '')
}

/** Writes the usual metrics of the task to the evaluation, or to the brief while none is drawn. */
function measure(graph: Graph, metrics: readonly string[], evaluation?: Block): EditFix | null {
  if (metrics.length === 0) return null
  const draft = draftFix(graph)
  if (evaluation) draft.setProp(evaluation, 'metrics', metrics)
  else draft.setBrief('offlineMetrics', metrics)
  return draft.done(`measure ${metrics.join(', ')}`)
}
