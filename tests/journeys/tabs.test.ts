import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { block, drag, drawn, middle, openBlank, openCase, saved, saveFile, withoutFileDialogs } from './editor-page'

test('two tabs edit the same design at once, and each takes back only what it did itself', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'fraud-detection')
    const second = await context.newPage()
    await second.goto(page.url())
    await second.locator('[data-block="inf"]').waitFor()
    await page.locator('[data-block="hr"]').click()
    await second.locator('[data-block="inf"]').click()
    await Promise.all([page.keyboard.press('Delete'), second.keyboard.press('Delete')])
    for (const tab of [page, second])
      for (const id of ['hr', 'inf']) await tab.locator(`[data-block="${id}"]`).waitFor({ state: 'detached' })
    expect(await second.locator('[data-banner]').count()).toBe(0)

    await second.keyboard.press('Control+z')
    for (const tab of [page, second]) await tab.locator('[data-block="inf"]').waitFor()
    expect((await drawn(second)).blocks).not.toContain('hr')
    expect(new Set(await equalFiles([page, second])).size).toBe(1)
    expect(await second.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)

    await page.close()
    await second.reload()
    await second.locator('[data-block="inf"]').waitFor()
    expect((await drawn(second)).blocks).not.toContain('hr')
  }))

test('three tabs that add, move, delete and take back at once end with the same file, and nothing is lost', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openBlank(page)
    await page.locator('[data-palette="client"]').click()
    await saved(page)
    const tabs = [page, await context.newPage(), await context.newPage()]
    for (const tab of tabs.slice(1)) await tab.goto(page.url())
    await Promise.all(tabs.map(tab => block(tab, 'Client').waitFor()))

    await Promise.all(tabs.map((tab, index) => draw(tab, ['event-stream', 'data-lake', 'ranker'][index] ?? '')))
    const files = await equalFiles(tabs)
    expect(new Set(files).size).toBe(1)
    const kinds = Object.values(JSON.parse(files[0] ?? '').blocks as Record<string, { kind: string }>)
    const count = (kind: string) => kinds.filter(one => one.kind === kind).length
    // Four were added in each tab; one was deleted, and another taken back.
    expect(['client', 'event-stream', 'data-lake', 'ranker'].map(count)).toEqual([1, 2, 2, 2])

    const fourth = await context.newPage()
    await fourth.goto(page.url())
    await fourth.locator('[data-block]').first().waitFor()
    expect(await saveFile(fourth)).toBe(files[0])
  }))

/** What each of the tabs does at its own pace: four blocks, moved, one deleted, one taken back. */
async function draw(tab: Page, kind: string): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await tab.locator(`[data-palette="${kind}"]`).click()
    await tab.locator('[data-canvas]').press('ArrowDown')
    await tab.keyboard.press('ArrowRight')
    if (round === 1) await tab.keyboard.press('Delete')
  }
  // The last block was added and moved in three steps.
  for (let step = 0; step < 3; step++) await tab.keyboard.press('Control+z')
}

/** The file of each tab, once they are equal: words between tabs take a moment. */
async function equalFiles(tabs: readonly Page[]): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    await Promise.all(tabs.map(saved))
    const files: string[] = []
    for (const tab of tabs) files.push(await saveFile(tab))
    if (new Set(files).size === 1 || attempt === 20) return files
    await tabs[0]?.waitForTimeout(100)
  }
}

test('what a tab stored is with the others when it crashes', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await openBlank(page)
    await saved(page)
    const crashing = await context.newPage()
    await crashing.goto(page.url())
    await crashing.locator('[data-palette="client"]').click()
    await block(page, 'Client').waitFor()
    await crashing.locator('[data-palette="ranker"]').click()
    await saved(crashing)
    const isCrashed = crashing.waitForEvent('crash')
    const session = await context.newCDPSession(crashing)
    // A page that crashes answers no more.
    session.send('Page.crash').catch(() => null)
    await isCrashed
    await block(page, 'Ranker').waitFor()
    await page.locator('[data-palette="event-stream"]').click()
    await saved(page)
    const third = await context.newPage()
    await third.goto(page.url())
    await block(third, 'Event stream').waitFor()
    expect((await drawn(third)).blocks).toEqual((await drawn(page)).blocks)
    expect((await drawn(third)).blocks.length).toBe(3)
  }))

test('where a newer version stored the design in another tab, this one says so, and can only be looked at', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'fraud-detection')
    await page.evaluate(storeNewer)
    const banner = page.locator('[data-banner="read-only"]')
    await banner.getByText(/newer version of Groundplan/).waitFor()
    await page.locator('[data-block="inf"]').click()
    await page.keyboard.press('Delete')
    expect((await drawn(page)).blocks).toContain('inf')
    await banner.getByRole('button', { name: 'Reload' }).click()
    await page.getByRole('heading', { name: 'This design cannot be opened' }).waitFor()
    await page.getByText(/its format is 99/).waitFor()
  }))

/** Runs in the page: what another tab with a newer version would have stored. */
async function storeNewer(): Promise<void> {
  const doc = window.location.hash.split('/').at(-1) ?? ''
  const db = await new Promise<IDBDatabase>(resolve => {
    const request = indexedDB.open('groundplan')
    request.onsuccess = () => resolve(request.result)
  })
  const transaction = db.transaction(['snapshots'], 'readwrite')
  const life = 'a newer one'
  transaction.objectStore('snapshots').put({ doc, schema: 99, life, seq: 1, text: '{"schema":99}', ids: [], at: 1 })
  await new Promise(resolve => {
    transaction.oncomplete = resolve
  })
  db.close()
  new BroadcastChannel(`groundplan.journal.${doc}`).postMessage('grown')
}

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

test('the start screen lists what was drawn, renames it, copies it, and deletes it with a way back', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'ad-click-prediction')
    await page.getByRole('button', { name: 'All designs' }).click()
    await page.locator('[data-document]').getByText('Ad click prediction').waitFor()
    await page.getByRole('button', { name: 'More about Ad click prediction' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Ad clicks')
    await page.keyboard.press('Enter')
    await page.locator('[data-document]').getByText('Ad clicks').waitFor()
    await page.getByRole('button', { name: 'More about Ad clicks' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.locator('[data-document]').getByText('Ad clicks (copy)').waitFor()
    await page.getByRole('button', { name: 'More about Ad clicks (copy)' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.locator('[data-document]').getByText('Ad clicks (copy)').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('[data-document]').getByText('Ad clicks (copy)').click()
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
