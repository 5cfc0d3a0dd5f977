import { expect, test } from 'vitest'
import { isExposedSlowly, isReleased } from '../../src/graph/exposure'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const isSlow = (design: Design, id = 'ranker') => {
  const graph = graphOf(design)
  return isExposedSlowly(graph, graph.block(id)!)
}

test('a model behind a rollout meets a little traffic first, by deployment or by routing', () => {
  expect(isSlow(sketch`model-registry -> safe-rollout -> ranker`)).toBe(true)
  expect(isSlow(sketch`app-service -> safe-rollout -request-> ranker`)).toBe(true)
  expect(isSlow(sketch`model-registry -> ranker; model-registry -> safe-rollout -> llm`)).toBe(false)
})

test('a rollout of which nobody drew where it leads covers what is made from the same artefacts', () => {
  expect(isSlow(sketch`model-registry -> ranker, safe-rollout`)).toBe(true)
  expect(isSlow(sketch`other model-registry; model-registry -> ranker; other -> safe-rollout`)).toBe(false)
  expect(isSlow(sketch`model-registry -> ranker; online-experiment -> safe-rollout`)).toBe(true)
})

test('a retriever that nothing is deployed to is as safe as the encoder that it calls', () => {
  const encoder = sketch`cg candidate-generator; model-registry -> safe-rollout -> online-inference; cg -> online-inference`
  expect(isSlow(encoder, 'cg')).toBe(true)
  expect(isSlow(sketch`model-registry -> safe-rollout -> llm; model-registry -> ranker -> llm`)).toBe(false)
})

test('an experiment that starts with a tenth of the traffic or less is a slow exposure', () => {
  expect(isSlow(sketch`ab online-experiment rampPercent=10; model-registry -> ranker`)).toBe(true)
  expect(isSlow(sketch`ab online-experiment rampPercent=11; model-registry -> ranker`)).toBe(false)
  expect(isSlow(sketch`online-experiment; model-registry -> ranker`)).toBe(false)
})

test('nothing is released where the model is fitted in each run or run by someone else', () => {
  const graph = graphOf(sketch`a batch-inference fit=at-scoring; b ranker modelParams=external; c llm hosted=true`)
  expect(['a', 'b', 'c'].map(id => isReleased(graph.block(id)!))).toEqual([false, false, true])
})
