import type { Block } from '../model/design'
import type { Graph } from './graph'
import { wordOf } from './props'
import { descendants, type Kinds } from './reach'
import { orchestratorOf } from './request-path'

/** Over what a score reaches the policy that acts on it. */
const CARRIES_SCORES: Kinds = new Set(['request', 'async', 'data', 'stream'])

/** Behind these stand records of past scores, not decisions on this one. */
const REMEMBERS = new Set(['prediction-log', 'label-join', 'dataset-builder', 'training-job'])

/** The decision policies that act on the scores of a model: it feeds them, or whoever asked for the score asks them. */
export function policiesOn(graph: Graph, model: Block): Block[] {
  const askers = [model.id, orchestratorOf(graph, model).id]
  const after = descendants(graph, askers, CARRIES_SCORES, block => REMEMBERS.has(block.kind))
  return graph.ofKind('decision-policy').filter(policy => after.has(policy.id))
}

/**
 * Whether a policy compares a score with a fixed number, so that the score has to mean a probability. Not one that
 * only sorts by it, nor one whose thresholds an offline evaluation fits again for every model.
 */
export function needsProbabilities(graph: Graph, policy: Block): boolean {
  const isRefitted = graph
    .into(policy.id)
    .some(flow => flow.kind === 'artifact' && graph.block(flow.source)?.kind === 'offline-eval')
  return wordOf(policy.props, 'action') !== 'rank' && !isRefitted
}
