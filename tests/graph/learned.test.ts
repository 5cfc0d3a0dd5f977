import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { learnedFrom } from '../../src/graph/learned'
import { sketch } from '../../src/plan/sketch'

const learned = learnedFrom(
  graphOf(sketch`
    log prediction-log logsFeatures=true; t1 training-job; t2 training-job; a ranker; b online-inference
    data-source -> data-validation -> t1 -> model-registry -> a; log -> t2 -> b; client -> llm
  `),
)

test('a model learned from all that its training gets data from', () => {
  expect(learned.get('a')?.jobs.map(job => job.id)).toEqual(['t1'])
  expect([...(learned.get('a')?.ids ?? [])].sort()).toEqual(['data-source', 'data-validation'])
})

test('features logged at serving are told apart', () => {
  expect([learned.get('a')?.isLogged, learned.get('b')?.isLogged]).toEqual([false, true])
})

test('nothing is known of a model whose training is not drawn', () => {
  expect([...learned.keys()].sort()).toEqual(['a', 'b'])
})
