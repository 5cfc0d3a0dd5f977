import { expect, test } from 'vitest'
import { designText } from '../../src/model/text'
import { createDocuments } from '../../src/store/documents'
import type { SnapshotRow } from '../../src/store/stored'
import { type TestBrowser, testBrowser } from './browser'
import { addBlock, block, designOf, labels, opened, shows, storedIn } from './samples'

const CALM = { idleMs: 1e8, retryMs: 1, slowMs: 1e8 }
const STORES = ['documents', 'snapshots', 'records', 'versions', 'quarantine']

/** A document with a snapshot of block a and a record that adds block b, and a hand to change what is stored. */
async function storedDocument() {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(journal, 'saved')
  document.commit(addBlock('b'), 'user')
  await shows(journal, 'saved')
  const [db] = browser.databases
  async function put(store: string, value: unknown): Promise<void> {
    const transaction = db?.transaction([store], 'readwrite')
    transaction?.objectStore(store).put(value)
    await new Promise(resolve => {
      if (transaction) transaction.oncomplete = resolve
    })
  }
  const [snapshot] = await storedIn<SnapshotRow>(db, 'snapshots')
  return { browser, id, put, snapshot: snapshot as SnapshotRow }
}

function everything(browser: TestBrowser): Promise<unknown[][]> {
  return Promise.all(STORES.map(store => storedIn(browser.databases[0], store)))
}

const record = (id: string, doc: string, edit: unknown, schema = 1) => ({ id, doc, tab: 't', at: 1, schema, edit })

test.each([
  [{ id: 'x', doc: 'ID', edit: 7 }, 'It is no record.'],
  [record('x', 'ID', { label: 'X', changes: [{ op: 'explode', table: 'blocks', id: 'a' }] }), 'It is no record.'],
  [
    record('x', 'ID', { label: 'X', changes: [{ op: 'put', table: 'blocks', id: '__proto__', record: {} }] }),
    'It is no',
  ],
  [record('x', 'ID', { label: 'X', changes: [{ op: 'cut', table: 'about', id: 'design' }] }), 'It cannot be applied'],
  [
    record('x', 'ID', {
      label: 'X',
      changes: [{ op: 'set', table: 'blocks', id: 'a', path: 'at', to: { x: '1', y: 2 } }],
    }),
    'blocks.a.at',
  ],
])('a damaged record is set aside unchanged and named, and the rest opens: %j', async (damaged, problem) => {
  const { browser, id, put } = await storedDocument()
  await put('records', { ...damaged, doc: id })
  await put('records', record('after', id, addBlock('c')))
  const again = await opened(createDocuments(browser.tab(), CALM), id)
  expect(again.document.getState().design).toEqual(designOf('a', 'b', 'c'))
  expect(again.problems).toEqual([
    {
      path: '',
      message: '1 stored edit could not be read.',
      hint: 'They were set aside unchanged; everything else is here.',
    },
  ])
  const aside = await storedIn(browser.databases[0], 'quarantine')
  expect(aside).toMatchObject([
    { doc: id, problem: expect.stringContaining(problem), content: { ...damaged, doc: id } },
  ])
  expect(await storedIn(browser.databases[0], 'records')).toEqual([])
})

test('a damaged snapshot is not opened, not written over, and can be downloaded', async () => {
  const { browser, id, put, snapshot } = await storedDocument()
  await put('snapshots', { ...snapshot, text: snapshot.text.replace('"ranker"', '7') })
  const before = await everything(browser)
  const again = await createDocuments(browser.tab(), CALM).open(id)
  expect(again).toMatchObject({ ok: false, problems: [{ path: expect.stringContaining('blocks.a.kind') }] })
  expect(again.ok ? '' : again.raw).toContain('Add b')
  expect(await everything(browser)).toEqual(before)
})

test('a document of a newer format is refused with both numbers, and not a byte of it changes', async () => {
  for (const store of ['snapshots', 'records']) {
    const { browser, id, put, snapshot } = await storedDocument()
    const newer = store === 'snapshots' ? { ...snapshot, schema: 3 } : record('n', id, addBlock('c'), 3)
    await put(store, newer)
    browser.localStorage?.setItem(`groundplan.tail.${id}.t`, JSON.stringify({ doc: id, records: [] }))
    const before = await everything(browser)
    const again = await createDocuments(browser.tab(), CALM).open(id)
    expect(again).toMatchObject({
      ok: false,
      newerThan: 1,
      problems: [{ message: expect.stringMatching(/its format is 3, this version reads up to 1/) }],
    })
    expect(await everything(browser)).toEqual(before)
    expect(browser.localStorage?.length).toBe(1)
  }
})

test('a damaged tail is put aside, and the document opens', async () => {
  const { browser, id } = await storedDocument()
  browser.localStorage?.setItem(`groundplan.tail.${id}.t`, '{"doc":')
  const again = await opened(createDocuments(browser.tab(), CALM), id)
  expect(labels(again)).toEqual({ a: 'a', b: 'b' })
  expect(again.problems.map(({ message }) => message)).toEqual(['1 stored edit could not be read.'])
  expect(browser.localStorage?.getItem(`groundplan.damaged.${id}.t`)).toBe('{"doc":')
  expect(browser.localStorage?.length).toBe(1)
})

test('a line of the list that is damaged hides no other, and opening its document mends it', async () => {
  const { browser, id, put } = await storedDocument()
  await put('documents', { id, title: 7 })
  const documents = createDocuments(browser.tab(), CALM)
  expect((await documents.list()).documents).toEqual([])
  const again = await opened(documents, id)
  again.document.commit(
    { label: 'Add', changes: [{ op: 'put', table: 'blocks', id: 'c', record: block('c') }] },
    'user',
  )
  await shows(again.journal, 'saved')
  expect((await documents.list()).documents.map(row => row.title)).toEqual(['Ads'])
  expect(designText(again.document.getState().design)).toBe(designText(designOf('a', 'b', 'c')))
})
