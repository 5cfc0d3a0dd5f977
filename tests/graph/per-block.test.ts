import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { perBlock } from '../../src/graph/per-block'
import { sketch } from '../../src/plan/sketch'

test('a question is asked once for each graph and block, an answer of undefined included', () => {
  const asked: string[] = []
  const labelOf = perBlock<string | undefined>((_, block) => {
    asked.push(block.id)
    return block.id === 'a' ? block.label : undefined
  })
  const graph = graphOf(sketch`a ranker "First"; b ranker "Second"`)
  const other = graphOf(sketch`a ranker "Another"`)
  const answers = ['a', 'b', 'a', 'b'].map(id => labelOf(graph, graph.block(id)!))
  expect([...answers, labelOf(other, other.block('a')!)]).toEqual(['First', undefined, 'First', undefined, 'Another'])
  expect(asked).toEqual(['a', 'b', 'a'])
})
