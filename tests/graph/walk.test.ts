import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Stop } from '../../src/graph/stops'
import { standIn, stepFrom, type Way } from '../../src/graph/walk'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { designs } from '../arbitraries/design'

const WAYS: readonly Way[] = ['right', 'left', 'up', 'down', 'first', 'last', 'out']

const design = sketch`
  group online
  a client in=online; b app-service in=online; c ranker; d cache
  a -request-> b; b -request-> c; b -request-> d
`
const block = (id: string): Stop => ({ table: 'blocks', id })
const walk = (start: Stop, ...ways: readonly Way[]) =>
  ways.reduce<Stop | null>((stop, way) => stop && stepFrom(design, stop, way), start)

/** The flow between two blocks. */
const flow = (source: string, target: string) =>
  Object.values(design.flows).find(one => one.source === source && one.target === target)?.id ?? ''

test('right and left go from block to flow to block', () => {
  expect(walk(block('a'), 'right')).toEqual({ table: 'flows', id: flow('a', 'b'), of: 'a' })
  expect(walk(block('a'), 'right', 'right')).toEqual(block('b'))
  expect(walk(block('b'), 'left')).toEqual({ table: 'flows', id: flow('a', 'b'), of: 'b' })
  expect(walk(block('b'), 'left', 'left')).toEqual(block('a'))
  expect(walk(block('c'), 'right')).toBeNull()
})

test('up and down go through the flows of the block that a flow was come from', () => {
  expect(walk(block('b'), 'right', 'down')).toEqual({ table: 'flows', id: flow('b', 'd'), of: 'b' })
  expect(walk(block('b'), 'right', 'down', 'down')).toBeNull()
  expect(walk(block('d'), 'left', 'up')).toBeNull()
})

test('up and down go from block to block in reading order, and on to the rooms', () => {
  expect(walk(block('a'), 'down')).toEqual(block('b'))
  expect(walk(block('a'), 'up')).toBeNull()
  expect(walk(block('a'), 'last', 'down')).toEqual({ table: 'groups', id: 'online' })
  expect(walk(block('d'), 'first')).toEqual(block('a'))
})

test('out goes from a flow to its block and from there to its room; right goes into the room', () => {
  expect(walk(block('a'), 'right', 'out')).toEqual(block('a'))
  expect(walk(block('b'), 'left', 'out')).toEqual(block('b'))
  expect(walk(block('b'), 'out')).toEqual({ table: 'groups', id: 'online' })
  expect(walk(block('b'), 'out', 'right')).toEqual(block('a'))
  expect(walk(block('c'), 'out')).toBeNull()
})

test('from nowhere, or from what is gone, the walk begins at the first element', () => {
  expect(stepFrom(design, null, 'left')).toEqual(block('a'))
  expect(stepFrom(design, block('gone'), 'down')).toEqual(block('a'))
  expect(stepFrom(design, null, 'out')).toBeNull()
  expect(stepFrom(sketch``, null, 'down')).toBeNull()
})

test('in any design every block, flow and room is reached from every other', () => {
  fc.assert(
    fc.property(designs(), design => {
      const all = stopsIn(design)
      for (const start of all) expect(reachedFrom(design, start)).toEqual(new Set(all.map(keyOf)))
    }),
    { numRuns: 200 },
  )
})

const keyOf = ({ table, id }: Stop) => `${table} ${id}`

function stopsIn(design: Design): Stop[] {
  return (['blocks', 'flows', 'groups'] as const).flatMap(table =>
    Object.keys(design[table]).map(id => ({ table, id })),
  )
}

function reachedFrom(design: Design, start: Stop): ReadonlySet<string> {
  // The flows of a block depend on where they were come from: a walk goes on from each of both.
  const found = new Map<string, Stop>([[`${keyOf(start)} ${start.of}`, start]])
  for (const stop of found.values())
    for (const way of WAYS) {
      const next = stepFrom(design, stop, way)
      if (next) found.set(`${keyOf(next)} ${next.of}`, next)
    }
  return new Set([...found.values()].map(keyOf))
}

test('where an element went, its neighbour stands in: the block of a flow, else the next block, else one before', () => {
  const without = (...ids: readonly string[]): Design => ({
    ...design,
    blocks: Object.fromEntries(Object.entries(design.blocks).filter(([id]) => !ids.includes(id))),
    flows: Object.fromEntries(
      Object.entries(design.flows).filter(([, one]) => !ids.includes(one.source) && !ids.includes(one.target)),
    ),
  })
  expect(standIn(design, { ...design, flows: {} }, { table: 'flows', id: flow('b', 'c'), of: 'c' })).toEqual(block('c'))
  expect(standIn(design, without('b'), block('b'))).toEqual(block('c'))
  expect(standIn(design, without('d'), block('d'))).toEqual(block('c'))
  expect(standIn(design, without('a', 'b', 'c', 'd'), block('a'))).toEqual({ table: 'groups', id: 'online' })
})
