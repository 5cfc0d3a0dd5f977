import { expect, test } from 'vitest'
import { calledAlongside } from '../../src/graph/alongside'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const alongside = (design: Design, id: string) => {
  const graph = graphOf(design)
  return [...calledAlongside(graph, graph.block(id)!)].sort().join(' ')
}

test('a request for a model also asks what the model and its callers ask', () => {
  const plan = sketch`client -> app-service -> ranker, feature-store-online; ranker -> operational-store`
  expect(alongside(plan, 'ranker')).toBe('feature-store-online operational-store ranker')
})

test('other calls of the client are other requests', () => {
  const plan = sketch`client -> a, b; a app-service; b app-service; a -> ranker; b -> ann-index`
  expect(alongside(plan, 'ranker')).toBe('ranker')
})

test('what nobody calls is not among what is called', () => {
  expect(alongside(sketch`online-inference -> feature-store-online`, 'online-inference')).toBe('feature-store-online')
})
