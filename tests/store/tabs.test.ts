import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../../src/model/edit'
import { designText } from '../../src/model/text'
import { createDocuments } from '../../src/store/documents'
import type { OpenDocument } from '../../src/store/open-document'
import { replay } from '../../src/store/records'
import type { QuarantineRow, SnapshotRow, StoredRecord } from '../../src/store/stored'
import { type TestBrowser, type TestTab, testBrowser } from './browser'
import { addBlock, cutBlock, designOf, labels, opened, rename, settled, shows, storedIn } from './samples'

const CALM = { idleMs: 1e8, retryMs: 1, slowMs: 1e8 }

/** Tabs of one browser on the same document of the blocks a and b. */
async function tabsOf(count: number, timing: object = {}) {
  const browser = testBrowser()
  const first = await createDocuments(browser, { ...CALM, ...timing }).create(designOf('a', 'b'))
  await shows(first.journal, 'saved')
  const tabs: { tab: TestTab; open: OpenDocument }[] = [{ tab: browser, open: first }]
  while (tabs.length < count) tabs.push(await anotherTab(browser, first.id, timing))
  return { browser, tabs }
}

async function anotherTab(browser: TestTab, id: string, timing: object = {}) {
  const tab = browser.tab()
  return { tab, open: await opened(createDocuments(tab, { ...CALM, ...timing }), id) }
}

const textOf = ({ document }: OpenDocument) => designText(document.getState().design)

/** Expects that all tabs, and a tab that opens the document now, hold the same bytes. */
async function expectEqual(browser: TestBrowser, tabs: readonly OpenDocument[]): Promise<void> {
  await settled(tabs)
  const [first] = tabs as [OpenDocument]
  const again = await opened(createDocuments(browser.tab(), CALM), first.id)
  expect(tabs.map(textOf)).toEqual(tabs.map(() => textOf(again)))
  await again.close()
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setImmediate(resolve))
}

test('tabs that edit at once in any order end byte-equal with the journal, and no tab loses an edit', async () => {
  const move = fc.record({
    tab: fc.nat({ max: 2 }),
    act: fc.constantFrom(
      ...(['add', 'add', 'rename', 'rename shared', 'cut', 'cut shared', 'undo', 'redo', 'turns', 'turns'] as const),
      ...(['wait', 'full disk', 'room again', 'die'] as const),
    ),
    block: fc.nat({ max: 3 }),
  })
  const run = fc.record({
    moves: fc.array(move, { maxLength: 30 }),
    count: fc.constantFrom(2, 3),
    recordLimit: fc.constantFrom(2, 5, 1000),
  })
  await fc.assert(
    fc.asyncProperty(run, async ({ moves, count, recordLimit }) => {
      // A journal that could not be shortened while the disk was full is shortened at rest, as in the editor.
      const timing = { recordLimit, idleMs: 40 }
      const { browser, tabs } = await tabsOf(count, timing)
      /** What each tab left of the blocks that no other tab touches. */
      const own = new Map<string, Record<string, string>>()
      const names = tabs.map((_, tab) => `t${tab}`)
      const note = (tab: number) => {
        const mine = Object.entries(labels((tabs[tab] as (typeof tabs)[0]).open)).filter(([id]) =>
          id.startsWith(`${names[tab]}-`),
        )
        own.set(names[tab] as string, Object.fromEntries(mine))
      }
      for (const [index, { tab: chosen, act, block }] of moves.entries()) {
        const at = chosen % count
        const { open, tab } = tabs[at] as (typeof tabs)[0]
        const id = `${names[at]}-${block}`
        const shared = block % 2 === 0 ? 'a' : 'b'
        const isRoom = !browser.faults.fullDisk?.length
        if (act === 'add') open.document.commit(addBlock(id, `new ${index}`), 'user')
        if (act === 'rename') open.document.commit(rename(id, `${index}`), 'user')
        if (act === 'rename shared') open.document.commit(rename(shared, `${names[at]} ${index}`), 'user')
        if (act === 'cut') open.document.commit(cutBlock(id), 'user')
        if (act === 'cut shared') open.document.commit(cutBlock(shared), 'user')
        if (act === 'undo') open.document.undo()
        if (act === 'redo') open.document.redo()
        if (act === 'full disk') browser.faults.fullDisk = ['records']
        if (act === 'room again') browser.faults.fullDisk = []
        if (act === 'wait' && isRoom) await shows(open.journal, 'saved')
        if (act === 'turns') await turns(block * 3)
        note(at)
        // A tab dies between the append and the word of it; only while the disk takes what it sends.
        if (act === 'die' && isRoom && open.journal.status.getState().state !== 'failed') {
          await shows(open.journal, 'saved')
          open.document.commit(addBlock(id, `last words ${index}`), 'user')
          note(at)
          tab.die()
          names[at] = `t${at}x${index}`
          tabs[at] = await anotherTab(browser, open.id, timing)
        }
      }
      browser.faults.fullDisk = []
      await expectEqual(
        browser,
        tabs.map(({ open }) => open),
      )
      const end = labels((tabs[0] as (typeof tabs)[0]).open)
      const { a: _, b: __, ...mine } = end
      expect(mine).toEqual(Object.assign({}, ...own.values()))
    }),
    { numRuns: 1200 },
  )
}, 120_000)

