import { expect, test } from 'vitest'
import { createDocuments } from '../../src/store/documents'
import { testBrowser } from './browser'
import { addBlock, designOf, labels, opened, settled, shows } from './samples'

const CALM = { idleMs: 1e8, retryMs: 1, slowMs: 1e8 }

async function titles(documents: ReturnType<typeof createDocuments>): Promise<string[]> {
  return (await documents.list()).documents.map(row => row.title)
}

test('the list is newest first, and names what each document holds', async () => {
  const documents = createDocuments(testBrowser(), CALM)
  const first = await documents.create(designOf('a'))
  const second = await documents.create({ ...designOf(), about: { design: { title: 'Search' } } })
  await Promise.all([first, second].map(({ journal }) => shows(journal, 'saved')))
  expect(await titles(documents)).toEqual(['Search', 'Ads'])
  first.document.commit(addBlock('b'), 'user')
  await shows(first.journal, 'saved')
  const { documents: rows } = await documents.list()
  expect(rows.map(({ id, title, blocks }) => ({ id, title, blocks }))).toEqual([
    { id: first.id, title: 'Ads', blocks: 2 },
    { id: second.id, title: 'Search', blocks: 0 },
  ])
})

test('renaming is an edit of the design, whether it is open or not', async () => {
  const documents = createDocuments(testBrowser(), CALM)
  const first = await documents.create(designOf('a'))
  expect((await documents.rename(first.id, 'Open ads')).ok).toBe(true)
  expect(first.document.getState().undoLabel).toBe('Rename the design')
  await first.close()
  expect(await titles(documents)).toEqual(['Open ads'])
  expect((await documents.rename(first.id, 'Closed ads')).ok).toBe(true)
  expect(await titles(documents)).toEqual(['Closed ads'])
  const again = await opened(documents, first.id)
  expect(again.document.getState().design.about.design.title).toBe('Closed ads')
})

test('a copy has all of the design and goes its own way', async () => {
  const documents = createDocuments(testBrowser(), CALM)
  const first = await documents.create(designOf('a'))
  first.document.commit(addBlock('b'), 'user')
  const copied = await documents.duplicate(first.id)
  first.document.commit(addBlock('c'), 'user')
  const copy = await opened(documents, copied.ok ? copied.value : '')
  expect(labels(copy)).toEqual({ a: 'a', b: 'b' })
  expect(copy.document.getState().design.about.design.title).toBe('Ads (copy)')
})

test('a copy of a case study remembers which one, through edits, compaction, a reload and copies of its own', async () => {
  const browser = testBrowser()
  const documents = createDocuments(browser, { ...CALM, idleMs: 0 })
  const first = await documents.create(designOf('a'), 'ad-click-prediction')
  first.document.commit(addBlock('b'), 'user')
  first.journal.setSummary({ findings: 2 })
  const whileOpen = await documents.duplicate(first.id)
  await documents.close()

  const later = createDocuments(browser, CALM)
  const again = await opened(later, first.id)
  again.document.commit(addBlock('c'), 'user')
  await again.close()
  const whileClosed = await later.duplicate(first.id)
  const plain = await later.create(designOf('a'))
  const copies = [whileOpen, whileClosed].map(copied => (copied.ok ? copied.value : ''))
  const all = await Promise.all([first.id, ...copies, plain.id].map(id => opened(later, id)))
  expect(all.map(({ caseId }) => caseId)).toEqual([...Array(3).fill('ad-click-prediction'), null])
})

test('a removed document lies in the bin until it is restored or purged', async () => {
  const documents = createDocuments(testBrowser(), CALM)
  const { id } = await documents.create(designOf('a'))
  expect((await documents.remove(id)).ok).toBe(true)
  expect(await titles(documents)).toEqual([])
  expect((await documents.removed()).documents.map(row => row.id)).toEqual([id])
  expect((await documents.restore(id)).ok).toBe(true)
  expect(labels(await opened(documents, id))).toEqual({ a: 'a' })
  expect((await documents.purge(id)).ok).toBe(true)
  expect([await titles(documents), (await documents.removed()).documents]).toEqual([[], []])
  expect(await documents.open(id)).toMatchObject({
    ok: false,
    problems: [{ message: 'This design is not stored in this browser.' }],
  })
})

test('a new title reaches the tab that has the document open', async () => {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(journal, 'saved')
  const isRenamed = new Promise(resolve => document.onCommit(resolve))
  expect((await createDocuments(browser.tab(), CALM).rename(id, 'Theirs')).ok).toBe(true)
  await isRenamed
  expect(document.getState().design.about.design.title).toBe('Theirs')
  expect(document.getState().undoLabel).toBe(null)
})

test('a document that is removed or deleted elsewhere comes back with the next edit of a tab that has it open', async () => {
  const browser = testBrowser()
  const open = await createDocuments(browser, CALM).create(designOf('a'))
  const { id, document, journal } = open
  await shows(journal, 'saved')
  const elsewhere = createDocuments(browser.tab(), CALM)
  await elsewhere.remove(id)
  expect(await titles(elsewhere)).toEqual([])
  document.commit(addBlock('b'), 'user')
  await shows(journal, 'saved')
  expect(await titles(elsewhere)).toEqual(['Ads'])
  await elsewhere.purge(id)
  document.commit(addBlock('c'), 'user')
  await settled([open])
  expect(labels(await opened(elsewhere, id))).toEqual({ a: 'a', b: 'b', c: 'c' })
})

test('a document is one object in a tab, and can be opened again while it closes', async () => {
  const documents = createDocuments(testBrowser(), CALM)
  const first = await documents.create(designOf('a'))
  expect(await opened(documents, first.id)).toBe(first)
  first.document.commit(addBlock('b'), 'user')
  void first.close()
  const again = await opened(documents, first.id)
  expect(again).not.toBe(first)
  expect(again.document.getState().readOnly).toBe(false)
  expect(labels(again)).toEqual({ a: 'a', b: 'b' })
})

test('closing tells whether everything is stored', async () => {
  const browser = testBrowser()
  const documents = createDocuments(browser, CALM)
  const first = await documents.create(designOf('a'))
  first.document.commit(addBlock('b'), 'user')
  expect(await first.close()).toBe(true)
  const again = await opened(documents, first.id)
  browser.faults.fullDisk = ['records', 'snapshots']
  again.document.commit(addBlock('c'), 'user')
  expect(await documents.close()).toBe(false)
})
