import type { Graph } from '../graph/graph'
import { offlineMetricsOf } from '../graph/offline-metrics'
import { wordOf } from '../graph/props'
import { familiesOf, familiesOfTask, usualMetrics } from '../kinds/metrics'
import { addOfflineMetrics } from './fixes/metrics'
import { defineRule } from './rule'
import { nineSteps } from './sources'

/** What a metric of such a task has to tell. */
const TELLS: Readonly<Record<string, string>> = {
  classification: 'how well the classes are told apart',
  ranking: 'whether the best come first',
  recommendation: 'whether the best come first',
  retrieval: 'whether the right items are found',
  regression: 'how far off a predicted number is',
  forecasting: 'how far off a predicted number is',
  detection: 'whether what is there is found in its place',
  generation: 'whether an answer is good',
  translation: 'whether a translation is right',
  clustering: 'whether the groups hold together',
}

export default defineRule({
  id: 'metric-task-mismatch',
  step: 'frame',
  sort: 'correctness',
  severity: 'warning',
  summary: 'At least one offline metric measures the task that the brief names.',
  why: 'A metric of another task still gives a number for every version, and the number still moves. Models are then chosen by it, and offline gains do not show online.',
  cure: 'Add a metric of the family that fits the task, or correct the task.',
  tradeoff:
    'Metrics of a list need graded or at least complete relevance data; ratings of people are closest to the truth and cost money for every version.',
  silent: [
    'The brief names no task, or one that any metric may judge: anomaly detection, extraction, control.',
    'No offline metric is named: that is the matter of `offline-metric-missing`.',
    'One metric of the right family stands among the others.',
    'A metric is named that is not known here: it may be the right one.',
  ],
  source: [nineSteps(2)],
  good: [
    `brief mlTask=ranking offlineMetrics=ndcg@10|accuracy; client -> app-service -> ranker`,
    `brief mlTask=ranking offlineMetrics="log loss"; client -> app-service -> ranker`,
    `brief mlTask=regression; ev offline-eval metrics=mae; training-job -> ev`,
    `brief mlTask=regression offlineMetrics=accuracy|"cost of lateness"; training-job -> offline-eval`,
    `brief mlTask=control offlineMetrics=accuracy; training-job -> offline-eval`,
    `brief offlineMetrics=accuracy; training-job -> offline-eval`,
    `brief mlTask=retrieval; training-job -> offline-eval`,
  ],
  bad: [
    `brief mlTask=regression offlineMetrics=accuracy|f1; training-job -> offline-eval`,
    `brief mlTask=retrieval; ev offline-eval metrics=accuracy; training-job -> ev`,
    `brief mlTask=generation offlineMetrics="retrieval recall@8"; ev offline-eval metrics=ndcg; app-service -> llm`,
    `brief mlTask=classification offlineMetrics=RMSE; training-job -> offline-eval`,
    `brief mlTask=forecasting offlineMetrics=roc-auc|f1|precision|recall; training-job -> offline-eval`,
  ],
  applies: graph => {
    const metrics = offlineMetricsOf(graph)
    return wantedFamilies(graph) !== undefined && !metrics.isEmpty && !metrics.hasUnknown
  },
  *check(graph) {
    const wanted = wantedFamilies(graph) ?? []
    const names = [...offlineMetricsOf(graph).known].sort()
    if (names.some(name => familiesOf(name).some(family => wanted.includes(family)))) return
    const task = taskOf(graph)
    yield {
      at: [],
      field: 'offlineMetrics',
      message: `No offline metric fits ${task}: ${inWords(names)} ${names.length === 1 ? 'does' : 'do'} not tell ${TELLS[task]}.`,
      fixes: () => [
        ...usualMetrics(task)
          .slice(0, 2)
          .map(metric => addOfflineMetrics(graph, [metric], graph.ofKind('offline-eval'))),
        { title: 'correct the ML task', field: 'mlTask', examples: [] },
      ],
    }
  },
})

function taskOf(graph: Graph): string {
  return wordOf(graph.brief, 'mlTask') ?? ''
}

function wantedFamilies(graph: Graph) {
  return familiesOfTask(taskOf(graph))
}

/** “f1 and recall”, “f1, recall and 2 more”. */
function inWords(names: readonly string[]): string {
  const [first, second, ...rest] = names
  if (second === undefined) return `${first}`
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`
}
