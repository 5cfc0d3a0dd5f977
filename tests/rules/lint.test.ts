import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { lint } from '../../src/rules/lint'
import noFallback from '../../src/rules/no-fallback'
import noOfflineEval from '../../src/rules/no-offline-eval'
import requestCycle from '../../src/rules/request-cycle'
import { defineRule, type Rule } from '../../src/rules/rule'

const said = (design: Design, options: Parameters<typeof lint>[1]) =>
  lint(graphOf(design), options).map(({ rule, at }) => [rule, ...at].join(' '))

const broken: Rule = defineRule({
  ...noFallback,
  id: 'broken',
  check() {
    throw new Error('the size of nothing')
  },
})

test('a missing block is not asked for before five blocks stand, unless a review is asked for', () => {
  const begun = sketch`client -> app-service -> ranker; n1 note "Later"; n2 note "Much later"`
  const drawn = sketch`client -> gateway -> app-service -> ranker -> feature-store-online`
  expect(said(begun, { rules: [noFallback] })).toEqual([])
  expect(said(begun, { rules: [noFallback], review: true })).toEqual(['no-fallback ranker'])
  expect(said(drawn, { rules: [noFallback] })).toEqual(['no-fallback ranker'])
})

test('what cannot work is said at once', () => {
  const begun = sketch`client -> app-service -> ranker -request-> app-service`
  expect(said(begun, { rules: [requestCycle] })).toEqual(['request-cycle app-service ranker'])
})

test('coverage rules keep to the scope, correctness rules do not', () => {
  const serving = sketch`brief scope=training; client -> app-service -> ranker -request-> app-service`
  const rules = [noFallback, requestCycle]
  expect(said(serving, { rules, review: true })).toEqual(['request-cycle app-service ranker'])
})

test('findings come worst first, then by step, then by rule and block', () => {
  const plan = sketch`b ranker; a ranker; client -> app-service -> a, b; app-service -> llm -request-> app-service
    dataset-builder -> training-job`
  expect(said(plan, { rules: [noFallback, requestCycle, noOfflineEval], review: true })).toEqual([
    'no-offline-eval training-job',
    'request-cycle app-service llm',
    'no-fallback a',
    'no-fallback b',
    'no-fallback llm',
  ])
})

test('a rule that throws becomes one finding that names it, and the others run on', () => {
  const plan = sketch`client -> app-service -> ranker`
  expect(lint(graphOf(plan), { rules: [broken, noFallback], review: true }).map(({ message }) => message)).toEqual([
    'The rule broken stopped with an error and judged nothing: the size of nothing',
    'No fallback: when “Ranker” is late or down, “Application service” has nothing to answer.',
  ])
})

test('findings of one rule at the same blocks are said once', () => {
  const twice = defineRule({
    ...noFallback,
    *check() {
      yield { at: ['ranker'], message: 'First.' }
      yield { at: ['ranker'], message: 'Second.' }
    },
  })
  const plan = sketch`client -> app-service -> ranker`
  expect(lint(graphOf(plan), { rules: [twice], review: true }).map(({ message }) => message)).toEqual(['First.'])
})

test('an empty design is asked for its brief alone, and only in a review', () => {
  expect(said(sketch``, {})).toEqual([])
  expect(said(sketch``, { review: true })).toEqual([
    'brief-business-goal-missing',
    'framing-ml-task-missing',
    'brief-scale-missing',
    'brief-success-metric-missing',
    'framing-objective-missing',
    'brief-no-simple-alternative',
    'guardrail-metric-missing',
  ])
})
