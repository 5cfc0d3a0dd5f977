import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design, Row } from '../../src/model/design'
import { type Comparison, compareDesigns, type Difference } from '../../src/model/difference'
import { applyEdit, type Change } from '../../src/model/edit'
import { designText } from '../../src/model/text'
import { edits } from '../arbitraries/edit'
import { wholeDesigns } from '../arbitraries/whole-design'
import { block, designOf } from '../store/samples'

const BEFORE: Design = {
  ...designOf('a', 'b', 'c'),
  brief: { design: { peakQps: 40, latencyP99Ms: 300, notes: { data: 'Old.' } } },
  groups: { room: { id: 'room', label: 'Online', at: { x: 0, y: 0 }, size: { width: 200, height: 200 } } },
  flows: { f: { id: 'f', kind: 'data', source: 'a', target: 'b' } },
}

const AFTER: Design = {
  ...BEFORE,
  about: { design: { title: 'Ads, second pass' } },
  brief: { design: { latencyP99Ms: 200, notes: { data: 'New.' } } },
  groups: { room: { id: 'room', label: 'Online', at: { x: 0, y: 8 }, size: { width: 200, height: 200 } } },
  blocks: {
    a: { ...block('a', 'Heavy ranker'), at: { x: 8, y: 8 }, group: 'room', props: { p99Ms: 62 } },
    b: { ...block('b'), at: { x: 8, y: 88 } },
    d: block('d'),
  },
  flows: { f: { id: 'f', kind: 'stream', source: 'a', target: 'b' } },
  waivers: { w: { id: 'w', rule: 'no-fallback', at: ['a'], reason: 'Cheap.' } },
}

test('names what was added, changed field by field and removed, and tells moves apart', () => {
  expect(compareDesigns(BEFORE, AFTER)).toEqual({
    differences: [
      {
        table: 'about',
        id: 'design',
        deed: 'changed',
        fields: [{ path: 'title', before: 'Ads', after: 'Ads, second pass' }],
      },
      {
        table: 'brief',
        id: 'design',
        deed: 'changed',
        fields: [
          { path: 'latencyP99Ms', before: 300, after: 200 },
          { path: 'notes.data', before: 'Old.', after: 'New.' },
          { path: 'peakQps', before: 40 },
        ],
      },
      {
        table: 'blocks',
        id: 'a',
        deed: 'changed',
        fields: [
          { path: 'label', before: 'a', after: 'Heavy ranker' },
          { path: 'group', after: 'room' },
          { path: 'props.p99Ms', after: 62 },
        ],
      },
      { table: 'blocks', id: 'c', deed: 'removed', fields: [] },
      { table: 'blocks', id: 'd', deed: 'added', fields: [] },
      { table: 'flows', id: 'f', deed: 'changed', fields: [{ path: 'kind', before: 'data', after: 'stream' }] },
      { table: 'waivers', id: 'w', deed: 'added', fields: [] },
    ],
    moved: [
      { table: 'groups', id: 'room' },
      { table: 'blocks', id: 'a' },
      { table: 'blocks', id: 'b' },
    ],
  })
})

/** Two designs: unlike ones, and ones a few edits apart. */
function pairs(): fc.Arbitrary<readonly [Design, Design]> {
  const apart = fc.tuple(wholeDesigns(), wholeDesigns())
  const near = wholeDesigns().chain(design => edits(design).map(edit => [design, applyEdit(design, edit)] as const))
  return fc.oneof(apart, near)
}

test('a design does not differ from itself, whatever the order of its records and fields', () => {
  fc.assert(
    fc.property(wholeDesigns(), design => {
      expect(compareDesigns(design, backwards(design) as Design)).toEqual({ differences: [], moved: [] })
    }),
    { numRuns: 100 },
  )
})

test('what a comparison names is all that turns the one design into the other', () => {
  fc.assert(
    fc.property(pairs(), ([before, after]) => {
      const changes = changesOf(compareDesigns(before, after), before, after)
      const rebuilt = applyEdit(before, { label: 'x', changes })
      expect(textWithin(rebuilt)).toBe(textWithin(after))
    }),
    { numRuns: 300 },
  )
})

test('seen from the other design, what was added was removed and every change runs the other way', () => {
  const mirrored = ({ table, id, deed, fields }: Difference) => ({
    table,
    id,
    deed: ({ added: 'removed', changed: 'changed', removed: 'added' } as const)[deed],
    fields: fields.map(({ path, ...values }) => ({
      path,
      ...('after' in values ? { before: values.after } : {}),
      ...('before' in values ? { after: values.before } : {}),
    })),
  })
  fc.assert(
    fc.property(pairs(), ([before, after]) => {
      const { differences, moved } = compareDesigns(before, after)
      const back = compareDesigns(after, before)
      expect(sorted(back.differences)).toEqual(sorted(differences.map(mirrored)))
      expect(sorted(back.moved)).toEqual(sorted(moved))
    }),
    { numRuns: 100 },
  )
})

/** A comparison as the edit that it speaks of. */
function changesOf({ differences, moved }: Comparison, before: Design, after: Design): Change[] {
  const rowOf = (design: Design, { table, id }: Pick<Difference, 'table' | 'id'>) =>
    (design[table] as Record<string, Row>)[id] as Row
  return [
    ...differences.flatMap((difference): Change[] => {
      const { table, id, deed, fields } = difference
      if (deed === 'removed') return [{ op: 'cut', table, id }]
      if (deed === 'added') return [{ op: 'put', table, id, record: rowOf(after, difference) }]
      return fields.map(({ path, after: to }) => ({ op: 'set', table, id, path, ...(to === undefined ? {} : { to }) }))
    }),
    ...moved.flatMap(({ table, id }) =>
      ['at', 'size', 'bends'].flatMap((path): Change[] => {
        const [old, to] = [before, after].map(design => (rowOf(design, { table, id }) as Record<string, never>)[path])
        return old === to ? [] : [{ op: 'set', table, id, path, ...(to === undefined ? {} : { to }) }]
      }),
    ),
  ]
}

/** The text of all records; fields of another tool that belong to the design as a whole are none. */
function textWithin({ extra: _, ...design }: Design): string {
  return designText(design)
}

function sorted<T extends { readonly table: string; readonly id: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => (`${a.table} ${a.id}` < `${b.table} ${b.id}` ? -1 : 1))
}

/** The same JSON with the keys of every object the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  )
}
