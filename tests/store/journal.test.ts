import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDesign } from '../../src/gate'
import { emptyDesign } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { repair } from '../../src/model/repair'
import { designText } from '../../src/model/text'
import { createDocuments } from '../../src/store/documents'
import type { JournalRecord, QuarantineRow, SnapshotRow, VersionRow } from '../../src/store/stored'
import { edits } from '../arbitraries/edit'
import { wholeDesigns } from '../arbitraries/whole-design'
import { type TestBrowser, testBrowser } from './browser'
import { addBlock, block, cutBlock, designOf, labels, opened, rename, shows, storedIn } from './samples'

/** Nothing happens by itself but the retry after a failure. */
const CALM = { idleMs: 1e8, retryMs: 1, slowMs: 1e8 }

/** The documents as a tab finds them that starts after all others died. */
function reopened(browser: TestBrowser) {
  return createDocuments(browser.tab(), CALM)
}

const db = (browser: TestBrowser) => browser.databases.at(-1)

test('a new document is stored at once, and opens as it was', async () => {
  const browser = testBrowser()
  const { id, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  expect(journal.status.getState().state).toBe('saving')
  await shows(journal, 'saved')
  const again = await opened(reopened(browser), id)
  expect(again.document.getState().design).toEqual(designOf('a'))
  expect(again.problems).toEqual([])
})

test('every confirmed edit is there after the tab died at any moment', async () => {
  const run = wholeDesigns().chain(design =>
    fc.record({ design: fc.constant(design), steps: fc.array(edits(design), { maxLength: 6 }), death: fc.nat(6) }),
  )
  await fc.assert(
    fc.asyncProperty(run, async ({ design, steps, death }) => {
      const browser = testBrowser()
      const { id, document, journal } = await createDocuments(browser, CALM).create(design)
      for (const edit of steps.slice(0, death))
        if (readDesign(designText(repair(applyEdit(document.getState().design, edit)))).ok)
          document.commit(edit, 'user')
      if (steps.length % 2 === 0) document.undo()
      await shows(journal, 'saved')
      const confirmed = designText(document.getState().design)
      const again = await opened(reopened(browser), id)
      expect(designText(again.document.getState().design)).toBe(confirmed)
    }),
    { numRuns: 60 },
  )
})

test('undo and redo are records like any edit', async () => {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(journal, 'saved')
  document.commit(rename('a', 'Ranker'), 'user')
  document.undo()
  document.redo()
  await shows(journal, 'saved')
  const records = await storedIn<JournalRecord>(db(browser), 'records')
  expect(records.map(({ edit }) => edit.changes)).toEqual([
    [{ op: 'set', table: 'blocks', id: 'a', path: 'label', to: 'Ranker' }],
    [{ op: 'set', table: 'blocks', id: 'a', path: 'label', to: 'a' }],
    [{ op: 'set', table: 'blocks', id: 'a', path: 'label', to: 'Ranker' }],
  ])
  expect(labels(await opened(reopened(browser), id))).toEqual({ a: 'Ranker' })
})

test('an edit is sent in its own task: a tab that dies in the next one has lost nothing', async () => {
  const browser = testBrowser()
  const first = createDocuments(browser, CALM)
  const { id, document, journal } = await first.create(emptyDesign())
  await shows(journal, 'saved')
  document.commit(addBlock('a'), 'user')
  const again = await opened(reopened(browser), id)
  expect(labels(again)).toEqual({ a: 'a' })
})

test('the tail keeps what the database did not confirm, and is merged once', async () => {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, { ...CALM, retryMs: 1e8 }).create(emptyDesign())
  await shows(journal, 'saved')
  document.commit(addBlock('a', '1'), 'user')
  await shows(journal, 'saved')
  browser.faults.fullDisk = ['records']
  document.commit(rename('a', '2'), 'user')
  document.commit(addBlock('b'), 'user')
  await shows(journal, 'failed')
  await journal.close()
  expect(browser.localStorage?.length).toBe(1)

  browser.faults.fullDisk = []
  const again = await opened(reopened(browser), id)
  expect(labels(again)).toEqual({ a: '2', b: 'b' })
  await shows(again.journal, 'saved')
  expect(browser.localStorage?.length).toBe(0)
  const records = await storedIn<JournalRecord>(db(browser), 'records')
  expect(records.map(({ edit }) => edit.label)).toEqual(['Add a', 'Rename a', 'Add b'])
})

test('a tail whose edits came through after all, and were compacted, is not applied a second time', async () => {
  const browser = testBrowser()
  const documents = createDocuments(browser, CALM)
  const { id, document, journal } = await documents.create(designOf('a'))
  await shows(journal, 'saved')
  document.commit(rename('a', 'old'), 'user')
  const [record] = await storedIn<JournalRecord>(db(browser), 'records')
  document.commit(rename('a', 'new'), 'user')
  await documents.close()
  expect(await storedIn(await openAgain(browser), 'records')).toEqual([])

  browser.localStorage?.setItem(`groundplan.tail.${id}.late`, JSON.stringify({ doc: id, records: [record] }))
  const again = await opened(reopened(browser), id)
  expect(labels(again)).toEqual({ a: 'new' })
  expect(browser.localStorage?.length).toBe(0)
})

