import type { Graph } from '../graph/graph'
import { within } from '../graph/parts'
import { ancestors, type Kinds } from '../graph/reach'
import { calleesOf, onRequestPath } from '../graph/request-path'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore } from './sources'
import { named } from './words'

/** Over what measurements of a service get to its monitor. */
const REPORTS: Kinds = new Set(['metric', 'data', 'stream', 'async', 'feedback'])

export default defineRule({
  id: 'no-service-monitoring',
  step: 'monitor',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Latency, errors and load of the request path are watched.',
  why: 'Serving gets slower with every feature and every larger model, and a model server runs out of memory long before it crashes. Users see it first when nobody measures it.',
  cure: 'Let the service that answers requests report latency, errors and saturation to a service monitor.',
  tradeoff: 'Little: most platforms measure requests already; somebody has to choose the targets and answer the page.',
  silent: [
    'One block of the request path reports: its latency holds that of what it calls.',
    'A service monitor stands without any input: it is taken to watch everything.',
    'Nobody waits: predictions are scored ahead or follow a stream.',
    'The scope is training, experiment or data.',
  ],
  source: [mlTestScore('Monitor 6')],
  good: [
    `client -> app-service -> ranker; app-service -> service-monitor -> alerting`,
    `client -> gateway -> app-service -> ranker; ranker -> service-monitor`,
    `client -> app-service -> ranker; app-service -> prediction-log -metric-> service-monitor`,
    `client -> app-service -> ranker; service-monitor -> alerting`,
    `data-lake -> batch-inference -> prediction-store`,
    `brief scope=training; client -> app-service -> ranker`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `client -> ranker; alerting; drift-monitor -> alerting; ranker -metric-> drift-monitor`,
    `a client "Shop"; b client "Back office"; s app-service "Shop API"; t app-service "Office API"; a -> s -> ranker; b -> t -> llm; t -> service-monitor -> alerting`,
    `client -> gateway -> llm; training-job -metric-> service-monitor`,
  ],
  applies: graph => onRequestPath(graph).size > graph.ofKind('client').length,
  *check(graph) {
    const monitors = graph.ofKind('service-monitor').map(monitor => monitor.id)
    if (monitors.some(id => graph.into(id).length === 0)) return
    const reporting = ancestors(graph, monitors, REPORTS)
    for (const path of requestPaths(graph)) {
      const [client] = path.filter(block => block.kind === 'client')
      const entry = client && entryOf(graph, client)
      if (!entry || path.some(block => block.kind !== 'client' && reporting.has(block.id))) continue
      yield {
        at: [entry.id],
        message: `No service monitor: users are the first to notice when ${named(entry)} is slow, full or down.`,
        fixes: () => [watch(graph, entry)],
      }
    }
  },
})

/** Clients together with all that they wait for, those that share a block of the path in one. */
function requestPaths(graph: Graph): readonly (readonly Block[])[] {
  const isOnPath = onRequestPath(graph)
  const seen = new Set<Id>()
  return graph.ofKind('client').flatMap(client => {
    if (seen.has(client.id) || calleesOf(graph, client.id).length === 0) return []
    const path = [client.id]
    seen.add(client.id)
    for (const id of path)
      for (const flow of [...graph.outOf(id), ...graph.into(id)]) {
        const next = flow.source === id ? flow.target : flow.source
        if (flow.kind !== 'request' || seen.has(next) || !isOnPath.has(next)) continue
        seen.add(next)
        path.push(next)
      }
    return [path.flatMap(id => graph.block(id) ?? [])]
  })
}

/** The service that answers a client: the nearest one, or else the first block that it asks. */
function entryOf(graph: Graph, client: Block): Block | undefined {
  const callees = calleesOf(graph, client.id)
  return callees.find(block => block.kind === 'app-service') ?? callees[0]
}

function watch(graph: Graph, entry: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = within(graph, entry, 'service-monitor')
  const monitor = existing?.id ?? draft.add('service-monitor', `${entry.id}-service-monitor`)
  draft.link(entry.id, monitor, ['metric'])
  const [alerting] = within(graph, entry, 'alerting')
  if (!existing && alerting) draft.link(monitor, alerting.id, ['metric'])
  return draft.done(existing ? `report to ${named(existing)}` : 'add service monitor')
}
