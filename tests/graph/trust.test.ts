import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isWrittenByOutsiders } from '../../src/graph/trust'
import { sketch } from '../../src/plan/sketch'

test('outsiders write what says so, and crawls and bought feeds that say nothing', () => {
  const graph = graphOf(sketch`
    a data-source trust=user-generated; b event-stream trust=third-party; c data-source sourceType=crawl
    d data-source sourceType=crawl trust=first-party; e data-source; f data-source sourceType=app-db; g feedback-collector
  `)
  expect(graph.blocks.filter(isWrittenByOutsiders).map(block => block.id)).toEqual(['a', 'b', 'c'])
})
