import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { drawn, openCase, openFile, saved, saveFile, withoutFileDialogs } from './editor-page'

const NEWS_FEED = readFileSync('templates/personalised-news-feed.groundplan.json', 'utf8')

test('save, open, save gives the same bytes, and they are those of the case study', () =>
  withPage({}, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    const first = await saveFile(page)
    expect(first).toBe(NEWS_FEED)
    await page.getByRole('button', { name: 'All designs' }).click()
    await openFile(page, 'again.groundplan.json', first)
    await page.locator('[data-block="rk"]').waitFor()
    expect(await saveFile(page)).toBe(first)
  }))

const BAD_FILES = [
  ['package.json', '{ "name": "left-pad", "version": "1.0.0" }', /Groundplan/],
  ['broken.groundplan.json', NEWS_FEED.slice(0, 900), /line \d+/],
  ['newer.groundplan.json', NEWS_FEED.replace('"schema": 1', '"schema": 7'), /schema 7.*schema 1/],
  ['dangling.groundplan.json', NEWS_FEED.replace('"source": "gw"', '"source": "gone"'), /gone/],
  ['page.html', '<!doctype html><script>window.__pwned = true</script>', /HTML|markup|web page/i],
  ['wrong.plan', 'client -request-> nowhere', /nowhere/],
] as const

test.each(BAD_FILES)(
  '%s is refused with a sentence that names the place, and nothing else changes',
  (name, text, told) =>
    withPage({}, async (page, context) => {
      await withoutFileDialogs(context)
      await page.reload()
      await openFile(page, name, text)
      const dialog = page.getByRole('dialog', { name: 'This file was not opened' })
      await dialog.waitFor()
      expect(await dialog.innerText()).toMatch(told)
      expect(await dialog.innerText()).toContain(name)
      expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('heading', { name: 'Case studies' }).waitFor()
    }),
)

test('a refused file that is dropped on the editor leaves the open design untouched', () =>
  withPage({}, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'fraud-detection')
    const before = await drawn(page)
    // A hand over the page sends this event many times a second, until the page shows that it takes the file.
    const over = page.getByText('Drop a design to open it')
    for (let tries = 0; tries < 100 && !(await over.isVisible()); tries++) {
      await sendFile(page, 'dragover')
      await page.waitForTimeout(50)
    }
    await sendFile(page, 'drop')
    await page.getByRole('dialog', { name: 'This file was not opened' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await drawn(page)).toEqual(before)
  }))

/** What the browser sends while a file is held over the page or let go. */
async function sendFile(page: Page, type: 'dragover' | 'drop'): Promise<void> {
  await page.evaluate(event => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['{"schema": 1, "blocks": [], "flows": 3}'], 'odd.groundplan.json'))
    window.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
  }, type)
}

test('labels from a hostile file are text on the canvas, in the panels and in the picture', () =>
  withPage({}, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const label = '<img src=x onerror=window.__pwned=1><script>window.__pwned=1</script>'
    await openFile(
      page,
      'hostile.groundplan.json',
      JSON.stringify({
        schema: 1,
        about: { design: { title: label } },
        blocks: { a: { kind: 'client', label, at: { x: 0, y: 0 }, notes: label, props: { owner: label } } },
      }),
    )
    await page.locator('[data-block="a"]').click()
    await saved(page)
    expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false)
    expect(await page.title()).toContain(label)
    expect(await page.locator('[data-block="a"]').innerText()).toContain('<img')
  }))
