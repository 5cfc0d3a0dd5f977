import type { Page } from 'playwright-core'
import type { Id } from '../../src/model/design'
import type { Deed, Way } from './two-paths-deeds'

/** Everything by the keyboard: walked to, selected and done without the pointer. */
export const BY_KEYS: Way = {
  do: doByKeys,
  undo: page => page.keyboard.press('Control+z'),
  redo: page => page.keyboard.press('Control+Shift+z'),
}

async function doByKeys(page: Page, deed: Deed): Promise<void> {
  // What is typed into the palette is given up first, so that the keys go to the diagram again.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+1')
  switch (deed.verb) {
    case 'add':
      await page.keyboard.press('/')
      await page.keyboard.type(deed.name)
      await page.locator('#palette-search[aria-activedescendant]').waitFor()
      await page.keyboard.press('Enter')
      return page.keyboard.press('Escape')
    case 'append':
      await select(page, deed.block)
      await page.keyboard.press('Tab')
      return choose(page, `next/${deed.kind}`, deed.name)
    case 'insert':
      await selectFlow(page, deed.flow.source, deed.flow.id)
      await page.keyboard.press('Tab')
      return choose(page, `next/${deed.kind}`, deed.name)
    case 'rename':
      await select(page, deed.block)
      await page.keyboard.press('F2')
      await page.locator('[data-canvas] textarea').waitFor()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(deed.name)
      return page.keyboard.press('Enter')
    case 'connect':
      return connect(page, deed)
    case 'move':
      await select(page, deed.block)
      for (let x = 0; x < Math.abs(deed.x) / 40; x++)
        await page.keyboard.press(`Shift+Arrow${deed.x < 0 ? 'Left' : 'Right'}`)
      for (let y = 0; y < Math.abs(deed.y) / 40; y++)
        await page.keyboard.press(`Shift+Arrow${deed.y < 0 ? 'Up' : 'Down'}`)
      return
    case 'delete':
      await select(page, deed.block)
      return page.keyboard.press('Delete')
    case 'delete flow':
      await selectFlow(page, deed.flow.source, deed.flow.id)
      return page.keyboard.press('Delete')
    case 'group':
      await walkTo(page, deed.block)
      await page.keyboard.press('Shift+Alt+ArrowRight')
      await page.locator(`[data-block="${deed.block}"][data-selected="true"]`).waitFor()
      await page.keyboard.press('Control+g')
      // Rooms that would stand too deep in each other are refused.
      await page.locator('[data-canvas] textarea, [data-toast][data-severity="error"]').first().waitFor()
      if ((await page.locator('[data-canvas] textarea').count()) > 0) await page.keyboard.press('Enter')
      return
    case 'ungroup':
      await selectRoom(page, deed.room)
      return page.keyboard.press('Control+Shift+g')
    case 'collapse':
      await selectRoom(page, deed.room)
      return page.keyboard.press('Control+.')
    case 'change kind':
      await select(page, deed.block)
      await page.keyboard.press('r')
      return choose(page, `kind/${deed.kind}`, deed.name)
  }
}

/** The id of the element that the keyboard stands on. */
function standing(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.querySelector('[data-canvas] [data-focused]')
    const own = element?.querySelector('[data-group]')?.getAttribute('data-group')
    return own ?? element?.getAttribute('data-id') ?? null
  })
}

/** Goes from the first block down the reading order to one of them. */
async function walkTo(page: Page, id: Id): Promise<void> {
  await page.keyboard.press('Home')
  await page.locator('[data-canvas] [data-focused]').waitFor()
  await goOn(page, id)
}

/** Presses Down until the keyboard stands there. */
async function goOn(page: Page, id: Id): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if ((await standing(page)) === id) return
    await step(page, 'ArrowDown')
  }
  throw new Error(`No keys lead to ${id}; they end at ${await standing(page)}`)
}

/** Presses a key and waits until the ring is elsewhere; what a collapsed room hides leaves it where it is. */
async function step(page: Page, key: string): Promise<void> {
  const ring = '[data-canvas] [data-focused]'
  const before = await page.locator(ring).getAttribute('data-id')
  await page.keyboard.press(key)
  // Between two elements there may be no ring for a moment.
  const hasMoved = ([selector, old]: readonly (string | null)[]) => {
    const now = document.querySelector(selector ?? '')?.getAttribute('data-id')
    return now !== undefined && now !== old
  }
  await page.waitForFunction(hasMoved, [ring, before], { timeout: 600 }).catch(() => null)
}

async function select(page: Page, block: Id): Promise<void> {
  await walkTo(page, block)
  await page.keyboard.press('Space')
  await page.locator(`[data-block="${block}"][data-selected="true"]`).waitFor()
}

async function selectFlow(page: Page, source: Id, flow: Id): Promise<void> {
  await walkTo(page, source)
  await step(page, 'ArrowRight')
  await goOn(page, flow)
  await page.keyboard.press('Space')
  await page.locator(`[data-flow="${flow}"][data-selected="true"]`).waitFor({ state: 'attached' })
}

async function selectRoom(page: Page, room: Id): Promise<void> {
  await page.keyboard.press('End')
  await page.locator('[data-canvas] [data-focused]').waitFor()
  await step(page, 'ArrowDown')
  await goOn(page, room)
  await page.keyboard.press('Space')
  await page.locator(`[data-group="${room}"][data-selected="true"]`).waitFor()
}

/** Types what is to be found and takes it; gives up where the list does not hold it. */
async function choose(page: Page, entry: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').waitFor()
  const isOffered = (await page.locator(`[data-entry="${entry}"]`).count()) > 0
  if (isOffered) {
    await page.keyboard.type(name)
    await page.locator(`[data-entry="${entry}"][aria-selected="true"]`).waitFor()
  }
  await page.keyboard.press(isOffered ? 'Enter' : 'Escape')
  await dialog.waitFor({ state: 'detached' })
}

async function connect(page: Page, { source, name }: Extract<Deed, { verb: 'connect' }>): Promise<void> {
  await select(page, source)
  await page.keyboard.press('a')
  const bar = page.locator('[data-connecting]')
  await bar.waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await bar.waitFor({ state: 'detached' })
}
