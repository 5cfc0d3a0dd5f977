import { expect, test } from 'vitest'
import { STEPS } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { sketch } from '../../src/plan/sketch'
import { analyse, resolveFix } from '../../src/rules/analyse'
import noFallback from '../../src/rules/no-fallback'
import type { EditFix } from '../../src/rules/rule'
import unmonitoredModel from '../../src/rules/unmonitored-model'

const serving = sketch`brief scope=serving mlTask=ranking; client -> app-service -> ranker; app-service -> fallback`

test('coverage counts the rules that apply by step, met or not, also while findings keep quiet', () => {
  const { findings, coverage, scopeHint } = analyse(serving)
  expect(findings).toEqual([])
  expect(scopeHint).toBeNull()
  expect(Object.fromEntries(STEPS.map(step => [step, `${coverage[step].met} of ${coverage[step].of}`]))).toEqual({
    clarify: '1 of 5',
    frame: '1 of 2',
    data: '0 of 0',
    model: '0 of 0',
    evaluate: '0 of 0',
    serve: '3 of 4',
    monitor: '0 of 3',
  })
})

test('a rule counts once, however many blocks it hits', () => {
  const plan = sketch`a ranker; b ranker; client -> app-service -> a, b`
  expect(analyse(plan, { rules: [noFallback] }).coverage.serve).toEqual({ met: 0, of: 1 })
})

test('a rule whose findings are all waived does not count, and its findings stand under their waiver', () => {
  const plan = sketch`client -> app-service -> ranker; waive no-fallback @ranker "Precomputed."`
  const { findings, waived, coverage } = analyse(plan, { rules: [noFallback], review: true })
  expect(findings).toEqual([])
  expect(coverage.serve).toEqual({ met: 0, of: 0 })
  expect(waived.map(each => [each.waiver.reason, each.findings.length, each.gone.length])).toEqual([
    ['Precomputed.', 1, 0],
  ])
})

test('a rule that is waived in part still counts as open', () => {
  const plan = sketch`a ranker; b ranker; client -> app-service -> a, b; waive no-fallback @a "Precomputed."`
  expect(analyse(plan, { rules: [noFallback] }).coverage.serve).toEqual({ met: 0, of: 1 })
})

test('a scope that the drawing looks like is offered', () => {
  expect(analyse(sketch`client -> gateway -> app-service -> ranker -> feature-store-online`).scopeHint).toBe('serving')
})

test('a fix is made for the design as it is when pressed', () => {
  const [finding] = analyse(serving, { rules: [unmonitoredModel], review: true }).findings
  const now = sketch`brief scope=serving; client -> app-service -> ranker; app-service -> prediction-log`
  const fix = resolveFix(now, finding!, 0) as EditFix
  expect(fix.edit.changes.map(change => change.id)).toEqual([
    'ranker-monitor',
    'ranker-quality',
    'prediction-log-metric-ranker-monitor',
    'prediction-log-metric-ranker-quality',
  ])
})

test('a fix that is no longer needed, or not offered, is none', () => {
  const [finding] = analyse(serving, { rules: [unmonitoredModel], review: true }).findings
  const fixed = applyEdit(serving, (finding!.fixes[0] as EditFix).edit)
  expect(resolveFix(fixed, finding!, 0)).toBeNull()
  expect(resolveFix(serving, finding!, 7)).toBeNull()
  expect(resolveFix(serving, { ...finding!, rule: 'gone' }, 0)).toBeNull()
})
