import { expect, test } from 'vitest'
import { graphOf } from '../../../src/graph/graph'
import type { Design } from '../../../src/model/design'
import { sketch } from '../../../src/plan/sketch'
import { addRetrieval, fillIndex } from '../../../src/rules/fixes/retrieval'
import type { EditFix } from '../../../src/rules/rule'

/** What a fix says and does, a change a line. */
const told = (fix: EditFix | null) => [
  fix?.title,
  ...(fix?.edit.changes ?? []).map(change => `${change.op} ${change.id}`),
]

const retrieval = (design: Design) => {
  const graph = graphOf(design)
  return told(addRetrieval(graph, graph.block('ranker')!))
}

const filled = (design: Design) => {
  const graph = graphOf(design)
  return told(fillIndex(graph, graph.block('ann-index')!))
}

test('retrieval is candidate generation beside the ranker, an index, and a job that fills it with checked items', () => {
  const plan = sketch`client -> app-service -> ranker; app-service -> prediction-log; data-source -> data-validation -> dataset-builder; prediction-log -> dataset-builder`
  expect(retrieval(plan)).toEqual([
    'add candidate generation',
    'put ranker-candidates',
    'put app-service-request-ranker-candidates',
    'put ranker-index',
    'put ranker-index-embeddings',
    'put ranker-index-embeddings-artifact-ranker-index',
    'put data-validation-data-ranker-index-embeddings',
    'put ranker-candidates-request-ranker-index',
  ])
})

test('candidate generation, an index and a job that stand unused are used', () => {
  const plan = sketch`client -> app-service -> ranker; candidate-generator; ann-index; embedding-job`
  expect(retrieval(plan)).toEqual([
    'ask “Candidate generation” for candidates',
    'put app-service-request-candidate-generator',
    'put embedding-job-artifact-ann-index',
    'put candidate-generator-request-ann-index',
  ])
})

test('an index of several tenants filters by access from the start', () => {
  const plan = sketch`brief multiTenant=true; client -> app-service -> ranker, llm`
  const graph = graphOf(plan)
  const fix = addRetrieval(graph, graph.block('ranker')!)
  expect(fix?.edit.changes.find(change => change.id === 'ranker-index')).toMatchObject({
    record: { kind: 'ann-index', props: { accessFilter: true } },
  })
})

test('a new job gets the release of the query encoder, so that both sides change together', () => {
  const plan = sketch`training-job -> model-registry -> safe-rollout -> candidate-generator; client -> candidate-generator -> ann-index`
  expect(filled(plan)).toEqual([
    'add an embedding job',
    'put ann-index-embeddings',
    'put ann-index-embeddings-artifact-ann-index',
    'put safe-rollout-artifact-ann-index-embeddings',
  ])
})

test('a source that outsiders write feeds no index unchecked', () => {
  const plan = sketch`a data-source trust=user-generated; b data-lake; a -> b -data-> operational-store; client -> app-service -> ann-index, operational-store`
  expect(filled(plan)).toContain('put b-data-ann-index-embeddings')
})

test('a job that fills something already is not given a second index', () => {
  const plan = sketch`client -> app-service -> ann-index, other; other ann-index; embedding-job -> other`
  expect(filled(plan)[0]).toBe('add an embedding job')
})
