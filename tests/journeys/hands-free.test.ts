import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { CHAIN, contentOf, expected, RENAMED, ROOMS } from './click-prediction'
import { block, listedRules, openBlank, saved, saveFile, withoutFileDialogs } from './editor-page'
import { connectTo, find, pick, press, ready, selectedNames, watchDrags, watchPointer } from './hands-free'
import { decodePng, type Picture } from './png'

const WIDE = { viewport: { width: 1440, height: 900 } }

/** What the fix of the one error of the design brings. */
const ADDED = { blocks: {}, flows: [] } as const

/** Presses Tab until the element of that name has the focus, as whoever has no pointer does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const now = await page.evaluate(() => {
      const element = document.activeElement === document.body ? null : document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (now.includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

/** Builds the ten blocks of the chain with its nine flows, then the two blocks and five flows beside it. */
async function build(page: Page): Promise<number[]> {
  const [first, ...others] = CHAIN
  await page.keyboard.press('n')
  await pick(page, first)
  for (const name of others) {
    await page.keyboard.press('Tab')
    await pick(page, name)
  }
  const counts = [await connectTo(page, 'Online inference', 'onl')]
  await find(page, 'Client')
  await page.keyboard.press('Tab')
  await pick(page, 'Event stream')
  counts.push(await connectTo(page, 'Label builder', 'l'))
  await find(page, 'Online inference')
  await page.keyboard.press('Tab')
  await pick(page, 'Online feature store')
  await find(page, 'Event stream')
  counts.push(await connectTo(page, 'Online feature store', 'f'))
  return counts
}

async function rename(page: Page): Promise<void> {
  for (const [old, name] of Object.entries(RENAMED)) {
    await find(page, old)
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Name' }).first().waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await block(page, name).waitFor({ state: 'attached' })
  }
}

test('without a pointer: a design is built, named, put in rooms, linted, fixed, tidied, exported and saved', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const pointer = await watchPointer(page)
    await tabTo(page, 'Blank canvas')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Start with a block' }).waitFor()
    await ready(page)
    for (const keys of await build(page)) expect(keys).toBeLessThanOrEqual(8)
    await rename(page)
    for (const [name, members] of Object.entries(ROOMS)) {
      await gather(page, members)
      await page.keyboard.press('Control+g')
      await page.getByRole('textbox', { name: 'Name' }).first().waitFor()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
    }
    await fixErrors(page)
    await tidied(page)
    const picture = await exportPng(page)
    expect([picture.width > 800, picture.height > 300]).toEqual([true, true])
    expect(contentOf(await saveFile(page))).toEqual(expected(ADDED))
    await saved(page)
    await page.screenshot({ path: '/tmp/b/h/hf-1.png' })
    expect(await pointer()).toEqual([])
  }))

/** Selects these blocks and no others by keys alone: goes through all in their order, Space lets go of those passed. */
async function gather(page: Page, names: readonly string[]): Promise<void> {
  await press(page, 'Escape', 'Escape', 'Home')
  const focus = (): Promise<string> =>
    page.evaluate(() => document.querySelector('[data-focused]')?.getAttribute('aria-label')?.split(', ')[0] ?? '')
  const taken: string[] = []
  let isOn = false
  for (let steps = 0; taken.length < names.length && steps < 20; steps++) {
    const name = await focus()
    const isWanted = names.includes(name)
    if (isWanted) taken.push(name)
    if (isOn !== isWanted) await page.keyboard.press('Space')
    await expect.poll(() => selectedNames(page)).toEqual([...taken].sort())
    if (taken.length === names.length) return
    isOn = taken.length > 0
    await page.keyboard.press(isOn ? 'Shift+Alt+ArrowDown' : 'ArrowDown')
    await expect.poll(focus).not.toBe(name)
  }
}

/** Goes to each error in turn and cures it: two by what the brief says then, two by a change to the drawing. */
async function fixErrors(page: Page): Promise<void> {
  await nextFinding(page, 'brief-business-goal-missing')
  await page.keyboard.press('Alt+Enter')
  await page.locator('input:focus, textarea:focus').waitFor()
  await page.keyboard.type('More clicks that lead to a purchase')
  await press(page, 'Enter', 'Escape')
  await nextFinding(page, 'framing-ml-task-missing')
  await page.keyboard.press('Alt+Enter')
  await page.locator('select:focus, input:focus, textarea:focus').waitFor()
  console.log(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 900)))
  await page.keyboard.type('binary classification')
  await press(page, 'Enter', 'Escape')
  await nextFinding(page, 'no-data-validation')
  await page.keyboard.press('Alt+Enter')
  await block(page, 'Data validation').waitFor({ state: 'attached' })
  await nextFinding(page, 'unmonitored-model')
  await page.keyboard.press('Tab')
  await page.locator('[data-first-fix]:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-popover]').waitFor({ state: 'detached' })
  await page.locator('.react-flow:focus').waitFor()
}

/** Presses F8 until the finding of that rule is open. */
async function nextFinding(page: Page, rule: string): Promise<void> {
  const open = page.locator(`[data-popover="${rule}"], li[data-open="true"][data-rule="${rule}"]`).first()
  for (let presses = 0; presses < 6 && !(await open.isVisible()); presses++) {
    await page.keyboard.press('F8')
    await page.locator('[data-popover], li[data-open="true"]').first().waitFor()
  }
  await open.waitFor()
}

async function tidied(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Alt+t')
  await expect.poll(() => page.locator('[data-said]').innerText()).toMatch(/[Tt]id/)
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
}

/** Exports the design as it is offered, and reads the picture. */
async function exportPng(page: Page): Promise<Picture> {
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export a picture' }).waitFor()
  await page.getByRole('button', { name: 'Export PNG' }).and(page.locator(':enabled')).waitFor()
  await tabTo(page, 'Export PNG')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return decodePng(Buffer.concat(parts))
}
