import type { Block, Flow, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { isSource } from './lineage'
import { numberOf } from './props'
import { ancestors, descendants, type Kinds } from './reach'
import { orchestratorOf } from './request-path'
import { servedModels } from './served'

/** Over what a score reaches who decides on it. */
const CARRIES_SCORES: Kinds = new Set(['request', 'async', 'data', 'stream', 'feedback'])

/** Over what a verdict comes back to become a label. */
const CARRIES_VERDICTS: Kinds = new Set(['async', 'data', 'stream', 'feedback'])

/** Where records of many cases meet, decided and not: what is drawn from there is a sample of all of them. */
const GATHERS = new Set(['prediction-log', 'event-stream', 'data-lake', 'data-source', 'operational-store'])

/** Behind these stand rows and models, no more verdicts on single cases. */
const TRAINING_SIDE = new Set(['dataset-builder', 'training-job', 'offline-eval'])

/** Shares of cases that are decided, or looked at, whatever the model said. */
const RANDOM_SHARES = ['holdoutShare', 'explorationShare', 'auditShare']

/** Who decides on a model's scores, and the labels that are made of these decisions. */
export interface VerdictLabels {
  readonly decider: Block
  readonly labels: readonly Block[]
  /** Whether some of these labels are made of nothing else: no outcome from outside, no case picked at random. */
  readonly isClosed: boolean
}

/**
 * The policies and reviewers that act first on the scores of a served model and whose verdicts, directly or through
 * later reviewers, become labels. Outcomes joined to a log of the decisions are no verdicts, nor are samples of it.
 */
export const verdictLabels: (graph: Graph) => readonly VerdictLabels[] = perGraph(graph => {
  const labels = graph.ofKind('annotation', 'label-join')
  const deciders = graph.ofKind('decision-policy', 'human-review')
  if (labels.length === 0 || deciders.length === 0) return []
  const scored = scoredPlaces(graph)
  return deciders
    .filter(({ id }) => scored.has(id) || graph.into(id).some(flow => isScored(flow, scored)))
    .flatMap(decider => {
      const judged = verdictsOf(graph, decider, () => false)
      const made = labels.filter(each => judged.has(each.id))
      return made.length > 0 ? [{ decider, labels: made, isClosed: isClosed(graph, decider, made) }] : []
    })
})

/** The served models, who asks them or reads their stored scores, and what these reach before anyone decides. */
function scoredPlaces(graph: Graph): ReadonlySet<Id> {
  const models = servedModels(graph)
  const starts = models.flatMap(model => [model.id, orchestratorOf(graph, model).id])
  const isStop = (block: Block) => isDecider(block) || GATHERS.has(block.kind) || TRAINING_SIDE.has(block.kind)
  const reached = [...starts, ...descendants(graph, starts, CARRIES_SCORES, isStop)]
  const stores = reached.filter(id => graph.block(id)?.kind === 'prediction-store')
  const readers = stores.flatMap(id => graph.into(id).flatMap(flow => (flow.kind === 'request' ? flow.source : [])))
  return new Set([...reached, ...readers, ...descendants(graph, readers, CARRIES_SCORES, isStop)])
}

function isScored(flow: Flow, scored: ReadonlySet<Id>): boolean {
  return CARRIES_SCORES.has(flow.kind) && scored.has(flow.source)
}

/** What the verdicts of a decider reach, past the places where they meet cases that it did not decide. */
function verdictsOf(graph: Graph, decider: Block, isStop: (block: Block) => boolean): ReadonlySet<Id> {
  const all = new Set([decider.id, ...descendants(graph, decider.id, CARRIES_VERDICTS)])
  const isMixed = ({ id, kind }: Block) =>
    kind === 'prediction-log' || (GATHERS.has(kind) && graph.into(id).some(flow => !all.has(flow.source)))
  return descendants(
    graph,
    decider.id,
    CARRIES_VERDICTS,
    block => TRAINING_SIDE.has(block.kind) || isMixed(block) || isStop(block),
  )
}

function isClosed(graph: Graph, decider: Block, labels: readonly Block[]): boolean {
  if (takesRandomCases(decider)) return false
  const unsampled = verdictsOf(graph, decider, takesRandomCases)
  return labels.some(each => unsampled.has(each.id) && !hasOutsideInput(graph, decider, each))
}

/** Whether a label is also made from what the decider had no part in: outcomes joined by key, items, users' reports. */
function hasOutsideInput(graph: Graph, decider: Block, label: Block): boolean {
  const models = new Set(servedModels(graph))
  const isInside = (block: Block) =>
    block.id === decider.id ||
    block.kind === 'decision-policy' ||
    block.kind === 'prediction-log' ||
    TRAINING_SIDE.has(block.kind) ||
    models.has(block)
  const own = descendants(graph, decider.id, CARRIES_VERDICTS)
  return [...ancestors(graph, label.id, CARRIES_VERDICTS, isInside)].some(id => {
    const block = graph.block(id)
    return block !== undefined && !own.has(id) && (isSource(block) || block.kind === 'feedback-collector')
  })
}

function isDecider(block: Block): boolean {
  return block.kind === 'decision-policy' || block.kind === 'human-review'
}

function takesRandomCases(block: Block): boolean {
  return RANDOM_SHARES.some(key => (numberOf(block.props, key) ?? 0) > 0)
}
