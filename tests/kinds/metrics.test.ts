import { expect, test } from 'vitest'
import { BRIEF_FIELDS } from '../../src/kinds/brief'
import { familiesOf, familiesOfTask, metricOf, usualMetrics } from '../../src/kinds/metrics'

const TASKS = BRIEF_FIELDS.find(field => field.key === 'mlTask')?.choices ?? []

test.each([
  ['nDCG@10', 'ndcg'],
  ['recall@k', 'recall@k'],
  ['Recall@1000', 'recall@k'],
  ['recall@800 (retrieval)', 'recall@k'],
  ['retrieval recall@8', 'recall@k'],
  ['p@5', 'precision@k'],
  ['pass@1', 'pass@k'],
  ['MAP@10', 'map'],
  ['accuracy@5', 'top-k-accuracy'],
  ['top-5 accuracy', 'top-k-accuracy'],
  ['Top 1 accuracy', 'top-k-accuracy'],
  ['PR AUC per harm', 'pr-auc'],
  ['PR-AUC on purchases', 'pr-auc'],
  ['AUC and nDCG (ranking)', 'roc-auc'],
  ['ROC_AUC', 'roc-auc'],
  ['average precision', 'pr-auc'],
  ['mean average precision', 'map'],
  ['mean IoU', 'iou'],
  ['macro F1', 'f1'],
  ['F1-score', 'f1'],
  ['sensitivity', 'recall'],
  ['TPR', 'recall'],
  ['balanced accuracy', 'balanced-accuracy'],
  ['Recall at IoU 0.5', 'recall-at-iou'],
  ['recall at 95 % precision', 'recall-at-precision'],
  ['recall at 0.5 % false positives', 'recall-at-fpr'],
  ['calibration error', 'calibration'],
  ['normalised entropy', 'normalized-entropy'],
  ['log loss', 'log-loss'],
  ['sMAPE', 'mape'],
  ['Mean absolute error (minutes)', 'mae'],
  ['pinball loss', 'pinball'],
  ['interval coverage', 'coverage'],
  ['average rank of the booked listing', 'average-rank'],
  ['word error rate', 'wer'],
  ['groundedness', 'groundedness'],
])('“%s” is known as %s', (text, name) => {
  expect(metricOf(text)).toBe(name)
})

test.each(['expected cost', 'answer accuracy', 'revenue lift', 'constructor', '', '@10', '(none)', '精度', '95 %'])(
  '“%s” is no metric that is known',
  text => {
    expect(metricOf(text)).toBeUndefined()
  },
)

test('every name that is suggested is known under itself, and judges the task it is suggested for', () => {
  const misplaced = TASKS.flatMap(task =>
    usualMetrics(task).filter(metric => {
      const families = familiesOfTask(task)
      return metricOf(metric) !== metric || (families && !familiesOf(metric).some(family => families.includes(family)))
    }),
  )
  expect(misplaced).toEqual([])
})

test('every task has metrics to suggest', () => {
  expect(TASKS.filter(task => usualMetrics(task).length === 0)).toEqual([])
})

test('a metric belongs to every family that it judges', () => {
  expect(familiesOf('log-loss')).toEqual(['classification', 'calibration'])
  expect(familiesOf('pr-auc')).toEqual(['classification', 'ranking', 'detection'])
  expect(familiesOf('mae')).toEqual(['regression'])
})

test('what is not known has no family, no usual metrics and no say', () => {
  expect(familiesOf('constructor')).toEqual([])
  expect(usualMetrics('constructor')).toEqual([])
  expect(familiesOfTask('control')).toBeUndefined()
  expect(familiesOfTask('toString')).toBeUndefined()
})
