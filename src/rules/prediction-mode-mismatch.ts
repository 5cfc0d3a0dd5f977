import type { Graph } from '../graph/graph'
import { upstream } from '../graph/lineage'
import { observersOf } from '../graph/observed'
import { wordOf } from '../graph/props'
import { ARTIFACT } from '../graph/reach'
import { onRequestPath, orchestratorOf } from '../graph/request-path'
import { servedModels } from '../graph/served'
import type { Block, Id } from '../model/design'
import { type Draft, draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens, systemPattern } from './sources'
import { listed, verb } from './words'

const MAKES_MODELS = new Set(['training-job', 'pretrained-model'])

export default defineRule({
  id: 'prediction-mode-mismatch',
  step: 'frame',
  sort: 'correctness',
  severity: 'warning',
  summary: 'The drawing predicts when the brief says that it predicts.',
  why: 'Ahead of time or at the request decides the features that can be used, the hardware, and how old an answer may be. Brief and drawing that disagree get built by two teams in two ways.',
  cure: 'Serve as the brief says, or correct the brief.',
  tradeoff:
    'Scoring ahead of time is cheap and simple but pays for answers that nobody asks for and knows nothing of this moment; scoring at the request is fresh and must be fast and always up.',
  silent: [
    'The brief names no mode, or stream or edge.',
    'Some models are asked and some score ahead: the drawing does both.',
    'Nothing in the drawing runs a model.',
  ],
  source: [systemPattern('Batch pattern'), systemPattern('Synchronous pattern'), awsLens('MLCOST05-BP01')],
  good: [
    `brief predictionMode=online; client -> app-service -> ranker`,
    `brief predictionMode=batch; data-lake -> batch-inference -> prediction-store; client -> app-service -> prediction-store`,
    `brief predictionMode=online; data-lake -> batch-inference -> prediction-store; client -> app-service -> prediction-store, ranker`,
    `brief predictionMode=stream; client -> app-service -> ranker`,
    `client -> app-service -> ranker`,
    `brief predictionMode=batch; client -> app-service -> operational-store`,
  ],
  bad: [
    `brief predictionMode=online; training-job -> batch-inference -> prediction-store; client -> app-service -> prediction-store; batch-inference -metric-> drift-monitor`,
    `brief predictionMode=batch; training-job -> ranker; client -> app-service -> ranker; app-service -> prediction-log -metric-> drift-monitor`,
    `brief predictionMode=batch; client -> app-service -> candidate-generator, llm; candidate-generator candidate-generator method=two-tower`,
    `brief predictionMode=online; data-lake -> batch-inference -> prediction-store`,
  ],
  applies: graph => servedModels(graph).length > 0 && ['online', 'batch'].includes(modeOf(graph)),
  *check(graph) {
    const models = servedModels(graph)
    const mode = modeOf(graph)
    if (mode === 'online' && models.every(model => scoresAhead(graph, model)))
      yield {
        at: [],
        field: 'predictionMode',
        message: `The brief says online, but ${listed(models)} ${verb(models, 'scores', 'score')} ahead of time: an answer is as old as the last run.`,
        fixes: () => [serveOnline(graph, models), correctMode(graph, 'batch')],
      }
    if (mode === 'batch' && models.every(model => onRequestPath(graph).has(model.id)))
      yield {
        at: [],
        field: 'predictionMode',
        message: `The brief says batch, but users wait for ${listed(models)}: every request pays for the model, and needs it up.`,
        fixes: () => [scoreAhead(graph, models), correctMode(graph, 'online')],
      }
  },
})

function modeOf(graph: Graph): string {
  return wordOf(graph.brief, 'predictionMode') ?? ''
}

function scoresAhead(graph: Graph, model: Block): boolean {
  return model.kind === 'batch-inference' && !onRequestPath(graph).has(model.id)
}

function correctMode(graph: Graph, mode: string): EditFix | null {
  const draft = draftFix(graph)
  draft.setBrief('predictionMode', mode)
  return draft.done(`say ${mode} in the brief`)
}

/** Runs the model of a batch job for each request, too: asked by who reads what the job wrote. */
function serveOnline(graph: Graph, models: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  for (const model of models) {
    const caller = readerOf(graph, model)
    if (!caller) continue
    const twin = addTwin(draft, graph, model, 'online-inference')
    if (twin === null) continue
    draft.link(caller.id, twin, ['request'])
    return draft.done('add online inference')
  }
  return null
}

/** Scores ahead of time with a model that users wait for, into a store that its caller reads. */
function scoreAhead(graph: Graph, models: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  for (const model of models) {
    const twin = addTwin(draft, graph, model, 'batch-inference')
    if (twin === null) continue
    const store = draft.add('prediction-store', `${model.id}-store`)
    draft.link(twin, store, ['data'])
    draft.link(orchestratorOf(graph, model).id, store, ['request'])
    return draft.done('add batch inference and a prediction store')
  }
  return null
}

/**
 * A second block that runs the same trained model and reports to the same monitor. Null when the lineage or the
 * monitoring is not drawn: the twin would lack them, too.
 */
function addTwin(draft: Draft, graph: Graph, model: Block, kind: 'online-inference' | 'batch-inference'): Id | null {
  const isTrained = upstream(graph, model, ARTIFACT).some(block => MAKES_MODELS.has(block.kind))
  const seers = observersOf(graph, model)
  const monitor = graph.ofKind('drift-monitor', 'performance-monitor').find(each => seers.has(each.id))
  if (!isTrained || !monitor) return null
  const twin = draft.add(kind, `${model.id}-${kind === 'online-inference' ? 'online' : 'batch'}`)
  for (const flow of graph.into(model.id)) if (flow.kind === 'artifact') draft.link(flow.source, twin, ['artifact'])
  draft.link(twin, monitor.id, ['metric'])
  return twin
}

/** Who answers requests with what a batch job wrote. */
function readerOf(graph: Graph, model: Block): Block | undefined {
  const outlets = graph.outOf(model.id).flatMap(flow => graph.block(flow.target) ?? [])
  const readers = outlets.flatMap(outlet => {
    const reader = orchestratorOf(graph, outlet)
    return reader.id === outlet.id ? [] : [reader]
  })
  return readers.find(reader => onRequestPath(graph).has(reader.id))
}
