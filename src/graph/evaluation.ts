import type { Block, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { ARTIFACT, ancestors, descendants, type Kinds } from './reach'
import { calleesOf, callersOf } from './request-path'

/** Over what a model, its metrics or its scores reach an evaluation. */
const JUDGED_OVER: Kinds = new Set(['artifact', 'metric', 'data'])

/** Over what the verdict of an evaluation travels on to what it releases. */
const RELEASES_OVER: Kinds = new Set(['artifact', 'trigger'])

/** Over what answers of a model are handed to an evaluation to be graded. */
const GRADED_OVER: Kinds = new Set(['metric', 'data', 'stream', 'feedback', 'async'])

/** Behind these stand rows, not a model: an evaluation that reads them does not judge who wrote them. */
const HOLDS_ROWS = new Set(['dataset-builder', 'data-lake', 'event-stream', 'label-join', 'prediction-log'])

const MAKES_MODELS = new Set(['training-job', 'hyperparameter-tuning'])

/** Behind these, answers are rows to train on: what is graded there is what was trained on them. */
const MAKES_ROWS = new Set(['training-job', 'label-join', 'dataset-builder'])

/**
 * The offline evaluations in groups that judge the same models, those of a group by id. What one of a group measures,
 * compares with or gates need not be said again by the others: they are studies beside it.
 */
export const studies: (graph: Graph) => readonly (readonly Block[])[] = perGraph(graph => {
  const subjects = new Map(graph.ofKind('offline-eval').map(each => [each, subjectsOf(graph, each)]))
  const judges = new Map<Id, Block[]>()
  for (const [evaluation, ids] of subjects)
    for (const id of ids) judges.set(id, [...(judges.get(id) ?? []), evaluation])
  const grouped = new Set<Block>()
  const groups: Block[][] = []
  for (const first of subjects.keys()) {
    if (grouped.has(first)) continue
    const group = new Set([first])
    for (const each of group)
      for (const id of subjects.get(each)!) for (const other of judges.get(id)!) group.add(other)
    for (const each of group) grouped.add(each)
    groups.push([...group].sort((a, b) => (a.id < b.id ? -1 : 1)))
  }
  return groups
})

/**
 * What an evaluation judges: the training jobs whose model, metrics or scores reach it, or where no training is drawn
 * the checkpoints and model blocks that do. Empty when it stands by itself.
 */
export function subjectsOf(graph: Graph, evaluation: Block): readonly Id[] {
  const isBeyond = (block: Block) => MAKES_MODELS.has(block.kind) || HOLDS_ROWS.has(block.kind)
  const between = [evaluation.id, ...ancestors(graph, evaluation.id, JUDGED_OVER, isBeyond)]
  const isJob = (id: Id) => graph.block(id)?.kind === 'training-job'
  const jobs = between.flatMap(id =>
    graph.into(id).flatMap(flow => (JUDGED_OVER.has(flow.kind) && isJob(flow.source) ? flow.source : [])),
  )
  if (jobs.length > 0) return [...new Set(jobs)].sort()
  return between.filter(id => ['pretrained-model', 'model'].includes(graph.block(id)?.kind ?? '')).sort()
}

/**
 * The offline evaluations that judge what a served block runs: those that gate its release or its prompt, those that
 * got the same artefact, and those that grade its answers. By id.
 */
export function judgesOf(graph: Graph, model: Block): readonly Block[] {
  const evaluations = graph.ofKind('offline-eval')
  if (evaluations.length === 0) return evaluations
  const prompts = promptsOf(graph, model).map(block => block.id)
  const made = ancestors(graph, model.id, ARTIFACT)
  const gates = ancestors(graph, [model.id, ...prompts, ...made], RELEASES_OVER)
  // A plain arrow from an evaluation to what it passed is a flow of data.
  const nearby = [model.id, ...prompts].flatMap(id => graph.into(id).map(flow => flow.source))
  const copies = descendants(graph, [model.id, ...made], ARTIFACT, block => MAKES_MODELS.has(block.kind))
  const speakers = [model, ...callersOf(graph, model.id), ...calleesOf(graph, model.id)].map(block => block.id)
  const graded = descendants(graph, speakers, GRADED_OVER, block => MAKES_ROWS.has(block.kind))
  return evaluations.filter(({ id }) => gates.has(id) || nearby.includes(id) || copies.has(id) || graded.has(id))
}

/** The prompts that a model is asked with: built on the way to it, or by a call of the same caller before. By id. */
export function promptsOf(graph: Graph, model: Block): readonly Block[] {
  const around = [...callersOf(graph, model.id), ...calleesOf(graph, model.id)].map(block => block.id)
  const calls = graph.into(model.id).filter(flow => flow.kind === 'request')
  const siblings = calls.flatMap(call => graph.outOf(call.source)).filter(flow => flow.kind === 'request')
  const ids = new Set([...around, ...siblings.map(flow => flow.target)])
  return graph.ofKind('prompt-builder').filter(prompt => ids.has(prompt.id))
}
