import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { haveCommonLineage, isFilled, releasesOf, vectorSpaces } from '../../src/graph/vector-spaces'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const spaces = (design: Design) =>
  vectorSpaces(graphOf(design)).map(
    ({ index, job, encoders }) => `${job.id} > ${index.id} < ${encoders.map(encoder => encoder.id).join(' ')}`,
  )

test('an index is filled by jobs, directly or by way of what they write', () => {
  const plan = sketch`a embedding-job; b embedding-job; a -> ann-index; b -> data-lake -data-> ann-index`
  expect(spaces(plan)).toEqual(['a > ann-index < ', 'b > ann-index < '])
})

test('a job behind the training of another encoder fills only its own index', () => {
  const plan = sketch`
    a embedding-job; b embedding-job; i1 ann-index; i2 ann-index
    a -> i1; a -data-> feature-store-offline -> dataset-builder -> training-job -> b -> i2
  `
  expect(spaces(plan)).toEqual(['a > i1 < ', 'b > i2 < '])
})

test('a query is encoded by the caller of the index whose model is drawn', () => {
  const plan = sketch`training-job -> candidate-generator -> ann-index; embedding-job -> ann-index`
  expect(spaces(plan)).toEqual(['embedding-job > ann-index < candidate-generator'])
})

test('a caller without a model has its query encoded by the one model that it asks', () => {
  const plan = sketch`training-job -> online-inference; embedding-job -> ann-index; client -> app-service -> online-inference, ann-index`
  expect(spaces(plan)).toEqual(['embedding-job > ann-index < online-inference'])
})

test('of several models that a caller asks none is taken for the encoder', () => {
  const plan = sketch`
    a online-inference; b online-inference; training-job -> a, b
    embedding-job -> ann-index; client -> app-service -> a, b, ann-index
  `
  expect(spaces(plan)).toEqual(['embedding-job > ann-index < '])
})

test('who looks items up, ranks or writes text encodes no query', () => {
  const plan = sketch`
    cg candidate-generator queryBy=item-id; training-job -> cg, ranker, llm
    embedding-job -> ann-index; cg, ranker, llm -> ann-index
  `
  expect(spaces(plan)).toEqual(['embedding-job > ann-index < '])
})

test('blocks have a common lineage when an artefact of one is an artefact of the other, or the other itself', () => {
  const graph = graphOf(sketch`
    training-job -> model-registry -> ranker; training-job -> offline-eval -artifact-> embedding-job; pretrained-model -> llm
  `)
  const common = (a: string, b: string) => haveCommonLineage(graph, graph.block(a)!, graph.block(b)!)
  expect([common('ranker', 'embedding-job'), common('ranker', 'training-job'), common('ranker', 'llm')]).toEqual([
    true,
    true,
    false,
  ])
})

test('an index is filled by artefacts, data and streams, not by calls', () => {
  const graph = graphOf(sketch`a ann-index; b ann-index; client -> a; event-stream -> b`)
  expect([isFilled(graph, graph.block('a')!), isFilled(graph, graph.block('b')!)]).toEqual([false, true])
})

test('a model is released by whatever hands it over', () => {
  const graph = graphOf(sketch`model-registry -> safe-rollout -> ranker; pretrained-model -> ranker; client -> ranker`)
  expect(releasesOf(graph, graph.block('ranker')!).map(block => block.id)).toEqual(['pretrained-model', 'safe-rollout'])
})
