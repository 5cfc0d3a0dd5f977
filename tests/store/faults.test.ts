import { forceCloseDatabase } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { emptyDesign } from '../../src/model/design'
import { designText } from '../../src/model/text'
import { createDocuments } from '../../src/store/documents'
import type { SnapshotRow } from '../../src/store/stored'
import { type Faults, type TestBrowser, testBrowser } from './browser'
import { addBlock, designOf, labels, opened, rename, shows, storedIn } from './samples'

const CALM = { idleMs: 1e8, retryMs: 1, slowMs: 1e8 }

interface Fault {
  readonly name: string
  readonly begin: (browser: TestBrowser) => unknown
  readonly end?: (faults: Faults) => void
  readonly reason: RegExp
}

const FAULTS: readonly Fault[] = [
  {
    name: 'a full disk',
    begin: ({ faults }) => {
      faults.fullDisk = ['records']
    },
    end: faults => delete faults.fullDisk,
    reason: /storage of this browser is full/,
  },
  {
    name: 'a storage that the browser closed',
    begin: ({ databases, faults }) => {
      faults.open = 'refused'
      for (const db of databases) forceCloseDatabase(db as never)
    },
    end: faults => delete faults.open,
    reason: /closed its storage|no storage/,
  },
  {
    name: 'site data that was deleted',
    begin: ({ factory, faults }) => {
      faults.open = 'refused'
      factory.deleteDatabase('groundplan')
    },
    end: faults => delete faults.open,
    reason: /being deleted|no storage/,
  },
  {
    name: 'a full disk and a refused localStorage',
    begin: ({ faults }) => {
      faults.fullDisk = ['records']
      faults.isTailRefused = true
    },
    end: faults => {
      delete faults.fullDisk
      delete faults.isTailRefused
    },
    reason: /storage of this browser is full/,
  },
]

test.each(FAULTS)('$name is told while editing goes on, and after it everything is stored', async fault => {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, CALM).create(emptyDesign())
  document.commit(addBlock('a'), 'user')
  await shows(journal, 'saved')
  fault.begin(browser)
  for (const name of ['b', 'c']) document.commit(addBlock(name), 'user')
  await shows(journal, 'failed')
  expect(journal.status.getState().reason).toMatch(fault.reason)
  document.commit(rename('b', 'Ranker'), 'user')
  document.undo()
  document.redo()
  fault.end?.(browser.faults)
  await shows(journal, 'saved')
  expect(journal.status.getState()).toEqual({ state: 'saved', reason: null, unsaved: 0 })
  const again = await opened(createDocuments(browser.tab(), CALM), id)
  expect(again.document.getState().design).toEqual(document.getState().design)
})

test.each([
  ['has no IndexedDB', { indexedDB: (): IDBFactory | null => null }],
  ['has neither IndexedDB nor localStorage', { indexedDB: (): IDBFactory | null => null, localStorage: null }],
])('a browser that %s is told at once, and edits in memory', async (_, missing) => {
  const documents = createDocuments({ ...testBrowser(), ...missing }, CALM)
  const { document, journal } = await documents.create(designOf('a'))
  await shows(journal, 'failed')
  expect(journal.status.getState().reason).toMatch(/gives the page no storage/)
  expect(document.commit(addBlock('b'), 'user')).toBe(true)
  expect(document.getState().design).toEqual(designOf('a', 'b'))
  expect(await documents.list()).toEqual({
    documents: [],
    problem: {
      path: '',
      message: 'This browser gives the page no storage (a private window, or blocked site data).',
      hint: 'Designs can still be opened from files.',
    },
  })
})

test('a storage that does not answer counts as failed, until it does', async () => {
  const browser = testBrowser()
  browser.faults.open = 'silent'
  const { document, journal } = await createDocuments(browser, { ...CALM, slowMs: 1 }).create(emptyDesign())
  document.commit(addBlock('a'), 'user')
  await shows(journal, 'failed')
  expect(journal.status.getState()).toEqual({
    state: 'failed',
    reason: 'The browser takes unusually long to store the last edits.',
    unsaved: 1,
  })
})

test('an edit that failed keeps its place before those that came through after it', async () => {
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, CALM).create(emptyDesign())
  await shows(journal, 'saved')
  browser.faults.fullDisk = ['records']
  document.commit(addBlock('a', 'first'), 'user')
  browser.faults.fullDisk = []
  // Sent in the same task: it reaches the database before the failure of the first one is known.
  document.commit(rename('a', 'second'), 'user')
  await shows(journal, 'failed')
  await shows(journal, 'saved')
  const [snapshot] = await storedIn<SnapshotRow>(browser.databases.at(-1), 'snapshots')
  expect(snapshot?.text).toBe(designText(document.getState().design))
  expect(labels(await opened(createDocuments(browser.tab(), CALM), id))).toEqual({ a: 'second' })
})

test('a database of a newer version is not touched', async () => {
  const browser = testBrowser()
  await new Promise(resolve => {
    browser.factory.open('groundplan', 7).onsuccess = resolve
  })
  const documents = createDocuments(browser, CALM)
  const { journal } = await documents.create(designOf('a'))
  await shows(journal, 'failed')
  expect(journal.status.getState().reason).toMatch(/A newer version of Groundplan stored its data here/)
})
