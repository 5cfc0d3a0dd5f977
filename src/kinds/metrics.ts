/** What a metric judges; a task is judged by metrics of certain families. */
export type MetricFamily =
  | 'classification'
  | 'calibration'
  | 'ranking'
  | 'regression'
  | 'detection'
  | 'generation'
  | 'speech'
  | 'translation'
  | 'clustering'

/** One name per metric that people write in several ways: keys are in the form of `plain`. */
const ALIASES: Readonly<Record<string, string>> = {
  sensitivity: 'recall',
  tpr: 'recall',
  ppv: 'precision',
  auprc: 'pr-auc',
  'average-precision': 'pr-auc',
  auc: 'roc-auc',
  auroc: 'roc-auc',
  'roc-auc-score': 'roc-auc',
  'f-score': 'f1',
  'f1-score': 'f1',
  logloss: 'log-loss',
  'cross-entropy': 'log-loss',
  'normalised-entropy': 'normalized-entropy',
  ne: 'normalized-entropy',
  'expected-calibration-error': 'ece',
  'brier-score': 'brier',
  'recall-at-k': 'recall@k',
  'precision-at-k': 'precision@k',
  hitrate: 'hit-rate',
  smape: 'mape',
  wape: 'mape',
  'mean-average-precision': 'map',
  'intersection-over-union': 'iou',
  'human-preference-rate': 'human-preference',
}

/** Known metrics by name, with the families that they belong to. */
const FAMILIES: Readonly<Record<string, readonly MetricFamily[]>> = {
  accuracy: ['classification'],
  'error-rate': ['classification'],
  precision: ['classification', 'detection'],
  recall: ['classification', 'detection', 'ranking'],
  f1: ['classification', 'detection'],
  'roc-auc': ['classification', 'ranking'],
  'pr-auc': ['classification', 'ranking', 'detection'],
  'recall-at-precision': ['classification', 'detection'],
  'precision-at-recall': ['classification', 'detection'],
  'recall-at-fpr': ['classification', 'detection'],
  'recall-at-iou': ['detection'],
  'log-loss': ['classification', 'calibration'],
  'normalized-entropy': ['classification', 'calibration'],
  ece: ['classification', 'calibration'],
  brier: ['classification', 'calibration'],
  calibration: ['classification', 'calibration', 'regression'],
  ndcg: ['ranking'],
  map: ['ranking', 'detection'],
  mrr: ['ranking'],
  'precision@k': ['ranking'],
  'recall@k': ['ranking'],
  'hit-rate': ['ranking'],
  'average-rank': ['ranking'],
  mae: ['regression'],
  rmse: ['regression'],
  mape: ['regression'],
  r2: ['regression'],
  pinball: ['regression'],
  crps: ['regression'],
  coverage: ['regression'],
  ap: ['detection'],
  iou: ['detection'],
  groundedness: ['generation'],
  faithfulness: ['generation'],
  relevance: ['generation'],
  'answer-relevance': ['generation'],
  'human-preference': ['generation'],
  'task-success': ['generation'],
  rouge: ['generation'],
  bleu: ['generation', 'translation'],
  comet: ['translation'],
  chrf: ['translation'],
  ter: ['translation'],
  wer: ['speech'],
  cer: ['speech'],
  silhouette: ['clustering'],
  'adjusted-rand': ['clustering'],
}

/** The families that judge a task; a task that is not here is judged by any metric. */
const FAMILIES_OF_TASK: Readonly<Record<string, readonly MetricFamily[]>> = {
  classification: ['classification', 'speech'],
  ranking: ['ranking', 'classification'],
  recommendation: ['ranking', 'classification'],
  retrieval: ['ranking'],
  regression: ['regression'],
  forecasting: ['regression'],
  detection: ['detection'],
  generation: ['generation', 'translation', 'speech'],
  translation: ['translation', 'generation'],
  clustering: ['clustering'],
}

/** What to suggest as offline metrics for a task, the headline first. Empty for a task without a usual choice. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  classification: ['pr-auc', 'recall-at-precision', 'log-loss'],
  ranking: ['ndcg', 'roc-auc', 'log-loss'],
  recommendation: ['recall@k', 'ndcg', 'hit-rate'],
  retrieval: ['recall@k', 'mrr', 'ndcg'],
  regression: ['mae', 'rmse', 'pinball'],
  forecasting: ['mape', 'pinball', 'coverage'],
  detection: ['pr-auc', 'recall-at-iou', 'map'],
  generation: ['groundedness', 'answer-relevance', 'human-preference'],
  translation: ['comet', 'bleu', 'human-preference'],
  clustering: ['silhouette', 'adjusted-rand'],
  'anomaly-detection': ['pr-auc', 'precision@k', 'recall-at-fpr'],
  extraction: ['f1', 'precision', 'recall'],
  control: ['task-success'],
}

/**
 * The name under which a metric is known, or undefined for one that is not: “nDCG@10”, “Recall at IoU 0.5” and
 * “PR AUC per harm” come out as `ndcg`, `recall-at-iou` and `pr-auc`. An unknown metric never counts against a design.
 */
export function metricOf(text: string): string | undefined {
  const words = plain(text).split('-')
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join('-')
    const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name
    if (known !== undefined && Object.hasOwn(FAMILIES, known)) return atK(known, text)
  }
  return undefined
}

/** The families of a known metric; empty for an unknown one. */
export function familiesOf(metric: string): readonly MetricFamily[] {
  return Object.hasOwn(FAMILIES, metric) ? FAMILIES[metric]! : []
}

/** The families that judge a task; undefined where any metric will do. */
export function familiesOfTask(task: string): readonly MetricFamily[] | undefined {
  return Object.hasOwn(FAMILIES_OF_TASK, task) ? FAMILIES_OF_TASK[task] : undefined
}

/** Offline metrics to suggest for a task, the headline first. */
export function usualMetrics(task: string): readonly string[] {
  return Object.hasOwn(USUAL, task) ? USUAL[task]! : []
}

/** Lower case, words joined by a hyphen, cut at `@` and `(`. */
function plain(text: string): string {
  return (text.toLowerCase().split(/[@(]/)[0] ?? '')
    .trim()
    .replace(/[\s_/-]+/g, '-')
    .replace(/[^a-z0-9-]/g, '')
}

/** Precision and recall of the first k are measures of a ranking. */
function atK(metric: string, text: string): string {
  return text.includes('@') && (metric === 'recall' || metric === 'precision') ? `${metric}@k` : metric
}
