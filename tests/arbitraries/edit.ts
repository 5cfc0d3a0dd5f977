import fc from 'fast-check'
import type { Design, Id, Row, Table } from '../../src/model/design'
import type { Change, Edit } from '../../src/model/edit'
import { blockRows, flowRows, groupRows, ids, points, propValues, texts } from './whole-design'

/** Edits of a design: of its records, of records that it lacks, and of new ones that later changes may meet. */
export function edits(design: Design): fc.Arbitrary<Edit> {
  return fc
    .uniqueArray(ids(), { minLength: 1, maxLength: 3 })
    .chain(fresh =>
      fc.record({ label: fc.constant('Edit'), changes: fc.array(changes(design, fresh), { maxLength: 6 }) }),
    )
}

function changes(design: Design, fresh: readonly Id[]): fc.Arbitrary<Change> {
  const [blocks, flows, groups] = [design.blocks, design.flows, design.groups].map(rows => [
    ...Object.keys(rows),
    ...fresh,
  ])
  return fc.oneof(
    put('blocks', blocks, id => blockRows(id, groups ?? [])),
    put('flows', flows, id => flowRows(id, blocks ?? [])),
    put('groups', groups, id => groupRows(id, groups ?? [])),
    set('blocks', blocks, ['label', 'notes'], texts()),
    set('blocks', blocks, ['at'], points()),
    set('blocks', blocks, ['group'], fc.constantFrom(...(groups ?? []))),
    set('blocks', blocks, ['props.p99Ms', 'props.constructor', 'props.a.b', 'props.'], propValues()),
    set('flows', flows, ['props.stage', 'props.lagged', 'extra.x'], propValues()),
    set('flows', flows, ['target'], fc.constantFrom(...(blocks ?? []))),
    set('groups', groups, ['group'], fc.constantFrom(...(groups ?? []))),
    set('brief', ['design'], ['peakQps', 'notes.data', 'notes.serve', 'extra.x'], texts()),
    set('about', ['design'], ['title'], texts()),
    cut('blocks', blocks),
    cut('flows', flows),
    cut('groups', groups),
  )
}

type Pool = readonly Id[] | undefined

function put(table: Table, pool: Pool, row: (id: Id) => fc.Arbitrary<Row>): fc.Arbitrary<Change> {
  return oneOf(pool).chain(id => row(id).map(record => ({ op: 'put', table, id, record })))
}

/** Sets a field or, one time in four, removes it; a field that every record has is only set. */
function set(table: Table, pool: Pool, paths: readonly string[], to: fc.Arbitrary<unknown>): fc.Arbitrary<Change> {
  const always = ['label', 'title', 'target']
  return fc.tuple(oneOf(pool), fc.constantFrom(...paths), to, fc.nat({ max: 3 })).map(([id, path, value, chance]) => {
    const isRemoved = chance === 0 && !always.includes(path)
    return { op: 'set', table, id, path, ...(isRemoved ? {} : { to: value }) } as Change
  })
}

function cut(table: Table, pool: Pool): fc.Arbitrary<Change> {
  return oneOf(pool).map(id => ({ op: 'cut', table, id }))
}

function oneOf(pool: Pool): fc.Arbitrary<Id> {
  return fc.constantFrom(...(pool ?? []))
}
