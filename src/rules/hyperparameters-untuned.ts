import type { Graph } from '../graph/graph'
import { isTrue } from '../graph/props'
import { evaluationsOnSplit } from '../graph/training-sets'
import { isTuned, trainingSetsInto } from '../graph/tuning'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, systemPattern } from './sources'
import { named } from './words'

export default defineRule({
  id: 'hyperparameters-untuned',
  step: 'model',
  sort: 'coverage',
  severity: 'info',
  summary: 'Hyper-parameters are searched for, not guessed.',
  why: 'Learning rate, depth and regularisation often move quality as much as a new architecture does. Two models compared at default settings compare the defaults.',
  cure: 'Draw the search that chooses the hyper-parameters, or say on the training job that they were tuned.',
  tradeoff: 'A search costs many training runs, and late in a project it buys a few per cent at most.',
  silent: [
    'The job says itself that it was tuned.',
    'A search is drawn beside it: joined to the job by any flow, or reading the same training set.',
    'No training job is drawn.',
  ],
  source: [mlTestScore('Model 3'), systemPattern('Parameter and architecture search pattern')],
  good: [
    `dataset-builder -> hyperparameter-tuning -artifact-> training-job; dataset-builder -> training-job`,
    `training-job training-job tuned=true; dataset-builder -> training-job`,
    `training-job -artifact-> hyperparameter-tuning; dataset-builder -> training-job`,
    `dataset-builder -> hyperparameter-tuning, training-job`,
    `pretrained-model -> online-inference`,
  ],
  bad: [
    `dataset-builder -> training-job -> offline-eval -> model-registry`,
    `a training-job "Retrieval training"; b training-job "Ranking training"; hyperparameter-tuning -artifact-> a; data-source -> a, b`,
    `training-job training-job tuned=false; dataset-builder -> training-job`,
  ],
  applies: graph => graph.ofKind('training-job').length > 0,
  *check(graph) {
    for (const training of graph.ofKind('training-job'))
      if (!isTuned(graph, training))
        yield {
          at: [training.id],
          message: `Nothing says how the hyper-parameters of ${named(training)} were chosen: defaults decide how good it gets.`,
          fixes: () => [addSearch(graph, training), declareTuned(graph, training)],
        }
  },
})

/** A search over the same training set, which then keeps a part for it: what it chose by cannot grade it, too. */
function addSearch(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  const search = draft.add('hyperparameter-tuning', `${training.id}-tuning`, { beside: [training] })
  for (const id of trainingSetsInto(graph, training.id)) {
    draft.link(id, search, ['data'])
    const set = graph.block(id)!
    const isGraded = evaluationsOnSplit(graph, set).length > 0
    if (isGraded && !isTrue(set.props, 'validationSplit')) draft.setProp(set, 'validationSplit', true)
  }
  draft.link(search, training.id, ['artifact'])
  return draft.done('add a hyper-parameter search')
}

function declareTuned(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(training, 'tuned', true)
  return draft.done(`say that ${named(training)} was tuned`)
}
