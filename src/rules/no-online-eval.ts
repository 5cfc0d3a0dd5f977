import type { Graph } from '../graph/graph'
import { isTestedLive, isUserFacing, limitedRollouts } from '../graph/live-trials'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { addExperiment, experimentNeighbours } from './fixes/observing'
import { defineRule } from './rule'
import { awsLens, mlTestScore, systemPattern } from './sources'
import { listed, verb } from './words'

export default defineRule({
  id: 'no-online-eval',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'error',
  summary: 'A model that users meet is judged on live traffic, not offline alone.',
  why: 'Offline data was collected under the old model, so it cannot show how users answer the new one. Teams regularly see offline gains that vanish, or turn, online.',
  cure: 'Log what was shown and compare versions on live users in an experiment.',
  tradeoff:
    'An A/B test needs traffic, weeks and a share of users on the worse model; a shadow run sees no reaction of users.',
  silent: [
    'A shadow run, a canary, a bandit or logged exploration replayed offline is a trial on live traffic, too.',
    'The brief says that users do not see the predictions.',
    'No offline evaluation is drawn: then `no-online-experiment` speaks.',
    'The scope is narrower than the whole system.',
  ],
  source: [systemPattern('Offline-only anti-pattern'), mlTestScore('Model 2'), awsLens('MLREL04-BP02')],
  good: [
    `client -> app-service -> ranker; training-job -> offline-eval; app-service -> prediction-log -metric-> online-experiment`,
    `client -> app-service -> ranker; training-job -> offline-eval -artifact-> safe-rollout -> ranker; safe-rollout safe-rollout method=shadow`,
    `brief userFacing=false; client -> app-service -> ranker; training-job -> offline-eval`,
    `brief scope=serving; client -> app-service -> ranker -> offline-eval`,
    `client -> app-service -> ranker; training-job -> model-registry`,
    `pol decision-policy explorationShare=0.02; ev offline-eval method=replay; client -> app-service -> ranker, pol; training-job -> ev`,
    `ab online-experiment method=bandit; client -> app-service -> ab -> ranker; training-job -> offline-eval`,
  ],
  bad: [
    `client -> app-service -> ranker; training-job -> offline-eval -artifact-> model-registry -> ranker`,
    `client -> app-service -> ranker; app-service -> prediction-log; training-job -> offline-eval -artifact-> safe-rollout -> ranker; safe-rollout safe-rollout method=blue-green`,
    `brief networkEffects=true; data-lake -> batch-inference -> prediction-store; training-job -> offline-eval; training-job -> batch-inference`,
  ],
  applies: graph => isJudgedOffline(graph) && isUserFacing(graph) && scopeOf(graph) === 'full',
  *check(graph) {
    if (isTestedLive(graph) || limitedRollouts(graph).length > 0) return
    const models = servedModels(graph)
    const [model] = models
    if (!model) return
    yield {
      at: experimentNeighbours(graph, models),
      message: `No online evaluation: ${listed(models)} ${verb(models, 'ships', 'ship')} on offline scores alone, without an A/B test.`,
      fixes: () => [addExperiment(graph, model)],
    }
  },
})

function isJudgedOffline(graph: Graph): boolean {
  return servedModels(graph).length > 0 && graph.ofKind('offline-eval').length > 0
}
