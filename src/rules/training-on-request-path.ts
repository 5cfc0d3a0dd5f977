import type { Graph } from '../graph/graph'
import { isTrue } from '../graph/props'
import { descendants, REQUEST } from '../graph/reach'
import { onRequestPath } from '../graph/request-path'
import { allowedKinds, defaultFlowKind } from '../kinds/flow-kinds'
import type { Block, Flow, FlowKind } from '../model/design'
import { draftFix } from './fixes/draft'
import { isFree } from './fixes/flows'
import { defineRule, type EditFix } from './rule'
import { systemPattern } from './sources'
import { listed, named, verb } from './words'

/** What takes minutes to days, by kind. */
const WORK: Readonly<Record<string, string>> = {
  'training-job': 'training takes minutes to days',
  'hyperparameter-tuning': 'a search trains many models, one after the other',
  'dataset-builder': 'a training set takes minutes to hours to build',
}

/** Kinds that no request can enter and of which a rule of its own speaks while a client waits for them. */
const SPOKEN_FOR = new Set([...Object.keys(WORK), 'human-review'])

export default defineRule({
  id: 'training-on-request-path',
  step: 'model',
  sort: 'correctness',
  severity: 'error',
  summary: 'No request waits for training.',
  why: 'A request has milliseconds to seconds, training takes minutes to days. Training code inside a serving path also means that a bad batch of data breaks the product and not only the next model.',
  cure: 'Hand what happened on as events, and let training read them when it runs.',
  tradeoff: 'None worth having: whoever needs a model of the last minute streams events to an online trainer instead.',
  silent: [
    'Events that are streamed to an online trainer keep nobody waiting.',
    'A call that no client is behind: `invalid-connection` speaks of that one.',
  ],
  source: [systemPattern('Training code in serving anti-pattern')],
  good: [
    `client -> app-service -> ranker; app-service -stream-> event-stream -> training-job`,
    `training-job training-job mode=online; client -> app-service -stream-> training-job`,
    `client -> app-service -> online-inference -feedback-> prediction-log; retraining-trigger -> training-job`,
  ],
  bad: [
    `client -> app-service -request-> training-job`,
    `client -request-> training-job`,
    `client -> app-service -request-> dataset-builder -request-> training-job`,
    `client -> gateway -> app-service -request-> hyperparameter-tuning; app-service -request-> training-job`,
    `a app-service "Checkout"; b app-service "Scoring"; client -> a, b; a, b -request-> training-job -request-> human-review`,
  ],
  applies: graph =>
    onRequestPath(graph).size > 0 &&
    graph.ofKind('training-job', 'hyperparameter-tuning', 'dataset-builder').length > 0,
  *check(graph) {
    const waiting = onRequestPath(graph)
    for (const block of graph.ofKind(...Object.keys(WORK))) {
      if (!waiting.has(block.id)) continue
      const callers = graph.into(block.id).filter(flow => flow.kind === 'request' && waiting.has(flow.source))
      const blocks = callers.map(flow => graph.block(flow.source)!)
      yield {
        at: [block.id],
        message: `${listed(blocks)} ${verb(blocks, 'waits', 'wait')} for ${named(block)}: ${WORK[block.kind]}, and no request can wait that long.`,
        fixes: () => [handOver(graph, block), removeCalls(graph, block)],
      }
    }
  },
})

/** Turns the calls into flows that nobody waits for; null where a caller has nothing but a call to offer. */
function handOver(graph: Graph, block: Block): EditFix | null {
  const draft = draftFix(graph)
  const calls = graph.into(block.id).filter(flow => flow.kind === 'request')
  // Personal data must not slip into training by a fix.
  const canHandOver = calls.every(
    call => waitlessKind(graph, call) !== undefined && !isTrue(graph.block(call.source)?.props, 'containsPii'),
  )
  if (!canHandOver) return null
  for (const call of [...calls, ...callsBehind(graph, block)]) replace(call)
  return draft.done(`hand data to ${named(block)} without waiting`)

  function replace(call: Flow) {
    const kind = waitlessKind(graph, call)
    if (kind === undefined) draft.cut(call)
    else draft.setFlow(call, 'kind', kind)
  }
}

function removeCalls(graph: Graph, block: Block): EditFix | null {
  const draft = draftFix(graph)
  const calls = graph.into(block.id).filter(flow => flow.kind === 'request')
  for (const call of calls) draft.cut(call)
  for (const call of callsBehind(graph, block)) {
    const kind = waitlessKind(graph, call)
    if (kind === undefined) draft.cut(call)
    else draft.setFlow(call, 'kind', kind)
  }
  return draft.done(calls.length === 1 ? `remove the call to ${named(block)}` : `remove the calls to ${named(block)}`)
}

/** Calls further down that nobody would wait for any more: left as requests they would be impossible flows. */
function callsBehind(graph: Graph, block: Block): readonly Flow[] {
  const after = new Set([block.id, ...descendants(graph, block.id, REQUEST)])
  return graph.flows.filter(
    flow =>
      flow.kind === 'request' &&
      flow.target !== block.id &&
      after.has(flow.source) &&
      SPOKEN_FOR.has(graph.block(flow.target)?.kind ?? ''),
  )
}

/** What a call can become: events from what serves, from training's own jobs the usual flow; none that is drawn already. */
function waitlessKind(graph: Graph, call: Flow): FlowKind | undefined {
  const source = graph.block(call.source)!
  const target = graph.block(call.target)!
  const usual = defaultFlowKind(source.kind, target.kind)
  const first = Object.hasOwn(WORK, source.kind) ? usual : 'stream'
  const kinds = [first, usual, ...allowedKinds(source.kind, target.kind)]
  return kinds.find(kind => kind !== 'request' && isFree(graph, kind, source, target))
}
