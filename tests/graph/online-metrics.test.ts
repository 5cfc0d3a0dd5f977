import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isMeasuredLive, isSameMetric, liveMeters } from '../../src/graph/online-metrics'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const isMeasured = (design: Design) => isMeasuredLive(graphOf(design))

test.each([
  ['watch-time', 'Watch time per user', true],
  ['CTR', 'click-through rate', true],
  ['7-day return rate', 'return rate', true],
  ['Conversion', 'conversion', true],
  ['taux de clics', 'Taux de Clics', true],
  ['clicks', 'click-through rate', false],
  ['ctr', 'conversion', false],
  ['!', 'conversion', false],
  ['', '', false],
])('“%s” and “%s” mean the same metric: %s', (a, b, isSame) => {
  expect([isSameMetric(a, b), isSameMetric(b, a)]).toEqual([isSame, isSame])
})

test('experiments and quality monitors measure live traffic', () => {
  const graph = graphOf(sketch`prediction-log -> online-experiment, performance-monitor, drift-monitor`)
  expect(liveMeters(graph).map(each => each.id)).toEqual(['online-experiment', 'performance-monitor'])
})

test('one of the metrics of the brief is enough, and a meter that names none computes them', () => {
  expect(isMeasured(sketch`brief onlineMetrics=ctr|retention; ab online-experiment metrics=retention`)).toBe(true)
  expect(isMeasured(sketch`brief onlineMetrics=ctr; online-experiment`)).toBe(true)
  expect(isMeasured(sketch`brief onlineMetrics=ctr; ab online-experiment metrics=sales; performance-monitor`)).toBe(
    true,
  )
})

test('other metrics, or no meter at all, measure nothing of the brief', () => {
  expect(isMeasured(sketch`brief onlineMetrics=ctr; ab online-experiment metrics=sales`)).toBe(false)
  expect(isMeasured(sketch`brief onlineMetrics=ctr; client -> ranker`)).toBe(false)
})
