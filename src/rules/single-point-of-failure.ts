import { HOURS_A_MONTH } from '../budget/cost'
import { chokePoints } from '../graph/choke-points'
import type { Graph } from '../graph/graph'
import { isTrue, numberOf, wordOf } from '../graph/props'
import { ancestors, REQUEST } from '../graph/reach'
import { isRunElsewhere } from '../graph/served'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens } from './sources'
import { named } from './words'

/** From three nines on, a block that nothing says is doubled is worth a question. */
const THREE_NINES = 99.9

export default defineRule({
  id: 'single-point-of-failure',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'No single replica carries all requests.',
  why: 'Every replica stops at times: a deployment, a full disk, a lost machine. Where all requests pass one, each stop is an outage for every user.',
  cure: 'Run at least two replicas of it, or let its callers fall back on something that does without it.',
  tradeoff: 'A second replica doubles the cost of the block, and state inside it has to move out.',
  silent: [
    'The number of replicas is not set and the availability target is below 99.9 %, or not set.',
    'Some of the models can be reached without the block.',
    'A caller in front of the block has a fallback; one of the block itself is lost together with it.',
    'The block is declared load-balanced, runs at a vendor or on the device, or can be skipped.',
  ],
  source: [awsLens('MLREL05-BP01')],
  good: [
    `app app-service replicas=2; client -> app -> ranker`,
    `client -> gateway -> app-service -> ranker`,
    `rk ranker replicas=1; client -> app-service -> rk; app-service -> fallback`,
    `a app-service replicas=1; b app-service; client -> a -> ranker; client -> b -> ranker`,
    `brief availabilityPct=99.99; app app-service loadBalanced=true; llm llm hosted=true; client -> app -> llm`,
    `brief availabilityPct=99; client -> app-service -> online-inference`,
    `st operational-store replicas=1; client -> st`,
  ],
  bad: [
    `app app-service "Feed service" replicas=1; client -> app -> ranker`,
    `app app-service replicas=1; client -> gateway -> app -> ranker; app -> fallback`,
    `inf online-inference replicas=1; client -> app-service -> inf`,
    `brief availabilityPct=99.95; app app-service replicas=4; client -> app -> online-inference`,
    `app app-service replicas=1; client -> app -async-> event-stream -> online-inference`,
    `app app-service replicas=1; batch-inference -> prediction-store; client -> app -> prediction-store`,
  ],
  applies: graph => judged(graph).length > 0,
  *check(graph) {
    for (const block of judged(graph)) {
      const replicas = numberOf(block.props, 'replicas')
      if ((replicas ?? 1) !== 1 || hasWayAround(graph, block)) continue
      yield {
        at: [block.id],
        field: 'replicas',
        severity: replicas === undefined ? 'info' : 'error',
        message: replicas === undefined ? unsaid(graph, block) : alone(block),
        fixes: () => [runTwo(graph, block)],
      }
    }
  },
})

/** What all requests pass, as far as its number of replicas is set or the brief asks for three nines. */
function judged(graph: Graph): readonly Block[] {
  const isStrict = (numberOf(graph.brief, 'availabilityPct') ?? 0) >= THREE_NINES
  return chokePoints(graph).filter(
    block => numberOf(block.props, 'replicas') !== undefined || (isStrict && !isScaledElsewhere(block)),
  )
}

function isScaledElsewhere(block: Block): boolean {
  const { props } = block
  return (
    isTrue(props, 'hosted') ||
    isTrue(props, 'loadBalanced') ||
    isRunElsewhere(block) ||
    wordOf(props, 'mode') === 'edge'
  )
}

function hasWayAround(graph: Graph, block: Block): boolean {
  if (isTrue(block.props, 'optional')) return true
  const callers = ancestors(graph, block.id, REQUEST)
  callers.delete(block.id)
  return [...callers].some(id => graph.outOf(id).some(flow => flow.kind === 'fallback'))
}

function alone(block: Block): string {
  return `One replica of ${named(block)} carries all requests: while it restarts, nobody gets an answer.`
}

function unsaid(graph: Graph, block: Block): string {
  const target = numberOf(graph.brief, 'availabilityPct') ?? THREE_NINES
  const outage = formatNumber(HOURS_A_MONTH * (1 - target / 100), 'hours')
  return `All requests pass ${named(block)} and nothing says that it runs twice: ${formatNumber(target, '%')} leaves ${outage} of outage a month.`
}

function runTwo(graph: Graph, block: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(block, 'replicas', 2)
  return draft.done(`run two replicas of ${named(block)}`)
}
