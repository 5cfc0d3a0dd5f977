import { expect, test } from 'vitest'
import type { Edit } from '../../src/model/edit'
import { advance, type Replica, shown } from '../../src/store/replica'
import type { StoredRecord } from '../../src/store/stored'
import { addBlock, designOf, rename } from './samples'

const stored = (id: string, seq: number, edit: Edit): StoredRecord => ({
  id,
  doc: 'ads',
  tab: 't',
  at: 1,
  schema: 1,
  edit,
  seq,
})

/** A tab that has read up to record 4 and has two edits of its own on top. */
const first = stored('mine-1', 0, addBlock('b'))
const second = stored('mine-2', 0, rename('b', 'Cache'))
const replica: Replica = {
  base: designOf('a'),
  place: { life: 'l', seq: 4 },
  ids: [],
  own: [
    { record: first, revision: 1 },
    { record: second, revision: 2 },
  ],
}

test('own edits stay on top of what others stored, and leave the top in the order in which they are read back', () => {
  const theirs = stored('theirs', 5, rename('a', 'Ranker'))
  const advanced = advance(replica, [theirs, { ...first, seq: 6 }])
  expect(advanced?.replica.own.map(({ record }) => record.id)).toEqual(['mine-2'])
  expect(advanced?.replica.place).toEqual({ life: 'l', seq: 6 })
  expect(advanced?.slipped).toMatchObject([{ edit: theirs.edit, revision: 1 }])
  expect(advanced && Object.values(shown(advanced.replica).blocks).map(({ label }) => label)).toEqual([
    'Ranker',
    'Cache',
  ])
})

test('nothing is read past an own edit that came through before an earlier one', () => {
  const later = stored('theirs', 6, rename('a', 'Ranker'))
  const advanced = advance(replica, [{ ...second, seq: 5 }, later])
  expect(advanced?.replica).toEqual(replica)
})

test('records that no design may hold are not taken', () => {
  const spoilt: Edit = { label: 'X', changes: [{ op: 'set', table: 'blocks', id: 'a', path: 'at', to: 'here' }] }
  expect(advance(replica, [stored('x', 5, spoilt)])).toBe(null)
  expect(advance(replica, [{ ...stored('x', 5, spoilt), edit: 7 } as unknown as StoredRecord])).toBe(null)
  const cut: Edit = { label: 'X', changes: [{ op: 'cut', table: 'about', id: 'design' }] }
  expect(advance(replica, [stored('x', 5, cut)])).toBe(null)
})