test('two tails that hold the same edits give each of them once', async () => {
  const browser = testBrowser()
  const { id, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(journal, 'saved')
  const records = ['1', '2', '3'].map(label => recordOf(id, label))
  browser.localStorage?.setItem(`groundplan.tail.${id}.x`, JSON.stringify({ doc: id, records: records.slice(0, 2) }))
  browser.localStorage?.setItem(`groundplan.tail.${id}.y`, JSON.stringify({ doc: id, records }))
  const again = await opened(reopened(browser), id)
  await shows(again.journal, 'saved')
  const stored = await storedIn<JournalRecord>(db(browser), 'records')
  expect(stored.map(record => record.id)).toEqual(['id-1', 'id-2', 'id-3'])
  expect(labels(again)).toEqual({ a: '3' })
})

test('a design that was never stored survives in the tail', async () => {
  const browser = testBrowser()
  browser.faults.open = 'refused'
  const { id, document, journal } = await createDocuments(browser, { ...CALM, retryMs: 1e8 }).create(designOf('a'))
  document.commit(addBlock('b'), 'user')
  await shows(journal, 'failed')
  await journal.close()

  delete browser.faults.open
  const documents = reopened(browser)
  expect((await documents.list()).documents.map(row => row.id)).toEqual([id])
  const again = await opened(documents, id)
  expect(labels(again)).toEqual({ a: 'a', b: 'b' })
  await shows(again.journal, 'saved')
  expect(browser.localStorage?.length).toBe(0)
  expect(labels(await opened(reopened(browser), id))).toEqual({ a: 'a', b: 'b' })
})

test('the journal becomes a snapshot after so many records, and at rest', async () => {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, { ...CALM, recordLimit: 3 }).create(emptyDesign())
  await shows(journal, 'saved')
  for (const name of ['a', 'b', 'c']) document.commit(addBlock(name), 'user')
  await journal.close()
  const [snapshot] = await storedIn<SnapshotRow>(db(browser), 'snapshots')
  expect(snapshot?.text).toBe(designText(document.getState().design))
  expect(snapshot?.ids.length).toBe(3)
  expect(snapshot?.seq).toBe(3)
  expect(await storedIn(db(browser), 'records')).toEqual([])
  const versions = await storedIn<VersionRow>(db(browser), 'versions')
  expect(versions.map(({ doc, reason }) => ({ doc, reason }))).toEqual([{ doc: id, reason: 'Autosave' }])
})

test('a compaction that is broken off leaves the journal as it was', async () => {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, { ...CALM, recordLimit: 2 }).create(emptyDesign())
  await shows(journal, 'saved')
  browser.faults.fullDisk = ['snapshots']
  for (const name of ['a', 'b', 'c']) document.commit(addBlock(name), 'user')
  await shows(journal, 'failed')
  expect(journal.status.getState()).toEqual({
    state: 'failed',
    reason: 'The storage of this browser is full.',
    unsaved: 0,
  })
  expect((await storedIn<JournalRecord>(db(browser), 'records')).length).toBe(3)
  browser.faults.fullDisk = []
  expect(labels(await opened(reopened(browser), id))).toEqual({ a: 'a', b: 'b', c: 'c' })
  document.commit(cutBlock('a'), 'user')
  await shows(journal, 'saved')
})

test('an edit that makes a design no file may hold costs only itself, and the journal is not replaced by it', async () => {
  const browser = testBrowser()
  const documents = createDocuments(browser, CALM)
  const { id, document, journal } = await documents.create(designOf('a'))
  await shows(journal, 'saved')
  document.commit(rename('a', 'Ranker'), 'user')
  const spoil = { op: 'set', table: 'blocks', id: 'a', path: 'at', to: 'here' } as const
  document.commit({ label: 'Spoil', changes: [spoil] }, 'user')
  document.commit(addBlock('b'), 'user')
  await documents.close()
  const again = await opened(reopened(browser), id)
  expect(again.document.getState().design).toEqual({ ...designOf('a', 'b'), ...blocksOf({ a: 'Ranker', b: 'b' }) })
  expect(again.problems.map(({ message }) => message)).toEqual(['1 stored edit could not be read.'])
  const aside = await storedIn<QuarantineRow>(db(browser), 'quarantine')
  expect(aside.map(({ content }) => (content as JournalRecord).edit.changes)).toEqual([[spoil]])
  expect(labels(await opened(reopened(browser), id))).toEqual({ a: 'Ranker', b: 'b' })
})

test('what the list shows beside a document is stored with the next snapshot', async () => {
  const browser = testBrowser()
  const documents = createDocuments(browser, CALM)
  const { journal, close } = await documents.create(designOf('a', 'b'))
  await shows(journal, 'saved')
  journal.setSummary({ met: 3, of: 7 })
  await close()
  const { documents: rows, problem } = await documents.list()
  expect(problem).toBe(null)
  expect(rows.map(({ title, blocks, summary }) => ({ title, blocks, summary }))).toEqual([
    { title: 'Ads', blocks: 2, summary: { met: 3, of: 7 } },
  ])
})

test('a version is kept on demand, and the last twenty are held', async () => {
  const browser = testBrowser()
  const documents = createDocuments(browser, CALM)
  const { id, document, journal } = await documents.create(designOf('a'))
  await shows(journal, 'saved')
  for (let n = 1; n <= 22; n++) {
    document.commit(rename('a', String(n)), 'user')
    expect(await journal.keepVersion(`Before ${n}`)).toBe(true)
  }
  const versions = await documents.versions(id)
  const reasons = versions.ok ? versions.value.map(version => version.reason) : []
  expect([reasons.length, reasons[0], reasons.at(-1)]).toEqual([20, 'Before 22', 'Before 3'])
})

function blocksOf(labels: Readonly<Record<string, string>>) {
  return { blocks: Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, block(id, label)])) }
}

function recordOf(doc: string, label: string): JournalRecord {
  return { id: `id-${label}`, doc, tab: 'x', at: 1, schema: 1, edit: rename('a', label) }
}

/** A connection of the test's own: the documents have closed theirs. */
function openAgain(browser: TestBrowser): Promise<IDBDatabase> {
  return new Promise(resolve => {
    const request = browser.factory.open('groundplan')
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase)
  })
}
