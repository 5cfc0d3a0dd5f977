import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { connected, within } from '../../src/graph/parts'
import type { Block } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const ids = (blocks: readonly Block[]) => blocks.map(block => block.id)

const graph = graphOf(sketch`
  a ranker; b cache; c cache; d cache; e ranker
  app-service -> a; b -> app-service; e -> d
`)

test('blocks are connected by flows of any kind and direction, and only by flows', () => {
  expect(ids(connected(graph, graph.block('a')!, 'cache'))).toEqual(['b'])
  expect(ids(connected(graph, graph.block('e')!, 'cache', 'ranker'))).toEqual(['d', 'e'])
})

test('a block that nothing is wired to may be used in every part, after those of the part', () => {
  expect(ids(within(graph, graph.block('a')!, 'cache'))).toEqual(['b', 'c'])
  expect(ids(within(graph, graph.block('e')!, 'cache'))).toEqual(['d', 'c'])
})
