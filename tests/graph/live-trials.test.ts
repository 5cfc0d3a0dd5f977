import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isTestedLive, isUserFacing, limitedRollouts } from '../../src/graph/live-trials'
import { sketch } from '../../src/plan/sketch'

test('an experiment, or exploration that is replayed offline, tests models live', () => {
  expect(isTestedLive(graphOf(sketch`prediction-log -> online-experiment`))).toBe(true)
  expect(
    isTestedLive(graphOf(sketch`rr re-ranker explorationShare=0.02; ev offline-eval method=replay; rr -metric-> ev`)),
  ).toBe(true)
  expect(isTestedLive(graphOf(sketch`rr re-ranker explorationShare=0.02; ev offline-eval; rr -metric-> ev`))).toBe(
    false,
  )
})

test('every rollout but blue-green starts with little traffic', () => {
  const graph = graphOf(
    sketch`a safe-rollout; b safe-rollout method=shadow; c safe-rollout method=blue-green; a, b, c -> ranker`,
  )
  expect(limitedRollouts(graph).map(block => block.id)).toEqual(['a', 'b'])
})

test('predictions face users unless the brief says no', () => {
  expect(isUserFacing(graphOf(sketch`client -> ranker`))).toBe(true)
  expect(isUserFacing(graphOf(sketch`brief userFacing=false; client -> ranker`))).toBe(false)
})
