import { metricOf } from '../kinds/metrics'
import type { Block } from '../model/design'
import type { Graph } from './graph'
import { listOf } from './props'

/** What a design says it measures before a release. */
export interface OfflineMetrics {
  /** Known metrics under their one name, whatever alias the design writes. */
  readonly known: ReadonlySet<string>
  /** Whether a metric is named that we do not know; it may be any, so it is never counted against a design. */
  readonly hasUnknown: boolean
  /** Whether no metric is named at all. */
  readonly isEmpty: boolean
}

/** The offline metrics of the brief together with those of the given offline evaluations, by default of all. */
export function offlineMetricsOf(
  graph: Graph,
  evaluations: readonly Block[] = graph.ofKind('offline-eval'),
): OfflineMetrics {
  const named = [
    ...listOf(graph.brief, 'offlineMetrics'),
    ...evaluations.flatMap(evaluation => listOf(evaluation.props, 'metrics')),
  ]
  const metrics = named.map(metricOf)
  return {
    known: new Set(metrics.filter(metric => metric !== undefined)),
    hasUnknown: metrics.includes(undefined),
    isEmpty: named.length === 0,
  }
}
