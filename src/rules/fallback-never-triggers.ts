import { amountOf } from '../budget/inputs'
import { slowestPath, waitsIn } from '../budget/latency'
import { type Graph, perGraph } from '../graph/graph'
import { numberOf } from '../graph/props'
import { ancestors, descendants, REQUEST } from '../graph/reach'
import { servedModels } from '../graph/served'
import { formatNumber } from '../kinds/figures'
import type { Block, Flow, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { systemPattern } from './sources'
import { named } from './words'

/** Where nothing else is known: the default timeout of Netflix Hystrix (github.com/Netflix/Hystrix/wiki/Configuration). */
const FIRST_TIMEOUT_MS = 1000

export default defineRule({
  id: 'fallback-never-triggers',
  step: 'serve',
  sort: 'coverage',
  severity: 'info',
  summary: 'A caller with a fallback knows when to stop waiting.',
  why: 'A model that is down is noticed at once; one that is slow holds every request until the user has gone. Without a timeout shorter than the latency target the fallback exists and is never used.',
  cure: 'Give the calls towards the model a timeout out of what is left of the latency target at that stage.',
  tradeoff:
    'A short timeout answers some requests with the fallback that the model would have answered a little later.',
  silent: [
    'Any call between the caller and the model has a timeout within the latency target.',
    'The caller asks no model by request: it falls back where a precomputed result is missing.',
    'A monitor or an alert switches the fallback on.',
  ],
  source: [systemPattern('Prediction circuit break pattern')],
  good: [
    `app-service -request-> ranker {timeoutMs=80}; client -> app-service -> fallback`,
    `client -> gateway -> app-service; app-service -request-> ranker {timeoutMs=80}; gateway -fallback-> cache`,
    `batch-inference -> prediction-store; client -> app-service -> prediction-store; app-service -> fallback`,
    `client -> app-service -> ranker; app-service -> fallback; service-monitor -> alerting -> fallback`,
    `client -> app-service -> ranker`,
  ],
  bad: [
    `client -> app-service -> ranker; app-service -> fallback`,
    `brief latencyP99Ms=200; rk ranker p99Ms=60; app app-service "Feed service" p99Ms=20; client -> app -> rk; app -> fallback`,
    `brief latencyP99Ms=200; app-service -request-> ranker {timeoutMs=500}; client -> app-service -> fallback`,
    `brief latencyP99Ms=100; rk ranker p99Ms=160; client -> gateway -> app-service -> rk; gateway -fallback-> cache`,
    `brief latencyP99Ms=300; client -> app-service -> candidate-generator, ranker; app-service -> fallback`,
  ],
  applies: graph => callersWithFallback(graph).length > 0,
  *check(graph) {
    const target = numberOf(graph.brief, 'latencyP99Ms')
    for (const caller of callersWithFallback(graph)) {
      const shortest = Math.min(...timeoutsBehind(graph, caller))
      if (shortest <= (target ?? Number.MAX_VALUE)) continue
      yield {
        at: [caller.id],
        message:
          target === undefined || shortest === Number.POSITIVE_INFINITY
            ? `Nothing decides when ${named(caller)} falls back: none of its calls towards a model has a timeout, so a slow model holds every request.`
            : `${named(caller)} falls back after ${formatNumber(shortest, 'ms')}, beyond the latency target of ${formatNumber(target, 'ms')}: users are gone before it does.`,
        fixes: () => [setTimeouts(graph, caller, target)],
      }
    }
  },
})

/** Blocks that ask a model by request and have a fallback that nothing else switches on. */
function callersWithFallback(graph: Graph): readonly Block[] {
  const callers = new Set(graph.flows.filter(flow => flow.kind === 'fallback').map(flow => flow.source))
  return graph.blocks.filter(
    ({ id }) => callers.has(id) && !isSwitchedOn(graph, id) && callsTowardsModels(graph, id).length > 0,
  )
}

function isSwitchedOn(graph: Graph, caller: Id): boolean {
  const fallbacks = graph.outOf(caller).filter(flow => flow.kind === 'fallback')
  return fallbacks.some(({ target }) => graph.into(target).some(flow => flow.kind === 'trigger'))
}

/** Models, and all that asks them. */
const askModels: (graph: Graph) => ReadonlySet<Id> = perGraph(graph => {
  const models = servedModels(graph).map(model => model.id)
  return new Set([...models, ...ancestors(graph, models, REQUEST)])
})

function callsTowardsModels(graph: Graph, id: Id): readonly Flow[] {
  return graph
    .outOf(id)
    .filter(({ kind, target }) => kind === 'request' && target !== id && askModels(graph).has(target))
}

/** The timeouts of the calls on the way to models: one further in fails the caller's own call, too. */
function timeoutsBehind(graph: Graph, caller: Block): number[] {
  const askers = new Set([caller.id, ...descendants(graph, caller.id, REQUEST)])
  const calls = [...askers].flatMap(id => callsTowardsModels(graph, id))
  return calls.flatMap(call => numberOf(call.props, 'timeoutMs') ?? [])
}

function setTimeouts(graph: Graph, caller: Block, target: number | undefined): EditFix | null {
  const draft = draftFix(graph)
  for (const call of callsTowardsModels(graph, caller.id))
    draft.setFlow(
      call,
      'props.timeoutMs',
      target === undefined ? FIRST_TIMEOUT_MS : timeLeft(graph, caller, call, target),
    )
  return draft.done(`set timeouts on the calls of ${named(caller)}`)
}

/**
 * How long a call may take, in whole milliseconds, when everything else takes what the budget says and the fallback
 * still has to answer; half the target where that cannot be worked out or nothing is left.
 */
function timeLeft(graph: Graph, caller: Block, call: Flow, target: number): number {
  const clients = ancestors(graph, caller.id, REQUEST)
  const waits = waitsIn(graph).filter(({ client }) => clients.has(client.id) || client === caller)
  const whole = Math.max(0, ...waits.map(wait => wait.ms))
  const own = timeOf(graph, call.target)
  const fallbacks = graph.outOf(caller.id).filter(flow => flow.kind === 'fallback')
  const substitute = Math.max(0, ...fallbacks.map(flow => timeOf(graph, flow.target)))
  const left = target - Math.max(0, whole - own) - substitute
  return Math.max(1, Math.floor(own > 0 && left > 0 ? left : target / 2))
}

/** What a block and all it calls take; its own time where no client waits for it, as for a fallback. */
function timeOf(graph: Graph, id: Id): number {
  const block = graph.block(id)
  return block ? (slowestPath(graph, block)?.value ?? amountOf(block.props, 'p99Ms') ?? 0) : 0
}
