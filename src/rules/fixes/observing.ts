import type { Graph } from '../../graph/graph'
import { trainingJobsOf, upstream } from '../../graph/lineage'
import { observersOf } from '../../graph/observed'
import { isTrue } from '../../graph/props'
import { orchestratorOf } from '../../graph/request-path'
import type { Block, FlowKind, Id } from '../../model/design'
import type { EditFix } from '../rule'
import { type Draft, draftFix } from './draft'

/** What a log takes from its writer: what was shown where the pair allows it, else a queued write, else a batch. */
const LOGGING: readonly FlowKind[] = ['feedback', 'async', 'data']

/** The prediction log that sees a model: the design's own, or a new one, written by whoever answers the request. */
export function logOf(draft: Draft, graph: Graph, model: Block): Id {
  const logs = graph.ofKind('prediction-log')
  const observers = observersOf(graph, model)
  const seen = logs.find(log => observers.has(log.id))
  if (seen) return seen.id
  const writer = orchestratorOf(graph, model)
  const log = logs[0]?.id ?? draft.add('prediction-log', `${writer.id}-log`)
  draft.link(writer.id, log, LOGGING)
  return log
}

/**
 * Logs a model's predictions and watches them for drift and quality. Monitors that the design has are used; new ones
 * are wired to the alerting, the labels and the training reference that it has.
 */
export function addMonitors(graph: Graph, model: Block): EditFix | null {
  const draft = draftFix(graph)
  const log = logOf(draft, graph, model)
  const logBlock = graph.block(log)
  const beside = logBlock ? [logBlock] : []
  const existing = graph.ofKind('drift-monitor', 'performance-monitor')
  for (const monitor of existing) draft.link(log, monitor.id, ['metric', 'stream', 'data'])
  if (existing.length > 0) return draft.done(`send predictions to “${existing[0]!.label}”`)
  const drift = draft.add('drift-monitor', `${model.id}-monitor`, { beside })
  const quality = draft.add('performance-monitor', `${model.id}-quality`, { beside })
  const reference = referenceOf(graph, model)
  if (reference) draft.link(reference.id, drift, ['metric'])
  for (const labels of graph.ofKind('label-join').slice(0, 1)) draft.link(labels.id, quality, ['metric'])
  for (const monitor of [drift, quality]) {
    draft.link(log, monitor, ['metric'])
    for (const alerting of graph.ofKind('alerting').slice(0, 1)) draft.link(monitor, alerting.id, ['metric'])
  }
  return draft.done('add drift and quality monitors')
}

/** Tests a model on live traffic: an experiment that reads the prediction log and decides the rollout. */
export function addExperiment(graph: Graph, model: Block): EditFix | null {
  const draft = draftFix(graph)
  const log = logOf(draft, graph, model)
  const logBlock = graph.block(log)
  // Treated users change what the others see in a network or a market: split by time there, not by user.
  const method = isTrue(graph.brief, 'networkEffects') ? 'switchback' : 'ab'
  const beside = logBlock ? [logBlock] : []
  const experiment = draft.add('online-experiment', `${model.id}-experiment`, { props: { method }, beside })
  draft.link(log, experiment, ['metric'])
  const [release] = releasesOf(graph)
  if (release) draft.link(experiment, release.id, ['trigger'])
  return draft.done(method === 'ab' ? 'add A/B test' : 'add switchback test')
}

/** What an experiment stands between: the logs, or who answers while nothing is logged, and where a winner goes on. */
export function experimentNeighbours(graph: Graph, models: readonly Block[]): readonly Id[] {
  const logs = graph.ofKind('prediction-log')
  const readers = logs.length > 0 ? logs : models.map(model => orchestratorOf(graph, model))
  return [...new Set([...readers, ...releasesOf(graph)].map(block => block.id))]
}

/** Where a winning model goes on: the rollouts, or the registries while there is no rollout. */
function releasesOf(graph: Graph): readonly Block[] {
  const rollouts = graph.ofKind('safe-rollout')
  return rollouts.length > 0 ? rollouts : graph.ofKind('model-registry')
}

/** What the model saw in training, to compare live inputs with. */
function referenceOf(graph: Graph, model: Block): Block | undefined {
  const inputs = trainingJobsOf(graph, model).flatMap(job => upstream(graph, job))
  return (
    inputs.find(block => block.kind === 'feature-store-offline') ??
    inputs.find(block => block.kind === 'dataset-builder')
  )
}
