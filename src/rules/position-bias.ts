import type { Graph } from '../graph/graph'
import { trainingJobsOf } from '../graph/lineage'
import { jobsOnOutcomes } from '../graph/natural-labels'
import { numberOf, wordOf } from '../graph/props'
import { formatNumber } from '../kinds/figures'
import type { Block, PropValue } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl } from './sources'
import { listed, named, verb } from './words'

/** Tasks whose answer is a list that the user reads from the top. */
const LISTS = new Set(['ranking', 'recommendation'])

/** Kinds that can be bandits. */
const EXPLORERS = new Set(['candidate-generator', 'online-experiment'])

/** A share of places to start from: small enough not to be felt. House value. */
const FIRST_SHARE = 0.01

export default defineRule({
  id: 'position-bias',
  step: 'evaluate',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A ranking that learns from clicks corrects for where an item was shown.',
  why: 'People click what stands on top. A ranker trained on its own clicks learns where it put things, and the next version, judged on the same clicks, looks best when it changes nothing.',
  cure: 'Give training the position as a feature or a tower of its own, weight by inverse propensity, or show some items at random.',
  tradeoff:
    'Random places give unbiased data and cost clicks; a position feature is free and only as good as the spread of positions in the log.',
  silent: [
    'Labels come from people or are not natural: raters do not see positions.',
    'Some block explores or says how position is handled; `not-positional` is for one item at a time.',
    'A bandit explores by itself.',
    'The task is not a list that is read from the top, such as retrieval.',
  ],
  source: [rulesOfMl(36)],
  good: [
    `brief mlTask=ranking; rk ranker positionBias=feature; lab label-join labelType=natural; lab -> dataset-builder -> training-job -> rk`,
    `brief mlTask=recommendation; rr re-ranker explorationShare=0.02; lab label-join labelType=natural; lab -> training-job -> ranker -> rr`,
    `brief mlTask=recommendation; rk ranker positionBias=not-positional; lab label-join labelType=natural; lab -> training-job -> rk`,
    `brief mlTask=ranking; annotation -> dataset-builder -> training-job -> ranker`,
    `brief mlTask=retrieval; lab label-join labelType=natural; lab -> training-job -> ranker`,
    `brief mlTask=ranking; cg candidate-generator method=bandit; lab label-join labelType=natural; lab -> training-job -> ranker; app-service -> cg, ranker`,
    `brief mlTask=ranking; lab label-join labelType=natural; a training-job; b training-job; emb embedding-job; lab -> a -> emb; annotation -> b -> ranker`,
  ],
  bad: [
    `brief mlTask=ranking; lab label-join "Clicks" labelType=natural; prediction-log -> lab -> dataset-builder -> training-job -> ranker`,
    `brief mlTask=recommendation; lab label-join labelType=natural; rk ranker positionBias=none; rr re-ranker explorationShare=0; lab -> training-job -> rk -> rr`,
    `brief mlTask=recommendation; lab label-join labelType=natural; bi batch-inference; lab -> training-job -> bi -> prediction-store; client -> app-service -> prediction-store; app-service -> re-ranker`,
    `brief mlTask=ranking; lab label-join labelType=natural; lab -> dataset-builder -> training-job -> model-registry; client -> app-service -> re-ranker`,
    `brief mlTask=ranking; lab label-join labelType=natural; lab -> training-job; client -> app-service -> ranker`,
  ],
  applies: graph =>
    LISTS.has(wordOf(graph.brief, 'mlTask') ?? '') &&
    graph.ofKind('ranker', 're-ranker').length > 0 &&
    jobsOnOutcomes(graph).size > 0,
  *check(graph) {
    if (graph.blocks.some(isCorrected)) return
    const learners = ['ranker', 'batch-inference'].map(kind => graph.ofKind(kind).filter(each => mayLearn(graph, each)))
    const scorers = learners.find(blocks => blocks.length > 0) ?? []
    const orders = graph.ofKind('re-ranker')
    // Rankers that all learn from people, and a re-ranker that only sorts their scores, learn no position.
    if (scorers.length === 0 && graph.ofKind('ranker').length > 0) return
    const blocks = scorers.length > 0 ? scorers : orders
    yield {
      at: blocks.map(block => block.id),
      ...(scorers.length > 0 ? { field: 'positionBias' } : {}),
      message:
        scorers.length > 0
          ? `${listed(scorers)} ${verb(scorers, 'learns', 'learn')} from clicks that the old order brought about: what stood on top wins again.`
          : `Training learns from clicks on the order of ${listed(orders)}: what stood on top wins again.`,
      fixes: () => [
        set(graph, scorers, 'positionBias', 'feature', 'learn the position as a feature'),
        set(graph, scorers, 'positionBias', 'ips', 'weight clicks by inverse propensity'),
        set(graph, orders.slice(0, 1), 'explorationShare', FIRST_SHARE, exploreTitle(orders)),
      ],
    }
  },
})

function isCorrected(block: Block): boolean {
  const isHandled = (wordOf(block.props, 'positionBias') ?? 'none') !== 'none'
  const isBandit = EXPLORERS.has(block.kind) && wordOf(block.props, 'method') === 'bandit'
  return isHandled || isBandit || (numberOf(block.props, 'explorationShare') ?? 0) > 0
}

/** Whether it is trained on outcomes, or the drawing does not say on what. */
function mayLearn(graph: Graph, model: Block): boolean {
  const jobs = trainingJobsOf(graph, model)
  const isUnknown = jobs.length === 0 && model.kind === 'ranker'
  return isUnknown || jobs.some(job => jobsOnOutcomes(graph).has(job.id))
}

function set(graph: Graph, blocks: readonly Block[], key: string, to: PropValue, title: string): EditFix | null {
  if (blocks.length === 0) return null
  const draft = draftFix(graph)
  for (const block of blocks) draft.setProp(block, key, to)
  return draft.done(title)
}

function exploreTitle([first]: readonly Block[]): string {
  return first ? `let ${named(first)} show ${formatNumber(100 * FIRST_SHARE, '%')} at random` : ''
}
