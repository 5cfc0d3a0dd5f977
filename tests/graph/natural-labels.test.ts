import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { jobsOnOutcomes } from '../../src/graph/natural-labels'
import { sketch } from '../../src/plan/sketch'

test('a job learns from outcomes when natural labels reach it as rows', () => {
  const graph = graphOf(sketch`
    clicks label-join labelType=natural; guessed label-join labelType=weak; unsaid label-join
    a training-job; b training-job; c training-job; d training-job
    clicks -> pii-anonymizer -> dataset-builder -> a; guessed -> b; unsaid -> c; a -artifact-> d
  `)
  expect([...jobsOnOutcomes(graph)]).toEqual(['a'])
})
