import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { origins, trainingJobsOf } from '../../src/graph/lineage'
import { sketch } from '../../src/plan/sketch'

test('a source that is fed is a waypoint, not an origin, but for what users send', () => {
  const graph = graphOf(
    sketch`data-source -> data-lake -> dataset-builder; client -> event-stream; es event-stream; es -> data-lake`,
  )
  expect(
    origins(graph)
      .map(block => block.id)
      .sort(),
  ).toEqual(['data-source', 'es', 'event-stream'])
})

test('the training of a served block is found over artefacts alone', () => {
  const graph = graphOf(sketch`
    a training-job "Ranking"; b training-job "Other"
    a -> offline-eval -artifact-> model-registry -> safe-rollout -> ranker; b -metric-> experiment-tracker
    pretrained-model -> a; prediction-log -> label-join -> b
  `)
  expect(trainingJobsOf(graph, graph.block('ranker')!).map(block => block.id)).toEqual(['a'])
})
