import { expect, test } from 'vitest'
import { createPreferences } from '../../src/store/preferences'
import { testBrowser } from './browser'

test('a preference is remembered by the browser', () => {
  const { localStorage } = testBrowser()
  createPreferences(localStorage).set('theme', 'dark')
  createPreferences(localStorage).set('autoTidy', { ads: true })
  const later = createPreferences(localStorage)
  expect([later.get('theme'), later.get('autoTidy'), later.get('panels')]).toEqual(['dark', { ads: true }, {}])
})

test('where the browser keeps nothing, a preference holds until the page is closed', () => {
  const browser = testBrowser()
  browser.faults.isTailRefused = true
  for (const area of [browser.localStorage, null]) {
    const preferences = createPreferences(area)
    preferences.set('theme', 'light')
    expect([preferences.get('theme'), preferences.get('panels')]).toEqual(['light', {}])
  }
})

test.each(['"pink"', '{', 'null', '[true]', '{"findings":"open"}'])('a stored %s counts as missing', text => {
  const { localStorage } = testBrowser()
  for (const key of ['theme', 'panels']) localStorage?.setItem(`groundplan.preference.${key}`, text)
  const preferences = createPreferences(localStorage)
  expect([preferences.get('theme'), preferences.get('panels')]).toEqual(['system', {}])
})
