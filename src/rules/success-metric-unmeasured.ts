import type { Graph } from '../graph/graph'
import { isMeasuredLive, liveMeters } from '../graph/online-metrics'
import { connected, within } from '../graph/parts'
import { listOf } from '../graph/props'
import { orchestratorOf } from '../graph/request-path'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { logOf } from './fixes/observing'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl } from './sources'
import { listed, named, verb } from './words'

export default defineRule({
  id: 'success-metric-unmeasured',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Something computes the online metrics that the brief names.',
  why: 'A success metric that no experiment and no monitor computes is a wish. The launch is then judged by what happens to be at hand, and that is mostly clicks.',
  cure: 'Let an experiment or a quality monitor compute it from the prediction log and the outcomes.',
  tradeoff: 'A metric that is close to the business is slow and noisy: weeks pass before it tells two models apart.',
  silent: [
    'One of the metrics is enough, and names may differ in spelling, in length or be initials: CTR is click-through rate.',
    'An experiment or monitor that names no metric is taken to compute what the brief names.',
    'The brief names no online metric: then `brief-success-metric-missing` speaks.',
    'The scope is training or data.',
  ],
  source: [rulesOfMl(2)],
  good: [
    `brief onlineMetrics="click-through rate"|"report rate"; ab online-experiment metrics=CTR; client -> app-service -> ranker; app-service -> prediction-log -> ab`,
    `brief onlineMetrics="7-day return rate"; perf performance-monitor metrics=return-rate|ece; client -> app-service -> ranker; app-service -> prediction-log -> perf`,
    `brief onlineMetrics=conversion; client -> app-service -> ranker; app-service -> prediction-log -> online-experiment`,
    `brief scope=training onlineMetrics=conversion; data-source -> training-job`,
    `client -> app-service -> ranker`,
  ],
  bad: [
    `brief onlineMetrics="bookings per session"; client -> app-service -> ranker; app-service -> prediction-log`,
    `brief onlineMetrics="bookings per session"; ab online-experiment "A/B test" metrics=clicks; client -> app-service -> ranker; app-service -> prediction-log -> ab`,
    `brief onlineMetrics=retention; perf performance-monitor metrics=roc-auc; alerting; batch-inference -> prediction-store; batch-inference -data-> prediction-log -> perf -> alerting`,
    `brief scope=experiment onlineMetrics=retention; ab online-experiment metrics=clicks; client -> app-service -> ab`,
  ],
  applies: graph =>
    listOf(graph.brief, 'onlineMetrics').length > 0 &&
    scopeOf(graph) !== 'training' &&
    (servedModels(graph).length > 0 || liveMeters(graph).length > 0),
  *check(graph) {
    if (isMeasuredLive(graph)) return
    const wanted = listOf(graph.brief, 'onlineMetrics')
    const meters = liveMeters(graph)
    const [first] = servedModels(graph)
    const what = wanted.length === 1 ? `“${wanted[0]}”` : `“${wanted[0]}” or another online metric of the brief`
    if (meters.length > 0)
      yield {
        at: meters.map(meter => meter.id),
        field: 'metrics',
        message: `${listed(meters)} ${verb(meters, 'does', 'do')} not compute ${what}: success stays a matter of opinion.`,
        fixes: () => meters.slice(0, 1).map(meter => measureIn(graph, meter, wanted)),
      }
    else if (first)
      yield {
        at: placesToMeasure(graph),
        message: `Nothing computes ${what}: whether ${listed(servedModels(graph))} ${verb(servedModels(graph), 'succeeds', 'succeed')} stays a matter of opinion.`,
        fixes: () => [addMonitor(graph, first, wanted)],
      }
  },
})

/** Where the log of what was shown is, or who would write it. */
function placesToMeasure(graph: Graph): string[] {
  const logs = servedModels(graph).map(
    model => connected(graph, model, 'prediction-log')[0] ?? orchestratorOf(graph, model),
  )
  return [...new Set(logs.map(block => block.id))].sort()
}

function measureIn(graph: Graph, meter: Block, wanted: readonly string[]): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(meter, 'metrics', [...listOf(meter.props, 'metrics'), ...wanted])
  return draft.done(`measure the online metrics in ${named(meter)}`)
}

function addMonitor(graph: Graph, model: Block, metrics: readonly string[]): EditFix | null {
  const draft = draftFix(graph)
  const log = logOf(draft, graph, model)
  const monitor = draft.add('performance-monitor', `${model.id}-quality`, { props: { metrics } })
  draft.link(log, monitor, ['metric'])
  for (const labels of within(graph, model, 'label-join').slice(0, 1)) draft.link(labels.id, monitor, ['metric'])
  for (const alerting of within(graph, model, 'alerting').slice(0, 1)) draft.link(monitor, alerting.id, ['metric'])
  return draft.done('add a quality monitor')
}
