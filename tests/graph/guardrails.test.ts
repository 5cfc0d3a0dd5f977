import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { checks, guardsAround, isContextChecked } from '../../src/graph/guardrails'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const seen = (design: Design) => {
  const graph = graphOf(design)
  return guardsAround(graph, graph.block('llm')!).map(({ block, sees }) => `${block.id}: ${[...sees].sort().join(' ')}`)
}

const checked = (design: Design) => {
  const graph = graphOf(design)
  const guards = guardsAround(graph, graph.block('llm')!)
  return (['input', 'output'] as const).filter(side => guards.some(guard => checks(guard, side)))
}

const isChecked = (design: Design) => {
  const graph = graphOf(design)
  return isContextChecked(graph, graph.block('llm')!, graph.block('ann-index')!)
}

test('a guardrail that wraps a model sees both sides', () => {
  expect(seen(sketch`client -> guardrail -> app-service -> llm`)).toEqual(['guardrail: input output'])
})

test('a guardrail that text passes sees the side that it stands on', () => {
  expect(seen(sketch`a guardrail; b guardrail; a -data-> prompt-builder -> llm -> b`)).toEqual([
    'a: input',
    'b: output',
  ])
})

test('a guardrail that a caller asks sees what its stage lets it see, and both sides without stages', () => {
  const plan = sketch`
    a guardrail; b guardrail; c guardrail; d guardrail; client -> app-service
    app-service -request-> a {stage=1}; app-service -request-> llm, b {stage=2}; app-service -request-> c {stage=3}
    app-service -> d
  `
  expect(seen(plan)).toEqual(['a: input', 'b: input output', 'c: output', 'd: input output'])
})

test('a guardrail elsewhere is not around the model', () => {
  expect(seen(sketch`client -> a -> llm; a app-service; b app-service; client -> b -> ranker, guardrail`)).toEqual([])
})

test('a guardrail for one side checks it where it can see it; one for both sides, or for none said, checks both', () => {
  expect(checked(sketch`g guardrail side=output; client -> app-service -> llm, g`)).toEqual(['output'])
  expect(checked(sketch`g guardrail side=input; client -> app-service -> llm -> g`)).toEqual([])
  expect(checked(sketch`g guardrail side=both; client -> app-service -> llm -> g`)).toEqual(['input', 'output'])
  expect(checked(sketch`client -> app-service -> llm, guardrail`)).toEqual(['input', 'output'])
})

test('what was retrieved is checked by a guardrail between the store and the model, not by one in front of both', () => {
  expect(isChecked(sketch`client -> app-service -> ann-index; app-service -> guardrail -> llm`)).toBe(true)
  expect(isChecked(sketch`client -> guardrail -> app-service -> ann-index, llm`)).toBe(false)
  expect(isChecked(sketch`ann-index -data-> guardrail -data-> prompt-builder -> llm`)).toBe(true)
  expect(isChecked(sketch`client -> guardrail -> prompt-builder -> llm; ann-index -data-> prompt-builder`)).toBe(false)
})

test('a guardrail that a caller asks checks what was retrieved when it comes later', () => {
  const plan = (check: number, read: number) => sketch`
    g guardrail side=input; client -> app-service -> llm
    app-service -request-> g {stage=${check}}; app-service -request-> ann-index {stage=${read}}
  `
  expect([isChecked(plan(2, 1)), isChecked(plan(1, 2)), isChecked(plan(1, 1))]).toEqual([true, false, false])
})

test('without stages an input check counts for what was retrieved when it looks for injection', () => {
  expect(isChecked(sketch`g guardrail side=input; client -> app-service -> g, ann-index, llm`)).toBe(false)
  expect(
    isChecked(sketch`g guardrail side=input checks=prompt-injection; client -> app-service -> g, ann-index, llm`),
  ).toBe(true)
  expect(isChecked(sketch`client -> app-service -> guardrail, ann-index, llm`)).toBe(true)
})

test('an output check says nothing about what was retrieved', () => {
  expect(isChecked(sketch`g guardrail side=output; client -> app-service -> ann-index, llm; app-service -> g`)).toBe(
    false,
  )
})
