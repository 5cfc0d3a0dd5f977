import { hasLabels, needsLabels } from '../graph/labels'
import { draftFix } from './fixes/draft'
import { addAnnotation, addNaturalLabels } from './fixes/training'
import { defineRule } from './rule'
import { nineSteps, systemsDesignNotes } from './sources'
import { named } from './words'

export default defineRule({
  id: 'no-label-source',
  step: 'data',
  sort: 'coverage',
  severity: 'error',
  summary: 'Supervised training has a source of labels.',
  why: 'Supervised learning copies its labels, with their delay and their bias. Naming where they come from is the first check that the task can be learned at all.',
  cure: 'Join logged predictions with their outcomes, have people label, or say that training needs no labels.',
  tradeoff:
    'Natural labels are plentiful but delayed and biased towards what was shown; human labels are clean, slow and paid by the piece.',
  silent: [
    'The training job is self-supervised, unsupervised or learns from rewards.',
    'The task is clustering, or forecasting, which learns from its own later values.',
    'A source is marked as labelled: it carries its target.',
    'A batch job scores rows of the training set: a teacher labels for its student.',
  ],
  source: [nineSteps(4), systemsDesignNotes()],
  good: [
    `prediction-log -> label-join -> dataset-builder -> training-job`,
    `data-source -> annotation -> dataset-builder -> training-job`,
    `training-job training-job learning=self-supervised; data-source -> dataset-builder -> training-job`,
    `brief mlTask=clustering; data-source -> dataset-builder -> training-job`,
    `brief mlTask=forecasting; data-source -> dataset-builder -> training-job`,
    `data-source data-source labelled=true; data-source -> dataset-builder -> training-job`,
    `data-lake -> batch-inference -data-> dataset-builder -> training-job`,
    `client -> app-service -> llm`,
  ],
  bad: [
    `data-source -> dataset-builder -> training-job`,
    `client -> app-service -> ranker; app-service -> prediction-log; data-source -> dataset-builder -> training-job`,
    `training-job training-job learning=supervised; data-source -data-> training-job; annotation -> offline-eval`,
  ],
  applies: graph => graph.ofKind('training-job').some(training => needsLabels(graph, training)),
  *check(graph) {
    for (const training of graph.ofKind('training-job')) {
      if (!needsLabels(graph, training) || hasLabels(graph, training)) continue
      const natural = addNaturalLabels(graph, training)
      const draft = draftFix(graph)
      draft.setProp(training, 'learning', 'self-supervised')
      yield {
        at: [training.id],
        message: `No labels reach ${named(training)}: supervised training has no target to learn.`,
        fixes: () => [
          ...(natural ? [natural] : []),
          addAnnotation(graph, training),
          draft.done('mark as self-supervised'),
        ],
      }
    }
  },
})
