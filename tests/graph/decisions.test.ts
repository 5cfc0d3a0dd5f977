import { expect, test } from 'vitest'
import { needsProbabilities, policiesOn } from '../../src/graph/decisions'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const policies = (design: Design, model: string) => {
  const graph = graphOf(design)
  return policiesOn(graph, graph.block(model)!).map(policy => policy.id)
}

test('a policy acts on a model that feeds it, or that the same service asked before it', () => {
  expect(policies(sketch`event-stream -> online-inference -data-> decision-policy`, 'online-inference')).toEqual([
    'decision-policy',
  ])
  expect(policies(sketch`client -> app-service -> ranker, decision-policy`, 'ranker')).toEqual(['decision-policy'])
})

test('a policy of another service, or one that reads the log, does not act on this score', () => {
  const plan = sketch`
    a app-service "Search"; b app-service "Checkout"
    client -> gateway -> a, b; a -> ranker; b -> decision-policy; a -> prediction-log -data-> decision-policy
  `
  expect(policies(plan, 'ranker')).toEqual([])
})

test('a policy that only sorts, or whose thresholds are fitted anew, needs no probabilities', () => {
  const graph = graphOf(sketch`
    a decision-policy "Auction" action=rank; b decision-policy "Refitted"; c decision-policy "Block"
    training-job -> offline-eval -artifact-> b; online-inference -> a, b, c
  `)
  expect(['a', 'b', 'c'].map(id => needsProbabilities(graph, graph.block(id)!))).toEqual([false, false, true])
})
