import { expect, test } from 'vitest'
import { graphOf } from '../../../src/graph/graph'
import { applyEdit } from '../../../src/model/edit'
import { sketch } from '../../../src/plan/sketch'
import { addOfflineMetrics } from '../../../src/rules/fixes/metrics'

test('a metric joins the list of the evaluation that has one', () => {
  const design = sketch`a offline-eval; b offline-eval metrics=accuracy`
  const graph = graphOf(design)
  const fix = addOfflineMetrics(graph, ['pr-auc'], graph.ofKind('offline-eval'))!
  expect(fix.title).toBe('measure pr-auc')
  expect(applyEdit(design, fix.edit)).toEqual(sketch`a offline-eval; b offline-eval metrics=accuracy|pr-auc`)
})

test('where no evaluation has a list the metrics join the brief', () => {
  const design = sketch`brief offlineMetrics=ndcg; offline-eval`
  const graph = graphOf(design)
  const fix = addOfflineMetrics(graph, ['ece', 'brier'], graph.ofKind('offline-eval'))!
  expect(fix.title).toBe('measure ece and brier')
  expect(applyEdit(design, fix.edit)).toEqual(sketch`brief offlineMetrics=ndcg|ece|brier; offline-eval`)
})
