import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { contextOf } from '../../src/graph/prompt-context'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const context = (design: Design) => {
  const graph = graphOf(design)
  return contextOf(graph, graph.block('llm')!).map(block => block.id)
}

test('what is read while the model is asked can end in its prompt', () => {
  expect(context(sketch`client -> app-service -> candidate-generator, llm; candidate-generator -> ann-index`)).toEqual([
    'ann-index',
  ])
  expect(context(sketch`client -> llm -> operational-store`)).toEqual(['operational-store'])
})

test('a store that is drawn as data into the prompt counts, too', () => {
  expect(context(sketch`ann-index -data-> prompt-builder -> llm; client -> prompt-builder`)).toEqual(['ann-index'])
})

test('a store that another page reads does not, though both come in by one gateway', () => {
  expect(context(sketch`a app-service; b app-service; client -> a, b; a -> ann-index; b -> llm`)).toEqual([])
  expect(context(sketch`a app-service; b app-service; client -> gateway -> a, b; a -> ann-index; b -> llm`)).toEqual([])
})

test('a service that the asking service calls, or a store that a gateway reads itself, does', () => {
  expect(context(sketch`a app-service; b app-service; client -> a -> b -> ann-index; a -> llm`)).toEqual(['ann-index'])
  expect(context(sketch`client -> gateway -> ann-index, llm`)).toEqual(['ann-index'])
})
