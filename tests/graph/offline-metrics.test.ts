import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { offlineMetricsOf } from '../../src/graph/offline-metrics'
import { sketch } from '../../src/plan/sketch'

test('offline metrics are those of the brief and of every evaluation, each under its one name', () => {
  const plan = sketch`
    brief offlineMetrics="AUC per head"|"calibration error"
    a offline-eval metrics=AUPRC; b offline-eval metrics=auc|nDCG@10
    training-job -> a, b
  `
  expect(offlineMetricsOf(graphOf(plan))).toEqual({
    known: new Set(['roc-auc', 'calibration', 'pr-auc', 'ndcg']),
    hasUnknown: false,
    isEmpty: false,
  })
})

test('only the given evaluations are read beside the brief', () => {
  const graph = graphOf(sketch`brief offlineMetrics=mae; a offline-eval metrics=rmse; b offline-eval metrics=mape`)
  expect([...offlineMetricsOf(graph, [graph.block('b')!]).known]).toEqual(['mae', 'mape'])
  expect([...offlineMetricsOf(graph, []).known]).toEqual(['mae'])
})

test('a metric that we do not know is told apart from none', () => {
  expect(offlineMetricsOf(graphOf(sketch`brief offlineMetrics="expected cost"; offline-eval`))).toEqual({
    known: new Set(),
    hasUnknown: true,
    isEmpty: false,
  })
  expect(offlineMetricsOf(graphOf(sketch`offline-eval`))).toEqual({
    known: new Set(),
    hasUnknown: false,
    isEmpty: true,
  })
})
