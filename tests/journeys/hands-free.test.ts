import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { contentOf, FIXED } from './click-prediction'
import { saved, saveFile, withoutFileDialogs } from './editor-page'
import {
  build,
  CANVAS,
  exported,
  fixErrors,
  makeRooms,
  OUTLINE,
  press,
  ready,
  rename,
  tabTo,
  tidied,
  watchPointer,
} from './hands-free'

/** A blank design in a wide window, begun by keys, whose files are downloads; fails when a pointer was used. */
function withoutPointer(journey: (page: Page) => Promise<void>): Promise<void> {
  return withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const pointer = await watchPointer(page)
    await tabTo(page, 'Blank canvas')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Start with a block' }).waitFor()
    await ready(page)
    await journey(page)
    expect(await pointer()).toEqual([])
  })
}

/** Tidies, exports and saves by keys; the file holds the whole design and no error is left. */
async function finish(page: Page): Promise<void> {
  await tidied(page, () => page.keyboard.press('Shift+Alt+t'))
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export a picture' }).waitFor()
  await tabTo(page, 'Export PNG')
  const picture = await exported(page, () => page.keyboard.press('Enter'))
  expect([picture.width > 800, picture.height > 300]).toEqual([true, true])
  expect(contentOf(await saveFile(page))).toEqual(FIXED)
  await saved(page)
}

test('without a pointer a design is built, named, put in rooms, linted, fixed, tidied, exported and saved', () =>
  withoutPointer(async page => {
    for (const keys of await build(page, CANVAS)) expect(keys).toBeLessThanOrEqual(8)
    await rename(page, CANVAS)
    await makeRooms(page, CANVAS)
    await fixErrors(page)
    await page.keyboard.press('Tab')
    await page.locator('[data-popover] [data-first-fix]:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-popover]').waitFor({ state: 'detached' })
    await page.locator('.react-flow:focus').waitFor()
    await finish(page)
  }))

test('with the canvas hidden the same is done in the outline alone, and the keys stay there', () =>
  withoutPointer(async page => {
    await page.locator('[data-canvas]').evaluate((one: HTMLElement) => one.style.setProperty('visibility', 'hidden'))
    await page.keyboard.press('o')
    await page.getByRole('group', { name: 'Outline' }).waitFor()
    for (const keys of await build(page, OUTLINE)) expect(keys).toBeLessThanOrEqual(8)
    await rename(page, OUTLINE)
    await makeRooms(page, OUTLINE)
    await press(page, 'Delete', 'Control+z')
    await fixErrors(page)
    await page.keyboard.press('Alt+Enter')
    await page.locator('[data-kind="drift-monitor"]').waitFor({ state: 'attached' })
    await page.locator('[role="treegrid"]:focus').waitFor()
    await finish(page)
  }))
