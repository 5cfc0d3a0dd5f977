import type { Graph } from '../graph/graph'
import { numberOf } from '../graph/props'
import { defineRule, type FieldFix } from './rule'
import { designPrimer, nineSteps } from './sources'

/** Any of these sizes a design; the others often follow from it. */
const SCALE = ['dau', 'peakQps', 'itemsPerDay', 'corpusSize']

export default defineRule({
  id: 'brief-scale-missing',
  step: 'clarify',
  sort: 'coverage',
  severity: 'warning',
  summary: 'The brief gives at least one number of scale.',
  why: 'A thousand users a day are served by one machine and a nightly job; a hundred million need an index, shards and a cache. Load, capacity and cost of this design are worked out from these numbers.',
  cure: 'Give daily users, peak requests, new items a day or the size of the corpus; daily users times their requests a day / 86 400 s, times the peak factor, is the peak load.',
  tradeoff:
    'A rough number, right to a factor of three, is enough to choose an architecture; a better one costs a day of asking.',
  silent: [
    'One of the four numbers is set, be it the size of the corpus alone.',
    'The scope is training or data: what is served sets the scale.',
  ],
  source: [designPrimer('Requirements'), nineSteps(1)],
  good: [
    `brief dau=5000000; client -> app-service -> ranker`,
    `brief itemsPerDay=200000; data-lake -> batch-inference -> prediction-store`,
    `brief corpusSize=1000000; client -> app-service -> candidate-generator`,
    `brief scope=training; data-source -> dataset-builder -> training-job`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `brief scope=serving requestsPerUserPerDay=10 peakFactor=3; client -> app-service -> llm`,
    `data-lake -> batch-inference -> prediction-store`,
  ],
  applies: () => true,
  *check(graph) {
    if (SCALE.some(key => numberOf(graph.brief, key) !== undefined)) return
    const [first, ...others] = estimates(graph)
    yield {
      at: [],
      field: first.field,
      message: 'No scale: without users, requests, items or a corpus size nothing here can be sized or priced.',
      fixes: () => [first, ...others],
    }
  },
})

/** What is easiest to estimate first: users where people ask, items where nobody does. */
function estimates(graph: Graph): readonly [FieldFix, ...FieldFix[]] {
  const users = { title: 'estimate the daily users', field: 'dau', examples: [100_000, 1_000_000, 10_000_000] }
  const load = { title: 'give the peak load', field: 'peakQps', examples: [10, 100, 1_000] }
  const items = { title: 'estimate the items a day', field: 'itemsPerDay', examples: [10_000, 1_000_000] }
  return graph.ofKind('client').length > 0 ? [users, load, items] : [items, users]
}
