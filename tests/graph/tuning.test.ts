import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isTuned, searchesOf, trainingSetsInto } from '../../src/graph/tuning'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const ask = (design: Design) => {
  const graph = graphOf(design)
  const training = graph.block('training-job')!
  return { searches: searchesOf(graph, training).map(each => each.id), isTuned: isTuned(graph, training) }
}

test('a search belongs to the job that it is joined to, either way', () => {
  const searched = { searches: ['hyperparameter-tuning'], isTuned: true }
  expect(ask(sketch`hyperparameter-tuning -artifact-> training-job`)).toEqual(searched)
  expect(ask(sketch`training-job -artifact-> hyperparameter-tuning`)).toEqual(searched)
  expect(ask(sketch`training-job -metric-> offline-eval; hyperparameter-tuning -metric-> offline-eval`)).toEqual({
    searches: [],
    isTuned: false,
  })
})

test('a search over the same training set belongs to the job, too', () => {
  expect(ask(sketch`dataset-builder -> training-job, hyperparameter-tuning`).searches).toEqual([
    'hyperparameter-tuning',
  ])
  expect(ask(sketch`other dataset-builder; dataset-builder -> training-job; other -> hyperparameter-tuning`)).toEqual({
    searches: [],
    isTuned: false,
  })
})

test('a job may say itself that it was tuned', () => {
  expect(ask(sketch`training-job training-job tuned=true`)).toEqual({ searches: [], isTuned: true })
})

test('training sets feed a block by data or by stream', () => {
  const graph = graphOf(sketch`a dataset-builder; b dataset-builder; a -> training-job; b -stream-> training-job`)
  expect(trainingSetsInto(graph, 'training-job')).toEqual(['a', 'b'])
})
