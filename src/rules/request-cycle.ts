import type { Graph } from '../graph/graph'
import { ancestors, REQUEST } from '../graph/reach'
import { requestCycles } from '../graph/request-path'
import type { Block, Flow } from '../model/design'
import { staysInTime } from './fixes/faster'
import { changeFlow, isFree, removeFlows, turnFlows } from './fixes/flows'
import { defineRule, type EditFix } from './rule'
import { hiddenDebt } from './sources'
import { named } from './words'

/** A bound to start from for a loop of calls; how many rounds an agent needs is the person's to set. */
const FIRST_BOUND = 5

export default defineRule({
  id: 'request-cycle',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'Requests do not run in a circle.',
  why: 'A request waits for its answer, so in a circle each block waits for the others and none can begin. Often the arrow back is only the answer, which a request already carries.',
  cure: 'Remove or queue the call that closes the circle, or bound its rounds.',
  tradeoff:
    'A queued call ends the waiting but the answer comes later, by another way; a bounded loop keeps its worst case in the latency budget.',
  silent: [
    'A call with a limit on its rounds is a loop that ends, as an agent’s is.',
    'A request drawn into a client is read as the answer.',
    'A queued call closes no circle: nobody waits for it.',
  ],
  source: [hiddenDebt('Undeclared consumers, hidden feedback loops')],
  good: [
    `client -> app-service -> ranker -> re-ranker`,
    `client -> app-service -> llm -request-> app-service {maxIterations=5}`,
    `client -> app-service -request-> client`,
    `client -> app-service -> decision-policy -async-> app-service`,
  ],
  bad: [
    `client -> app-service -> ranker -request-> app-service`,
    `a app-service "Search"; b candidate-generator "Retrieval"; c ranker "Ranker"; client -> a -> b -request-> c -request-> a`,
    `client -> llm -request-> llm`,
  ],
  applies: graph => graph.flows.some(flow => flow.kind === 'request'),
  *check(graph) {
    for (const cycle of requestCycles(graph)) {
      const blocks = cycle.flatMap(flow => graph.block(flow.source) ?? [])
      yield { at: blocks.map(block => block.id), message: describe(blocks), fixes: () => cures(graph, cycle) }
    }
  },
})

function describe(blocks: readonly Block[]): string {
  const [first] = blocks
  if (blocks.length === 1 && first) return `${named(first)} calls itself: a request that waits for itself never ends.`
  const circle = [...blocks, ...(first ? [first] : [])].map(named).join(' calls ')
  return `${circle}: each waits for the next, and no request ends.`
}

/** The ways out of a circle at the call that closes it, likeliest first. */
function cures(graph: Graph, cycle: readonly Flow[]): (EditFix | null)[] {
  const back = closingCall(graph, cycle)
  const from = graph.block(back.source)!
  const to = graph.block(back.target)!
  const isAnswer = cycle.length === 2
  const isLonger = cycle.length > 2
  const removal = isAnswer
    ? `remove the arrow back to ${named(to)}: a request carries its answer`
    : `remove the call ${isLonger ? `from ${named(from)} to ${named(to)}` : 'to itself'}`
  const remove = removeFlows(graph, [back], removal)
  const queue = changeFlow(graph, back, 'kind', 'async', `queue the call to ${named(to)}`)
  const turn = turnFlows(graph, [back], `let ${named(to)} call ${named(from)} instead`)
  return [
    ...(isAnswer ? [remove] : []),
    ...(from !== to && isFree(graph, 'async', from, to) ? [queue] : []),
    ...(isLonger && isFree(graph, 'request', to, from) ? [turn] : []),
    boundLoop(graph, back),
    ...(isAnswer ? [] : [remove]),
  ]
}

/** Bounds the loop, to fewer rounds where the first guess would not fit into the latency target. */
function boundLoop(graph: Graph, back: Flow): EditFix | null {
  for (let rounds = FIRST_BOUND; rounds > 1; rounds -= 1) {
    const fix = changeFlow(graph, back, 'props.maxIterations', rounds, `bound the loop to ${rounds} rounds`)
    if (staysInTime(graph, fix)) return fix
  }
  return null
}

/** The call of the circle that leads back to where requests come in: its target is what a client reaches first. */
function closingCall(graph: Graph, cycle: readonly Flow[]): Flow {
  const inside = new Set(cycle.map(flow => flow.source))
  const entered = cycle.find(flow =>
    graph.into(flow.target).some(each => each.kind === 'request' && !inside.has(each.source) && isAsked(graph, each)),
  )
  return entered ?? cycle.at(-1)!
}

function isAsked(graph: Graph, flow: Flow): boolean {
  const callers = [flow.source, ...ancestors(graph, flow.source, REQUEST)]
  return callers.some(id => graph.block(id)?.kind === 'client')
}
