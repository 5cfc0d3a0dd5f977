import { expect, test } from 'vitest'
import { drawingsIn } from '../../src/budget/drawings'
import { graphOf } from '../../src/graph/graph'
import { sketch } from '../../src/plan/sketch'

test('blocks that flows of any kind join are one drawing, whichever way the flows point', () => {
  const graph = graphOf(
    sketch`a client; b client; c ranker; a -> app-service; b -metric-> service-monitor; app-service -metric-> service-monitor`,
  )
  const drawings = drawingsIn(graph)
  expect(new Set(['a', 'b', 'app-service', 'service-monitor'].map(id => drawings.get(id))).size).toBe(1)
  expect(drawings.get('c')).not.toBe(drawings.get('a'))
})
