import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byPlace, readingOrder } from '../../src/graph/reading-order'
import type { Design, Id } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { designs } from '../arbitraries/design'

/** A design with these blocks at places, left to right and top to bottom. */
function at(design: Design, places: Readonly<Record<Id, readonly [x: number, y: number]>>): Design {
  const blocks = Object.entries(design.blocks).map(([id, block]) => {
    const [x, y] = places[id] ?? [0, 0]
    return [id, { ...block, at: { x, y } }] as const
  })
  return { ...design, blocks: Object.fromEntries(blocks) }
}

test('what sends comes before what receives, whatever the places; ties go from top to bottom, then left to right', () => {
  const design = at(sketch`a cache; b cache; c cache; d cache; c -> a`, {
    a: [0, 0],
    b: [200, 0],
    c: [400, 100],
    d: [0, 100],
  })
  expect(readingOrder(design)).toEqual(['b', 'd', 'c', 'a'])
})

test('a ring is entered at its first block from the top left, before what stands above and is only led to', () => {
  const design = at(sketch`a cache; b cache; c cache; d cache; a -> b -> c -> a; c -> d`, {
    a: [0, 200],
    b: [0, 100],
    c: [100, 100],
    d: [0, 0],
  })
  expect(readingOrder(design)).toEqual(['b', 'c', 'd', 'a'])
})

test('feedback leads back and says nothing of the order', () => {
  const design = at(sketch`a client; b ranker; a -request-> b -feedback-> a`, { a: [200, 0], b: [0, 0] })
  expect(readingOrder(design)).toEqual(['a', 'b'])
})

test('a chain of ten thousand blocks that closes to a ring is put in order', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `b${index}`)
  const blocks = Object.fromEntries(
    ids.map((id, x) => [id, { id, kind: 'cache', label: id, at: { x, y: 0 }, props: {} }]),
  )
  const flows = Object.fromEntries(
    ids.map((source, index) => {
      const target = ids[(index + 1) % ids.length] ?? ''
      return [`f${index}`, { id: `f${index}`, kind: 'data', source, target }]
    }),
  )
  expect(readingOrder({ ...sketch``, blocks, flows })).toEqual(ids)
})

test('in any design every block is in the order once, and before all that it leads to and that does not lead back', () => {
  fc.assert(
    fc.property(designs(), design => {
      const order = readingOrder(design)
      expect([...order].sort()).toEqual(Object.keys(design.blocks).sort())
      const place = new Map(order.map((id, index) => [id, index]))
      for (const flow of Object.values(design.flows))
        if (flow.kind !== 'feedback' && !leads(design, flow.target).has(flow.source))
          expect(place.get(flow.source)).toBeLessThan(place.get(flow.target) ?? 0)
    }),
    { numRuns: 200 },
  )
})

test('in any design two blocks that no flow touches are ordered by their places', () => {
  fc.assert(
    fc.property(designs(), design => {
      const touched = new Set(Object.values(design.flows).flatMap(flow => [flow.source, flow.target]))
      const free = readingOrder(design).filter(id => !touched.has(id))
      const blocks = free.flatMap(id => design.blocks[id] ?? [])
      expect(blocks.map(block => block.id)).toEqual([...blocks].sort(byPlace).map(block => block.id))
    }),
    { numRuns: 200 },
  )
})

test('the order does not depend on the order of the records', () => {
  fc.assert(
    fc.property(designs(), design => {
      const turned = <T>(table: Readonly<Record<Id, T>>) => Object.fromEntries(Object.entries(table).reverse())
      const other = { ...design, blocks: turned(design.blocks), flows: turned(design.flows) }
      expect(readingOrder(other)).toEqual(readingOrder(design))
    }),
    { numRuns: 100 },
  )
})

/** Everything that a block leads to, over all flows but feedback. */
function leads(design: Design, start: Id): ReadonlySet<Id> {
  const found = new Set([start])
  for (const id of found)
    for (const flow of Object.values(design.flows))
      if (flow.source === id && flow.kind !== 'feedback') found.add(flow.target)
  return found
}

test('a change that moves nothing keeps the very order, one that moves a block or a flow is put in order anew', () => {
  const design = at(sketch`a cache; b cache; c cache; a -> c`, { a: [0, 0], b: [0, 100], c: [0, 200] })
  const order = readingOrder(design)
  const renamed = { ...design, blocks: { ...design.blocks, b: { ...design.blocks.b!, label: 'Other' } } }
  expect(readingOrder(renamed)).toBe(order)
  const moved = { ...design, blocks: { ...design.blocks, b: { ...design.blocks.b!, at: { x: 0, y: -8 } } } }
  expect(readingOrder(moved)).toEqual(['b', 'a', 'c'])
  expect(readingOrder({ ...moved, flows: {} })).toEqual(['b', 'a', 'c'])
  expect(readingOrder({ ...moved, blocks: design.blocks, flows: {} })).toEqual(['a', 'b', 'c'])
})
