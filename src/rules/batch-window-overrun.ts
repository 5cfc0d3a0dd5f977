import { type BatchWindow, batchWindowOf } from '../budget/batch-window'
import { exceeds, isMissing } from '../budget/figure'
import { type Graph, perGraph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type Fix } from './rule'
import { houseRule } from './sources'
import { named } from './words'

/** What of its window a run may take: the rest is for a rerun after a failure and for a day with more items. */
const COMFORT = 0.7

export default defineRule({
  id: 'batch-window-overrun',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'A scheduled job ends well before its next run begins.',
  why: 'Items through replicas × items per second is how long a run takes. A run that is not done when the next begins piles up, and one that takes nearly all the time leaves none to run again after a failure.',
  cure: 'Run more replicas, run it less often, or score fewer items.',
  tradeoff: 'More replicas cost money for as long as they run; a longer cadence costs freshness.',
  silent: [
    'Items per run, items per second or the cadence is not set.',
    'Without a number of replicas it is taken for one, and the finding is a warning.',
    'A run takes no more than 70 % of its window.',
  ],
  source: [houseRule('Items / (replicas × speed)')],
  good: [
    `bi batch-inference itemsPerRun=150000000000 itemsPerSec=100000 replicas=30 cadenceSec=86400; bi -> prediction-store`,
    `bi batch-inference itemsPerRun=700 itemsPerSec=10 replicas=1 cadenceSec=100; bi -> prediction-store`,
    `bi batch-inference itemsPerRun=150000000000 cadenceSec=86400; bi -> prediction-store`,
    `emb embedding-job itemsPerRun=1000000000 itemsPerSec=10 lagSec=30; emb -> ann-index`,
  ],
  bad: [
    `bi batch-inference "Nightly scores" itemsPerRun=150000000000 itemsPerSec=100000 replicas=10 cadenceSec=86400; bi -> prediction-store`,
    `emb embedding-job itemsPerRun=1000000000 itemsPerSec=2000 replicas=7 cadenceSec=86400; emb -> ann-index`,
    `fpb feature-pipeline-batch itemsPerRun=1000000 itemsPerSec=100 cadenceSec=3600; fpb -> feature-store-offline`,
  ],
  applies: graph => jobsIn(graph).length > 0,
  *check(graph) {
    for (const [job, batch] of jobsIn(graph)) {
      const { run, window, replicas } = batch
      if (!exceeds(run.value, COMFORT * window.value)) continue
      const isOver = exceeds(run.value, window.value)
      const cost = isOver ? 'runs pile up and results never catch up' : 'a run that fails cannot be run again in time'
      const alone = replicas.isAssumed ? ' on one replica' : ''
      yield {
        at: [job.id],
        field: 'replicas',
        severity: isOver && !replicas.isAssumed ? 'error' : 'warning',
        message: `A run of ${named(job)} takes ${run.formula}${alone} and has ${formatNumber(window.value, 's')}: ${cost}.`,
        fixes: () => [runEnough(graph, job, batch)],
      }
    }
  },
})

const jobsIn: (graph: Graph) => readonly (readonly [Block, BatchWindow])[] = perGraph(graph =>
  graph.ofKind('batch-inference', 'embedding-job', 'feature-pipeline-batch').flatMap(job => {
    const window = batchWindowOf(job)
    return isMissing(window) ? [] : [[job, window] as const]
  }),
)

function runEnough(graph: Graph, job: Block, { run, window, replicas }: BatchWindow): Fix | null {
  const enough = Math.ceil((run.value * replicas.value) / (COMFORT * window.value) - 1e-9)
  if (!Number.isSafeInteger(enough)) return { title: 'score fewer items', field: 'itemsPerRun', examples: [1_000_000] }
  const draft = draftFix(graph)
  draft.setProp(job, 'replicas', enough)
  return draft.done(`run it on ${formatNumber(enough, 'replicas')}`)
}
