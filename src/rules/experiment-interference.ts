import type { Graph } from '../graph/graph'
import { isTrue, wordOf } from '../graph/props'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { houseRule } from './sources'
import { named } from './words'

/** Units that share a network or a market with their own control group. A unit that is not set is the user. */
const ENTANGLED = new Set(['user', 'session'])

export default defineRule({
  id: 'experiment-interference',
  step: 'evaluate',
  sort: 'correctness',
  severity: 'info',
  summary: 'Where users affect each other, an experiment splits what they share.',
  why: 'In a market the treated take rides, rooms or views from the controls; in a network they pass content on to them. The difference between the two then counts the effect twice, or hides it.',
  cure: 'Assign clusters of users who know each other, or switch a whole region on and off by the hour.',
  tradeoff: 'There are far fewer clusters or hours than users, so the same effect takes longer to see.',
  silent: [
    'The unit is a cluster or a region, or the method is a switchback.',
    'Interleaving shows both rankings to the same user, and a bandit is not read as a split.',
    'The brief does not say that users affect each other.',
  ],
  source: [houseRule('Interference in networks and markets')],
  good: [
    `brief networkEffects=true; ab online-experiment method=ab unit=cluster; prediction-log -> ab -> safe-rollout`,
    `brief networkEffects=true; ab online-experiment method=switchback unit=region-hour; prediction-log -> ab`,
    `brief networkEffects=true; ab online-experiment method=interleaving; prediction-log -> ab`,
    `ab online-experiment method=ab unit=user; prediction-log -> ab`,
  ],
  bad: [
    `brief networkEffects=true; ab online-experiment "A/B test" method=ab unit=user; app-service -> prediction-log -> ab -> safe-rollout`,
    `brief networkEffects=true; ab online-experiment method=ab; prediction-log -> ab`,
    `brief networkEffects=true; ab online-experiment method=ab unit=session; prediction-log -> ab`,
  ],
  applies: graph => isTrue(graph.brief, 'networkEffects') && splits(graph).length > 0,
  *check(graph) {
    for (const experiment of splits(graph)) {
      const unit = wordOf(experiment.props, 'unit') ?? 'user'
      if (!ENTANGLED.has(unit)) continue
      yield {
        at: [experiment.id],
        field: 'unit',
        message: `${named(experiment)} splits by ${unit} although users affect each other: its control group feels the treatment, and the difference misleads.`,
        fixes: () => [
          change(graph, experiment, { unit: 'cluster' }, 'assign clusters of users'),
          change(graph, experiment, { method: 'switchback', unit: 'region-hour' }, 'switch regions by the hour'),
        ],
      }
    }
  },
})

function splits(graph: Graph): readonly Block[] {
  return graph.ofKind('online-experiment').filter(each => wordOf(each.props, 'method') === 'ab')
}

function change(graph: Graph, experiment: Block, to: Readonly<Record<string, string>>, title: string): EditFix | null {
  const draft = draftFix(graph)
  for (const [key, value] of Object.entries(to)) draft.setProp(experiment, key, value)
  return draft.done(title)
}
