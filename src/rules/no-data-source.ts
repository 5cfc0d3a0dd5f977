import type { Graph } from '../graph/graph'
import { isSource, upstream } from '../graph/lineage'
import type { Block } from '../model/design'
import { addData } from './fixes/training'
import { defineRule } from './rule'
import { nineSteps } from './sources'
import { named } from './words'

/** Beside sources proper: what a product records while it is served, and people who label. */
const ALSO_DATA = new Set(['annotation', 'prediction-log', 'feedback-collector', 'operational-store'])

export default defineRule({
  id: 'no-data-source',
  step: 'data',
  sort: 'coverage',
  severity: 'error',
  summary: 'Every training job is fed from a data source.',
  why: 'Where data comes from decides what it can teach: its bias, its delay, its rights and its size. A training job without a source leaves all of that open.',
  cure: 'Feed the training job from a source, through validation and a training set.',
  tradeoff: 'First-party logs are cheap but biased towards what was shown; bought or labelled data is costly.',
  silent: [
    'Human labels, the product’s own logs and feedback, and a live store that it writes are data, too.',
    'No training job is drawn: a hosted or pre-trained model has learned elsewhere.',
  ],
  source: [nineSteps(4)],
  good: [
    `data-source -> data-validation -> dataset-builder -> training-job`,
    `annotation -> dataset-builder -> training-job`,
    `prediction-log -> label-join -> dataset-builder -> training-job`,
    `operational-store -data-> training-job`,
    `client -> app-service -> llm`,
  ],
  bad: [
    `training-job -> model-registry`,
    `dataset-builder -> training-job -> offline-eval; data-source -> data-lake`,
    `pretrained-model -> training-job -> model-registry`,
  ],
  applies: graph => graph.ofKind('training-job').length > 0,
  *check(graph) {
    for (const training of graph.ofKind('training-job'))
      if (!hasData(graph, training))
        yield {
          at: [training.id],
          message: `No data reaches ${named(training)}: it has nothing to learn from.`,
          fixes: () => [addData(graph, training)],
        }
  },
})

function hasData(graph: Graph, training: Block): boolean {
  return upstream(graph, training).some(block => isSource(block) || ALSO_DATA.has(block.kind))
}
