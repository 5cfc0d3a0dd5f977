import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyDesign } from '../../src/model/design'
import { createDocuments } from '../../src/store/documents'
import { testBrowser } from './browser'
import { addBlock, cutBlock, designOf, labels, opened, rename, shows } from './samples'

const CALM = { idleMs: 1e8, retryMs: 1, slowMs: 1e8 }

test('two tabs that save in any order lose no record that nobody deleted', async () => {
  const move = fc.record({
    tab: fc.nat({ max: 1 }),
    act: fc.constantFrom('add', 'add', 'rename', 'cut', 'undo', 'wait', 'full disk', 'room again'),
    block: fc.nat({ max: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 25 }), fc.constantFrom(2, 1000), async (moves, recordLimit) => {
      const browser = testBrowser()
      const first = await createDocuments(browser, { ...CALM, recordLimit }).create(emptyDesign())
      await shows(first.journal, 'saved')
      // A tab with locks of its own: as if both had come to hold the document at once.
      const second = await opened(createDocuments(browser.tab(true), { ...CALM, recordLimit }), first.id)
      const tabs = [first, second]
      for (const { tab, act, block } of moves) {
        const { document, journal } = tabs[tab] ?? first
        const id = `block-${tab}-${block}`
        if (act === 'add') document.commit(addBlock(id, 'new'), 'user')
        if (act === 'rename') document.commit(rename(id, `${block}`), 'user')
        if (act === 'cut') document.commit(cutBlock(id), 'user')
        if (act === 'undo') document.undo()
        if (act === 'full disk') browser.faults.fullDisk = ['records']
        if (act === 'room again') browser.faults.fullDisk = []
        if (act === 'wait' && !browser.faults.fullDisk?.length) await shows(journal, 'saved')
      }
      browser.faults.fullDisk = []
      await Promise.all(tabs.map(({ journal }) => shows(journal, 'saved')))
      const again = await opened(createDocuments(browser.tab(true), CALM), first.id)
      expect(labels(again)).toEqual({ ...labels(first), ...labels(second) })
    }),
    { numRuns: 100 },
  )
})

test('a second tab sees the edits of the first, and takes over when it closes', async () => {
  const browser = testBrowser()
  const first = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(first.journal, 'saved')
  const second = await opened(createDocuments(browser.tab(), CALM), first.id)
  expect(second.document.getState().readOnly).toBe(true)
  expect(second.document.commit(addBlock('x'), 'user')).toBe(false)
  expect((await second.takeOver()).ok).toBe(false)

  first.document.commit(addBlock('b'), 'user')
  await new Promise<void>(resolve => {
    second.document.onCommit(() => resolve())
  })
  expect(labels(second)).toEqual({ a: 'a', b: 'b' })

  const isFree = new Promise<void>(resolve => {
    second.onLockAvailable(resolve)
  })
  first.document.commit(rename('b', 'Cache'), 'user')
  expect(await first.close()).toBe(true)
  await isFree
  expect(await second.takeOver()).toEqual({ ok: true, value: null })
  expect(second.document.getState().readOnly).toBe(false)
  expect(labels(second)).toEqual({ a: 'a', b: 'Cache' })
  second.document.commit(addBlock('c'), 'user')
  await second.close()
  const third = await opened(createDocuments(browser.tab(), CALM), first.id)
  expect(labels(third)).toEqual({ a: 'a', b: 'Cache', c: 'c' })
  await third.close()
})

test('a read-only tab that is closed waits no longer, and one that asks late is told at once', async () => {
  const browser = testBrowser()
  const first = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(first.journal, 'saved')
  const second = await opened(createDocuments(browser.tab(), CALM), first.id)
  const third = await opened(createDocuments(browser.tab(), CALM), first.id)
  expect([second, third].map(({ document }) => document.getState().readOnly)).toEqual([true, true])
  await second.close()
  await first.close()
  await new Promise<void>(resolve => {
    third.onLockAvailable(resolve)
  })
  expect((await third.takeOver()).ok).toBe(true)
  await third.close()
})
