import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { servedModels } from '../../src/graph/served'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const served = (design: Design) =>
  servedModels(graphOf(design))
    .map(block => block.id)
    .sort()

test('blocks that execute a model are served; an index and a store are not', () => {
  expect(served(sketch`app-service -> ann-index, ranker, online-inference, llm, prediction-store`)).toEqual([
    'llm',
    'online-inference',
    'ranker',
  ])
})

test('candidate generation is served when its method is learned', () => {
  const plan = sketch`a candidate-generator method=two-tower; b candidate-generator method=popularity
    c candidate-generator; d candidate-generator method=homemade; app-service -> a, b, c, d`
  expect(served(plan)).toEqual(['a'])
})

test('a batch job that only labels a training set is a step of training', () => {
  expect(served(sketch`data-lake -> batch-inference -data-> dataset-builder -> training-job`)).toEqual([])
  expect(served(sketch`batch-inference -data-> data-lake -> dataset-builder -> training-job`)).toEqual([])
})

test('a batch job whose scores are also read is served', () => {
  expect(served(sketch`batch-inference -data-> dataset-builder; batch-inference -> prediction-store`)).toEqual([
    'batch-inference',
  ])
  expect(served(sketch`data-lake -> batch-inference`)).toEqual(['batch-inference'])
})

test('what training makes of a taught set does not make its teacher served', () => {
  const plan = sketch`batch-inference -data-> dataset-builder -> training-job -stream-> online-inference
    online-inference -data-> prediction-store`
  expect(served(plan)).toEqual(['online-inference'])
})
