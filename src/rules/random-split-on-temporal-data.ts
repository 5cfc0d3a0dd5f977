import { CARRIES_DATA } from '../graph/data-paths'
import { type Graph, perGraph } from '../graph/graph'
import { wordOf } from '../graph/props'
import { descendants } from '../graph/reach'
import { evaluationsOf, evaluationsOnSplit, rowsBefore } from '../graph/training-sets'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl } from './sources'
import { listed, named } from './words'

/** Labels that rules or a generator make belong to no moment. */
const TIMELESS_LABELS = new Set(['weak', 'synthetic'])

export default defineRule({
  id: 'random-split-on-temporal-data',
  step: 'data',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A model of events is tested on later data than it was trained on.',
  why: 'In production every prediction is about the future. A random split trains on Tuesday to predict Monday, so trends, repeats and near-copies on both sides make the offline metrics better than they will be.',
  cure: 'Split the training set by time, with the latest events as the test part.',
  tradeoff:
    'A split by time is honest but rests on one stretch of days: its estimate is noisier, and seasons show in it.',
  silent: [
    'The split is by time or by entity, or nothing is said about it.',
    'Nothing upstream of the training set has a moment: no event stream, and labels only by people, rules or a generator.',
    'Every evaluation of what was trained is a backtest, a replay or has data of its own.',
  ],
  source: [rulesOfMl(33)],
  good: [
    `ds dataset-builder split=time; event-stream -> ds -> training-job -> offline-eval`,
    `ds dataset-builder split=random; data-source -> annotation -> ds -> training-job -> offline-eval`,
    `ds dataset-builder split=random; lab label-join labelType=weak; data-lake -> lab -> ds -> training-job`,
    `ds dataset-builder split=random; ev offline-eval method=backtest; event-stream -> ds -> training-job -> ev`,
    `ds dataset-builder split=entity; label-join -> ds -> training-job -> offline-eval`,
    `event-stream -> dataset-builder -> training-job -> offline-eval`,
  ],
  bad: [
    `ds dataset-builder split=random; event-stream -> ds -> training-job -> offline-eval`,
    `ds dataset-builder "Examples" split=random; prediction-log -> label-join -> ds -> training-job`,
    `a dataset-builder split=random; b dataset-builder split=time; event-stream -> feature-pipeline-stream -> feature-store-offline -> a, b -> training-job`,
  ],
  applies: graph => temporalSets(graph).some(set => wordOf(set.props, 'split') !== undefined),
  *check(graph) {
    for (const set of temporalSets(graph)) {
      if (wordOf(set.props, 'split') !== 'random' || isJudgedOtherwise(graph, set)) continue
      const moments = momentsBefore(graph, set)
      yield {
        at: [set.id],
        field: 'split',
        message: `${named(set)} splits events of ${listed(moments)} at random: the model is tested on days that it was trained on, and looks better than it will be on new ones.`,
        fixes: () => [splitByTime(graph, set)],
      }
    }
  },
})

/** Blocks whose rows each belong to a moment. */
const moments: (graph: Graph) => readonly Block[] = perGraph(graph => [
  ...graph.ofKind('event-stream'),
  ...graph.ofKind('label-join').filter(labels => !TIMELESS_LABELS.has(wordOf(labels.props, 'labelType') ?? 'natural')),
])

const temporalSets: (graph: Graph) => readonly Block[] = perGraph(graph => {
  const starts = moments(graph).map(block => block.id)
  const after = descendants(graph, starts, CARRIES_DATA)
  return graph.ofKind('dataset-builder').filter(set => after.has(set.id))
})

function momentsBefore(graph: Graph, set: Block): Block[] {
  const before = rowsBefore(graph, set)
  return moments(graph).filter(block => before.has(block.id))
}

function isJudgedOtherwise(graph: Graph, set: Block): boolean {
  return evaluationsOf(graph, set).length > 0 && evaluationsOnSplit(graph, set).length === 0
}

function splitByTime(graph: Graph, set: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(set, 'split', 'time')
  return draft.done('split by time')
}
