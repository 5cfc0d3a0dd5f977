import { loadsIn } from '../budget/capacity'
import { type BlockCost, costOfDrawings, type MonthlyCost } from '../budget/cost'
import { exceeds } from '../budget/figure'
import { sizeOf } from '../budget/inputs'
import type { Graph } from '../graph/graph'
import { onRequestPath } from '../graph/request-path'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { replicasFor } from './fixes/replicas'
import { defineRule, type EditFix } from './rule'
import { awsLens, owaspLlm } from './sources'
import { named } from './words'

const DOLLARS = 'US dollars'

export default defineRule({
  id: 'cost-over-budget',
  step: 'clarify',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Running the design costs no more a month than its budget.',
  why: 'A bill shows where the money goes after it is gone; adding up replicas × price × 730 hours and tokens × price shows it before. A handful of blocks, mostly those with GPUs, make most of it.',
  cure: 'Cut the dearest blocks: fewer or smaller replicas, lower precision, a cache in front, results computed in batches, or a larger budget.',
  tradeoff:
    'Every saving costs something else: quality at lower precision, freshness behind a cache, headroom with fewer replicas.',
  silent: [
    'No budget is set, or no block has a price.',
    'A job whose running time is unknown is not counted: it is paid for while it runs, not all month.',
    'Drawings that no flow joins, such as a before and an after, are counted each for itself.',
    'Tokens of a model that no client calls are not counted, for nobody said how many requests it gets.',
  ],
  source: [awsLens('MLCOST05-BP03'), owaspLlm('LLM10')],
  good: [
    `brief budgetPerMonth=40000; llm llm costPerHour=4 replicas=4; client -> app-service -> llm`,
    `brief budgetPerMonth=2920; llm llm costPerHour=4; client -> llm`,
    `brief budgetPerMonth=100; training-job training-job costPerHour=30 cadenceHours=168`,
    `brief budgetPerMonth=1000; training-job training-job costPerHour=30 cadenceHours=168 gpuHours=6`,
    `llm llm costPerHour=4 replicas=400; client -> llm`,
    `brief budgetPerMonth=3000; before client; a llm costPerHour=4; after client; b llm costPerHour=3; before -> a; after -> b`,
  ],
  bad: [
    `brief budgetPerMonth=5000; llm llm "13B model" costPerHour=4 replicas=4; client -> app-service -> llm`,
    `brief budgetPerMonth=2000 peakQps=10; pb prompt-builder tokensIn=3000; llm llm "Hosted model" hosted=true pricePer1kTokens=0.002 tokensOut=300; client -> app-service -> pb, llm`,
    `brief budgetPerMonth=3000 peakQps=100; rk ranker "Ranker" costPerHour=1 replicas=20 qpsPerReplica=50; client -> app-service -> rk`,
    `brief budgetPerMonth=1000; a ranker costPerHour=3; b ranker costPerHour=2; c llm costPerHour=9; d cache costPerHour=1; client -> a -> b; client -> c, d`,
  ],
  applies: graph =>
    sizeOf(graph.brief, 'budgetPerMonth') !== undefined && costOfDrawings(graph).some(cost => cost.blocks.length > 0),
  *check(graph) {
    const budget = sizeOf(graph.brief, 'budgetPerMonth')
    const [cost] = costOfDrawings(graph)
    if (budget === undefined || !cost || !exceeds(cost.value, budget)) return
    const money = (dollars: number) => formatNumber(dollars, DOLLARS)
    yield {
      at: [],
      field: 'budgetPerMonth',
      message: `Running this costs ${money(cost.value)} a month where ${money(budget)} are budgeted: ${dearest(cost)}.`,
      fixes: () => [
        sizeToLoad(graph, cost, budget),
        { title: 'raise the budget', field: 'budgetPerMonth', examples: [roundedUp(cost.value)] },
      ],
    }
  },
})

function dearest({ blocks }: MonthlyCost): string {
  const top = blocks.slice(0, 3).map(({ block, value }) => `${named(block)} ${formatNumber(value, DOLLARS)}`)
  return top.join(', ') + (blocks.length > 3 ? ` and ${blocks.length - 3} more` : '')
}

/** Two digits, so that the budget holds what the total rounds away. */
function roundedUp(dollars: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(dollars)) - 1)
  return Math.ceil(dollars / step) * step
}

/** Runs only the replicas that the load needs, a quarter spare; null when that is not enough. */
function sizeToLoad(graph: Graph, cost: MonthlyCost, budget: number): EditFix | null {
  const draft = draftFix(graph)
  let left = cost.value
  for (const priced of cost.blocks) {
    const enough = enoughFor(graph, priced)
    if (enough === undefined) continue
    left -= priced.value * (1 - enough / (sizeOf(priced.block.props, 'replicas') ?? enough))
    draft.setProp(priced.block, 'replicas', enough)
  }
  return exceeds(left, budget) ? null : draft.done('run only the replicas that the load needs')
}

/** Fewer replicas that still sustain the load, two at least so that one may fail; undefined when there are none. */
function enoughFor(graph: Graph, { block }: BlockCost): number | undefined {
  const replicas = sizeOf(block.props, 'replicas') ?? 0
  const load = loadsIn(graph).find(each => each.block === block)
  if (!load || !isSizedByRequests(graph, block) || sizeOf(block.props, 'pricePer1kTokens')) return undefined
  const enough = Math.max(2, replicasFor(load))
  return enough < replicas ? enough : undefined
}

/** Whether requests of clients are all that a block serves: events, queues and emergencies bring a load of their own. */
function isSizedByRequests(graph: Graph, block: Block): boolean {
  const path = onRequestPath(graph)
  return graph
    .into(block.id)
    .every(flow => (flow.kind === 'request' ? path.has(flow.source) : flow.kind === 'artifact'))
}
