import { expect, test } from 'vitest'
import { judgesOf, promptsOf, studies, subjectsOf } from '../../src/graph/evaluation'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const groups = (design: Design) => studies(graphOf(design)).map(group => group.map(each => each.id))
const judges = (design: Design, id: string) => {
  const graph = graphOf(design)
  return judgesOf(graph, graph.block(id)!).map(each => each.id)
}
const subjects = (design: Design) => {
  const graph = graphOf(design)
  return subjectsOf(graph, graph.block('offline-eval')!)
}

test('an evaluation judges the training whose model, metrics or scores reach it', () => {
  expect(subjects(sketch`training-job -> model -> offline-eval`)).toEqual(['training-job'])
  expect(subjects(sketch`a training-job; b training-job; a -metric-> offline-eval; b -> offline-eval`)).toEqual([
    'a',
    'b',
  ])
  expect(subjects(sketch`training-job -> batch-inference -data-> offline-eval`)).toEqual(['training-job'])
})

test('without training an evaluation judges the checkpoint, and rows alone are nothing to judge', () => {
  expect(subjects(sketch`pretrained-model -> offline-eval`)).toEqual(['pretrained-model'])
  expect(subjects(sketch`pretrained-model -> training-job -> offline-eval`)).toEqual(['training-job'])
  expect(subjects(sketch`training-job -> ranker -data-> prediction-log -data-> offline-eval`)).toEqual([])
})

test('evaluations of the same model stand in one group, also by way of a third', () => {
  expect(
    groups(sketch`
      a offline-eval; b offline-eval; c offline-eval; d offline-eval
      t training-job; u training-job; v training-job
      t -> a, b; u -> b, c; v -> d
    `),
  ).toEqual([['a', 'b', 'c'], ['d']])
  expect(groups(sketch`a offline-eval; b offline-eval; annotation -> a, b`)).toEqual([['a'], ['b']])
})

test('a model is judged by what gates its release or its prompt', () => {
  expect(judges(sketch`training-job -> offline-eval -> model-registry -> ranker`, 'ranker')).toEqual(['offline-eval'])
  expect(judges(sketch`offline-eval -trigger-> safe-rollout -> llm`, 'llm')).toEqual(['offline-eval'])
  expect(judges(sketch`offline-eval -> prompt-builder; app-service -> prompt-builder, llm`, 'llm')).toEqual([
    'offline-eval',
  ])
})

test('a model is judged by what gets the same artefact or grades its answers', () => {
  expect(judges(sketch`pretrained-model -> offline-eval, llm`, 'llm')).toEqual(['offline-eval'])
  expect(judges(sketch`app-service -> llm; app-service -> prediction-log -data-> offline-eval`, 'llm')).toEqual([
    'offline-eval',
  ])
})

test('an evaluation of something else does not judge a model', () => {
  const other = sketch`app-service -> llm, ranker; training-job -> offline-eval -> model-registry -> ranker`
  expect(judges(other, 'llm')).toEqual([])
  const tuned = sketch`pretrained-model -> llm; pretrained-model -> training-job -> offline-eval -> model-registry`
  expect(judges(tuned, 'llm')).toEqual([])
  const joined = sketch`llm -async-> prediction-log -> label-join -data-> offline-eval`
  expect(judges(joined, 'llm')).toEqual([])
})

test('the prompts of a model stand before it on the path or are called by the same caller', () => {
  const graph = graphOf(sketch`
    a prompt-builder; b prompt-builder; c prompt-builder; d app-service
    app-service -> a; app-service -> b -> llm; d -> c
  `)
  expect(promptsOf(graph, graph.block('llm')!).map(each => each.id)).toEqual(['b'])
  const called = graphOf(sketch`app-service -> prompt-builder, llm`)
  expect(promptsOf(called, called.block('llm')!).map(each => each.id)).toEqual(['prompt-builder'])
})
