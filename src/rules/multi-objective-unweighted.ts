import type { Graph } from '../graph/graph'
import { listOf } from '../graph/props'
import { ARTIFACT, ancestors, descendants, type Kinds, REQUEST } from '../graph/reach'
import { orchestratorOf } from '../graph/request-path'
import { servedModels } from '../graph/served'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix, type FieldFix } from './rule'
import { rulesOfMl } from './sources'
import { named } from './words'

/** Over what scores travel to what makes one answer of them. */
const CARRIES_SCORES: Kinds = new Set(['request', 'async', 'data', 'stream'])

const COMBINES = new Set(['re-ranker', 'decision-policy'])

/** Names of heads and weights to copy from. */
const WEIGHTS: FieldFix = {
  title: 'give the weights of the heads',
  field: 'objectiveWeights',
  examples: [
    ['click=1', 'report=-10'],
    ['purchase=1', 'return=-2'],
  ],
}

export default defineRule({
  id: 'multi-objective-unweighted',
  step: 'frame',
  sort: 'correctness',
  severity: 'info',
  summary: 'Something turns the heads of a multi-objective model into one order or decision.',
  why: 'Clicks, watch time and reports pull a list in different directions. Their weights are product policy: outside the network they are tuned in an experiment, inside it only by training again.',
  cure: 'Combine the heads in a re-ranking or policy layer, or state their weights.',
  tradeoff:
    'A policy layer is tuned in hours and without training, but adds latency and a set of knobs that somebody must own.',
  silent: [
    'The model has one objective, or none is named.',
    'Weights of the objectives are stated on the ranker.',
    'A re-ranking layer or decision policy gets the scores, from the model, from who asks it, or from who reads its stored scores.',
    'A model block whose heads its ranker names, too: the finding stands at the ranker.',
    'A model block that nothing in the drawing serves.',
  ],
  source: [rulesOfMl(15)],
  good: [
    `rk ranker objectives=click|report; client -> app-service -> rk, re-ranker`,
    `rk ranker objectives=click|report objectiveWeights=click=1|report=-10; client -> app-service -> rk`,
    `rk ranker objectives=click; client -> app-service -> rk`,
    `m model objectives=harm|spam; training-job -> m -> online-inference -> decision-policy; client -> app-service -> online-inference`,
    `m model objectives=accept|decline; m -> batch-inference -> prediction-store; client -> app-service -> prediction-store, re-ranker`,
    `m model objectives=click|like; training-job -> m -> offline-eval`,
  ],
  bad: [
    `rk ranker objectives=click|watch-time|report; client -> gateway -> app-service -> rk`,
    `m model "Harm model" objectives=violence|spam; m -> online-inference; client -> app-service -> online-inference`,
    `m model objectives=accept|decline; m -> batch-inference -> prediction-store; client -> app-service -> prediction-store`,
    `a ranker "Feed ranker" objectives=click|like; b ranker objectives=click|like; client -> app-service -> a; other client; page app-service; other -> page -> b, re-ranker`,
    `m model objectives=click|like; rk ranker objectives=click|like; m -> rk; client -> rk`,
  ],
  applies: graph => graph.ofKind('ranker', 'model').some(hasSeveralHeads),
  *check(graph) {
    for (const { block, models } of multiHeaded(graph)) {
      const loose = models.filter(model => !isCombined(graph, model))
      const [first] = loose
      if (!first) continue
      yield {
        at: [block.id],
        message: `Nothing combines the ${headsOf(block).length} objectives of ${named(block)}: which one wins is left to chance or to the code.`,
        fixes: () => [addPolicy(graph, first), block.kind === 'ranker' ? WEIGHTS : null],
      }
    }
  },
})

interface MultiHeaded {
  /** The block that names the heads. */
  readonly block: Block
  /** The served blocks that run it. */
  readonly models: readonly Block[]
}

/** Rankers with several heads, and model blocks whose heads no ranker repeats. */
function multiHeaded(graph: Graph): MultiHeaded[] {
  const rankers = graph.ofKind('ranker').filter(hasSeveralHeads)
  const told = ancestors(
    graph,
    rankers.map(ranker => ranker.id),
    ARTIFACT,
  )
  const models = graph.ofKind('model').filter(model => hasSeveralHeads(model) && !told.has(model.id))
  return [
    ...rankers.map(ranker => ({ block: ranker, models: [ranker] })),
    ...models.map(model => {
      const users = descendants(graph, model.id, ARTIFACT)
      return { block: model, models: servedModels(graph).filter(served => users.has(served.id)) }
    }),
  ]
}

function isCombined(graph: Graph, model: Block): boolean {
  if (isWeighted(model)) return true
  return [...usersOf(graph, model)].some(id => {
    const block = graph.block(id)
    return block !== undefined && (COMBINES.has(block.kind) || isWeighted(block))
  })
}

/** Who gets to see the scores: what the model feeds, who asks for them or reads where they are kept, and whom these ask. */
function usersOf(graph: Graph, model: Block): ReadonlySet<Id> {
  const fed = [model.id, ...descendants(graph, model.id, CARRIES_SCORES)]
  const askers = [...ancestors(graph, fed, REQUEST)].filter(id => graph.block(id)?.kind !== 'client')
  return descendants(graph, [...fed, ...askers], CARRIES_SCORES)
}

function isWeighted(block: Block): boolean {
  return block.kind === 'ranker' && listOf(block.props, 'objectiveWeights').length > 0
}

function hasSeveralHeads(block: Block): boolean {
  return headsOf(block).length > 1
}

function headsOf(block: Block): readonly string[] {
  return [...new Set(listOf(block.props, 'objectives'))]
}

/** A layer that whoever asks for the scores, or reads where they are kept, asks next. */
function addPolicy(graph: Graph, model: Block): EditFix | null {
  const draft = draftFix(graph)
  const stores = graph.outOf(model.id).flatMap(flow => (flow.kind === 'data' ? (graph.block(flow.target) ?? []) : []))
  const asker = [model, ...stores].map(block => orchestratorOf(graph, block)).find(each => each.kind === 'app-service')
  const caller = asker ?? orchestratorOf(graph, model)
  const layer = draft.add('re-ranker', `${model.id}-re-ranker`, { beside: [caller] })
  draft.link(caller.id, layer, ['request', 'data'])
  return draft.done('add a re-ranking layer')
}
