import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { scopeHint, scopeOf, stepsIn } from '../../src/graph/scope'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const hint = (design: Design) => scopeHint(graphOf(design))

test('the scope is the one the brief names, and full otherwise', () => {
  expect(scopeOf(graphOf(sketch`brief scope=serving; client -> app-service`))).toBe('serving')
  expect(scopeOf(graphOf(sketch`client -> app-service`))).toBe('full')
  expect(scopeOf(graphOf(sketch`brief scope=everything; client -> app-service`))).toBe('full')
})

test('a scope answers for its steps', () => {
  expect([...stepsIn('serving')]).toEqual(['clarify', 'frame', 'serve', 'monitor'])
  expect([...stepsIn('data')]).toEqual(['data'])
})

test('a drawing without training looks like serving', () => {
  expect(hint(sketch`client -> gateway -> app-service -> ranker -> feature-store-online`)).toBe('serving')
})

test('a drawing without clients and served blocks looks like training', () => {
  expect(hint(sketch`data-source -> data-validation -> dataset-builder -> training-job -> offline-eval`)).toBe(
    'training',
  )
})

test('an experiment with its clients looks like an experiment', () => {
  expect(hint(sketch`client -> app-service -> online-experiment`)).toBe('experiment')
  expect(hint(sketch`client -> app-service`)).toBeNull()
})

test('no scope is offered for a full drawing, a drawing just begun, and where the brief names one', () => {
  expect(hint(sketch`client -> app-service -> ranker; dataset-builder -> training-job -> ranker`)).toBeNull()
  expect(hint(sketch`client -> app-service -> ranker`)).toBeNull()
  expect(hint(sketch`brief scope=full; client -> gateway -> app-service -> ranker -> feature-store-online`)).toBeNull()
})
