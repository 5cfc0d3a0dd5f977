import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { calleesOf, callersOf, onRequestPath, orchestratorOf, requestCycles } from '../../src/graph/request-path'
import type { Block } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const feed = graphOf(sketch`
  client -> gateway -> app-service -> candidate-generator -> ann-index; app-service -> ranker -> feature-store-online
  app-service -> fallback; app-service -> prediction-log; event-stream -> online-inference
`)
const ids = (blocks: readonly Block[]) => blocks.map(block => block.id)
const block = (id: string) => feed.block(id) as Block

test('the request path is what a client waits for, with the client', () => {
  expect([...onRequestPath(feed)].sort()).toEqual([
    'ann-index',
    'app-service',
    'candidate-generator',
    'client',
    'feature-store-online',
    'gateway',
    'ranker',
  ])
})

test('callers and callees come nearest first, without clients', () => {
  expect(ids(callersOf(feed, 'ann-index'))).toEqual(['candidate-generator', 'app-service', 'gateway'])
  expect(ids(calleesOf(feed, 'gateway'))).toEqual([
    'app-service',
    'candidate-generator',
    'ranker',
    'ann-index',
    'feature-store-online',
  ])
})

test('the orchestrator of a block is the service that calls it, or the block itself', () => {
  expect(orchestratorOf(feed, block('ann-index')).id).toBe('app-service')
  expect(orchestratorOf(feed, block('online-inference')).id).toBe('online-inference')
  expect(orchestratorOf(feed, block('app-service')).id).toBe('app-service')
})

const cycles = (design: Parameters<typeof graphOf>[0]) =>
  requestCycles(graphOf(design)).map(cycle => cycle.map(flow => `${flow.source}>${flow.target}`))

test('requests without a circle have none, however they meet again', () => {
  expect(cycles(sketch`client -> app-service -> ranker, re-ranker; ranker -> re-ranker`)).toEqual([])
})

test('a circle is its flows in order', () => {
  expect(cycles(sketch`a ranker; b ranker; c ranker; client -> a; a -request-> b -request-> c -request-> a`)).toEqual([
    ['a>b', 'b>c', 'c>a'],
  ])
})

test('a call to itself is a circle', () => {
  expect(cycles(sketch`client -> llm -request-> llm`)).toEqual([['llm>llm']])
})

test('each block of two circles that share one is named once', () => {
  expect(
    cycles(sketch`a ranker; b ranker; c ranker; a -request-> b -request-> a; a -request-> c -request-> a`),
  ).toEqual([
    ['a>b', 'b>a'],
    ['c>a', 'a>c'],
  ])
})

test('a bounded loop and a response to a client close no circle', () => {
  expect(cycles(sketch`client -> app-service -> llm -request-> app-service {maxIterations=5}`)).toEqual([])
  expect(cycles(sketch`client -> app-service -request-> client`)).toEqual([])
})

test('a block between two circles stands in none', () => {
  const plan = sketch`a ranker; b ranker; m ranker; c ranker; d ranker
    a -request-> b -request-> a; b -request-> m -request-> c -request-> d -request-> c`
  expect(cycles(plan)).toEqual([
    ['a>b', 'b>a'],
    ['c>d', 'd>c'],
  ])
})
