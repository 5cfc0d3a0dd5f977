import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { jobsWithFeatures, outcomesInFeatures } from '../../src/graph/outcomes-in-features'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const found = (design: Design) =>
  outcomesInFeatures(graphOf(design)).map(({ labels, jobs, entries }) =>
    [labels.id, ...jobs.map(job => job.id), ...entries.map(flow => flow.id)].join(' '),
  )

test('labels that are the target of a job and enter its features are found, with the flows by which they enter', () => {
  const plan = sketch`
    lab label-join; fp feature-pipeline-batch; a training-job; b training-job
    lab -> dataset-builder -> a, b; lab -> data-lake -> fp -> feature-store-offline -> dataset-builder
  `
  expect(found(plan)).toEqual(['lab a b data-lake-data-fp'])
})

test('a join as of the event time, a lagged flow and a model each stand between labels and features', () => {
  const asOf = sketch`
    ds dataset-builder pointInTime=true; label-join -> ds -> training-job; label-join -> feature-store-offline -> ds
  `
  const lagged = sketch`
    label-join -> training-job; label-join -data-> feature-store-offline {lagged=true}; feature-store-offline -> training-job
  `
  const scored = sketch`
    label-join -> training-job; label-join -> batch-inference -> feature-store-offline -> training-job
  `
  expect([asOf, lagged, scored].flatMap(found)).toEqual([])
})

test('a job is judged once both labels and features reach it', () => {
  const graph = graphOf(sketch`
    a training-job; b training-job; c training-job
    label-join -> a, b; feature-store-offline -> b, c
  `)
  expect(jobsWithFeatures(graph).map(job => job.id)).toEqual(['b'])
})
