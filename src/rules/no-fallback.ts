import type { Graph } from '../graph/graph'
import { isTrue } from '../graph/props'
import { ancestors, REQUEST } from '../graph/reach'
import { onRequestPath, orchestratorOf } from '../graph/request-path'
import { servedModels } from '../graph/served'
import type { Block } from '../model/design'
import { addFallback } from './fixes/fallback'
import { defineRule } from './rule'
import { systemPattern } from './sources'
import { named } from './words'

export default defineRule({
  id: 'no-fallback',
  step: 'serve',
  sort: 'coverage',
  severity: 'warning',
  summary: 'A model that users wait for has a way out when it is late or down.',
  why: 'A model server is slower and fails more often than a lookup, and every request behind it fails with it. A cached or popular default keeps the page alive while it recovers.',
  cure: 'Give the block that calls the model a default to answer with.',
  tradeoff: 'A second path to build, test and keep fresh; a poor default that nobody notices hides an outage.',
  silent: [
    'The model is optional: the answer does without it.',
    'Nobody waits for the model: it scores in batches, follows a stream, or is called without waiting.',
    'The model, or any block between it and the client, falls back: the gateway on a cache, for instance.',
  ],
  source: [systemPattern('Prediction circuit break pattern')],
  good: [
    `client -> app-service -> ranker; app-service -> fallback`,
    `client -> gateway -> app-service -> ranker; gateway -fallback-> cache`,
    `client -> app-service -> ranker; ranker -> fallback`,
    `rk ranker optional=true; client -> app-service -> rk`,
    `data-lake -> batch-inference -> prediction-store; client -> app-service -> prediction-store`,
    `client -stream-> event-stream -> online-inference`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `group online "Request path"; app-service app-service in=online; client -> gateway -> app-service -> online-inference; fallback fallback in=online`,
    `client -> online-inference`,
  ],
  applies: graph => waitedFor(graph).length > 0,
  *check(graph) {
    for (const model of waitedFor(graph)) {
      if (hasFallback(graph, model)) continue
      const caller = orchestratorOf(graph, model)
      const cost = caller.id === model.id ? 'users get nothing' : `${named(caller)} has nothing to answer`
      yield {
        at: [model.id],
        message: `No fallback: when ${named(model)} is late or down, ${cost}.`,
        fixes: () => [addFallback(graph, caller)],
      }
    }
  },
})

/** The models on the request path whose answer is needed. */
function waitedFor(graph: Graph): readonly Block[] {
  return servedModels(graph).filter(model => onRequestPath(graph).has(model.id) && !isTrue(model.props, 'optional'))
}

function hasFallback(graph: Graph, model: Block): boolean {
  const path = [model.id, ...ancestors(graph, model.id, REQUEST)]
  return path.some(id => graph.outOf(id).some(flow => flow.kind === 'fallback'))
}
