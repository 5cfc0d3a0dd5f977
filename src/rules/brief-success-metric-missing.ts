import type { Graph } from '../graph/graph'
import { listOf, wordOf } from '../graph/props'
import { servedModels } from '../graph/served'
import { defineRule } from './rule'
import { rulesOfMl } from './sources'
import { listed, verb } from './words'

/** Counts that a product of such a task is often judged by; each can be attributed to a single answer. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  classification: ['losses avoided per month', 'wrong decisions overturned on appeal'],
  'anomaly-detection': ['incidents caught before a user reports them', 'false alarms per week'],
  ranking: ['bookings per search session', 'sessions that end in a click kept for 30 s'],
  recommendation: ['purchases per session', 'satisfied watch time per visit'],
  retrieval: ['searches that end in a click kept for 30 s', 'searches without a second try'],
  detection: ['complaints per million images', 'minutes of manual checking per image'],
  regression: ['orders inside the promised window', 'cost per delivery'],
  forecasting: ['items out of stock per week', 'cost of surplus stock'],
  generation: ['tickets closed without a person', 'answers kept without an edit'],
  extraction: ['documents processed without a correction', 'minutes of manual entry per document'],
}
const ANY_TASK = ['conversions per session', 'cost per case handled']

export default defineRule({
  id: 'brief-success-metric-missing',
  step: 'clarify',
  sort: 'coverage',
  severity: 'warning',
  summary: 'The brief names the number by which success is measured.',
  why: 'A goal in words can be claimed by any result. One number, agreed on before the work starts, decides which version ships and when to stop.',
  cure: 'Name one number that can be observed and attributed to the system.',
  tradeoff:
    'A simple number that a single answer can move is quick to act on but misses part of the goal; a richer value model takes months to agree on.',
  silent: [
    'The brief names online metrics: the first of them is taken as the measure of success.',
    'An online experiment names what it measures.',
    'The scope is training or data: success is measured where the model is served.',
  ],
  source: [rulesOfMl(2, 13)],
  good: [
    `brief successMetric="bookings per session"; client -> app-service -> ranker`,
    `brief onlineMetrics=ctr|"return rate"; client -> app-service -> ranker`,
    `ab online-experiment metrics=conversion; client -> app-service -> ab -> ranker`,
    `brief scope=training; data-source -> dataset-builder -> training-job`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `brief mlTask=generation scope=serving successMetric=" "; client -> app-service -> llm`,
    `brief scope=experiment; client -> app-service -> online-experiment`,
  ],
  applies: () => true,
  *check(graph) {
    if (isSuccessMeasured(graph)) return
    const models = servedModels(graph)
    const whose =
      models.length > 0 ? `${listed(models)} ${verb(models, 'does', 'do')} its job` : 'the system does its job'
    const task = wordOf(graph.brief, 'mlTask') ?? ''
    yield {
      at: [],
      field: 'successMetric',
      message: `No success metric: no number tells whether ${whose}, so every launch is a matter of opinion.`,
      fixes: () => [
        {
          title: 'name the success metric',
          field: 'successMetric',
          examples: Object.hasOwn(EXAMPLES, task) ? EXAMPLES[task]! : ANY_TASK,
        },
      ],
    }
  },
})

function isSuccessMeasured(graph: Graph): boolean {
  return (
    wordOf(graph.brief, 'successMetric') !== undefined ||
    listOf(graph.brief, 'onlineMetrics').length > 0 ||
    graph.ofKind('online-experiment').some(experiment => listOf(experiment.props, 'metrics').length > 0)
  )
}
