import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isMonitored } from '../../src/graph/observed'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const seesRanker = (design: Design) => isMonitored(graphOf(design), graphOf(design).block('ranker')!)

test('a model is monitored through itself, its callers or its callees', () => {
  expect(seesRanker(sketch`client -> ranker -metric-> drift-monitor`)).toBe(true)
  expect(seesRanker(sketch`client -> app-service -> ranker; app-service -> prediction-log -> drift-monitor`)).toBe(true)
  expect(seesRanker(sketch`ranker -> re-ranker -async-> prediction-log -> performance-monitor`)).toBe(true)
})

test('what the client reports does not show what the model predicted', () => {
  expect(seesRanker(sketch`client -> ranker; client -> prediction-log -> drift-monitor`)).toBe(false)
})

test('a monitor of latency and errors does not watch predictions', () => {
  expect(seesRanker(sketch`client -> ranker -metric-> service-monitor`)).toBe(false)
})
