import { expect, test } from 'vitest'
import { graphOf } from '../../../src/graph/graph'
import { designOf } from '../../../src/plan/sketch'
import { leadOnward } from '../../../src/rules/fixes/lead-onward'

test.each([
  [
    'to what usually follows it in the drawing',
    'data-source -> etl-job; data-source -> data-validation -> data-lake',
    'etl-job',
    'lead “ETL / chunking job” to “Data validation”',
  ],
  [
    'to a new store where nothing of the drawing follows it',
    'data-lake -> feature-pipeline-batch',
    'feature-pipeline-batch',
    'add offline feature store after “Batch features”',
  ],
  [
    'to no online store while a model is trained without what it holds',
    'event-stream -> feature-pipeline-stream; event-stream -> training-job -> ranker -> feature-store-online',
    'feature-pipeline-stream',
    'add offline feature store after “Streaming features”',
  ],
  [
    'to training when its data is checked',
    'data-source -> data-validation -> label-join; data-validation -> dataset-builder -> training-job',
    'label-join',
    'lead “Label builder” to “Training set builder”',
  ],
  [
    'to training when its source is curated',
    's data-source curated=true; s -> label-join; s -> dataset-builder -> training-job',
    'label-join',
    'lead “Label builder” to “Training set builder”',
  ],
  [
    'to an index that nothing fills yet',
    'data-validation -> embedding-job; data-validation -> training-job -> ranker -> ann-index',
    'embedding-job',
    'lead “Embedding job” to “ANN index / vector DB”',
  ],
  [
    'from a trigger to its job',
    'alerting -> retraining-trigger; alerting -trigger-> training-job',
    'retraining-trigger',
    'lead “Retraining trigger” to “Training job”',
  ],
])('a block is led %s', (_, plan, block, title) => {
  expect(titleFor(plan, block)).toBe(title)
})

test.each([
  [
    'unchecked data would reach training',
    'event-stream -> label-join; event-stream -> dataset-builder -> training-job',
    'label-join',
  ],
  [
    'personal data would reach training',
    'u client containsPii=true; u -feedback-> label-join; data-validation -> dataset-builder -> training-job; u -stream-> event-stream -> data-validation',
    'label-join',
  ],
  [
    'a set that is not split would be trained on and tested with',
    'd dataset-builder split=none; data-validation -> d; data-validation -> dataset-builder -> training-job',
    'd',
  ],
  ['the trigger has no job to start', 'alerting -> retraining-trigger', 'retraining-trigger'],
])('a block is led nowhere when %s', (_, plan, block) => {
  expect(titleFor(plan, block)).toBeUndefined()
})

function titleFor(plan: string, id: string): string | undefined {
  const graph = graphOf(designOf(plan))
  return leadOnward(graph, graph.block(id)!)?.title
}
