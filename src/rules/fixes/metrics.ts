import type { Graph } from '../../graph/graph'
import { listOf } from '../../graph/props'
import type { Block } from '../../model/design'
import type { EditFix } from '../rule'
import { draftFix } from './draft'

/**
 * Adds offline metrics where a design names its metrics: to the first of these evaluations that has a list of its own,
 * else to the brief.
 */
export function addOfflineMetrics(
  graph: Graph,
  metrics: readonly string[],
  evaluations: readonly Block[],
): EditFix | null {
  const draft = draftFix(graph)
  const owner = evaluations.find(each => listOf(each.props, 'metrics').length > 0)
  if (owner) draft.setProp(owner, 'metrics', [...listOf(owner.props, 'metrics'), ...metrics])
  else draft.setBrief('offlineMetrics', [...listOf(graph.brief, 'offlineMetrics'), ...metrics])
  return draft.done(`measure ${metrics.join(' and ')}`)
}
