import type { Graph } from '../graph/graph'
import { wordOf } from '../graph/props'
import { evaluationsOnSplit, jobsOf, rowsBefore } from '../graph/training-sets'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens } from './sources'
import { listed, named, verb } from './words'

export default defineRule({
  id: 'train-eval-contamination',
  step: 'data',
  sort: 'correctness',
  severity: 'error',
  summary: 'A model is tested on rows that it did not train on.',
  why: 'A model remembers what it was trained on, so a test on the same rows measures memory. It cannot tell a model that learned from one that overfitted.',
  cure: 'Split the training set, by time where its rows have one and by entity where they do not.',
  tradeoff: 'Rows that are held out are not learned from, which hurts where examples are few.',
  silent: [
    'The split is by time, by entity or at random, or nothing is said about it.',
    'The evaluation has data of its own: a golden set, another training set builder, a source.',
    'The evaluation is a backtest, a replay or a study with raters, which hold nothing out.',
    'Nothing is trained on the set, or no evaluation of it is drawn.',
  ],
  source: [awsLens('MLREL03-BP03')],
  good: [
    `ds dataset-builder split=time; ds -> training-job -> offline-eval`,
    `ds dataset-builder split=none; ds -> training-job -> offline-eval; annotation -> offline-eval`,
    `ds dataset-builder split=none; ev offline-eval method=backtest; ds -> training-job -> ev`,
    `ds dataset-builder split=none; test dataset-builder "Test set"; ds -> training-job -> offline-eval; test -> offline-eval`,
    `dataset-builder -> training-job -> offline-eval; dataset-builder -> offline-eval`,
    `ds dataset-builder split=none; ds -> training-job`,
  ],
  bad: [
    `ds dataset-builder split=none; ds -> training-job -> offline-eval`,
    `ds dataset-builder "Examples" split=none; event-stream -> ds; ds -> training-job, offline-eval`,
    `ds dataset-builder split=none; a training-job; b training-job; ds -> a, b; a -> model -> offline-eval; ev2 offline-eval; b -> ev2`,
  ],
  applies: graph => graph.ofKind('dataset-builder').some(set => wordOf(set.props, 'split') && isTested(graph, set)),
  *check(graph) {
    for (const set of graph.ofKind('dataset-builder')) {
      if (wordOf(set.props, 'split') !== 'none' || !isTested(graph, set)) continue
      const evaluations = evaluationsOnSplit(graph, set)
      yield {
        at: [set.id],
        field: 'split',
        message: `${named(set)} holds nothing out: ${listed(evaluations)} ${verb(evaluations, 'tests', 'test')} ${listed(jobsOf(graph, set))} on rows of its own training, which shows memory and not learning.`,
        fixes: () => [split(graph, set)],
      }
    }
  },
})

function isTested(graph: Graph, set: Block): boolean {
  return jobsOf(graph, set).length > 0 && evaluationsOnSplit(graph, set).length > 0
}

/** By time where the rows come from events, by entity elsewhere: a random split of either can leak. */
function split(graph: Graph, set: Block): EditFix | null {
  const before = rowsBefore(graph, set)
  const isTemporal = graph.ofKind('event-stream', 'label-join').some(block => before.has(block.id))
  const draft = draftFix(graph)
  draft.setProp(set, 'split', isTemporal ? 'time' : 'entity')
  return draft.done(`split by ${isTemporal ? 'time' : 'entity'}`)
}
