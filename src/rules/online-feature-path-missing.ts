import { calledAlongside } from '../graph/alongside'
import type { Graph } from '../graph/graph'
import { learnedFrom } from '../graph/learned'
import { upstream } from '../graph/lineage'
import { isTrue, wordOf } from '../graph/props'
import { type Kinds, REQUEST } from '../graph/reach'
import { onRequestPath, orchestratorOf } from '../graph/request-path'
import { servedModels } from '../graph/served'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { googleMlops, rulesOfMl } from './sources'
import { named } from './words'

const CARRIES_FEATURES: Kinds = new Set(['data', 'stream'])
const PIPELINES = new Set(['feature-pipeline-batch', 'feature-pipeline-stream'])

export default defineRule({
  id: 'online-feature-path-missing',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'Features that a live model learned from can be read at request time.',
  why: 'An offline feature store answers in seconds to minutes, so nothing on the request path can read it. Without a synchronised online copy the model gets defaults where it expects values.',
  cure: 'Put an online feature store on the request path and fill it from the offline one.',
  tradeoff: 'A second copy of the features to run and keep fresh, and one more lookup in the latency budget.',
  silent: [
    'The model scores in batches, or on the device.',
    'The request reads an operational store or a cache that feature pipelines fill.',
    'Features are computed on the way: a pipeline streams into the model, or preprocessing shares its code with training.',
    'A prediction log with `logsFeatures` reaches training, so the features exist when the model is asked.',
    'Candidate generation asks its index by item: it looks up vectors that exist.',
  ],
  source: [rulesOfMl(31), googleMlops(1)],
  good: [
    `feature-store-offline -> training-job -> ranker; client -> ranker -> feature-store-online; feature-store-offline -> feature-store-online`,
    `feature-store-offline -> training-job -> ranker; client -> app-service -> ranker, feature-store-online; feature-store-offline -> feature-store-online`,
    `feature-store-offline -> training-job -> batch-inference -> prediction-store; client -> app-service -> prediction-store`,
    `db operational-store; feature-store-offline -> training-job -> ranker; feature-store-offline -> db; client -> app-service -> ranker, db`,
    `feature-store-offline -> training-job -> online-inference; feature-pipeline-stream -> online-inference; client -> online-inference`,
    `plog prediction-log logsFeatures=true; plog -> label-join -> dataset-builder -> training-job -> ranker; feature-store-offline -> dataset-builder; client -> app-service -> ranker`,
    `cg candidate-generator method=embedding queryBy=item-id; feature-store-offline -> training-job -> cg; client -> cg -> ann-index`,
    `prep online-preprocessor sharedTransform=true; feature-store-offline -> training-job -> online-inference; client -> prep -> online-inference`,
    `inf online-inference mode=edge; feature-store-offline -> training-job -> inf; client -> inf`,
    `data-lake -> training-job -> ranker; client -> ranker`,
  ],
  bad: [
    `data-lake -> feature-pipeline-batch -> feature-store-offline -> training-job -> ranker; client -> ranker`,
    `feature-store-offline -> dataset-builder -> training-job -> model-registry -> ranker; client -> gateway -> app-service -> ranker; feature-store-offline -> feature-store-online`,
    `a app-service "Home"; b app-service "Search"; feature-store-offline -> training-job -> ranker; feature-store-offline -> feature-store-online; c1 client; c2 client; c1 -> a -> feature-store-online; c2 -> b -> ranker`,
    `db operational-store "Orders"; feature-store-offline -> training-job -> online-inference; client -> app-service -> online-inference, db`,
  ],
  applies: graph => liveModels(graph).length > 0,
  *check(graph) {
    for (const model of liveModels(graph)) {
      const [store] = offlineStoresOf(graph, model)
      if (!store || hasFeaturesLive(graph, model)) continue
      yield {
        at: [model.id],
        message: `${named(model)} learned from the features in ${named(store)}, and nothing serves them at request time: it answers without them.`,
        fixes: () => [addOnlineStore(graph, model, store)],
      }
    }
  },
})

/** The models on the request path that learned from an offline feature store and cannot look values up by item. */
function liveModels(graph: Graph): readonly Block[] {
  return servedModels(graph).filter(
    model =>
      onRequestPath(graph).has(model.id) &&
      model.kind !== 'batch-inference' &&
      wordOf(model.props, 'mode') !== 'edge' &&
      wordOf(model.props, 'queryBy') !== 'item-id' &&
      offlineStoresOf(graph, model).length > 0,
  )
}

function offlineStoresOf(graph: Graph, model: Block): readonly Block[] {
  const learned = learnedFrom(graph).get(model.id)
  return learned ? graph.ofKind('feature-store-offline').filter(store => learned.ids.has(store.id)) : []
}

function hasFeaturesLive(graph: Graph, model: Block): boolean {
  if (learnedFrom(graph).get(model.id)?.isLogged) return true
  const called = [...calledAlongside(graph, model)].flatMap(id => graph.block(id) ?? [])
  if (called.some(block => block.kind === 'feature-store-online' || isFeatureCopy(graph, block))) return true
  const fed = upstream(graph, model, CARRIES_FEATURES)
  if (fed.some(block => block.kind === 'feature-store-online' || PIPELINES.has(block.kind))) return true
  return [...called, ...upstream(graph, model, REQUEST)].some(
    block => block.kind === 'online-preprocessor' && isTrue(block.props, 'sharedTransform'),
  )
}

/** A key-value store or a cache that pipelines fill is an online feature store by another name. */
function isFeatureCopy(graph: Graph, block: Block): boolean {
  if (block.kind !== 'operational-store' && block.kind !== 'cache') return false
  return upstream(graph, block, CARRIES_FEATURES).some(
    each => each.kind === 'feature-store-offline' || PIPELINES.has(each.kind),
  )
}

/** Lets the request read the online copy of what the model learned from: the one that the design has, or a new one. */
function addOnlineStore(graph: Graph, model: Block, offline: Block): EditFix | null {
  const draft = draftFix(graph)
  const caller = orchestratorOf(graph, model)
  const existing = graph
    .outOf(offline.id)
    .filter(flow => CARRIES_FEATURES.has(flow.kind))
    .map(flow => graph.block(flow.target))
    .find(block => block?.kind === 'feature-store-online')
  const online = existing?.id ?? draft.add('feature-store-online', `${offline.id}-online`, { beside: [caller] })
  draft.link(offline.id, online, ['data'])
  draft.link(caller.id, online, ['request'])
  return draft.done(existing ? `read ${named(existing)}` : 'add an online feature store')
}
