import type { Graph } from '../graph/graph'
import { descendants, type Kinds } from '../graph/reach'
import { scopeOf } from '../graph/scope'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore } from './sources'
import { named } from './words'

/** Over what a trained model, or its scores, reach an evaluation. */
const EVALUATED_OVER: Kinds = new Set(['artifact', 'metric', 'data'])

export default defineRule({
  id: 'no-offline-eval',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'error',
  summary: 'Every training job is followed by an offline evaluation.',
  why: 'A training loss says how well the model fits data it has seen. Held-out metrics are the cheapest place to catch a bad model, before any user meets it.',
  cure: 'Evaluate between training and release, on rows that training never saw.',
  tradeoff: 'Offline gains do not always reach users, and a held-out set costs training data and upkeep.',
  silent: [
    'An evaluation further down counts: of the model block, of its metrics, or of the scores that it writes.',
    'No training job is drawn.',
    'The scope is serving, experiment or data.',
  ],
  source: [mlTestScore('Model 2', 'Infra 4')],
  good: [
    `training-job -> offline-eval -artifact-> model-registry`,
    `training-job -> model -> offline-eval`,
    `training-job -metric-> offline-eval`,
    `training-job -> batch-inference -data-> offline-eval`,
    `brief scope=experiment; training-job -> online-experiment`,
    `llm llm hosted=true; client -> app-service -> llm`,
  ],
  bad: [
    `dataset-builder -> training-job -> model-registry -> safe-rollout -> ranker`,
    `training-job -> online-inference; dataset-builder -> offline-eval`,
    `a training-job "Retrieval training"; b training-job "Ranking training"; a, b -> model-registry; b -> offline-eval`,
  ],
  applies: graph => scopeOf(graph) !== 'experiment' && graph.ofKind('training-job').length > 0,
  *check(graph) {
    for (const training of graph.ofKind('training-job'))
      if (!isEvaluated(graph, training))
        yield {
          at: [training.id],
          message: `No offline evaluation: nothing measures what ${named(training)} made before it is released.`,
          fixes: () => [evaluate(graph, training)],
        }
  },
})

function isEvaluated(graph: Graph, training: Block): boolean {
  const after = descendants(graph, training.id, EVALUATED_OVER)
  return graph.ofKind('offline-eval').some(evaluation => after.has(evaluation.id))
}

/** Evaluates between training and its registry or rollout, on held-out rows of the same training set. */
function evaluate(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = graph.ofKind('offline-eval')
  const evaluation = existing?.id ?? draft.add('offline-eval', `${training.id}-eval`, { beside: [training] })
  const releases = graph
    .outOf(training.id)
    .filter(flow => flow.kind === 'artifact' && isGateway(graph.block(flow.target)))
  for (const flow of releases) draft.lead(flow, evaluation)
  draft.link(training.id, evaluation, ['artifact'])
  const [registry] = graph.ofKind('model-registry')
  if (releases.length === 0 && registry) draft.link(evaluation, registry.id, ['artifact'])
  const set = graph.into(training.id).find(flow => graph.block(flow.source)?.kind === 'dataset-builder')
  if (set && !existing) draft.link(set.source, evaluation, ['data'])
  return draft.done(existing ? `evaluate with ${named(existing)}` : 'add offline evaluation')
}

function isGateway(block: Block | undefined): boolean {
  return block?.kind === 'model-registry' || block?.kind === 'safe-rollout'
}
