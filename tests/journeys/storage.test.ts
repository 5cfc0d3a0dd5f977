import type { Download, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { withPage } from './browser'
import { block, drawn, openBlank, openCase, saved, saveFile, withoutFileDialogs } from './editor-page'
import { profileFolder, startMortal } from './killed-browser'

const KILLS = 5
const SEED = 20261121

test('after the whole browser is killed at any moment every edit that was shown as saved is there', async () => {
  const { folder, remove } = profileFolder()
  const random = seeded(SEED)
  let address = inject('pageUrl')
  let acknowledged = 0
  try {
    for (let kill = 0; kill <= KILLS; kill++) {
      const { page, kill: end } = await startMortal(folder)
      try {
        await page.goto(address)
        if (kill === 0) await openBlank(page)
        const found = await countOfOpened(page, acknowledged)
        expect(found).toBeGreaterThanOrEqual(acknowledged)
        acknowledged = found
        address = page.url()
        if (kill < KILLS) {
          const made = edit(page, count => {
            acknowledged = found + count
          })
          await page.waitForTimeout(300 + Math.floor(random() * 700))
          await end()
          await made
        }
      } finally {
        await end()
      }
    }
    expect(acknowledged).toBeGreaterThan(KILLS)
  } finally {
    remove()
  }
})

/** Adds blocks for as long as the page lives, and tells how many the page has shown as saved. */
async function edit(page: Page, onSaved: (count: number) => void): Promise<void> {
  try {
    for (let count = 1; ; count++) {
      await page.locator('[data-palette="client"]').click()
      await saved(page)
      onSaved(count)
    }
  } catch {
    // The browser was killed under it.
  }
}

/** How many blocks the open design has; a design with none shows how to start. */
async function countOfOpened(page: Page, expected: number): Promise<number> {
  await page
    .locator(expected > 0 ? '[data-block]' : '[data-canvas]')
    .first()
    .waitFor()
  return (await drawn(page)).blocks.length
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('a page that is reloaded within 50 ms of an edit loses nothing', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openBlank(page)
    let lost = 0
    for (let round = 1; round <= 10; round++) {
      await page.evaluate(
        leaveMs => {
          window.addEventListener('click', () => setTimeout(() => window.location.reload(), leaveMs), { once: true })
        },
        round * 5 - 5,
      )
      const isReloaded = page.waitForEvent('load')
      await page.locator('[data-palette="client"]').click({ noWaitAfter: true })
      await isReloaded
      await page.locator('[data-block]').first().waitFor()
      lost += round - (await drawn(page)).blocks.length
    }
    expect(lost).toBe(0)
    await saved(page)
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('groundplan.tail'))),
    ).toEqual([])
  }))

test('on a full disk a banner says so, the download is the design in memory, and all is stored once there is room', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const session = await context.newCDPSession(page)
    const { origin } = new URL(inject('pageUrl'))
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    await openBlank(page)
    await page.locator('[data-palette="client"]').click()
    await page.locator('[data-palette="ranker"]').click()
    const banner = page.locator('[data-banner="failed"]')
    await banner.getByText(/storage of this browser is full/).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      banner.getByRole('button', { name: 'Download' }).click(),
    ])
    const text = await textOf(download)
    expect(text).toBe(await saveFile(page))
    expect(Object.values(JSON.parse(text).blocks)).toMatchObject([{ kind: 'client' }, { kind: 'ranker' }])
    await page.keyboard.press('Control+z')
    await block(page, 'Ranker').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+z')
    await block(page, 'Ranker').waitFor()

    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await banner.waitFor({ state: 'detached' })
    await saved(page)
    await page.reload()
    await block(page, 'Ranker').waitFor()
    expect(await saveFile(page)).toBe(text)
  }))

async function textOf(download: Download): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

test('the version history shows what was kept, gives it as a file, and brings it back in one step', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'fraud-detection')
    const then = await saveFile(page)
    await page.locator('[data-block="inf"]').click()
    await page.keyboard.press('Shift+Alt+T')
    await saved(page)
    await page.keyboard.press('Delete')
    await page.locator('[data-block="inf"]').waitFor({ state: 'detached' })
    const before = await saveFile(page)

    await openHistory(page)
    const history = page.getByRole('dialog', { name: 'Version history' })
    await history.getByRole('radio', { name: /Before Tidy/ }).waitFor()
    await history.getByRole('img', { name: /as it was/ }).waitFor()
    await history.getByText(/Brings back 1 block/).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      history.getByRole('button', { name: 'Download' }).click(),
    ])
    expect(await textOf(download)).toBe(then)
    await history.getByRole('button', { name: 'Restore' }).click()
    await page.locator('[data-block="inf"]').waitFor()
    expect(await saveFile(page)).toBe(then)
    await page.keyboard.press('Control+z')
    await page.locator('[data-block="inf"]').waitFor({ state: 'detached' })
    expect(await saveFile(page)).toBe(before)

    await openHistory(page)
    await history.getByRole('radio', { name: /Before restore/ }).waitFor()
    await history.getByText('The design is as it was then.').waitFor()
  }))

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Version history' }).click()
}
