import { expect, test } from 'vitest'
import { withPage } from './browser'
import { block, drag, drawn, middle, openBlank, openCase, saved } from './editor-page'

test('a second tab on the same design says so, shows it read-only, follows it, and may edit when the first is closed', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await openCase(page, 'fraud-detection')
    const second = await context.newPage()
    await second.goto(page.url())
    await second
      .locator('[data-banner="read-only"]')
      .getByText(/another tab/)
      .waitFor()
    await second.locator('[data-block="inf"]').click()
    await second.keyboard.press('Delete')
    expect((await drawn(second)).blocks).toContain('inf')

    await page.locator('[data-block="hr"]').click()
    await page.keyboard.press('Delete')
    await second.locator('[data-block="hr"]').waitFor({ state: 'detached' })

    await page.close()
    await second.getByRole('button', { name: 'Edit here' }).click()
    await second.locator('[data-banner="read-only"]').waitFor({ state: 'detached' })
    await second.locator('[data-block="inf"]').click()
    await second.keyboard.press('Delete')
    await second.locator('[data-block="inf"]').waitFor({ state: 'detached' })
    await saved(second)
  }))

test('with auto-tidy on a new block is laid out with the rest in one undo step; placing one by hand turns it off', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openBlank(page)
    const toggle = page.getByRole('switch', { name: 'Auto-tidy' })
    await toggle.click()
    await page.locator('[data-palette="client"]').click()
    await block(page, 'Client').waitFor()
    await page.locator('[data-palette="event-stream"]').click()
    await block(page, 'Event stream').waitFor()
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await block(page, 'Event stream').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+z')
    await block(page, 'Event stream').waitFor()

    const from = await middle(block(page, 'Client'))
    await drag(page, from, { x: from.x + 80, y: from.y + 160 })
    await page.locator('[data-toast]').getByText('Auto-tidy is off now').waitFor()
    expect(await toggle.getAttribute('aria-checked')).toBe('false')
    await page.locator('[data-toast]').getByRole('button', { name: 'Undo' }).click()
    expect(await toggle.getAttribute('aria-checked')).toBe('true')
    expect(await middle(block(page, 'Client'))).toEqual(from)
  }))

test('the start screen lists what was drawn, copies it, and deletes it with a way back', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'ad-click-prediction')
    await page.getByRole('button', { name: 'All designs' }).click()
    await page.locator('[data-document]').getByText('Ad click prediction').waitFor()
    await page.getByRole('button', { name: 'More about Ad click prediction' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.locator('[data-document]').getByText('Ad click prediction (copy)').waitFor()
    await page.getByRole('button', { name: 'More about Ad click prediction (copy)' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.locator('[data-document]').getByText('Ad click prediction (copy)').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('[data-document]').getByText('Ad click prediction (copy)').click()
    await page.locator('[data-block="rk"]').waitFor()
  }))

test('where the browser refuses its database a banner says so at once, and the download holds the design', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await context.addInitScript(() => {
      for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(globalThis, name)
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
    })
    await page.reload()
    await openBlank(page)
    await page.locator('[data-palette="client"]').click()
    const banner = page.locator('[data-banner="failed"]')
    await banner.waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      banner.getByRole('button', { name: 'Download' }).click(),
    ])
    const parts: Buffer[] = []
    for await (const part of await download.createReadStream()) parts.push(part as Buffer)
    const design = JSON.parse(Buffer.concat(parts).toString('utf8'))
    expect(Object.values(design.blocks)).toMatchObject([{ kind: 'client', label: 'Client' }])
  }))
