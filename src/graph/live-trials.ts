import type { Block } from '../model/design'
import type { Graph } from './graph'
import { numberOf, wordOf } from './props'

/**
 * Whether the drawing compares models on live traffic: an online experiment, a bandit among them, or logged
 * exploration replayed offline.
 */
export function isTestedLive(graph: Graph): boolean {
  if (graph.ofKind('online-experiment').length > 0) return true
  const isReplayed = graph.ofKind('offline-eval').some(evaluation => wordOf(evaluation.props, 'method') === 'replay')
  return isReplayed && graph.ofKind('decision-policy', 're-ranker').some(explores)
}

/**
 * The rollouts that show a new version little traffic first: shadow and canary. A rollout without a method counts,
 * for that is what the kind means; blue-green switches everyone at once.
 */
export function limitedRollouts(graph: Graph): readonly Block[] {
  return graph.ofKind('safe-rollout').filter(rollout => wordOf(rollout.props, 'method') !== 'blue-green')
}

/** Whether users see the predictions. Not set is yes. */
export function isUserFacing(graph: Graph): boolean {
  return graph.brief.userFacing !== false
}

function explores(block: Block): boolean {
  return (numberOf(block.props, 'explorationShare') ?? 0) > 0 || (numberOf(block.props, 'holdoutShare') ?? 0) > 0
}
