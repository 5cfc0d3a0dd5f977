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

test('tabs of one browser are in step: what one sets the other reads and is told of', () => {
  const { localStorage } = testBrowser()
  const [one, other] = [createPreferences(localStorage), createPreferences(localStorage)]
  other.set('hints', true)
  const told: boolean[] = []
  const end = other.subscribe(() => told.push(other.get('hints')))
  one.set('hints', false)
  other.heard('groundplan.preference.hints')
  other.heard('groundplan.design.unrelated')
  end()
  other.heard('groundplan.preference.hints')
  expect(told).toEqual([false])
})

test('a reset makes every preference new but those of single designs, and can be taken back', () => {
  const preferences = createPreferences(testBrowser().localStorage)
  preferences.set('theme', 'dark')
  preferences.set('guides', false)
  preferences.set('lastRun', ['command/tidy'])
  preferences.set('autoTidy', { ads: true })
  const chosen = () =>
    (['theme', 'guides', 'lastRun', 'autoTidy'] as const).map(key => preferences.get(key) satisfies unknown)
  const takeBack = preferences.reset()
  expect(chosen()).toEqual(['system', true, [], { ads: true }])
  takeBack()
  expect(chosen()).toEqual(['dark', false, ['command/tidy'], { ads: true }])
})

test('where the browser keeps nothing, a reset holds, too', () => {
  const preferences = createPreferences(null)
  preferences.set('snap', false)
  preferences.reset()
  expect(preferences.get('snap')).toBe(true)
})
