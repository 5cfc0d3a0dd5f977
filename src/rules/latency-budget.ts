import { exceeds } from '../budget/figure'
import { amountOf, sizeOf } from '../budget/inputs'
import { type Latency, type PathPart, slowestPath, waitsIn } from '../budget/latency'
import type { Graph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import { fasterPaths } from './fixes/faster'
import { defineRule, type FieldFix, type Gap } from './rule'
import { awsLens, nineSteps } from './sources'
import { named } from './words'

/** The part of the target that the sum of p99 values may take: the rest is for networks and for what nobody drew. */
const COMFORT = 0.9

/** How many blocks of a path a message names: the slowest. */
const NAMED_PARTS = 5

/** When neither of the two rules speaks. */
const SILENT = [
  'The brief has no latency target, or no block on the path has a p99.',
  'Requests run in a circle without a bound; `request-cycle` says so.',
  'A call with a timeout, from a caller that falls back, counts as the timeout and the fallback.',
  'Calls of the same stage, and the several calls of one flow, run side by side: only the slowest counts.',
]

export const latencyBudgetExceeded = defineRule({
  id: 'latency-budget-exceeded',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'The slowest request path fits into the latency target.',
  why: 'What a client waits for adds up: stages run one after another, and of calls side by side the slowest counts. The sum of p99 values is an upper bound, because tails rarely coincide, and it is the only sum that holds whatever the load does.',
  cure: 'Run stages side by side, put a timeout and a fallback on the slow one, or make it faster: a smaller model, fewer candidates, a precomputed result.',
  tradeoff: 'Speed is bought with quality, with machines or with freshness.',
  silent: SILENT,
  source: [nineSteps(7), awsLens('MLPERF04-BP05')],
  good: [
    `brief latencyP99Ms=100; app app-service p99Ms=20; rk ranker p99Ms=60; client -> app -> rk`,
    `brief latencyP99Ms=100; app app-service p99Ms=20; a ranker p99Ms=60; b ranker p99Ms=60; app -request-> a, b {stage=1}; client -> app`,
    `brief latencyP99Ms=100; app app-service p99Ms=20; rk ranker p99Ms=300; fb fallback p99Ms=5; app -request-> rk {timeoutMs=60}; client -> app; app -> fb`,
    `brief latencyP99Ms=100; app app-service p99Ms=200; rk ranker; client -> app -> rk -request-> app`,
    `brief latencyP99Ms=100; client -> app-service -> ranker`,
    `app app-service p99Ms=20000; client -> app`,
    `brief latencyP99Ms=100; inf online-inference p99Ms=500; client -stream-> event-stream -> inf`,
  ],
  bad: [
    `brief latencyP99Ms=200; app app-service "Feed service" p99Ms=20; rk ranker "Heavy ranker" p99Ms=220; client -> app -> rk`,
    `brief latencyP99Ms=100; app app-service p99Ms=20; fs feature-store-online p99Ms=40; ps operational-store p99Ms=50; client -> app -> fs, ps`,
    `brief latencyP99Ms=150; app app-service p99Ms=20; rk ranker p99Ms=140; fb fallback p99Ms=5; client -> app -> rk; app -> fb`,
    `brief latencyP99Ms=1000; app app-service p99Ms=50; llm llm p99Ms=900; client -> app -> llm -request-> app {maxIterations=4}`,
    `brief latencyP99Ms=30; web client; tv client; a app-service p99Ms=40; b app-service p99Ms=50; web -> a; tv -> b`,
  ],
  applies: isKnown,
  check: graph => gaps(graph, 1, Number.POSITIVE_INFINITY, target => `a p99 of ${target} cannot be promised`),
})

export const latencyBudgetTight = defineRule({
  id: 'latency-budget-tight',
  step: 'serve',
  sort: 'correctness',
  severity: 'warning',
  summary: 'The slowest request path leaves a tenth of the latency target.',
  why: 'Networks between the blocks, retries and what nobody drew take time too. A path that fills its target on paper misses it on the first busy day.',
  cure: 'Run stages side by side, put a timeout and a fallback on the slow one, or make it faster.',
  tradeoff:
    'Speed is bought with quality, with machines or with freshness; sometimes the target is the cheaper thing to move.',
  silent: [...SILENT, 'The path takes more than the target: `latency-budget-exceeded` says so.'],
  source: [nineSteps(7), awsLens('MLPERF04-BP05')],
  good: [
    `brief latencyP99Ms=100; app app-service p99Ms=30; rk ranker p99Ms=60; client -> app -> rk`,
    `brief latencyP99Ms=100; app app-service p99Ms=130; client -> app`,
    `brief latencyP99Ms=100; client -> app-service -> ranker`,
  ],
  bad: [
    `brief latencyP99Ms=100; app app-service "Feed service" p99Ms=35; rk ranker "Heavy ranker" p99Ms=60; client -> app -> rk`,
    `brief latencyP99Ms=100; app app-service p99Ms=100; client -> app`,
    `brief latencyP99Ms=100; app app-service p99Ms=10; a candidate-generator p99Ms=40; b candidate-generator p99Ms=45; client -> app -> a, b`,
  ],
  applies: isKnown,
  check: graph => gaps(graph, COMFORT, 1, () => 'one slow stage misses the target'),
})

function isKnown(graph: Graph): boolean {
  return targetOf(graph) !== undefined && waitsIn(graph).some(wait => wait.ms > 0)
}

function targetOf(graph: Graph): number | undefined {
  return sizeOf(graph.brief, 'latencyP99Ms')
}

/** The clients that wait longer than one part of the target and no longer than another; equal paths make one finding. */
function* gaps(graph: Graph, above: number, upTo: number, cost: (target: string) => string): Iterable<Gap> {
  const target = targetOf(graph)
  if (target === undefined) return
  const late = waitsIn(graph).filter(({ ms }) => exceeds(ms, above * target) && !exceeds(ms, upTo * target))
  for (const { client, ms } of late) {
    const path = slowestPath(graph, client)
    if (!path) continue
    const slow = slowestFirst(path.parts)
    yield {
      at: [...new Set(slow.map(part => part.block.id))],
      field: 'p99Ms',
      message: `The slowest request takes up to ${formatNumber(ms, 'ms')} of ${formatNumber(target, 'ms')}: ${along(path)}; ${cost(formatNumber(target, 'ms'))}.`,
      fixes: () => [...fasterPaths(graph, client, path, above * target), makeFaster(slow, ms - above * target)],
    }
  }
}

/** The blocks that take time, the slowest first; what a timeout cuts off comes last, for its p99 is not what counts. */
function slowestFirst(parts: readonly PathPart[]): readonly PathPart[] {
  return parts
    .filter(part => part.ms > 0)
    .sort(
      (a, b) =>
        Number(a.cutBy !== undefined) - Number(b.cutBy !== undefined) ||
        b.ms - a.ms ||
        (a.block.id < b.block.id ? -1 : 1),
    )
}

/** The slowest blocks of a path in the order in which a request passes them, each with its time. */
function along({ parts }: Latency): string {
  const timed = parts.filter(part => part.ms > 0)
  const told = new Set([...timed].sort((a, b) => b.ms - a.ms).slice(0, NAMED_PARTS))
  const names = timed.filter(part => told.has(part)).map(({ block, ms }) => `${named(block)} ${formatNumber(ms, 'ms')}`)
  const others = timed.length - told.size
  return names.join(' > ') + (others > 0 ? ` and ${others} more` : '')
}

/** The p99 to change, with what it has to come down to where it alone can save the path. */
function makeFaster(slow: readonly PathPart[], over: number): FieldFix {
  const [slowest] = slow
  const own = amountOf(slowest?.block.props, 'p99Ms') ?? 0
  const enough = Math.floor(own - over)
  const example = enough > 0 ? enough : Math.floor(own / 2)
  return {
    title: slowest ? `make ${named(slowest.block)} faster` : 'make it faster',
    field: 'p99Ms',
    examples: [example],
  }
}