test('taking everything back in one tab leaves exactly what the others did', async () => {
  const move = fc.record({
    tab: fc.nat({ max: 1 }),
    act: fc.constantFrom('add', 'rename', 'rename shared', 'rename shared', 'turns', 'wait'),
    block: fc.nat({ max: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 20 }), async moves => {
      const { browser, tabs } = await tabsOf(2)
      const [mine, theirs] = tabs.map(({ open }) => open) as [OpenDocument, OpenDocument]
      for (const [index, { tab, act, block }] of moves.entries()) {
        const { document, journal } = tab === 0 ? mine : theirs
        const edit: Record<string, Edit> = {
          add: addBlock(`t${tab}-${block}`, `new ${index}`),
          rename: rename(`t${tab}-${block}`, `${index}`),
          'rename shared': rename(block === 0 ? 'a' : 'b', `t${tab} ${index}`),
        }
        if (edit[act]) document.commit(edit[act], 'user')
        if (act === 'turns') await turns(block)
        if (act === 'wait') await shows(journal, 'saved')
      }
      await settled([mine, theirs])
      const records = await storedIn<StoredRecord>(browser.databases[0], 'records')
      const [start] = await storedIn<SnapshotRow>(browser.databases[0], 'snapshots')
      const tabOfTheirs = records.filter(({ edit }) => JSON.stringify(edit).includes('"t1'))
      while (mine.document.undo());
      await expectEqual(browser, [mine, theirs])
      expect(start?.text).toBe(designText(designOf('a', 'b')))
      expect(textOf(mine)).toBe(designText(replay(designOf('a', 'b'), tabOfTheirs)))
    }),
    { numRuns: 120 },
  )
}, 120_000)

test('an edit of a tab that died before it told anyone is found with the next edit of another', async () => {
  const { browser, tabs } = await tabsOf(2)
  const [dying, living] = tabs as [(typeof tabs)[0], (typeof tabs)[0]]
  dying.open.document.commit(addBlock('c', 'last words'), 'user')
  dying.tab.die()
  await shows(dying.open.journal, 'saved')
  await turns(50)
  expect(labels(living.open)).toEqual({ a: 'a', b: 'b' })
  living.open.document.commit(rename('a', 'Ranker'), 'user')
  await expectEqual(browser, [living.open])
  expect(labels(living.open)).toEqual({ a: 'Ranker', b: 'b', c: 'last words' })
  expect(living.open.document.undo()).toBe(true)
  expect(labels(living.open)).toEqual({ a: 'a', b: 'b', c: 'last words' })
})

test('a tab that heard nothing while the journal was compacted reads all again, and keeps its own edits on top', async () => {
  const { browser, tabs } = await tabsOf(2, { recordLimit: 2 })
  const [busy, deaf] = tabs as [(typeof tabs)[0], (typeof tabs)[0]]
  deaf.tab.die()
  for (const label of ['1', '2', '3', '4']) {
    busy.open.document.commit(rename('a', label), 'user')
    await settled([busy.open])
  }
  expect((await storedIn(browser.databases[0], 'records')).length).toBeLessThan(2)
  expect(labels(deaf.open)).toEqual({ a: 'a', b: 'b' })
  deaf.open.document.commit(rename('b', 'Cache'), 'user')
  await settled([deaf.open])
  expect(labels(deaf.open)).toEqual({ a: '4', b: 'Cache' })
  expect(deaf.open.document.undo()).toBe(true)
  expect(labels(deaf.open)).toEqual({ a: '4', b: 'b' })
})

