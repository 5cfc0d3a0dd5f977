import { studies } from '../graph/evaluation'
import type { Graph } from '../graph/graph'
import { within } from '../graph/parts'
import { wordOf } from '../graph/props'
import { kindOf } from '../kinds/index'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, rulesOfMl } from './sources'
import { named } from './words'

export default defineRule({
  id: 'no-baseline',
  step: 'model',
  sort: 'coverage',
  severity: 'info',
  summary: 'The model is compared with something simpler.',
  why: 'A score means nothing by itself: 0.82 may be a triumph or worse than showing what is popular. The gain over a simple way is what pays for the data, the serving and the people on call.',
  cure: 'Name what each evaluation compares with: the model in production, a heuristic, a linear model.',
  tradeoff: 'A baseline takes a few days to build and to keep, and may show that the model is not needed.',
  silent: [
    'The brief names the baseline without ML.',
    'Another evaluation of the same model names one.',
    'No offline evaluation is drawn: then `no-offline-eval` speaks.',
  ],
  source: [mlTestScore('Model 5'), rulesOfMl(4, 14)],
  good: [
    `ev offline-eval baseline=popularity; training-job -> ev`,
    `brief nonMlBaseline="most popular items"; training-job -> offline-eval`,
    `study offline-eval baseline="model in production"; training-job -> offline-eval, study`,
    `dataset-builder -> training-job`,
  ],
  bad: [
    `dataset-builder -> training-job -> offline-eval -> model-registry`,
    `fallback fallback "Best sellers"; client -> app-service -> ranker; app-service -> fallback; training-job -> offline-eval -> model-registry -> ranker`,
    `a training-job "Retrieval training"; b training-job "Ranking training"; eva offline-eval baseline=bm25; a -> eva; b -> offline-eval`,
  ],
  applies: graph => graph.ofKind('offline-eval').length > 0,
  *check(graph) {
    if (wordOf(graph.brief, 'nonMlBaseline') !== undefined) return
    for (const group of studies(graph)) {
      const [evaluation] = group
      if (!evaluation || group.some(each => wordOf(each.props, 'baseline') !== undefined)) continue
      yield {
        at: group.map(each => each.id),
        field: 'baseline',
        message: `${named(evaluation)} compares with nothing: a score without a baseline does not say whether the model is worth having.`,
        fixes: () => [
          compareWithFallback(graph, evaluation),
          { title: 'name a baseline', field: 'baseline', examples: ['model in production', 'popularity', 'rules'] },
        ],
      }
    }
  },
})

/** What answers when the model is down answers without the model: the first thing to beat. */
function compareWithFallback(graph: Graph, evaluation: Block): EditFix | null {
  const [fallback] = within(graph, evaluation, 'fallback')
  if (!fallback) return null
  const draft = draftFix(graph)
  draft.setProp(evaluation, 'baseline', fallback.label.trim() || kindOf(fallback.kind).name)
  return draft.done(`compare with ${named(fallback)}`)
}
