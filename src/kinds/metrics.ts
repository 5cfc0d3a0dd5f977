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

/** The known metrics of each family; one that judges several stands in each of them. */
const METRICS: Readonly<Record<MetricFamily, readonly string[]>> = {
  classification: namesIn(`accuracy balanced-accuracy top-k-accuracy error-rate precision recall specificity f1 roc-auc
    gauc pr-auc ap recall-at-precision precision-at-recall recall-at-fpr fpr fnr eer mcc kappa gini ks lift precision@k
    recall@k exact-match log-loss normalized-entropy ece brier calibration`),
  calibration: namesIn(`log-loss normalized-entropy ece brier calibration`),
  ranking: namesIn(`ndcg map ap mrr precision recall f1 precision@k recall@k hit-rate average-rank top-k-accuracy
    pairwise-accuracy roc-auc gauc pr-auc lift gini spearman kendall-tau catalogue-coverage coverage diversity novelty
    relevance human-preference context-precision context-recall`),
  regression: namesIn(`mae mse rmse rmsle mape mase median-absolute-error r2 bias pinball crps coverage calibration
    spearman pearson gini concordance`),
  detection: namesIn(`ap map iou dice recall-at-iou precision recall f1 pr-auc recall-at-precision precision-at-recall
    recall-at-fpr false-positives-per-image`),
  generation: namesIn(`groundedness faithfulness relevance answer-relevance answer-correctness hallucination-rate
    human-preference win-rate task-success pass@k exact-match accuracy error-rate f1 toxicity rouge bleu meteor
    bertscore cider perplexity fid clip-score citation-precision citation-recall context-precision context-recall`),
  speech: namesIn(`wer cer`),
  translation: namesIn(`bleu comet chrf ter meteor`),
  clustering: namesIn(`silhouette adjusted-rand nmi v-measure purity davies-bouldin calinski-harabasz`),
}

/** Other ways in which people write a metric, in the form of `plain`. */
const ALIASES: Readonly<Record<string, string>> = {
  acc: 'accuracy',
  'weighted-accuracy': 'balanced-accuracy',
  'top-accuracy': 'top-k-accuracy',
  sensitivity: 'recall',
  tpr: 'recall',
  ppv: 'precision',
  tnr: 'specificity',
  'false-positive-rate': 'fpr',
  'false-negative-rate': 'fnr',
  'equal-error-rate': 'eer',
  'cohens-kappa': 'kappa',
  auprc: 'pr-auc',
  'average-precision': 'pr-auc',
  auc: 'roc-auc',
  auroc: 'roc-auc',
  'auc-roc': 'roc-auc',
  'auc-pr': 'pr-auc',
  'f-score': 'f1',
  'f1-score': 'f1',
  'f-measure': 'f1',
  logloss: 'log-loss',
  'cross-entropy': 'log-loss',
  'normalised-entropy': 'normalized-entropy',
  ne: 'normalized-entropy',
  'expected-calibration-error': 'ece',
  'brier-score': 'brier',
  'recall-at-k': 'recall@k',
  'precision-at-k': 'precision@k',
  'recall-at-false-positives': 'recall-at-fpr',
  'recall-at-false-positive-rate': 'recall-at-fpr',
  hitrate: 'hit-rate',
  hit: 'hit-rate',
  hr: 'hit-rate',
  'mean-rank': 'average-rank',
  'mean-reciprocal-rank': 'mrr',
  'mean-average-precision': 'map',
  'catalog-coverage': 'catalogue-coverage',
  'mean-absolute-error': 'mae',
  'mean-squared-error': 'mse',
  'root-mean-squared-error': 'rmse',
  'mean-absolute-percentage-error': 'mape',
  smape: 'mape',
  wape: 'mape',
  wmape: 'mape',
  mdae: 'median-absolute-error',
  'r-squared': 'r2',
  'quantile-loss': 'pinball',
  'intersection-over-union': 'iou',
  miou: 'iou',
  'human-preference-rate': 'human-preference',
  'answer-relevancy': 'answer-relevance',
  'word-error-rate': 'wer',
  'character-error-rate': 'cer',
  ari: 'adjusted-rand',
  'normalised-mutual-information': 'nmi',
  'normalized-mutual-information': 'nmi',
}

/** Words before a name that say how it is averaged or over what: “macro F1”, “retrieval recall@8”. */
const MODIFIERS = new Set(
  namesIn(`macro micro weighted mean average median overall offline test validation held out retrieval interval`),
)

/** Measured over the first k of a list, these are measures of the list. */
const AT_K: Readonly<Record<string, string>> = {
  accuracy: 'top-k-accuracy',
  precision: 'precision@k',
  recall: 'recall@k',
  p: 'precision@k',
  r: 'recall@k',
  pass: 'pass@k',
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
  translation: ['translation', 'generation', 'speech'],
  clustering: ['clustering', 'classification'],
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

const FAMILIES = invert(METRICS)

/**
 * The name under which a metric is known, or undefined for one that is not: “nDCG@10”, “Recall at IoU 0.5” and
 * “PR AUC per harm” come out as `ndcg`, `recall-at-iou` and `pr-auc`. An unknown metric never counts against a design.
 */
export function metricOf(text: string): string | undefined {
  const words = plain(text)
  if (text.includes('@') && words.length > 0) {
    const name = AT_K[words.at(-1)!]
    if (name !== undefined) return name
  }
  const start = words.findIndex(word => !MODIFIERS.has(word))
  return longestName(words) ?? (start > 0 ? longestName(words.slice(start)) : undefined)
}

/** The families of a known metric; empty for an unknown one. */
export function familiesOf(metric: string): readonly MetricFamily[] {
  return FAMILIES.get(metric) ?? []
}

/** The families that judge a task; undefined where any metric will do. */
export function familiesOfTask(task: string): readonly MetricFamily[] | undefined {
  return Object.hasOwn(FAMILIES_OF_TASK, task) ? FAMILIES_OF_TASK[task] : undefined
}

/** Offline metrics to suggest for a task, the headline first. */
export function usualMetrics(task: string): readonly string[] {
  return Object.hasOwn(USUAL, task) ? USUAL[task]! : []
}

/** The known metric that the words begin with, the longest name first. */
function longestName(words: readonly string[]): string | undefined {
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join('-')
    const known = Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name
    if (FAMILIES.has(known)) return known
  }
  return undefined
}

/** Lower case, cut at `@` and `(`, the words without bare numbers: “Recall at 95 % precision” has three. */
function plain(text: string): readonly string[] {
  const [name = ''] = text.toLowerCase().split(/[@(]/)
  return name
    .split(/[\s_/-]+/)
    .map(word => word.replace(/[^a-z0-9]/g, ''))
    .filter(word => /[a-z]/.test(word))
}

function invert(metrics: typeof METRICS): ReadonlyMap<string, readonly MetricFamily[]> {
  const families = new Map<string, MetricFamily[]>()
  for (const [family, names] of Object.entries(metrics))
    for (const name of names) families.set(name, [...(families.get(name) ?? []), family as MetricFamily])
  return families
}

function namesIn(text: string): readonly string[] {
  return text.split(/\s+/)
}
