import { studies } from '../graph/evaluation'
import type { Graph } from '../graph/graph'
import { isUserFacing } from '../graph/live-trials'
import { isTrue, listOf, wordOf } from '../graph/props'
import { defineRule } from './rule'
import { awsLens, mlTestScore, nistRmf } from './sources'
import { listed, verb } from './words'

/** Where a model of a task is known to be weakest, beside new users and small markets. */
const WEAK_SPOTS: ReadonlyMap<string | undefined, readonly string[]> = new Map([
  ['ranking', ['new-items', 'device']],
  ['recommendation', ['new-items', 'device']],
  ['retrieval', ['query-length', 'rare-queries']],
  ['generation', ['language', 'unanswerable']],
  ['detection', ['small-objects', 'night']],
  ['forecasting', ['season', 'new-series']],
])

export default defineRule({
  id: 'no-slice-eval',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'info',
  summary: 'Quality is measured by groups of users and cases, not on average alone.',
  why: 'A model can gain on average and lose for newcomers, for a language or for a protected group, and the average is all that anyone reads. Weak groups find out before the team does.',
  cure: 'Name the groups that are measured by themselves: newcomers, locales, devices, protected groups.',
  tradeoff: 'Small groups give noisy numbers, and every group is one more chart that somebody has to read.',
  silent: [
    'Another evaluation of the same model is sliced.',
    'The brief says that users do not see the predictions.',
    'No offline evaluation is drawn: then `no-offline-eval` speaks.',
  ],
  source: [mlTestScore('Model 6', 'Model 7'), awsLens('MLREL03-BP04'), nistRmf('MEASURE 2.11')],
  good: [
    `ev offline-eval slices=new-users|locale; training-job -> ev -> model-registry`,
    `study offline-eval slices=skin-tone; training-job -> offline-eval, study`,
    `brief userFacing=false; training-job -> offline-eval`,
    `dataset-builder -> training-job`,
  ],
  bad: [
    `dataset-builder -> training-job -> offline-eval -> model-registry`,
    `brief highStakes=true; training-job -> offline-eval -> model-registry`,
    `brief mlTask=ranking personalised=true; study offline-eval "Rater study"; training-job -> offline-eval, study`,
    `a training-job "Retrieval training"; b training-job "Ranking training"; eva offline-eval slices=locale; a -> eva; b -> offline-eval`,
  ],
  applies: graph => isUserFacing(graph) && graph.ofKind('offline-eval').length > 0,
  *check(graph) {
    const isHighStakes = isTrue(graph.brief, 'highStakes')
    for (const group of studies(graph)) {
      if (group.some(each => listOf(each.props, 'slices').length > 0)) continue
      yield {
        at: group.map(each => each.id),
        field: 'slices',
        severity: isHighStakes ? 'warning' : 'info',
        message: `${listed(group)} ${verb(group, 'measures', 'measure')} the average alone: a group that the model fails stays hidden in it.`,
        fixes: () => [{ title: 'name the slices', field: 'slices', examples: examplesFor(graph) }],
      }
    }
  },
})

/** Each a whole list, the commonest first. */
function examplesFor(graph: Graph): (readonly string[])[] {
  const weak = WEAK_SPOTS.get(wordOf(graph.brief, 'mlTask')) ?? ['locale', 'device']
  const usual = isTrue(graph.brief, 'personalised') ? ['new-users', ...weak] : weak
  return [usual, [...usual, 'age-group', 'gender']]
}
