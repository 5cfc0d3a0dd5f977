import { loadsIn } from '../budget/capacity'
import { exceeds, isMissing } from '../budget/figure'
import { sizeOf } from '../budget/inputs'
import { loadOfUsers } from '../budget/peak'
import type { Graph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import { draftFix } from './fixes/draft'
import { defineRule, type Fix } from './rule'
import { houseRule } from './sources'

/** How far the two may lie apart: peaks differ between products, and users are counted roughly. House figure. */
const TOLERANCE = 3

export default defineRule({
  id: 'brief-qps-inconsistent',
  step: 'clarify',
  sort: 'correctness',
  severity: 'warning',
  summary: 'The peak load of the brief is about what its users make.',
  why: 'Replicas, cost and the load on every block follow from the peak load. Daily users × requests each / 86 400 s, times a peak factor of two to three, says what it can be.',
  cure: 'Set the peak load to what the users make, or correct the users or their requests.',
  tradeoff:
    'A load that is set too high pays for machines that idle; one that is too low fails on the first busy evening.',
  silent: [
    'One of daily users, requests per user and peak load is not set.',
    'The two differ by a factor of three or less.',
  ],
  source: [houseRule('Arithmetic of the brief')],
  good: [
    `brief dau=300000000 requestsPerUserPerDay=5 peakFactor=2.6 peakQps=45000`,
    `brief dau=864000 requestsPerUserPerDay=10 peakQps=750`,
    `brief dau=864000 requestsPerUserPerDay=10 peakQps=84`,
    `brief dau=1000000 peakQps=1`,
    `brief dau=0 requestsPerUserPerDay=5 peakQps=100`,
  ],
  bad: [
    `brief dau=300000000 requestsPerUserPerDay=5 peakQps=1500000`,
    `brief dau=50000000 requestsPerUserPerDay=4 peakFactor=3 peakQps=800`,
    `brief dau=864000 requestsPerUserPerDay=10 peakQps=40; client -> app-service; app-service app-service replicas=2 qpsPerReplica=30`,
  ],
  applies: graph => contradiction(graph) !== null,
  *check(graph) {
    const found = contradiction(graph)
    if (!found) return
    const { stated, made, formula } = found
    const [times, way] = stated > made ? [stated / made, 'high'] : [made / stated, 'low']
    if (!exceeds(times, TOLERANCE)) return
    yield {
      at: [],
      field: 'peakQps',
      message: `A peak load of ${formatNumber(stated)}/s is ${formatNumber(Number(times.toPrecision(2)))} times too ${way} for its users: ${formula}; every capacity and cost follows from the wrong one.`,
      fixes: () => cures(graph, stated, made),
    }
  },
})

interface Contradiction {
  readonly stated: number
  readonly made: number
  readonly formula: string
}

function contradiction({ brief }: Graph): Contradiction | null {
  const stated = sizeOf(brief, 'peakQps')
  const users = loadOfUsers(brief)
  if (stated === undefined || isMissing(users)) return null
  return { stated, made: users.peak.value, formula: users.peak.formula }
}

function cures(graph: Graph, stated: number, made: number): Fix[] {
  const peak = Number(made.toPrecision(3))
  const title = `set the peak load to ${formatNumber(peak, 'requests/s')}`
  const requests = Number(((numberOfRequests(graph) * stated) / made).toPrecision(2))
  return [
    carries(graph, peak / stated) ? setPeak(graph, peak, title) : { title, field: 'peakQps', examples: [peak] },
    { title: 'correct the requests per user', field: 'requestsPerUserPerDay', examples: [requests] },
  ].filter(fix => fix !== null)
}

/** Whether every block still sustains its load when the peak grows so: an error more is for the person to decide. */
function carries(graph: Graph, growth: number): boolean {
  return loadsIn(graph).every(({ demand, capacity }) => demand > capacity || demand * growth <= capacity)
}

function setPeak(graph: Graph, peak: number, title: string) {
  const draft = draftFix(graph)
  draft.setBrief('peakQps', peak)
  return draft.done(title)
}

function numberOfRequests({ brief }: Graph): number {
  return sizeOf(brief, 'requestsPerUserPerDay') ?? 0
}
