import { expect, test } from 'vitest'
import { graphOf, perGraph } from '../../src/graph/graph'
import { applyEdit } from '../../src/model/edit'
import { sketch } from '../../src/plan/sketch'

const ids = (records: readonly { id: string }[]) => records.map(record => record.id)

test('notes and brief cards are no blocks of the graph, and their flows are unseen', () => {
  const graph = graphOf(
    sketch`n1 note "Later"; card brief-card "Goal" shows=goal; n1 -data-> llm; card -data-> llm; llm -> guardrail`,
  )
  expect(ids(graph.blocks).sort()).toEqual(['guardrail', 'llm'])
  expect(ids(graph.flows)).toEqual(['llm-request-guardrail'])
  expect(graph.into('llm')).toEqual([])
  expect(graph.block('n1')).toBeUndefined()
})

test('a request into a client is a drawn response and no flow of the graph', () => {
  const graph = graphOf(sketch`client -> app-service -request-> client; app-service -data-> client`)
  expect(ids(graph.into('client'))).toEqual(['app-service-data-client'])
})

test('flows are found from both of their ends', () => {
  const graph = graphOf(sketch`client -> app-service -> ranker, re-ranker`)
  expect(ids(graph.outOf('app-service'))).toEqual(['app-service-request-ranker', 'app-service-request-re-ranker'])
  expect(ids(graph.into('app-service'))).toEqual(['client-request-app-service'])
})

test('blocks are found by one kind or several', () => {
  const graph = graphOf(sketch`a ranker; b ranker; c llm; a -> b; b -> c`)
  expect(ids(graph.ofKind('ranker'))).toEqual(['a', 'b'])
  expect(ids(graph.ofKind('llm', 'ranker'))).toEqual(['c', 'a', 'b'])
  expect(graph.ofKind('cache')).toEqual([])
})

test('ids such as constructor are ids like any other', () => {
  const graph = graphOf(sketch`client -> app-service`)
  expect(graph.block('constructor')).toBeUndefined()
  expect(graph.into('constructor')).toEqual([])
})

test('a design is indexed once and anew when it changes', () => {
  const design = sketch`client -> app-service`
  const changed = applyEdit(design, { label: '', changes: [{ op: 'cut', table: 'blocks', id: 'client' }] })
  expect(graphOf(design)).toBe(graphOf(design))
  expect(graphOf(changed)).not.toBe(graphOf(design))
})

test('a question per graph is answered once', () => {
  let asked = 0
  const count = perGraph(graph => {
    asked++
    return graph.blocks.length
  })
  const graph = graphOf(sketch`client -> app-service`)
  expect([count(graph), count(graph), asked]).toEqual([2, 2, 1])
})
