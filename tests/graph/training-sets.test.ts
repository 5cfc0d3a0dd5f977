import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { evaluationsOf, evaluationsOnSplit, jobsOf, positiveRateOf } from '../../src/graph/training-sets'
import type { Block, Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const ask = (design: Design) => {
  const graph = graphOf(design)
  const set = graph.block('ds')!
  const ids = (blocks: readonly Block[]) => blocks.map(block => block.id).join(' ')
  return {
    jobs: ids(jobsOf(graph, set)),
    evaluations: ids(evaluationsOf(graph, set)),
    onSplit: ids(evaluationsOnSplit(graph, set)),
  }
}

test('a set is learned from and graded by what follows it', () => {
  expect(ask(sketch`ds dataset-builder; ev offline-eval; tr training-job; ds -> tr -> model -> ev`)).toEqual({
    jobs: 'tr',
    evaluations: 'ev',
    onSplit: 'ev',
  })
  expect(ask(sketch`ds dataset-builder; ds -> hyperparameter-tuning -> training-job; ds -> offline-eval`)).toEqual({
    jobs: 'training-job',
    evaluations: 'offline-eval',
    onSplit: 'offline-eval',
  })
})

test('rows that a model scored and logged are another set, and its jobs are not these', () => {
  const plan = sketch`
    ds dataset-builder; a training-job; b training-job
    ds -> a; ds -> batch-inference -> prediction-log -> label-join -> dataset-builder -> b -> offline-eval
  `
  expect(ask(plan)).toEqual({ jobs: 'a', evaluations: '', onSplit: '' })
})

test('an evaluation with rows of its own, or one that needs no held-out part, does not rest on the split', () => {
  const plan = sketch`
    ds dataset-builder; tr training-job
    a offline-eval; b offline-eval; c offline-eval method=backtest; d offline-eval method=raters; e offline-eval method=holdout
    ds -> tr -> a, b, c, d, e; annotation -> a; test dataset-builder; test -> b
  `
  expect(ask(plan)).toEqual({ jobs: 'tr', evaluations: 'a b c d e', onSplit: 'e' })
})

test('the positive rate of a set is the lowest of its labels, else that of the brief', () => {
  const graph = graphOf(sketch`
    brief positiveRate=0.2
    x label-join positiveRate=0.05; y label-join positiveRate=0.01; a dataset-builder; b dataset-builder
    x, y -> a; label-join -> b
  `)
  expect(['a', 'b'].map(id => positiveRateOf(graph, graph.block(id)!))).toEqual([0.01, 0.2])
})
