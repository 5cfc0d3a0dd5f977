import { expect, test } from 'vitest'
import { claim } from '../../src/store/presence'
import { testBrowser } from './browser'

test.each([
  ['by Web Locks', testBrowser().locks],
  ['by asking the other tabs, where the page has no locks', null],
])('a document has one editing tab, and the next in line follows: %s', async (_, locks) => {
  const first = await claim('ads', locks)
  const second = await claim('ads', locks)
  const other = await claim('search', locks)
  expect([first, second, other].map(presence => presence.isHeld())).toEqual([true, false, true])
  const isFree = new Promise<void>(resolve => {
    second.onHeld(resolve)
  })
  first.release()
  await isFree
  expect(second.isHeld()).toBe(true)
  second.release()
  other.release()
})

test('of two tabs that ask in the same moment, one gets the document', async () => {
  const both = await Promise.all([claim('ads', null), claim('ads', null)])
  expect(both.filter(presence => presence.isHeld()).length).toBe(1)
  for (const presence of both) presence.release()
})

test('where the browser refuses locks, the tabs ask each other', async () => {
  const refused = { request: () => Promise.reject(new DOMException('No', 'SecurityError')) } as unknown as LockManager
  const first = await claim('ads', refused)
  const second = await claim('ads', refused)
  expect([first.isHeld(), second.isHeld()]).toEqual([true, false])
  first.release()
  second.release()
})
