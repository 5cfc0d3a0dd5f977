import { expect, test } from 'vitest'
import { chokePoints } from '../../src/graph/choke-points'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const chokes = (design: Design) => chokePoints(graphOf(design)).map(block => block.id)

test('what every request passes is a choke point, the only model among them, the client not', () => {
  expect(chokes(sketch`client -> gateway -> app-service -> ranker, feature-store-online`)).toEqual([
    'app-service',
    'gateway',
    'ranker',
  ])
})

test('one of several models is none, because the others still answer', () => {
  expect(chokes(sketch`client -> app-service -> ranker, llm`)).toEqual(['app-service'])
})

test('a precomputed result is an answer like a model', () => {
  expect(chokes(sketch`batch-inference -> prediction-store; client -> app-service -> prediction-store`)).toEqual([
    'app-service',
    'prediction-store',
  ])
})

test('clients that share a model are one audience: a way in that only one of them takes is no choke point', () => {
  expect(chokes(sketch`a client; b client; g1 gateway; g2 gateway; a -> g1 -> ranker; b -> g2 -> ranker`)).toEqual([
    'ranker',
  ])
})

test('two products in one drawing are judged apart', () => {
  expect(chokes(sketch`a client; b client; a1 app-service; b1 app-service; a -> a1 -> ranker; b -> b1 -> llm`)).toEqual(
    ['a1', 'b1', 'llm', 'ranker'],
  )
})

test('a client that waits for no model is judged by what it reaches over queues and streams', () => {
  expect(chokes(sketch`client -> app-service -async-> event-stream -> online-inference`)).toEqual(['app-service'])
})

test('without any model there is nothing to be cut off from', () => {
  expect(chokes(sketch`client -> gateway -> app-service -> operational-store`)).toEqual([])
})
