import { capacityOf, type Load, loadsIn } from '../budget/capacity'
import { demandOf } from '../budget/demand'
import { exceeds, type Figure, isMissing, type Missing } from '../budget/figure'
import type { Graph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { replicasFor } from './fixes/replicas'
import { defineRule, type Fix } from './rule'
import { awsLens } from './sources'
import { named } from './words'

/** A tenth above the peak: what a deployment, a lost replica among ten or a busier evening takes. */
const HEADROOM = 1.1

const SILENT = [
  'Replicas or the capacity of one are not set.',
  'The brief has neither a peak load nor users and their requests.',
  'No client waits for the block: what events, queues and batches ask of it nobody said.',
  'A bounded loop counts once, or as often as its `callsPerRequest` says: its bound is the worst case, not the load.',
]

export const throughputBottleneck = defineRule({
  id: 'throughput-bottleneck',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'Every block on the request path sustains the peak load.',
  why: 'The load on a block is the clients’ load times the shares of traffic and calls per request on the way to it. Where it is more than replicas × requests each, a queue grows until callers time out.',
  cure: 'Run more replicas, or send the block less: a cache in front, batched calls, fewer calls per request.',
  tradeoff: 'Headroom costs money every hour of the day, and the peak lasts one or two.',
  silent: SILENT,
  source: [awsLens('MLREL05-BP01')],
  good: [
    `brief peakQps=1000; app app-service replicas=6 qpsPerReplica=200; client -> app`,
    `brief peakQps=1000; app app-service replicas=5 qpsPerReplica=200; client -> app`,
    `brief peakQps=1000; cache cache hitRate=0.5; app app-service replicas=3 qpsPerReplica=200; client -> cache -> app`,
    `brief peakQps=1000; app app-service replicas=6 qpsPerReplica=200; rk ranker replicas=1 qpsPerReplica=150; client -> app -request-> rk {trafficShare=0.1}`,
    `brief peakQps=1000; app app-service replicas=1; rk ranker qpsPerReplica=10; client -> app -> rk`,
    `brief peakQps=1000; inf online-inference replicas=1 qpsPerReplica=10; client -stream-> event-stream -> inf`,
    `app app-service replicas=1 qpsPerReplica=1; client -> app`,
  ],
  bad: [
    `brief peakQps=1000; app app-service "Feed service" replicas=4 qpsPerReplica=200; client -> app`,
    `brief peakQps=1000; rk ranker "Ranker" replicas=6 qpsPerReplica=200; app-service app-service; client -> app-service -request-> rk {callsPerRequest=2}`,
    `brief dau=8640000 requestsPerUserPerDay=10; app app-service replicas=10 qpsPerReplica=200; client -> app`,
    `brief peakQps=1000; web client trafficShare=0.8; tv client; a app-service replicas=7 qpsPerReplica=100; b app-service replicas=1 qpsPerReplica=150; web -> a; tv -> b; a -> prediction-log; b -> prediction-log`,
  ],
  applies: graph => loadsIn(graph).length > 0,
  *check(graph) {
    for (const load of loadsIn(graph)) {
      if (!exceeds(load.demand, load.capacity)) continue
      const { asked, sustained } = told(graph, load)
      yield {
        at: [load.block.id],
        field: 'replicas',
        message: `${named(load.block)} is asked ${asked} and sustains ${sustained}: at the peak its queue grows until callers time out.`,
        fixes: () => [runEnough(graph, load)],
      }
    }
  },
})

export const throughputHeadroom = defineRule({
  id: 'throughput-headroom',
  step: 'serve',
  sort: 'correctness',
  severity: 'info',
  summary: 'Every block on the request path has a tenth to spare at the peak.',
  why: 'Waiting times rise steeply as a server nears its capacity, and a rolling deployment takes replicas away when they may be needed most.',
  cure: 'Run more replicas, or send the block fewer calls.',
  tradeoff: 'Headroom costs money every hour of the day; scaling on demand saves it where replicas start in seconds.',
  silent: [...SILENT, 'The block does not even sustain the peak: `throughput-bottleneck` says so.'],
  source: [awsLens('MLREL05-BP01')],
  good: [
    `brief peakQps=1000; app app-service replicas=11 qpsPerReplica=100; client -> app`,
    `brief peakQps=1000; app app-service replicas=4 qpsPerReplica=200; client -> app`,
    `app app-service replicas=1 qpsPerReplica=1; client -> app`,
  ],
  bad: [
    `brief peakQps=1000; app app-service "Feed service" replicas=5 qpsPerReplica=200; client -> app`,
    `brief peakQps=1000; app app-service replicas=1 qpsPerReplica=1099; client -> app`,
  ],
  applies: graph => loadsIn(graph).length > 0,
  *check(graph) {
    for (const load of loadsIn(graph)) {
      if (exceeds(load.demand, load.capacity) || !exceeds(HEADROOM * load.demand, load.capacity)) continue
      const { asked, sustained } = told(graph, load)
      yield {
        at: [load.block.id],
        field: 'replicas',
        message: `${named(load.block)} is asked ${asked} and sustains ${sustained}: less than a tenth is left for a lost replica or a busier evening.`,
        fixes: () => [runEnough(graph, load)],
      }
    }
  },
})

function told(graph: Graph, { block, demand, capacity }: Load) {
  return {
    asked: formulaOf(demandOf(graph, block), demand),
    sustained: formulaOf(capacityOf(block), capacity),
  }
}

function formulaOf(answer: Figure | Missing, value: number): string {
  return isMissing(answer) ? formatNumber(value, 'requests/s') : answer.formula
}

function runEnough(graph: Graph, load: Load): Fix | null {
  const replicas = replicasFor(load)
  if (!Number.isSafeInteger(replicas)) return measureAgain(load.block)
  const draft = draftFix(graph)
  draft.setProp(load.block, 'replicas', replicas)
  return draft.done(`run ${formatNumber(replicas, 'replicas')}`)
}

function measureAgain(block: Block): Fix {
  return { title: `measure what one replica of ${named(block)} sustains`, field: 'qpsPerReplica', examples: [100] }
}
