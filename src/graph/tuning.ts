import type { Block, Id } from '../model/design'
import type { Graph } from './graph'
import { isTrue } from './props'

/** The hyper-parameter searches of a training job: joined to it by any flow, or reading the training set it reads. */
export function searchesOf(graph: Graph, training: Block): Block[] {
  const sets = new Set(trainingSetsInto(graph, training.id))
  const around = new Set([
    ...graph.into(training.id).map(flow => flow.source),
    ...graph.outOf(training.id).map(flow => flow.target),
  ])
  return graph
    .ofKind('hyperparameter-tuning')
    .filter(({ id }) => around.has(id) || trainingSetsInto(graph, id).some(set => sets.has(set)))
}

/** Whether hyper-parameters of a job were searched for: it says so, or a search is drawn. */
export function isTuned(graph: Graph, training: Block): boolean {
  return isTrue(training.props, 'tuned') || searchesOf(graph, training).length > 0
}

/** The training sets that feed a block directly. */
export function trainingSetsInto(graph: Graph, id: Id): Id[] {
  const sources = graph.into(id).filter(flow => flow.kind === 'data' || flow.kind === 'stream')
  return sources.map(flow => flow.source).filter(source => graph.block(source)?.kind === 'dataset-builder')
}
