import type { Graph } from '../graph/graph'
import { wordOf } from '../graph/props'
import { onRequestPath, orchestratorOf } from '../graph/request-path'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import type { Flow } from '../model/design'
import { addFallback } from './fixes/fallback'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl } from './sources'
import { listed, verb } from './words'

/** What they hold was computed by a model: late, it is the same answer, not another. */
const HOLDS_PREDICTIONS = new Set(['cache', 'prediction-store'])

export default defineRule({
  id: 'brief-no-simple-alternative',
  step: 'clarify',
  sort: 'coverage',
  severity: 'info',
  summary: 'The design knows what it would ship without machine learning.',
  why: 'A rule or a popular list often brings most of the gain in a day, and shows what the model adds on top. It is also what is left when the model is down.',
  cure: 'Name the heuristic in the brief, compare with it offline, or fall back on it.',
  tradeoff: 'A heuristic is cheap and a yardstick for years, but it stops improving early and its rules pile up.',
  silent: [
    'The brief names a baseline without ML.',
    'An offline evaluation has a baseline to beat.',
    'A fallback is drawn, or something falls back on rules, a lookup or people; a cache or a store of predictions holds the model’s own answers and does not count.',
    'The scope is training, experiment or data.',
  ],
  source: [rulesOfMl(1, 3)],
  good: [
    `brief nonMlBaseline="most popular items of the day"; client -> app-service -> ranker`,
    `client -> app-service -> ranker; app-service -> fallback`,
    `client -> app-service -> ranker; app-service -fallback-> operational-store`,
    `client -> app-service -> ranker; ev offline-eval baseline="keyword search"; training-job -> ev`,
    `brief scope=training; data-source -> dataset-builder -> training-job`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `client -> gateway -> app-service -> ranker; gateway -fallback-> cache`,
    `data-lake -> batch-inference -> prediction-store`,
    `brief scope=serving; client -> app-service -> llm; app-service -fallback-> online-inference`,
  ],
  applies: graph => scopeOf(graph) === 'full' || scopeOf(graph) === 'serving',
  *check(graph) {
    if (hasAlternative(graph)) return
    const models = servedModels(graph)
    const what = models.length > 0 ? `${listed(models)} ${verb(models, 'adds', 'add')}` : 'a model would add'
    yield {
      at: [],
      field: 'nonMlBaseline',
      message: `No simple alternative: without one nobody can tell what ${what}, or what to ship while it is down.`,
      fixes: () => [
        {
          title: 'say what would ship without ML',
          field: 'nonMlBaseline',
          examples: ['most popular items of the day', 'hand-written rules', 'keyword search', 'the value of last week'],
        },
        fallBack(graph),
      ],
    }
  },
})

function hasAlternative(graph: Graph): boolean {
  return (
    wordOf(graph.brief, 'nonMlBaseline') !== undefined ||
    graph.ofKind('offline-eval').some(evaluation => wordOf(evaluation.props, 'baseline') !== undefined) ||
    graph.ofKind('fallback').length > 0 ||
    graph.flows.some(flow => flow.kind === 'fallback' && isSimple(graph, flow))
  )
}

function isSimple(graph: Graph, flow: Flow): boolean {
  const target = graph.block(flow.target)
  return target !== undefined && !HOLDS_PREDICTIONS.has(target.kind) && !servedModels(graph).includes(target)
}

/** A fallback of the block that asks for a model on the request path. */
function fallBack(graph: Graph): EditFix | null {
  const model = servedModels(graph).find(each => onRequestPath(graph).has(each.id))
  return model ? addFallback(graph, orchestratorOf(graph, model)) : null
}