test('an edit that failed while a later one came through is in its place for every tab', async () => {
  const { browser, tabs } = await tabsOf(2)
  const [failing, watching] = tabs.map(({ open }) => open) as [OpenDocument, OpenDocument]
  browser.faults.fullDisk = ['records']
  failing.document.commit(addBlock('c', 'first'), 'user')
  browser.faults.fullDisk = []
  failing.document.commit(rename('c', 'second'), 'user')
  watching.document.commit(rename('a', 'theirs'), 'user')
  await shows(failing.journal, 'failed')
  await expectEqual(browser, [failing, watching])
  expect(labels(watching)).toEqual({ a: 'theirs', b: 'b', c: 'second' })
})

test('a record that no design may hold is set aside by the tab that reads it, and all tabs go on', async () => {
  const { browser, tabs } = await tabsOf(2)
  const [mine, theirs] = tabs.map(({ open }) => open) as [OpenDocument, OpenDocument]
  const spoil: Edit = { label: 'Spoil', changes: [{ op: 'set', table: 'blocks', id: 'a', path: 'at', to: 'here' }] }
  mine.document.commit(spoil, 'user')
  theirs.document.commit(addBlock('c'), 'user')
  await expectEqual(browser, [mine, theirs])
  expect(mine.document.getState().design).toEqual(designOf('a', 'b', 'c'))
  const aside = await storedIn<QuarantineRow>(browser.databases[0], 'quarantine')
  expect(aside.map(({ content }) => (content as StoredRecord).edit)).toEqual([spoil])
})

test('where a newer version stored the design, a tab shows it read-only and writes nothing more', async () => {
  const { browser, tabs } = await tabsOf(1)
  const [{ open }] = tabs as [(typeof tabs)[0]]
  const db = browser.databases[0] as IDBDatabase
  const [snapshot] = await storedIn<SnapshotRow>(db, 'snapshots')
  const newer = { ...snapshot, schema: 3, seq: 77, text: '{"schema":3}' }
  db.transaction(['snapshots'], 'readwrite').objectStore('snapshots').put(newer)
  browser.tab().channel(`groundplan.journal.${open.id}`)?.postMessage('grown')
  await new Promise<void>(resolve => {
    open.document.subscribe(({ readOnly }) => readOnly && resolve())
  })
  expect(open.document.commit(addBlock('c'), 'user')).toBe(false)
  expect(open.document.undo()).toBe(false)
  expect(open.journal.status.getState()).toEqual({ state: 'saved', reason: null, unsaved: 0 })
  expect(await open.close()).toBe(true)
  expect(await storedIn(db, 'snapshots')).toEqual([newer])
  expect(await storedIn(db, 'records')).toEqual([])
})

test('a tab that opens the document while another one leaves stores the edits of its tail once', async () => {
  const { browser, tabs } = await tabsOf(1, { retryMs: 1e8 })
  const [{ open }] = tabs as [(typeof tabs)[0]]
  browser.faults.fullDisk = ['records']
  open.document.commit(addBlock('c'), 'user')
  open.document.commit(rename('c', 'Cache'), 'user')
  await shows(open.journal, 'failed')
  await open.close()
  browser.faults.fullDisk = []
  const both = await Promise.all([anotherTab(browser, open.id), anotherTab(browser, open.id)])
  await expectEqual(
    browser,
    both.map(({ open }) => open),
  )
  expect(labels(both[0].open)).toEqual({ a: 'a', b: 'b', c: 'Cache' })
  expect(browser.localStorage?.length).toBe(0)
  const [snapshot] = await storedIn<SnapshotRow>(browser.databases[0], 'snapshots')
  expect(snapshot?.ids.length).toBe(2)
})
