import { studies, subjectsOf } from '../graph/evaluation'
import type { Graph } from '../graph/graph'
import { type OfflineMetrics, offlineMetricsOf } from '../graph/offline-metrics'
import { listOf, numberOf, wordOf } from '../graph/props'
import { positiveRateOf } from '../graph/training-sets'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { addOfflineMetrics } from './fixes/metrics'
import { defineRule } from './rule'
import { nineSteps, systemsDesignNotes } from './sources'

/** Metrics in which the many negatives drown the few positives. */
const FLATTERING = new Set(['accuracy', 'error-rate', 'roc-auc'])

/** Tasks without a positive class, or where only the order of a list counts. */
const WITHOUT_CLASSES = new Set([
  'clustering',
  'control',
  'forecasting',
  'generation',
  'ranking',
  'recommendation',
  'regression',
  'retrieval',
  'translation',
])

/** Below this share of positives a model that never says yes is right 95 % of the time. */
const RARE = 0.05

/** A false-positive rate that looks small on a ROC curve. */
const SMALL_FPR = 0.05

export default defineRule({
  id: 'imbalanced-metrics',
  step: 'evaluate',
  sort: 'correctness',
  severity: 'error',
  summary: 'Where positives are rare, the metrics look at the positives.',
  why: 'With one fraud in a thousand, a model that never says fraud is right 99.9 % of the time. ROC curves flatter, too: a false-positive rate that looks like nothing is many false alarms for every case caught.',
  cure: 'Add precision-recall AUC, or recall at the precision that the business needs.',
  tradeoff:
    'Precision moves with the share of positives, so such metrics cannot be compared between markets or months of different prevalence.',
  silent: [
    'One metric looks at the positives: precision, recall, f1, pr-auc, a calibration loss.',
    'A metric is named that is not known here: it may be the right one.',
    'The task has no positive class, or only the order of a list counts: regression, ranking, recommendation, retrieval.',
    'The positive rate is not given, or is 5 % or more.',
  ],
  source: [systemsDesignNotes(), nineSteps(2)],
  good: [
    `brief positiveRate=0.001 offlineMetrics=roc-auc|pr-auc; training-job -> offline-eval`,
    `brief positiveRate=0.001; ev offline-eval metrics=accuracy|"cost per case"; training-job -> ev`,
    `brief positiveRate=0.3 offlineMetrics=accuracy; training-job -> offline-eval`,
    `brief positiveRate=0.01 mlTask=ranking offlineMetrics=roc-auc; training-job -> offline-eval`,
    `brief offlineMetrics=accuracy; training-job -> offline-eval`,
    `brief positiveRate=0.01; training-job -> offline-eval`,
    `brief positiveRate=0.01; lab label-join positiveRate=0.4; ev offline-eval metrics=accuracy; lab -> training-job -> ev`,
  ],
  bad: [
    `brief positiveRate=0.001; ev offline-eval metrics=accuracy; dataset-builder -> training-job -> ev -> model-registry`,
    `brief positiveRate=0.01 offlineMetrics=AUC; training-job -> offline-eval`,
    `lab label-join positiveRate=0.002; ev offline-eval metrics="error rate"|auroc; lab -> dataset-builder -> training-job -> ev`,
    `brief positiveRate=0.02 mlTask=detection offlineMetrics=accuracy; data-source -> training-job`,
    `brief positiveRate=0.02; a training-job; b training-job; eva offline-eval metrics=accuracy; evb offline-eval metrics=f1; a -> eva; b -> evb`,
  ],
  applies: graph => !offlineMetricsOf(graph).isEmpty && rareGroups(graph).length > 0,
  *check(graph) {
    // What the brief names counts for every evaluation.
    if (maySeePositives(offlineMetricsOf(graph, []))) return
    for (const { group, rate } of rareGroups(graph)) {
      const metrics = offlineMetricsOf(graph, group)
      if (metrics.isEmpty || maySeePositives(metrics)) continue
      const owners = group.filter(each => listOf(each.props, 'metrics').length > 0)
      yield {
        ...placeOf(owners),
        message: describe(rate, metrics.known),
        fixes: () => [
          addOfflineMetrics(graph, ['pr-auc'], owners),
          addOfflineMetrics(graph, ['recall-at-precision'], owners),
        ],
      }
    }
  },
})

interface RareGroup {
  /** Evaluations of the same model; none where the design only names metrics. */
  readonly group: readonly Block[]
  /** Share of positives, above 0 and below 0.05. */
  readonly rate: number
}

function rareGroups(graph: Graph): RareGroup[] {
  if (WITHOUT_CLASSES.has(wordOf(graph.brief, 'mlTask') ?? '')) return []
  const groups = studies(graph)
  return (groups.length > 0 ? groups : [[]]).flatMap(group => {
    const rate = positiveRateOfGroup(graph, group)
    return rate !== undefined && rate > 0 && rate < RARE ? [{ group, rate }] : []
  })
}

/** The rarest positives of what the evaluations judge, by their labels, or by the brief where these say nothing. */
function positiveRateOfGroup(graph: Graph, group: readonly Block[]): number | undefined {
  const subjects = group.flatMap(each => subjectsOf(graph, each)).flatMap(id => graph.block(id) ?? [])
  const rates = (subjects.length > 0 ? subjects : group).flatMap(block => positiveRateOf(graph, block) ?? [])
  return rates.length > 0 ? Math.min(...rates) : numberOf(graph.brief, 'positiveRate')
}

function maySeePositives({ known, hasUnknown }: OfflineMetrics): boolean {
  return hasUnknown || [...known].some(metric => !FLATTERING.has(metric))
}

/** The evaluations that name the metrics, or the brief where it alone does. */
function placeOf(owners: readonly Block[]) {
  return owners.length > 0 ? { at: owners.map(each => each.id), field: 'metrics' } : { at: [], field: 'offlineMetrics' }
}

function describe(rate: number, metrics: ReadonlySet<string>): string {
  const blind = [...metrics].filter(metric => metric !== 'roc-auc').sort()
  const share = `At ${formatNumber(100 * rate, '%')} positives`
  if (blind.length > 0) {
    const flatter = `${blind.join(' and ')} ${blind.length === 1 ? 'flatters' : 'flatter'} a useless model`
    return `${share}, ${flatter}: one that never says yes is right ${formatNumber(100 * (1 - rate), '%')} of the time.`
  }
  const alarms = formatNumber(Number(((SMALL_FPR * (1 - rate)) / rate).toPrecision(2)))
  return `${share}, roc-auc hides false alarms: a false-positive rate of ${formatNumber(100 * SMALL_FPR, '%')} already means ${alarms} of them for each positive.`
}
