import type { Graph } from '../../graph/graph'
import { hasLabels, needsLabels } from '../../graph/labels'
import { isSource } from '../../graph/lineage'
import { ARTIFACT, ancestors, descendants, LINEAGE } from '../../graph/reach'
import { servedModels } from '../../graph/served'
import type { Block, Id } from '../../model/design'
import type { EditFix } from '../rule'
import { named } from '../words'
import { type Draft, draftFix } from './draft'
import { handOn } from './hand-on'
import { logOf } from './observing'

/** Source, validation, training set, training: with the blocks that the design has, and new ones for the rest. */
export function addData(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  const source = graph.blocks.find(isSource)
  feed(draft, graph, training.id, datasetOf(draft, graph, training.id))
  return draft.done(source ? `feed ${named(training)} from ${named(source)}` : 'add data source')
}

/** Labels from what users did: prediction log, label builder, training set. Null while nothing is served. */
export function addNaturalLabels(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  const isJoined = joinLabels(draft, graph, training.id, inputOf(graph, training))
  return isJoined ? draft.done('add labels from logged outcomes') : null
}

/** Labels from people, on items of the data that the design has. */
export function addAnnotation(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  const annotation = graph.ofKind('annotation')[0]?.id ?? draft.add('annotation', `${training.id}-annotation`)
  const items = graph.blocks.find(isSource)
  if (items && graph.into(annotation).length === 0) handOn(draft, graph, items.id, annotation, ['data'])
  handOn(draft, graph, annotation, inputOf(graph, training), ['data'])
  return draft.done('add human labelling')
}

/** Trains, evaluates, registers and rolls out a model, with every block of that chain that the design has already. */
export function addTraining(graph: Graph, model: Block): EditFix | null {
  const draft = draftFix(graph)
  const deployer = graph
    .ofKind('safe-rollout')
    .concat(graph.ofKind('model-registry'))
    .find(block => isTrained(graph, block))
  if (deployer) {
    draft.link(deployer.id, model.id, ['artifact'])
    return draft.done(`deploy ${named(model)} from ${named(deployer)}`)
  }
  const [existing] = graph.ofKind('training-job')
  const training = existing?.id ?? newTraining(draft, graph, model)
  release(draft, graph, training, model)
  return draft.done(existing ? `deploy ${named(existing)} to ${named(model)}` : 'add a training pipeline')
}

/** Where labels and data of a training job go: the training set that feeds it, or the job itself. */
function inputOf(graph: Graph, training: Block): Id {
  return trainingSetOf(graph, training.id)?.id ?? training.id
}

function trainingSetOf(graph: Graph, training: Id): Block | undefined {
  const feeding = graph.into(training).filter(flow => LINEAGE.has(flow.kind))
  return feeding.map(flow => graph.block(flow.source)).find(block => block?.kind === 'dataset-builder')
}

function newTraining(draft: Draft, graph: Graph, model: Block): Id {
  const training = draft.add('training-job', `${model.id}-training`)
  const set = datasetOf(draft, graph, training)
  const setBlock = graph.block(set)
  if (!setBlock || !ancestorsHaveData(graph, set)) feed(draft, graph, training, set)
  else handOn(draft, graph, set, training, ['data'])
  const job: Block = { id: training, kind: 'training-job', label: '', props: {} }
  const isLabelled = setBlock !== undefined && hasLabels(graph, setBlock)
  if (needsLabels(graph, job) && !isLabelled) joinLabels(draft, graph, training, set)
  for (const trigger of graph.ofKind('retraining-trigger').slice(0, 1)) draft.link(trigger.id, training, ['trigger'])
  return training
}

function datasetOf(draft: Draft, graph: Graph, training: Id): Id {
  const set = trainingSetOf(graph, training) ?? graph.ofKind('dataset-builder')[0]
  return set?.id ?? draft.add('dataset-builder', `${training}-set`)
}

function feed(draft: Draft, graph: Graph, training: Id, set: Id): void {
  const source = graph.blocks.find(isSource)?.id ?? draft.add('data-source', `${training}-source`)
  const after = descendants(graph, source, LINEAGE)
  const checks = graph.ofKind('data-validation')
  const check = (checks.find(block => after.has(block.id)) ?? checks[0])?.id
  const validation = check ?? draft.add('data-validation', `${training}-validation`)
  if (!after.has(validation)) handOn(draft, graph, source, validation)
  if (!descendants(graph, validation, LINEAGE).has(set)) handOn(draft, graph, validation, set, ['data'])
  handOn(draft, graph, set, training, ['data'])
}

function joinLabels(draft: Draft, graph: Graph, training: Id, input: Id): boolean {
  const log = graph.ofKind('prediction-log')[0]?.id ?? newLog(draft, graph)
  if (log === undefined) return false
  const labels =
    graph.ofKind('label-join')[0]?.id ??
    draft.add('label-join', `${training}-labels`, { props: { labelType: 'natural' } })
  handOn(draft, graph, log, labels, ['feedback', 'data', 'stream'])
  handOn(draft, graph, labels, input, ['data'])
  return true
}

function newLog(draft: Draft, graph: Graph): Id | undefined {
  const [model] = servedModels(graph)
  return model && logOf(draft, graph, model)
}

function release(draft: Draft, graph: Graph, training: Id, model: Block): void {
  const evaluation = graph.ofKind('offline-eval')[0]?.id ?? draft.add('offline-eval', `${model.id}-eval`)
  const registry = graph.ofKind('model-registry')[0]?.id ?? draft.add('model-registry', `${model.id}-registry`)
  const rollout =
    graph.ofKind('safe-rollout')[0]?.id ??
    draft.add('safe-rollout', `${model.id}-rollout`, { props: { method: 'canary' } })
  const chain = [training, evaluation, registry, rollout, model.id]
  for (const [i, to] of chain.slice(1).entries())
    if (!descendants(graph, chain[i]!, ARTIFACT).has(to)) draft.link(chain[i]!, to, ['artifact'])
}

function isTrained(graph: Graph, block: Block): boolean {
  return [...ancestors(graph, block.id, ARTIFACT)].some(id => {
    const kind = graph.block(id)?.kind
    return kind === 'training-job' || kind === 'pretrained-model'
  })
}

function ancestorsHaveData(graph: Graph, set: Id): boolean {
  return [...ancestors(graph, set, LINEAGE)].some(id => {
    const block = graph.block(id)
    return block !== undefined && isSource(block)
  })
}
