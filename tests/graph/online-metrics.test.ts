import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isMeasuredLive, liveMeters } from '../../src/graph/online-metrics'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const isMeasured = (design: Design) => isMeasuredLive(graphOf(design))

test.each([
  ['watch-time', 'Watch time per user', true],
  ['CTR', 'click-through rate', true],
  ['7-day return rate', 'return rate', true],
  ['Conversion', 'conversion', true],
  ['clicks', 'click-through rate', false],
  ['ctr', 'conversion', false],
  ['!', 'conversion', false],
])('a meter of “%s” measures “%s”, and the other way round: %s', (a, b, isSame) => {
  const asked = isMeasured(sketch`brief onlineMetrics="${a}"; ab online-experiment metrics="${b}"`)
  const turned = isMeasured(sketch`brief onlineMetrics="${b}"; ab online-experiment metrics="${a}"`)
  expect([asked, turned]).toEqual([isSame, isSame])
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
