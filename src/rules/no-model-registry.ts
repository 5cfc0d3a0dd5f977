import type { Graph } from '../graph/graph'
import { wordOf } from '../graph/props'
import { ARTIFACT, bypasses, descendants } from '../graph/reach'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import type { Block, Flow, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens, googleMlops, mlTestScore } from './sources'
import { listed, named } from './words'

export default defineRule({
  id: 'no-model-registry',
  step: 'model',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Every released model passes a registry.',
  why: 'A registry keeps each version with its data, metrics and approval, so a bad release is undone in one action. Without it a rollback means training the old model again.',
  cure: 'Lead every artefact through a registry before it is released.',
  tradeoff: 'One more system to run and a step before each release, for a rollback in one action.',
  silent: [
    'An online trainer syncs parameters all the time and makes no versions.',
    'The scope is narrower than the whole system.',
    'No training job leads to a served model: the version of a hosted one is its host’s.',
  ],
  source: [mlTestScore('Infra 7'), awsLens('MLREL05-BP02'), googleMlops(1)],
  good: [
    `training-job -> offline-eval -artifact-> model-registry -> safe-rollout -> ranker`,
    `training-job training-job mode=online; training-job -> online-inference`,
    `training-job -> batch-inference -data-> dataset-builder; tr2 training-job mode=online; tr2 -> ranker`,
    `brief scope=training; training-job -> online-inference`,
    `llm llm hosted=true; client -> app-service -> llm`,
  ],
  bad: [
    `training-job -> online-inference`,
    `training-job -> offline-eval -artifact-> safe-rollout -> ranker, online-inference`,
    `training-job -> model-registry -> ranker; training-job -> candidate-generator; candidate-generator candidate-generator method=two-tower`,
  ],
  applies: graph => scopeOf(graph) !== 'training' && trainers(graph).some(job => released(graph, job).length > 0),
  *check(graph) {
    for (const training of trainers(graph)) {
      const models = released(graph, training).filter(model => isUnregistered(graph, training, model.id))
      if (models.length === 0) continue
      yield {
        at: [training.id],
        message: `No model registry: ${named(training)} deploys straight to ${listed(models)}, with no version to roll back to.`,
        fixes: () => [register(graph, training, models)],
      }
    }
  },
})

/** Training that makes versions; an online trainer syncs parameters and makes none. */
function trainers(graph: Graph): readonly Block[] {
  return graph.ofKind('training-job').filter(training => !isOnlineTrainer(training))
}

function released(graph: Graph, training: Block): readonly Block[] {
  const users = descendants(graph, training.id, ARTIFACT, isOnlineTrainer)
  return servedModels(graph).filter(model => users.has(model.id))
}

function isOnlineTrainer(block: Block): boolean {
  return block.kind === 'training-job' && wordOf(block.props, 'mode') === 'online'
}

function isGate(block: Block): boolean {
  return block.kind === 'model-registry' || isOnlineTrainer(block)
}

function isUnregistered(graph: Graph, from: Block, model: Id): boolean {
  return bypasses(graph, from.id, model, ARTIFACT, isGate)
}

/** Leads every artefact that enters a rollout or a served block unregistered through the registry. */
function register(graph: Graph, training: Block, models: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = graph.ofKind('model-registry')
  const registry = existing?.id ?? draft.add('model-registry', `${training.id}-registry`, { beside: [training] })
  const unregistered = new Set([training.id, ...descendants(graph, training.id, ARTIFACT, isGate)])
  const entries = graph.flows.filter(
    flow => flow.kind === 'artifact' && unregistered.has(flow.source) && isRelease(graph, flow, models),
  )
  for (const flow of entries) draft.lead(flow, registry)
  return draft.done(existing ? `release through ${named(existing)}` : 'add model registry')
}

function isRelease(graph: Graph, flow: Flow, models: readonly Block[]): boolean {
  if (graph.block(flow.source)?.kind === 'safe-rollout') return false
  if (models.some(model => model.id === flow.target)) return true
  const isRollout = graph.block(flow.target)?.kind === 'safe-rollout'
  const after = descendants(graph, flow.target, ARTIFACT, isGate)
  return isRollout && models.some(model => after.has(model.id))
}
