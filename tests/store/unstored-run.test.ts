import { expect, test } from 'vitest'
import { unstoredRun } from '../../src/store/records'
import type { JournalRecord } from '../../src/store/stored'

function record(id: string, ...blocks: readonly string[]): JournalRecord {
  const changes = blocks.map(block => ({ op: 'cut', table: 'blocks', id: block }) as const)
  return { id, doc: 'doc', tab: 'tab', at: 0, schema: 1, edit: { label: id, changes } }
}

const run = (left: readonly JournalRecord[], inJournal: readonly string[], inSnapshot: readonly string[]) =>
  unstoredRun(left, new Set(inJournal), new Set(inSnapshot)).map(({ id }) => id)

const [one, two, three] = [record('one', 'a'), record('two', 'b'), record('three', 'a', 'c')]

test('nothing is left while every record is stored, wherever', () => {
  expect(run([one, two, three], ['one', 'three'], ['two'])).toEqual([])
})

test('what came through before a missing record is stored again behind it', () => {
  expect(run([one, two, three], ['one', 'three'], [])).toEqual(['two', 'three'])
})

test('what a snapshot holds comes again only where it wrote over what a missing record is about to write', () => {
  expect(run([one, two, three], [], ['two', 'three'])).toEqual(['one', 'three'])
  expect(run([one, two], [], ['two'])).toEqual(['one'])
})
