import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { CHAIN, RENAMED, ROOMS } from './click-prediction'
import { decodePng, type Picture } from './png'

/** Waits until what answers keys and tells screen readers is loaded. */
export async function ready(page: Page): Promise<void> {
  await page.locator('#canvas-help').waitFor({ state: 'attached' })
  await page.locator('[data-said]').waitFor({ state: 'attached' })
}

/** Collects the events of a pointer that the page gets from now on; a press of Enter on a button is none. */
export async function watchPointer(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { pointerEvents: seen })
    const note = (event: Event) => {
      const { pointerType, detail } = event as PointerEvent
      if (event.isTrusted && (pointerType || detail > 0 || !/click/.test(event.type))) seen.push(event.type)
    }
    const names = ['pointerdown', 'pointermove', 'pointerup', 'mousedown', 'mousemove', 'mouseup', 'click', 'dblclick']
    for (const name of [...names, 'touchstart', 'wheel', 'dragstart']) window.addEventListener(name, note, true)
  })
  return () => page.evaluate(() => [...(globalThis as unknown as { pointerEvents: string[] }).pointerEvents])
}

/** Collects the moves of a pointer that is down from now on, and every drag. */
export async function watchDrags(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { dragEvents: seen })
    const note = (event: Event) => {
      if (event.isTrusted && (event.type === 'dragstart' || (event as PointerEvent).buttons !== 0))
        seen.push(event.type)
    }
    for (const name of ['pointermove', 'mousemove', 'touchmove', 'dragstart']) window.addEventListener(name, note, true)
  })
  return () => page.evaluate(() => [...(globalThis as unknown as { dragEvents: string[] }).dragEvents])
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Presses Tab until the element of that name has the focus, as whoever has no pointer does. */
export async function tabTo(page: Page, name: string): Promise<void> {
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

/** Answers the list that is open: types a name and takes the first line, which has to be that name. */
export async function pick(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').waitFor()
  await page.keyboard.type(name.toLowerCase())
  await expect.poll(() => dialog.getByRole('option').first().innerText()).toContain(name)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

/** Draws a flow from the selected block to the one of that name; gives the number of keys that it took. */
export async function connectTo(page: Page, name: string, letters: string): Promise<number> {
  await page.keyboard.press('a')
  await page.locator('[data-connecting]').waitFor({ state: 'attached' })
  await press(page, ...letters)
  await expect.poll(() => page.locator('[data-connecting] b').allTextContents()).toContain(name)
  await page.keyboard.press('Enter')
  await page.locator('[data-connecting]').waitFor({ state: 'detached' })
  return 1 + letters.length + 1
}

/** The names of the blocks that are selected, sorted. */
export function selectedNames(page: Page): Promise<string[]> {
  return page.$$eval('[data-block][data-selected="true"]', all =>
    all.map(one => (one.getAttribute('title') ?? '').replace(/: [^:]*$/, '')).sort(),
  )
}

/** How blocks are come to by keys: on the canvas, or in the outline. */
export interface Ground {
  /** Selects the block of that name. */
  readonly find: (page: Page, name: string) => Promise<void>
  /** The key that takes in the next element beside what is selected. */
  readonly more: string
}

/** On the canvas blocks are found by typing. */
export const CANVAS: Ground = {
  more: 'Shift+Alt+ArrowDown',
  async find(page, name) {
    await page.keyboard.press('Control+f')
    await page.locator('#find-on-canvas').waitFor()
    await page.keyboard.type(name)
    await expect.poll(() => selectedNames(page)).toEqual([name])
    await page.keyboard.press('Escape')
    await page.locator('#find-on-canvas').waitFor({ state: 'detached' })
  },
}

/** In the outline blocks are gone to line by line. */
export const OUTLINE: Ground = {
  more: 'Shift+ArrowDown',
  async find(page, name) {
    await page.keyboard.press('Home')
    for (let lines = 0; lines < 60; lines++) {
      if ((await standing(page)).startsWith(`${name}, `)) return
      await step(page, 'ArrowDown')
    }
    throw new Error(`No line of the outline is called ${name}`)
  },
}

/** What the keyboard stands on, as it is read out. */
export function standing(page: Page): Promise<string> {
  return page.evaluate(() => {
    const tree = document.querySelector('[role="treegrid"]') ?? document.querySelector('.react-flow')
    const id = tree?.getAttribute('aria-activedescendant')
    return (id && document.getElementById(id)?.getAttribute('aria-label')) || ''
  })
}

/** Presses a key and waits until the keyboard stands elsewhere. */
async function step(page: Page, key: string): Promise<void> {
  const before = await standing(page)
  await page.keyboard.press(key)
  await expect.poll(() => standing(page)).not.toBe(before)
}

/** Builds the chain with its nine flows, then the two blocks and five flows beside it; gives the keys of each connection. */
export async function build(page: Page, { find }: Ground): Promise<number[]> {
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

/** Gives three blocks names of their own. */
export async function rename(page: Page, { find }: Ground): Promise<void> {
  for (const [old, name] of Object.entries(RENAMED)) {
    await find(page, old)
    await page.keyboard.press('F2')
    await typeName(page, name)
    await page.locator(`[data-block][title^="${name}: "]`).waitFor({ state: 'attached' })
  }
}

/** Puts the members of each room into one and names it. */
export async function makeRooms(page: Page, ground: Ground): Promise<void> {
  for (const [name, members] of Object.entries(ROOMS)) {
    await gather(page, ground, members)
    await page.keyboard.press('Control+g')
    await typeName(page, name)
    await page.locator('[data-group]').filter({ hasText: name }).first().waitFor({ state: 'attached' })
  }
}

/** Types a name into the field that has the cursor, in place of what it holds. */
async function typeName(page: Page, name: string): Promise<void> {
  await page.locator('textarea[aria-label="Name"]:focus').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Selects these blocks and no others: goes through all after the first of them; Space lets go of those only passed. */
async function gather(page: Page, { find, more }: Ground, names: readonly string[]): Promise<void> {
  const order = await readingOrder(page, names)
  await find(page, order[0] ?? '')
  const taken = order.slice(0, 1)
  for (let steps = 0; taken.length < names.length && steps < 60; steps++) {
    await step(page, more)
    const now = (await standing(page)).split(', ')[0] ?? ''
    if (names.includes(now)) taken.push(now)
    else await page.keyboard.press('Space')
  }
  await expect.poll(() => selectedNames(page)).toEqual([...names].sort())
}

/** These names by the place that each says it has in the design: “…, 3 of 12”. */
async function readingOrder(page: Page, names: readonly string[]): Promise<string[]> {
  const all = await page.$$eval('.react-flow__node[aria-label]', every => every.map(one => one.ariaLabel ?? ''))
  const place = (name: string) => Number(/, (\d+) of /.exec(all.find(one => one.startsWith(`${name}, `)) ?? '')?.[1])
  return [...names].sort((a, b) => place(a) - place(b))
}

/** Goes to each error in turn and cures it: two by what the brief says then, two by a change to the drawing. */
export async function fixErrors(page: Page): Promise<void> {
  await nextFinding(page, 'No business goal')
  await page.keyboard.press('Alt+Enter')
  await page.locator('[role="tabpanel"] :is(input, textarea):focus').waitFor()
  await page.keyboard.type('More clicks that lead to a purchase')
  await nextFinding(page, 'No ML task')
  await page.keyboard.press('Alt+Enter')
  await page.locator('select:focus').waitFor()
  await page.keyboard.type('cla')
  await nextFinding(page, 'No data validation')
  await page.keyboard.press('Alt+Enter')
  await page.locator('[data-kind="data-validation"]').waitFor({ state: 'attached' })
  await nextFinding(page, 'No monitor sees')
}

/** Presses F8 until the finding that begins like that is open. */
async function nextFinding(page: Page, start: string): Promise<void> {
  const open = page.locator('li[data-open="true"]')
  const isIt = async () => (await open.count()) > 0 && (await open.first().innerText()).includes(start)
  for (let presses = 0; presses < 20 && !(await isIt()); presses++) {
    await page.keyboard.press('F8')
    await open.first().waitFor()
  }
  expect(await open.first().innerText()).toContain(start)
}

/** Tidies and waits until that is done. */
export async function tidied(page: Page, start: () => Promise<void>): Promise<void> {
  await start()
  const undo = page.getByRole('button', { name: /^Undo/ })
  await expect.poll(() => undo.getAttribute('title'), { timeout: 20_000 }).toMatch(/Tidy/)
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
}

/** Exports the design as it is offered in the dialog that is open, and reads the picture. */
export async function exported(page: Page, start: () => Promise<void>): Promise<Picture> {
  await page.getByRole('dialog', { name: 'Export a picture' }).waitFor()
  await page.getByRole('button', { name: 'Export PNG' }).and(page.locator(':enabled')).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return decodePng(Buffer.concat(parts))
}
