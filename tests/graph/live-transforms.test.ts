import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { liveTransforms } from '../../src/graph/live-transforms'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const ids = (blocks: readonly { readonly id: string }[]) => blocks.map(block => block.id).join(' ')

const transforms = (design: Design) =>
  liveTransforms(graphOf(design)).map(
    ({ block, seenBy, newTo }) => `${block.id}: seen ${ids(seenBy)}, new ${ids(newTo)}`,
  )

test('a pipeline behind what a model reads is seen when training learns from its output', () => {
  const plan = sketch`
    a feature-pipeline-batch; b feature-pipeline-stream; online-inference -> feature-store-online
    a -> feature-store-offline -> training-job -> online-inference; feature-store-offline -> feature-store-online
    b -> feature-store-online
  `
  expect(transforms(plan)).toEqual(['a: seen online-inference, new ', 'b: seen , new online-inference'])
})

test('only the last transform before the model is compared', () => {
  const plan = sketch`
    a feature-pipeline-batch; b feature-pipeline-batch; data-lake -> training-job -> batch-inference; a -> b -> batch-inference
  `
  expect(transforms(plan)).toEqual(['b: seen , new batch-inference'])
})

test('features of another model, or of an encoder, are not features of this one', () => {
  const plan = sketch`
    data-lake -> training-job -> online-inference -> operational-store; feature-pipeline-batch -> embedding-job -data-> operational-store
  `
  expect(transforms(plan)).toEqual([])
})

test('a store that callers read is for all models there: one that learned from it is enough', () => {
  const plan = sketch`
    t1 training-job; t2 training-job; a ranker; b online-inference; t1 -> a; t2 -> b
    client -> app-service -> a, b, feature-store-online
    feature-pipeline-batch -> feature-store-online; feature-pipeline-batch -data-> t2; feature-pipeline-stream -> feature-store-online
  `
  expect(transforms(plan)).toEqual(
    ['feature-pipeline-batch: seen b a, new ', 'feature-pipeline-stream: seen , new b a'].map(line =>
      line.replaceAll('b a', 'a b'),
    ),
  )
})

test('a store that callers read says nothing where the training of one model is not drawn', () => {
  const plan = sketch`
    data-lake -> training-job -> ranker; client -> app-service -> ranker, llm, feature-store-online
    feature-pipeline-stream -> feature-store-online
  `
  expect(transforms(plan)).toEqual([])
})

test('features that were logged when they were served are seen', () => {
  const plan = sketch`
    log prediction-log logsFeatures=true; log -> label-join -> dataset-builder -> training-job -> ranker
    ranker -> feature-store-online; feature-pipeline-stream -> feature-store-online
  `
  expect(transforms(plan)).toEqual(['feature-pipeline-stream: seen ranker, new '])
})

test('preprocessing that calls a model, or that it calls, is a transform of it', () => {
  const plan = sketch`
    a online-preprocessor; b online-preprocessor; data-lake -> training-job -> online-inference; client -> a -> online-inference -> b
  `
  expect(transforms(plan)).toEqual(['a: seen , new online-inference', 'b: seen , new online-inference'])
})
