import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detailsOf, nameOf, titleOf } from '../../src/graph/names'
import type { Stop } from '../../src/graph/stops'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { designs } from '../arbitraries/design'

const design = sketch`
  group online "Online"
  fs feature-store-online "Feature store"; ci ann-index "Candidate index"
  rk ranker "Heavy ranker" in=online; api app-service "API" in=online
  fs -> rk {label=features stage=2}; ci -> rk; rk -request-> api
`

const flow = (source: string, target: string): Stop => {
  const found = Object.values(design.flows).find(one => one.source === source && one.target === target)
  return { table: 'flows', id: found?.id ?? '' }
}

test('the name of a block says kind, place in the order, room, neighbours and findings', () => {
  expect(nameOf(design, { table: 'blocks', id: 'rk' }, { warnings: 2 })).toBe(
    'Heavy ranker, Ranker, 3 of 4, in room Online; receives from Candidate index and Feature store; sends to API; 2 warnings',
  )
})

test('a block that is called by its kind says it once, and one without a name is called by its kind', () => {
  const drawn = sketch`ranker; cache`
  const plain = { ...drawn, blocks: { ...drawn.blocks, cache: { ...drawn.blocks.cache!, label: '  ' } } }
  expect(nameOf(plain, { table: 'blocks', id: 'ranker' }, { errors: 1, warnings: 1 })).toBe(
    'Ranker, 2 of 2; 1 error, 1 warning',
  )
  expect(titleOf(plain, { table: 'blocks', id: 'cache' })).toBe('Cache')
})

test('the name of a flow says both ends, its kind, label and properties', () => {
  expect(nameOf(design, flow('fs', 'rk'))).toBe('Feature store to Heavy ranker, Batch data, features, Stage 2')
})

test('the name of a room says how much it holds, its total and its findings', () => {
  expect(nameOf(design, { table: 'groups', id: 'online' }, { total: 'p99 148 ms of 200 ms', errors: 1 })).toBe(
    'Online, Room, 2 blocks, p99 148 ms of 200 ms; 1 error',
  )
})

test('many neighbours are counted in the name and listed in the details, with properties, notes and findings', () => {
  const wide = sketch`
    api app-service "API"; a cache "A"; b cache "B"; c cache "C"; d cache "D"; e cache "E"
    api -request-> a; api -request-> b; api -request-> c; api -request-> d; api -request-> e
  `
  const block = wide.blocks.api!
  const noted: Design = {
    ...wide,
    blocks: { ...wide.blocks, api: { ...block, props: { p99Ms: 20 }, notes: 'Owned by *search*' } },
  }
  const api: Stop = { table: 'blocks', id: 'api' }
  expect(nameOf(noted, api)).toBe('API, Application service, 1 of 6; sends to A, B, C and 2 more')
  expect(detailsOf(noted, api, {}, ['No fallback.'])).toBe(
    'API, Application service, 1 of 6; sends to A, B, C, D and E. Own latency, p99 20 ms. Notes: Owned by *search*. No fallback.',
  )
})

test('in any design a name is never longer than a breath, never empty, on one line, and holds no coordinate', () => {
  fc.assert(
    fc.property(designs(), design => {
      const far: Design = {
        ...design,
        blocks: Object.fromEntries(
          Object.entries(design.blocks).map(([id, block]) => [
            id,
            { ...block, at: { x: 987_654_321, y: 123_456_789 } },
          ]),
        ),
      }
      for (const table of ['blocks', 'flows', 'groups'] as const)
        for (const id of Object.keys(far[table])) {
          const name = nameOf(far, { table, id }, { warnings: 3 })
          expect(name.length).toBeLessThanOrEqual(250)
          expect(name).toMatch(/^[^\n\r\t]+$/)
          expect(name).not.toMatch(/987654321|123456789/)
        }
    }),
    { numRuns: 200 },
  )
})

test('in any design an id is in no name', () => {
  fc.assert(
    fc.property(designs(), design => {
      const marked = withIds(design)
      for (const table of ['blocks', 'flows', 'groups'] as const)
        for (const id of Object.keys(marked[table]))
          expect(nameOf(marked, { table, id }) + titleOf(marked, { table, id })).not.toContain('zz-id')
    }),
    { numRuns: 200 },
  )
})

/** The same design with ids that no label holds. */
function withIds(design: Design): Design {
  const of = (id: string | undefined) => (id === undefined ? {} : { group: `zz-id-${id}` })
  const all = <T extends { readonly id: string }, R>(table: Readonly<Record<string, T>>, change: (row: T) => R) =>
    Object.fromEntries(Object.values(table).map(row => [`zz-id-${row.id}`, { ...change(row), id: `zz-id-${row.id}` }]))
  return {
    ...design,
    blocks: all(design.blocks, ({ group, ...block }) => ({ ...block, ...of(group) })),
    groups: all(design.groups, ({ group, ...room }) => ({ ...room, ...of(group) })),
    flows: all(design.flows, flow => ({ ...flow, source: `zz-id-${flow.source}`, target: `zz-id-${flow.target}` })),
  }
}
