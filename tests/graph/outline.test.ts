import fc from 'fast-check'
import { expect, test } from 'vitest'
import { around, outlineOf } from '../../src/graph/outline'
import { sketch } from '../../src/plan/sketch'
import { designs } from '../arbitraries/design'

const design = sketch`
  group online; group empty
  api app-service in=online; rk ranker in=online; log prediction-log
  api -request-> rk; rk -> log
`
const lines = (folded?: ReadonlySet<string>) =>
  outlineOf(design, folded).map(({ stop, level, place, of, isOpen }) => {
    const end = stop.table === 'flows' ? design.flows[stop.id]?.target : stop.id
    return `${'  '.repeat(level - 1)}${stop.table === 'flows' ? 'to ' : ''}${end} ${place}/${of} ${isOpen}`
  })

test('rooms hold their blocks, blocks the flows that leave them; loose blocks and empty rooms stand beside', () => {
  expect(lines()).toEqual([
    'online 1/3 true',
    '  api 1/2 true',
    '    to rk 1/1 null',
    '  rk 2/2 true',
    '    to log 1/1 null',
    'empty 2/3 null',
    'log 3/3 null',
  ])
})

test('what is folded keeps its line and hides what is in it', () => {
  expect(lines(new Set(['online']))).toEqual(['online 1/3 false', 'empty 2/3 null', 'log 3/3 null'])
})

test('around an element lies what has to be unfolded to see its line', () => {
  const flow = Object.values(design.flows).find(one => one.source === 'rk')?.id ?? ''
  expect(around(design, { table: 'flows', id: flow })).toEqual(['rk', 'online'])
  expect(around(design, { table: 'blocks', id: 'api' })).toEqual(['online'])
  expect(around(design, { table: 'groups', id: 'online' })).toEqual([])
})

test('in any design every block, flow and room has one line, and its siblings are counted right', () => {
  fc.assert(
    fc.property(designs(), design => {
      const rows = outlineOf(design)
      const all = (['blocks', 'flows', 'groups'] as const).flatMap(table =>
        Object.keys(design[table]).map(id => `${table} ${id}`),
      )
      expect(rows.map(({ stop }) => `${stop.table} ${stop.id}`).sort()).toEqual(all.sort())
      for (const [index, row] of rows.entries()) {
        expect(row.level).toBeLessThanOrEqual((rows[index - 1]?.level ?? 0) + 1)
        expect(row.place).toBeLessThanOrEqual(row.of)
      }
    }),
    { numRuns: 200 },
  )
})
