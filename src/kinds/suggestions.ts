import type { Brief } from '../model/design'
import { briefField } from './brief'
import type { Field } from './kind'
import { metricOf, usualMetrics } from './metrics'

type ByTask = Readonly<Record<string, readonly string[]>>

/** What a product of such a task is watched by once it is live, the headline first. House list. */
const ONLINE: ByTask = {
  classification: ['losses avoided', 'review precision', 'decisions overturned'],
  regression: ['promises kept', 'cost per order', 'cancellation rate'],
  ranking: ['conversion rate', 'click-through rate', '7-day return rate'],
  retrieval: ['search success rate', 'zero-result rate', 'time to first click'],
  recommendation: ['satisfied watch time', 'click-through rate', '7-day return rate'],
  detection: ['complaints per million', 'manual checking time', 'missed cases reported'],
  generation: ['resolution rate', 'thumbs-up rate', 'answers kept unedited'],
  forecasting: ['stock-out rate', 'surplus cost', 'forecasts overridden'],
  clustering: ['lift of campaigns', 'segments reassigned'],
  'anomaly-detection': ['alerts acted on', 'time to detection'],
  translation: ['translations kept unedited', 'completion rate'],
  extraction: ['straight-through rate', 'correction rate', 'handling time'],
  control: ['energy saved', 'deviation from target', 'manual interventions'],
}

/** What gets worse unseen while the main metric of such a task gets better. House list. */
const GUARDRAILS: ByTask = {
  classification: ['false alarm rate', 'p99 latency', 'error gap between groups'],
  regression: ['p99 latency', 'share of large errors', 'cost per request'],
  ranking: ['report rate', 'p99 latency', 'seller diversity'],
  retrieval: ['zero-result rate', 'p99 latency', 'report rate'],
  recommendation: ['report rate', 'p99 latency', 'creator diversity'],
  detection: ['false alarm rate', 'p99 latency', 'cost per image'],
  generation: ['hallucination rate', 'p99 latency', 'cost per answer', 'refusal rate'],
  forecasting: ['bias of the forecast', 'service level', 'run time'],
  clustering: ['smallest segment', 'stability between runs'],
  'anomaly-detection': ['false alarms per week', 'time to review'],
  translation: ['complaint rate', 'p99 latency', 'cost per word'],
  extraction: ['silent error rate', 'cost per document', 'time to review'],
  control: ['safety stops', 'comfort complaints', 'p99 latency'],
}

/** What to suggest for a list of the brief under an ML task, the likeliest first; without a usual choice, its examples. */
export function suggestionsFor(key: string, task: unknown): readonly string[] {
  const usual = typeof task === 'string' ? usualFor(key, task) : []
  return usual.length > 0 ? usual : (briefField(key)?.examples ?? []).map(String)
}

/**
 * What to suggest for a list of a block. What measures is offered the metrics of the brief first, so that it computes
 * what the design is judged by; any other list its examples.
 */
export function blockSuggestions(kind: string, field: Field, brief: Brief): readonly string[] {
  if (field.key !== 'metrics') return (field.examples ?? []).map(String)
  return (METERS[kind] ?? []).flatMap(key => [...listed(brief[key]), ...suggestionsFor(key, brief.mlTask)])
}

/** Which lists of the brief a block computes: an evaluation the offline ones, a quality monitor those and the live ones. */
const METERS: Readonly<Record<string, readonly string[]>> = {
  'offline-eval': ['offlineMetrics'],
  'online-experiment': ['onlineMetrics', 'guardrailMetrics'],
  'performance-monitor': ['offlineMetrics', 'onlineMetrics'],
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function usualFor(key: string, task: string): readonly string[] {
  if (key === 'offlineMetrics') return usualMetrics(task)
  const table = key === 'onlineMetrics' ? ONLINE : key === 'guardrailMetrics' ? GUARDRAILS : {}
  return Object.hasOwn(table, task) ? table[task]! : []
}

/** So many suggestions stand under a list at once. */
const MOST = 5

/** What of the suggestions a list does not hold yet under this or another spelling of the name, five at most. */
export function stillToSuggest(suggested: readonly string[], list: readonly string[]): readonly string[] {
  const named = new Set(list.map(nameOf))
  const open: string[] = []
  for (const each of suggested) {
    if (named.has(nameOf(each))) continue
    named.add(nameOf(each))
    open.push(each)
  }
  return open.slice(0, MOST)
}

/** “PR AUC”, “pr-auc” and “AUPRC” are one metric. */
function nameOf(text: string): string {
  return metricOf(text) ?? text.trim().toLowerCase()
}
