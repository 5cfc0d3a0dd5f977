import type { BrowserContext, Download, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The browser's own file dialogs cannot be driven: without them files are downloads and a file input. */
export async function withoutFileDialogs(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'])
      Reflect.deleteProperty(globalThis, name)
  })
}

/** Opens a case study from the start screen and waits until its blocks stand. */
export async function openCase(page: Page, id: string): Promise<void> {
  await page.locator(`[data-case="${id}"]`).click()
  await page.locator('[data-block]').first().waitFor()
  await saved(page)
}

/** Starts with an empty canvas. */
export async function openBlank(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Blank canvas' }).click()
  await page.getByRole('heading', { name: 'Start with a block' }).waitFor()
}

/** Waits until the database confirmed everything. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-save-state="saved"]').waitFor()
}

/** The block with that name on the canvas. */
export function block(page: Page, name: string): Locator {
  return page.locator('.react-flow__node').filter({ hasText: name }).locator('[data-block]')
}

/** The middle of an element on screen. */
export async function middle(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('The element is not in sight')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height }
}

/** Drags with the pointer from one place on screen to another, as a hand does: in several steps. */
export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

/** Draws a flow from the right port of one block to the body of another. */
export async function connect(page: Page, from: Locator, to: Locator): Promise<void> {
  const source = await middle(from)
  await page.mouse.move(source.x, source.y)
  await drag(page, { x: source.x + source.width / 2, y: source.y }, await middle(to))
}

/** Ids of everything on the canvas, sorted. */
export async function drawn(page: Page): Promise<{ blocks: string[]; flows: string[] }> {
  const ids = (name: string) =>
    page.$$eval(
      `[data-canvas] [data-${name}]`,
      (all, key) => all.map(one => one.getAttribute(key) ?? ''),
      `data-${name}`,
    )
  return { blocks: (await ids('block')).sort(), flows: (await ids('flow')).sort() }
}

/** Rules of the findings in the list, in its order. */
export function listedRules(page: Page): Promise<string[]> {
  return page.$$eval('li[data-rule]', all => all.map(one => one.getAttribute('data-rule') ?? ''))
}

/** Presses Save and returns the text of the file. */
export async function saveFile(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')])
  return textOf(download)
}

/** The text of a file that the page saved. */
export async function textOf(download: Download): Promise<string> {
  const stream = await download.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** Opens a file of that name and content from the start screen. */
export async function openFile(page: Page, name: string, content: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open file' }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
}

/** Expects an element to come and to hold that text. */
export async function expectText(locator: Locator, text: string): Promise<void> {
  await locator.waitFor()
  expect(await locator.innerText()).toContain(text)
}

/** Runs a command by its name in the command palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  await page.getByRole('option').filter({ hasText: name }).first().waitFor()
  await page.keyboard.press('Enter')
}
