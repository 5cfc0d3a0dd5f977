import type { Block, Id } from '../model/design'
import type { Graph } from './graph'
import { descendants, type Kinds } from './reach'
import { calleesOf, callersOf } from './request-path'

/** Over what a prediction travels to who watches it. */
const OBSERVES: Kinds = new Set(['metric', 'data', 'stream', 'feedback', 'async'])

/**
 * The blocks that get to see what a model predicted: from the model itself, from who asked for it (clients left out),
 * and from what it calls, such as the policy or re-ranker that logs for it.
 */
export function observersOf(graph: Graph, model: Block): ReadonlySet<Id> {
  const reporters = [model, ...callersOf(graph, model.id), ...calleesOf(graph, model.id)]
  return descendants(
    graph,
    reporters.map(block => block.id),
    OBSERVES,
  )
}

/** Whether live predictions of a model reach a drift or quality monitor. */
export function isMonitored(graph: Graph, model: Block): boolean {
  const observers = observersOf(graph, model)
  return graph.ofKind('drift-monitor', 'performance-monitor').some(monitor => observers.has(monitor.id))
}
