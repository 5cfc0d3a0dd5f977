import type { Graph } from '../graph/graph'
import { isTestedLive, isUserFacing, limitedRollouts } from '../graph/live-trials'
import { wordOf } from '../graph/props'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { sketch } from '../plan/sketch'
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
  tradeoff:
    'Every launch waits for enough traffic, often a week or two, and some users get the worse variant meanwhile.',
  source: [rulesOfMl(24, 39)],
  good: [
    sketch`client -> app-service -> ranker; app-service -> prediction-log -metric-> online-experiment -trigger-> safe-rollout -> ranker`,
    sketch`ab online-experiment method=bandit; client -> app-service -> ab -> ranker`,
    sketch`brief userFacing=false; client -> app-service -> ranker; safe-rollout -> ranker`,
    sketch`brief scope=serving; client -> app-service -> ranker; safe-rollout -> ranker`,
    sketch`rr re-ranker explorationShare=0.02; ev offline-eval method=replay; client -> app-service -> ranker, rr; safe-rollout -> ranker; ev -> safe-rollout`,
    sketch`client -> app-service -> ranker; training-job -> offline-eval`,
  ],
  bad: [
    sketch`client -> app-service -> ranker; safe-rollout safe-rollout method=canary; safe-rollout -> ranker; offline-eval -artifact-> safe-rollout`,
    sketch`client -> app-service -> ranker; app-service -> prediction-log`,
    sketch`inf online-inference; event-stream -> inf; roll safe-rollout method=shadow; roll -> inf`,
    sketch`client -> ranker; model-registry -> ranker`,
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
      at: experimentNeighbours(graph, model),
      message: `No online experiment: ${isTriedLive ? trialShows(graph) : `nothing shows that ${listed(models)} ${verb(models, 'helps', 'help')} users.`}`,
      fixes: [addExperiment(graph, model)],
    }
  },
})

function trialShows(graph: Graph): string {
  const models = servedModels(graph)
  const method = wordOf(limitedRollouts(graph)[0]?.props, 'method')
  const trial = method === 'shadow' ? 'a shadow run' : 'a canary'
  return `${trial} shows that ${listed(models)} ${verb(models, 'is', 'are')} safe, not that ${verb(models, 'it helps', 'they help')}.`
}
