import type { Graph } from '../graph/graph'
import { isTrue } from '../graph/props'
import { evaluationsOnSplit, jobsOf } from '../graph/training-sets'
import { isTuned, searchesOf, trainingSetsInto } from '../graph/tuning'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { nineSteps } from './sources'
import { listed, named } from './words'

export default defineRule({
  id: 'tuned-on-test',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'info',
  summary: 'What chooses the hyper-parameters does not grade them, too.',
  why: 'A search over a hundred settings keeps the one that did best on its data, partly by luck. Graded on the same rows, that luck counts as quality and is gone in production.',
  cure: 'Split the training set in three: one part to fit, one to choose by, one to grade once.',
  tradeoff:
    'Less data to fit on; on small sets cross-validation inside the training part gives it back for more compute.',
  silent: [
    'The search reads a training set of its own.',
    'The evaluation has rows of its own, or walks through time as a backtest does, or asks people.',
    'Nothing says that hyper-parameters were searched for: then `hyperparameters-untuned` speaks.',
  ],
  source: [nineSteps(6)],
  good: [
    `ds dataset-builder validationSplit=true; tr training-job tuned=true; ds -> tr -> offline-eval; ds -> offline-eval`,
    `tr training-job tuned=true; ev offline-eval method=backtest; dataset-builder -> tr -> ev`,
    `tr training-job tuned=true; golden annotation "Golden set"; dataset-builder -> tr -> offline-eval; golden -> offline-eval`,
    `tr training-job tuned=true; a dataset-builder; b dataset-builder; a -> tr -> offline-eval; a -> offline-eval; b -> hyperparameter-tuning -artifact-> tr`,
    `dataset-builder -> training-job -> offline-eval; dataset-builder -> offline-eval`,
  ],
  bad: [
    `tr training-job tuned=true; dataset-builder -> tr -> offline-eval; dataset-builder -> offline-eval`,
    `dataset-builder -> hyperparameter-tuning -artifact-> training-job -> offline-eval -> model-registry; dataset-builder -> training-job`,
    `ds dataset-builder validationSplit=false; tr training-job tuned=true; ds -> tr -> model -> offline-eval`,
  ],
  applies: graph => graph.ofKind('dataset-builder').some(set => tunedOn(graph, set).length > 0),
  *check(graph) {
    for (const set of graph.ofKind('dataset-builder')) {
      if (isTrue(set.props, 'validationSplit')) continue
      const jobs = tunedOn(graph, set)
      if (jobs.length === 0) continue
      yield {
        at: [set.id],
        field: 'validationSplit',
        message: `Nothing in ${named(set)} keeps the rows that choose hyper-parameters of ${listed(jobs)} apart from those that grade them: the score flatters the model.`,
        fixes: () => [keepValidationPart(graph, set)],
      }
    }
  },
})

/** The jobs that were tuned on a training set which also grades what they made. */
function tunedOn(graph: Graph, set: Block): readonly Block[] {
  const jobs = jobsOf(graph, set).filter(job => isTuned(graph, job) && !isSearchedElsewhere(graph, job, set))
  return jobs.length > 0 && evaluationsOnSplit(graph, set).length > 0 ? jobs : []
}

/** Whether every search of a job that is drawn reads other training sets. */
function isSearchedElsewhere(graph: Graph, job: Block, set: Block): boolean {
  const sets = searchesOf(graph, job).map(search => trainingSetsInto(graph, search.id))
  return sets.length > 0 && sets.every(read => read.length > 0 && !read.includes(set.id))
}

function keepValidationPart(graph: Graph, set: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(set, 'validationSplit', true)
  return draft.done(`keep a validation part in ${named(set)}`)
}
