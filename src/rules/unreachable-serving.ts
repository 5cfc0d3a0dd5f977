import type { Graph } from '../graph/graph'
import { trainingJobsOf, upstream } from '../graph/lineage'
import { within } from '../graph/parts'
import { numberOf, wordOf } from '../graph/props'
import { descendants, type Kinds, REQUEST } from '../graph/reach'
import { onRequestPath } from '../graph/request-path'
import { type Scope, scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { isKnownKind } from '../kinds/index'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { staysInTime } from './fixes/faster'
import { defineRule, type EditFix } from './rule'
import { houseRule } from './sources'
import { named } from './words'

const SCOPES: ReadonlySet<Scope> = new Set(['full', 'serving'])

/** Over what a call gets to a model, be it only when another is down. */
const CALLS: Kinds = new Set(['request', 'fallback'])

/** Nobody waits for people or for training, and a language model needs its guardrails first. */
const UNFIT = new Set(['llm', 'human-review', 'training-job', 'hyperparameter-tuning', 'dataset-builder'])

/** What sets a block to work without a call that waits. */
const DRIVES: Kinds = new Set(['stream', 'async', 'data'])

/** Who asks models, the usual one first. */
const CALLERS = ['app-service', 'gateway', 'client']

/** Take the traffic of a product; without a caller, their clients are simply not drawn. */
const ENTRIES = new Set(['gateway', 'app-service'])

export default defineRule({
  id: 'unreachable-serving',
  step: 'diagram',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Every model that answers requests is asked by someone.',
  why: 'A served model without a caller costs machines and answers nobody. In a drawing it usually means that the call was forgotten, and then latency, load and fallback leave the model out.',
  cure: 'Draw the call from the service that uses the model, or the events or data that set it to work; or remove it.',
  tradeoff: 'Each call drawn counts in the latency and the load of its caller: the sums get larger, and true.',
  silent: [
    'A client reaches the model, over services or as a fallback.',
    'Events, a queue or data feed the model, or a block that calls it.',
    'A gateway or service that nobody calls is taken as an entry whose clients are not drawn.',
    'The model scores in batches, follows a stream or runs on the device.',
    'The scope is training, experiment or data.',
  ],
  source: [houseRule('What is served is asked')],
  good: [
    `client -> app-service -> ranker`,
    `event-stream -> online-inference; online-inference -request-> ranker`,
    `gateway -> app-service -> llm`,
    `client -> app-service -> ranker; app-service -fallback-> online-inference`,
    `data-lake -> batch-inference -> prediction-store`,
    `m online-inference mode=edge; model-registry -> m`,
    `cg candidate-generator method=popularity; model-registry -> ranker; client -> ranker; cg -request-> operational-store`,
    `brief scope=training; training-job -> offline-eval -artifact-> model-registry -> ranker`,
  ],
  bad: [
    `client -> app-service -> feature-store-online; model-registry -> ranker`,
    `model-registry -> llm; client -> app-service`,
    `rk ranker p99Ms=80; model-registry -> rk; client -> app-service`,
    `a ranker; b online-inference; a -> b; model-registry -> a, b; client -> gateway`,
    `training-job -> model-registry -> online-inference`,
  ],
  applies: graph => SCOPES.has(scopeOf(graph)) && requestModels(graph).length > 0,
  *check(graph) {
    const reached = reachedBlocks(graph)
    for (const model of requestModels(graph))
      if (!reached.has(model.id))
        yield {
          at: [model.id],
          message: `Nobody asks ${named(model)}: it takes machines and answers no request.`,
          fixes: () => [call(graph, model, reached), addService(graph, model)],
        }
  },
})

/** The served models that work when they are asked. */
function requestModels(graph: Graph): readonly Block[] {
  return servedModels(graph).filter(
    model => model.kind !== 'batch-inference' && (wordOf(model.props, 'mode') ?? 'request') === 'request',
  )
}

/** What clients, events or data set to work, and what that calls. */
function reachedBlocks(graph: Graph): ReadonlySet<Id> {
  const starts = graph.blocks.filter(block => isStart(graph, block)).map(block => block.id)
  return new Set([...starts, ...descendants(graph, starts, CALLS)])
}

function isStart(graph: Graph, block: Block): boolean {
  const into = graph.into(block.id)
  const isEntry = ENTRIES.has(block.kind) || block.kind === 'component' || !isKnownKind(block.kind)
  return (
    block.kind === 'client' ||
    into.some(flow => DRIVES.has(flow.kind)) ||
    (isEntry && !into.some(flow => CALLS.has(flow.kind)))
  )
}

/** A call from the service of the drawing; none where being on the request path would bring the next error with it. */
function call(graph: Graph, model: Block, reached: ReadonlySet<Id>): EditFix | null {
  const all = [...within(graph, model, ...CALLERS), ...graph.ofKind(...CALLERS)]
  const callers = all.filter(block => reached.has(block.id))
  const caller = callers.find(block => onRequestPath(graph).has(block.id)) ?? callers[0]
  if (!caller || !isReady(graph, caller, model)) return null
  const draft = draftFix(graph)
  draft.link(caller.id, model.id, ['request'])
  const fix = draft.done(`ask ${named(model)} from ${named(caller)}`)
  return staysInTime(graph, fix) ? fix : null
}

/**
 * Whether a model can be asked as it is: its call closes no circle, its capacity is not yet stated, and what such a
 * model needs beside it is there: guardrails, features at request time, candidates of a large corpus.
 */
function isReady(graph: Graph, caller: Block, model: Block): boolean {
  const asked = [model.id, ...descendants(graph, model.id, REQUEST)]
  const blocks = asked.flatMap(id => graph.block(id) ?? [])
  if (asked.includes(caller.id) || blocks.some(isJudgedOnPath)) return false
  const beside = new Set([...asked, ...descendants(graph, caller.id, REQUEST)].map(id => graph.block(id)?.kind))
  const learned = trainingJobsOf(graph, model).flatMap(job => upstream(graph, job))
  const needsFeatures = learned.some(block => block.kind === 'feature-store-offline')
  const needsCandidates = model.kind === 'ranker' && (numberOf(graph.brief, 'corpusSize') ?? 0) > 0
  return (
    (!needsFeatures || beside.has('feature-store-online')) && (!needsCandidates || beside.has('candidate-generator'))
  )
}

/** Capacity counts once a block is on the request path; people, training and free text have no place there. */
function isJudgedOnPath({ kind, props }: Block): boolean {
  return UNFIT.has(kind) || ['qpsPerReplica', 'replicas'].some(key => numberOf(props, key) !== undefined)
}

/** A service whose clients are not drawn yet. */
function addService(graph: Graph, model: Block): EditFix | null {
  const draft = draftFix(graph)
  const service = draft.add('app-service', `${model.id}-service`, { beside: [model] })
  draft.link(service, model.id, ['request'])
  return draft.done(`add a service that asks ${named(model)}`)
}
