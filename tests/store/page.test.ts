import { afterEach, expect, test, vi } from 'vitest'
import { createDocuments } from '../../src/store/documents'
import { testBrowser } from './browser'
import { addBlock, designOf, labels, opened, rename, shows } from './samples'

const CALM = { idleMs: 1e8, retryMs: 1, slowMs: 1e8 }

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what is not confirmed when the page is left goes to the tail, and leaves it once it is stored', async () => {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(journal, 'saved')
  page.dispatchEvent(new Event('pagehide'))
  expect(browser.localStorage?.length).toBe(0)
  document.commit(rename('a', 'Ranker'), 'user')
  page.dispatchEvent(new Event('pagehide'))
  expect(browser.localStorage?.length).toBe(1)
  await shows(journal, 'saved')
  expect(browser.localStorage?.length).toBe(0)
  expect(labels(await opened(createDocuments(browser.tab(), CALM), id))).toEqual({ a: 'Ranker' })
})

test('a page that is hidden is left, one that is shown is not', async () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  const browser = testBrowser()
  const { document, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(journal, 'saved')
  document.commit(addBlock('b'), 'user')
  page.dispatchEvent(new Event('visibilitychange'))
  expect(browser.localStorage?.length).toBe(0)
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  expect(browser.localStorage?.length).toBe(1)
})

test('a page that is shown again reads what it missed', async () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  const browser = testBrowser()
  const { id, document, journal } = await createDocuments(browser, CALM).create(designOf('a'))
  await shows(journal, 'saved')
  const dying = browser.tab()
  const theirs = await opened(createDocuments(dying, CALM), id)
  theirs.document.commit(addBlock('b'), 'user')
  dying.die()
  await shows(theirs.journal, 'saved')
  const isRead = new Promise(resolve => document.onCommit(resolve))
  page.dispatchEvent(new Event('visibilitychange'))
  await isRead
  expect(document.getState().design).toEqual(designOf('a', 'b'))
})
