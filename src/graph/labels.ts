import type { Block } from '../model/design'
import type { Graph } from './graph'
import { isSource, upstream } from './lineage'
import { isTrue, wordOf } from './props'
import type { Kinds } from './reach'

const SUPERVISED = new Set([undefined, 'supervised'])
const LABELLED_BY_NATURE = new Set(['clustering', 'forecasting'])
const CARRIES_SCORES: Kinds = new Set(['data', 'stream'])

/** Whether a training job learns from labels. Not set is supervised; a forecast learns from its own later values. */
export function needsLabels(graph: Graph, training: Block): boolean {
  const task = wordOf(graph.brief, 'mlTask')
  return isSupervised(training) && !(task !== undefined && LABELLED_BY_NATURE.has(task))
}

/**
 * Whether labels reach a block: built from outcomes, given by people, carried by a labelled source, or written by
 * another model into the training set (distillation, pseudo-labels).
 */
export function hasLabels(graph: Graph, block: Block): boolean {
  return [block, ...upstream(graph, block)].some(
    each =>
      each.kind === 'label-join' ||
      each.kind === 'annotation' ||
      (isSource(each) && isTrue(each.props, 'labelled')) ||
      (each.kind === 'dataset-builder' && isFedByTeacher(graph, each)),
  )
}

function isSupervised(training: Block): boolean {
  return SUPERVISED.has(wordOf(training.props, 'learning'))
}

function isFedByTeacher(graph: Graph, dataset: Block): boolean {
  return upstream(graph, dataset, CARRIES_SCORES).some(block => block.kind === 'batch-inference')
}
