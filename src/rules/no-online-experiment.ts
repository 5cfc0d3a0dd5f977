import type { Graph } from '../graph/graph'
import { isTestedLive, isUserFacing, limitedRollouts } from '../graph/live-trials'
import { wordOf } from '../graph/props'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { addExperiment, experimentNeighbours } from './fixes/observing'
import { defineRule } from './rule'
import { rulesOfMl } from './sources'
import { listed, verb } from './words'

export default defineRule({
  id: 'no-online-experiment',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'warning',
  summary: 'A causal test shows that a new model helps.',
  why: 'A shadow run or a canary answers whether the new version breaks something. Only a split of users, at the same time, tells its effect from the season, the campaign and chance.',
  cure: 'Split live users between versions and compare what they do.',
  tradeoff:
    'Every launch waits for enough traffic, often a week or two, and some users get the worse variant meanwhile.',
  silent: [
    'A bandit splits traffic, and logged exploration replayed offline compares versions after the fact.',
    'With an offline evaluation and no trial at all, `no-online-eval` speaks.',
    'The brief says that users do not see the predictions.',
    'The scope is narrower than the whole system.',
  ],
  source: [rulesOfMl(24, 39)],
  good: [
    `client -> app-service -> ranker; app-service -> prediction-log -metric-> online-experiment -trigger-> safe-rollout -> ranker`,
    `ab online-experiment method=bandit; client -> app-service -> ab -> ranker`,
    `brief userFacing=false; client -> app-service -> ranker; safe-rollout -> ranker`,
    `brief scope=serving; client -> app-service -> ranker; safe-rollout -> ranker`,
    `rr re-ranker explorationShare=0.02; ev offline-eval method=replay; client -> app-service -> ranker, rr; safe-rollout -> ranker; ev -> safe-rollout`,
    `client -> app-service -> ranker; training-job -> offline-eval`,
  ],
  bad: [
    `client -> app-service -> ranker; safe-rollout safe-rollout method=canary; safe-rollout -> ranker; offline-eval -artifact-> safe-rollout`,
    `client -> app-service -> ranker; app-service -> prediction-log`,
    `inf online-inference; event-stream -> inf; roll safe-rollout method=shadow; roll -> inf`,
    `client -> ranker; model-registry -> ranker`,
  ],
  applies: graph => servedModels(graph).length > 0 && isUserFacing(graph) && scopeOf(graph) === 'full',
  *check(graph) {
    if (isTestedLive(graph)) return
    const isTriedLive = limitedRollouts(graph).length > 0
    // With an evaluation and no trial at all, `no-online-eval` speaks.
    if (!isTriedLive && graph.ofKind('offline-eval').length > 0) return
    const models = servedModels(graph)
    const [model] = models
    if (!model) return
    yield {
      at: experimentNeighbours(graph, models),
      message: `No online experiment: ${isTriedLive ? trialShows(graph) : `nothing shows that ${listed(models)} ${verb(models, 'helps', 'help')} users.`}`,
      fixes: () => [addExperiment(graph, model)],
    }
  },
})

function trialShows(graph: Graph): string {
  const models = servedModels(graph)
  const method = wordOf(limitedRollouts(graph)[0]?.props, 'method')
  const trial = method === 'shadow' ? 'a shadow run' : 'a canary'
  return `${trial} shows that ${listed(models)} ${verb(models, 'is', 'are')} safe, not that ${verb(models, 'it helps', 'they help')}.`
}
