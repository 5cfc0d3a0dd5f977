import type { Page } from 'playwright-core'
import { expect } from 'vitest'

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
      if (event.isTrusted && (event.type === 'dragstart' || (event as PointerEvent).buttons !== 0)) seen.push(event.type)
    }
    for (const name of ['pointermove', 'mousemove', 'touchmove', 'dragstart']) window.addEventListener(name, note, true)
  })
  return () => page.evaluate(() => [...(globalThis as unknown as { dragEvents: string[] }).dragEvents])
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
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

/** Selects the block of that name by the find bar. */
export async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.locator('#find-on-canvas').waitFor()
  await page.keyboard.type(name)
  await expect.poll(() => selectedNames(page)).toEqual([name])
  await page.keyboard.press('Escape')
  await page.locator('#find-on-canvas').waitFor({ state: 'detached' })
}

/** Draws a flow from the selected block to the one of that name; gives the number of keys that it took. */
export async function connectTo(page: Page, name: string, letters: string): Promise<number> {
  const before = await page.locator('[data-flow]').count()
  await page.keyboard.press('a')
  await page.locator('[data-connecting]').waitFor({ state: 'attached' })
  await press(page, ...letters)
  await expect.poll(() => page.locator('[data-connecting] b').allInnerTexts()).toContain(name)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[data-flow]').count()).toBe(before + 1)
  return 1 + letters.length + 1
}

/** The names of the blocks that are selected, sorted. */
export function selectedNames(page: Page): Promise<string[]> {
  return page.$$eval('[data-block][data-selected="true"]', all =>
    all.map(one => (one.getAttribute('title') ?? '').replace(/: [^:]*$/, '')).sort(),
  )
}
