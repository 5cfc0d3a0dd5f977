import type { Graph } from '../graph/graph'
import { within } from '../graph/parts'
import { ancestors, type Kinds } from '../graph/reach'
import { MONITORS } from '../kinds/allowed-pairs'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, rulesOfMl } from './sources'
import { named } from './words'

/** Over what a measurement that went wrong gets to people. */
const ALARMS: Kinds = new Set(['metric', 'trigger'])

export default defineRule({
  id: 'monitor-without-alert',
  step: 'monitor',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Every monitor leads to an alert.',
  why: 'Drift and falling quality are silent: nothing crashes, and a chart is opened when somebody already suspects something. An alert turns weeks of bad predictions into hours.',
  cure: 'Lead the monitor to alerting, with a threshold that somebody will act on.',
  tradeoff:
    'Alerts that fire without a reason teach people to mute them: alert on few thresholds, and ticket the rest.',
  silent: [
    'Nothing feeds the monitor yet.',
    'The alert is raised further on: by another monitor, an evaluation or the retraining trigger that it starts.',
    'An experiment tracker is read by people who train, not watched.',
  ],
  source: [mlTestScore('Monitor 1'), rulesOfMl(10)],
  good: [
    `prediction-log -metric-> drift-monitor -> alerting`,
    `prediction-log -metric-> drift-monitor -trigger-> alerting`,
    `app-service -> service-monitor -metric-> performance-monitor -> alerting`,
    `client -> app-service -> ranker; drift-monitor`,
    `training-job -metric-> experiment-tracker`,
  ],
  bad: [
    `prediction-log -metric-> drift-monitor`,
    `app-service -> service-monitor; prediction-log -metric-> drift-monitor -> alerting`,
    `prediction-log -metric-> drift-monitor, performance-monitor; drift-monitor -> retraining-trigger -> training-job`,
  ],
  applies: graph => fedMonitors(graph).length > 0,
  *check(graph) {
    const alerting = graph.ofKind('alerting').map(block => block.id)
    const heard = ancestors(graph, alerting, ALARMS)
    for (const monitor of fedMonitors(graph))
      if (!heard.has(monitor.id))
        yield {
          at: [monitor.id],
          message: `${named(monitor)} alerts nobody: what it sees stays on a chart until someone happens to look.`,
          fixes: () => [alert(graph, monitor)],
        }
  },
})

function fedMonitors(graph: Graph): readonly Block[] {
  return graph.ofKind(...MONITORS).filter(monitor => graph.into(monitor.id).length > 0)
}

function alert(graph: Graph, monitor: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = within(graph, monitor, 'alerting')
  const alerting = existing?.id ?? draft.add('alerting', `${monitor.id}-alerting`, { beside: [monitor] })
  draft.link(monitor.id, alerting, ['metric'])
  return draft.done(existing ? `alert through ${named(existing)}` : 'add alerting')
}
