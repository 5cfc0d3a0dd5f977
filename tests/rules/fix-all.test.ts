import { expect, test } from 'vitest'
import { place } from '../../src/layout/place'
import { applyEdit } from '../../src/model/edit'
import { designOf, sketch } from '../../src/plan/sketch'
import { analyse } from '../../src/rules/analyse'
import { fixAll } from '../../src/rules/fix-all'

const FEED = sketch`client -> app-service -> ranker; data-source -> dataset-builder -> training-job -> ranker`

test('one edit fixes one finding after the other, and leaves none that a change of the drawing could cure', () => {
  const { edit, done } = fixAll(FEED, { review: true, place })
  const fixed = applyEdit(FEED, edit)
  const rules = new Set(done.map(({ finding }) => finding.rule))
  for (const rule of ['unmonitored-model', 'no-data-validation', 'no-fallback', 'no-label-source'])
    expect([rule, rules.has(rule)]).toEqual([rule, true])
  expect(edit.label).toBe(`Fix ${done.length} findings`)
  expect(
    analyse(fixed, { review: true })
      .findings.filter(each => each.severity === 'error')
      .map(each => each.rule),
  ).toEqual(['brief-business-goal-missing', 'framing-ml-task-missing'])
  expect(fixAll(fixed, { review: true }).done).toEqual([])
})

test('what was asked for alone is fixed: findings of one step, and none that is waived', () => {
  const { done } = fixAll(FEED, { review: true, isWanted: finding => finding.step === 'serve' })
  expect(done.map(({ finding }) => finding.rule)).toEqual(['no-fallback', 'fallback-never-triggers'])
  const waived = designOf('client -> app-service -> ranker; waive no-fallback @ranker "Precomputed."')
  expect(fixAll(waived, { review: true, isWanted: finding => finding.rule === 'no-fallback' }).done).toEqual([])
})

test('nothing that was drawn is taken away', () => {
  const loose = designOf('client -> app-service -> ranker -request-> app-service; data-source; retraining-trigger')
  const fixed = applyEdit(loose, fixAll(loose, { review: true }).edit)
  expect(Object.keys(fixed.blocks)).toEqual(expect.arrayContaining(Object.keys(loose.blocks)))
})

test('nothing to fix is an edit without changes', () => {
  expect(fixAll(designOf('')).edit).toEqual({ label: 'Fix 0 findings', changes: [] })
})
