import { judgesOf, promptsOf } from '../graph/evaluation'
import type { Graph } from '../graph/graph'
import { trainingJobsOf, upstream } from '../graph/lineage'
import { isTestedLive, isUserFacing, limitedRollouts } from '../graph/live-trials'
import { connected } from '../graph/parts'
import { isTrue, wordOf } from '../graph/props'
import { ARTIFACT } from '../graph/reach'
import { servedModels } from '../graph/served'
import { usualMetrics } from '../kinds/metrics'
import type { Block, Id } from '../model/design'
import { type Draft, draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, owaspLlm } from './sources'
import { named } from './words'

/** Kinds through which a release goes, the first before the others. */
const GATES = ['model-registry', 'safe-rollout']

export default defineRule({
  id: 'unevaluated-model',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'warning',
  summary: 'A model that others made is measured on your own cases before it is used.',
  why: 'A leaderboard says how a model does on someone else’s questions. Yours have other words, other lengths and other traps, and the next version of a hosted model may do worse on them without notice.',
  cure: 'Keep a golden set of your own cases, and evaluate each new version and each new prompt on it.',
  tradeoff: 'A golden set takes days of experts to write, and has to be kept current as the product changes.',
  silent: [
    'An evaluation gates its registry, its rollout or its prompt, gets the same checkpoint, or grades its answers.',
    'You train it further: then `no-offline-eval` speaks of the training.',
    'It is fitted anew in each run.',
    'The scope is serving or data.',
  ],
  source: [owaspLlm('LLM09'), mlTestScore('Model 2')],
  good: [
    `llm llm hosted=true; client -> app-service -> prompt-builder, llm; annotation -> offline-eval -artifact-> prompt-builder`,
    `pretrained-model -> offline-eval -> model-registry -> llm`,
    `pretrained-model -> model-registry -> safe-rollout -> online-inference; annotation -> offline-eval -trigger-> safe-rollout`,
    `llm llm hosted=true; client -> app-service -> llm -async-> offline-eval`,
    `pretrained-model -> offline-eval, online-inference`,
    `pretrained-model -> training-job -> online-inference`,
    `bi batch-inference fit=at-scoring hosted=true; data-lake -> bi -> prediction-store`,
    `cg candidate-generator method=heuristic hosted=true; client -> app-service -> cg`,
  ],
  bad: [
    `llm llm hosted=true; client -> app-service -> llm`,
    `pretrained-model -> model-registry -> safe-rollout -> online-inference; client -> app-service -> online-inference`,
    `brief highStakes=true mlTask=generation; llm llm hosted=true; client -> app-service -> prompt-builder, llm; app-service -> prediction-log -> online-experiment`,
    `pretrained-model -> embedding-job -> ann-index; pretrained-model -> online-inference; client -> app-service -> online-inference, ann-index`,
    `llm llm hosted=true; training-job -> offline-eval -> model-registry -> ranker; client -> app-service -> ranker, llm`,
  ],
  applies: graph => borrowedModels(graph).length > 0,
  *check(graph) {
    const isHighStakes = isTrue(graph.brief, 'highStakes')
    for (const model of borrowedModels(graph)) {
      if (judgesOf(graph, model).length > 0) continue
      yield {
        at: [model.id],
        // Where nothing is trained, what others made is all that decides.
        severity: isHighStakes && connected(graph, model, 'training-job').length === 0 ? 'error' : 'warning',
        message: `Nobody measures ${named(model)} on your own data: what it gets wrong there shows only in production.`,
        fixes: () => [evaluate(graph, model)],
      }
    }
  },
})

/** Served models that others made and that nobody here trains on. */
function borrowedModels(graph: Graph): readonly Block[] {
  return servedModels(graph).filter(
    model =>
      wordOf(model.props, 'fit') !== 'at-scoring' &&
      trainingJobsOf(graph, model).length === 0 &&
      (isTrue(model.props, 'hosted') || checkpointsOf(graph, model).length > 0),
  )
}

function checkpointsOf(graph: Graph, model: Block): readonly Block[] {
  return upstream(graph, model, ARTIFACT).filter(block => block.kind === 'pretrained-model')
}

/** A golden set, an evaluation on it, and its verdict before the release. */
function evaluate(graph: Graph, model: Block): EditFix | null {
  const draft = draftFix(graph)
  const evaluation = draft.add('offline-eval', `${model.id}-eval`, { props: metricsFor(graph, model) })
  const golden = draft.add('annotation', `${model.id}-golden-set`, { label: 'Golden set', props: { overlap: 2 } })
  draft.link(golden, evaluation, ['data'])
  for (const checkpoint of checkpointsOf(graph, model)) draft.link(checkpoint.id, evaluation, ['artifact'])
  draft.link(evaluation, gateOf(draft, graph, model), ['artifact'])
  return draft.done('add an evaluation on a golden set')
}

function metricsFor(graph: Graph, model: Block) {
  const task = wordOf(graph.brief, 'mlTask') ?? (model.kind === 'llm' ? 'generation' : '')
  const metrics = usualMetrics(task)
  return metrics.length > 0 ? { metrics } : {}
}

/**
 * What the evaluation decides on: the registry or rollout of the model, else its prompt, else the model itself. Where
 * users meet a model that nothing tries live, a canary comes between: passing offline alone is no release.
 */
function gateOf(draft: Draft, graph: Graph, model: Block): Id {
  const made = upstream(graph, model, ARTIFACT)
  const gates = GATES.flatMap(kind => made.filter(block => block.kind === kind))
  const [gate] = gates.concat(promptsOf(graph, model))
  const isTried = isTestedLive(graph) || limitedRollouts(graph).length > 0 || !isUserFacing(graph)
  const target = gate?.id ?? model.id
  if (isTried || gate?.kind === 'safe-rollout') return target
  const rollout = draft.add('safe-rollout', `${model.id}-rollout`, { props: { method: 'canary', rollback: true } })
  draft.link(rollout, target, ['artifact'])
  return rollout
}
