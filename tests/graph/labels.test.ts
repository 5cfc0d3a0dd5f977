import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { hasLabels, needsLabels } from '../../src/graph/labels'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const ask = (design: Design) => {
  const graph = graphOf(design)
  const training = graph.block('training-job')!
  return { needs: needsLabels(graph, training), has: hasLabels(graph, training) }
}

test('training without a stated way of learning is supervised and needs labels', () => {
  expect(ask(sketch`data-source -> training-job`)).toEqual({ needs: true, has: false })
  expect(ask(sketch`training-job training-job learning=rl; data-source -> training-job`).needs).toBe(false)
  expect(ask(sketch`brief mlTask=forecasting; data-source -> training-job`).needs).toBe(false)
})

test('labels come from outcomes, people, a labelled source or a teacher', () => {
  expect(ask(sketch`label-join -> dataset-builder -> training-job`).has).toBe(true)
  expect(ask(sketch`annotation -> dataset-builder -> training-job`).has).toBe(true)
  expect(ask(sketch`data-source data-source labelled=true; data-source -> training-job`).has).toBe(true)
  expect(ask(sketch`batch-inference -data-> data-lake -> dataset-builder -> training-job`).has).toBe(true)
})
