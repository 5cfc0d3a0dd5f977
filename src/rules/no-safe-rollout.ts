import { isExposedSlowly, isReleased } from '../graph/exposure'
import type { Graph } from '../graph/graph'
import { trainingJobsOf } from '../graph/lineage'
import { wordOf } from '../graph/props'
import { ARTIFACT, ancestors, descendants } from '../graph/reach'
import { orchestratorOf } from '../graph/request-path'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { vectorSpaces } from '../graph/vector-spaces'
import { isAllowedPair } from '../kinds/flow-kinds'
import type { Block, Flow, Id } from '../model/design'
import { type Draft, draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, systemPattern } from './sources'
import { listed, named } from './words'

export default defineRule({
  id: 'no-safe-rollout',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'warning',
  summary: 'A new version meets a little traffic before it meets all of it.',
  why: 'Some faults show only live: a feature that is missing at serving, a tail that is slow, an answer that annoys. A shadow run or a canary meets them with few users, while the old version still stands.',
  cure: 'Put a shadow run or a canary, with a way back, between the registry and what it deploys to.',
  tradeoff: 'Two versions run side by side for a while: twice the serving cost, and two sets of numbers to keep apart.',
  silent: [
    'An online experiment starts with at most 10 % of the traffic.',
    'Every training job of the model learns online: nothing is released.',
    'The model is fitted anew in each run, or someone else runs it.',
    'A rollout of which nobody drew where it leads is taken to serve what is made from the same artefacts.',
    'The scope is narrower than the whole system.',
  ],
  source: [mlTestScore('Infra 6'), systemPattern('Shadow AB-testing pattern')],
  good: [
    `training-job -> offline-eval -> model-registry -> safe-rollout -> ranker`,
    `training-job -> model-registry -> ranker, safe-rollout`,
    `model-registry -> ranker; app-service -> safe-rollout -request-> ranker`,
    `ab online-experiment rampPercent=5; training-job -> model-registry -> ranker; prediction-log -> ab`,
    `training-job training-job mode=online; training-job -> online-inference`,
    `bi batch-inference fit=at-scoring; data-lake -> bi -> prediction-store`,
    `rk ranker modelParams=external; client -> app-service -> rk`,
    `cg candidate-generator method=two-tower; enc online-inference; model-registry -> safe-rollout -> enc; app-service -> cg -> enc`,
    `brief scope=serving; client -> app-service -> ranker`,
  ],
  bad: [
    `training-job -> offline-eval -> model-registry -> ranker; client -> app-service -> ranker`,
    `cg candidate-generator method=two-tower; training-job -> model-registry -> cg, ranker; client -> app-service -> cg, ranker; model-registry -> embedding-job -> ann-index; cg -> ann-index`,
    `rk ranker; inf online-inference; training-job -> model-registry -> safe-rollout -> rk; model-registry -> inf; client -> app-service -> rk, inf`,
    `enc online-inference; training-job -> model-registry -> enc; training-job -> embedding-job -> ann-index; client -> app-service -> enc; app-service -> ann-index`,
    `llm llm hosted=true; ab online-experiment rampPercent=50; client -> app-service -> llm; prediction-log -> ab`,
    `data-source -> dataset-builder -> training-job -> model-registry; client -> app-service -> ranker`,
  ],
  applies: graph => scopeOf(graph) === 'full' && releasedModels(graph).length > 0,
  *check(graph) {
    for (const models of byRelease(graph, releasedModels(graph))) {
      const feeders = new Set(models.flatMap(model => releases(graph, model.id).map(flow => flow.source)))
      yield {
        at: [...feeders, ...models.map(model => model.id)],
        message: `No safe rollout: a new version of ${listed(models)} takes all traffic at once, and its faults hit everyone.`,
        fixes: () => [rollOut(graph, models)],
      }
    }
  },
})

function releasedModels(graph: Graph): readonly Block[] {
  return servedModels(graph).filter(model => isReleased(model) && !learnsOnline(graph, model))
}

function learnsOnline(graph: Graph, model: Block): boolean {
  const jobs = trainingJobsOf(graph, model)
  return jobs.length > 0 && jobs.every(job => wordOf(job.props, 'mode') === 'online')
}

/** Models that go out unprotected, those that the same blocks deploy together: one rollout cures them. */
function byRelease(graph: Graph, models: readonly Block[]): Iterable<readonly Block[]> {
  const groups = new Map<string, Block[]>()
  for (const model of models) {
    if (isExposedSlowly(graph, model)) continue
    const sources = releases(graph, model.id).map(flow => flow.source)
    const key = sources.length > 0 ? [...new Set(sources)].sort().join(' ') : orchestratorOf(graph, model).id
    groups.set(key, [...(groups.get(key) ?? []), model])
  }
  return groups.values()
}

function releases(graph: Graph, id: Id): readonly Flow[] {
  return graph.into(id).filter(flow => flow.kind === 'artifact')
}

/** Leads what deploys the models, and the vectors that must change with them, through one rollout. */
function rollOut(graph: Graph, models: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  const existing = rolloutOf(graph, models)
  const rollout = existing?.id ?? addRollout(draft, graph, models)
  for (const model of models) {
    for (const flow of releases(graph, model.id)) if (canRollOut(graph, flow)) draft.lead(flow, rollout)
    draft.link(rollout, model.id, ['artifact'])
  }
  for (const flow of vectorReleases(graph, models)) {
    draft.cut(flow)
    draft.link(rollout, flow.target, ['artifact'])
  }
  return draft.done(existing ? `roll out through ${named(existing)}` : 'add a canary')
}

/** A flow that should not be an artefact at all is left to `invalid-connection`. */
function canRollOut(graph: Graph, flow: Flow): boolean {
  return isAllowedPair('artifact', graph.block(flow.source)?.kind ?? '', 'safe-rollout')
}

/** The rollout of the same artefacts, if the design has one. */
function rolloutOf(graph: Graph, models: readonly Block[]): Block | undefined {
  const ids = models.map(model => model.id)
  const made = descendants(graph, ancestors(graph, ids, ARTIFACT), ARTIFACT)
  return graph.ofKind('safe-rollout').find(rollout => made.has(rollout.id))
}

function addRollout(draft: Draft, graph: Graph, models: readonly Block[]): Id {
  const [first] = models
  const rollout = draft.add('safe-rollout', `${first!.id}-rollout`, { props: { method: 'canary', rollback: true } })
  const isDeployed = models.some(model => releases(graph, model.id).length > 0)
  const idle = graph.ofKind('model-registry').find(registry => isIdle(graph, registry))
  if (!isDeployed && idle) draft.link(idle.id, rollout, ['artifact'])
  return rollout
}

/** Whether a registry holds what was trained here, and nobody drew where it goes. */
function isIdle(graph: Graph, registry: Block): boolean {
  const isUsed = graph.outOf(registry.id).some(flow => flow.kind === 'artifact')
  return !isUsed && trainingJobsOf(graph, registry).length > 0
}

/** Deployments of the jobs that fill the indexes of these models: item vectors change with the query encoder. */
function vectorReleases(graph: Graph, models: readonly Block[]): readonly Flow[] {
  const before = ancestors(
    graph,
    models.map(model => model.id),
    ARTIFACT,
  )
  const spaces = vectorSpaces(graph).filter(space => space.encoders.some(encoder => models.includes(encoder)))
  const jobs = new Set(spaces.map(space => space.job.id))
  return [...jobs]
    .filter(id => !before.has(id))
    .flatMap(id => releases(graph, id))
    .filter(flow => graph.block(flow.source)?.kind !== 'safe-rollout')
}
