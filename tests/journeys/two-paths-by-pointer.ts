import type { Locator, Page } from 'playwright-core'
import type { Id } from '../../src/model/design'
import { connect, middle } from './editor-page'
import { pointOn } from './running-commands'
import type { Deed, Way } from './two-paths-deeds'

/** Everything by the pointer: clicked, dragged and chosen from menus; only names are typed. */
export const BY_POINTER: Way = {
  do: doByPointer,
  undo: page => press(page, 'undo'),
  redo: page => press(page, 'redo'),
}

/** Presses a button of the top bar that applies. */
async function press(page: Page, command: 'undo' | 'redo'): Promise<void> {
  const button = page.locator(`[data-command="${command}"]`)
  if (await button.isEnabled()) await button.click()
}

async function doByPointer(page: Page, deed: Deed): Promise<void> {
  await clickNothing(page)
  await page.locator('[data-command="fit"]').first().click()
  switch (deed.verb) {
    case 'add': {
      const item = page.locator(`[data-palette="${deed.kind}"]`)
      await item.scrollIntoViewIfNeeded()
      return item.click()
    }
    case 'append':
      await blockOf(page, deed.block).click()
      await page.locator('[data-toolbar] [data-command="append"]').click()
      return choose(page, `next/${deed.kind}`)
    case 'insert':
      await clickFlow(page, deed.flow.id)
      await page.locator(`[data-insert="${deed.flow.id}"]`).click()
      return choose(page, `next/${deed.kind}`)
    case 'rename':
      await blockOf(page, deed.block).dblclick()
      await page.locator('[data-canvas] textarea').fill(deed.name)
      return clickNothing(page)
    case 'connect':
      return connect(page, blockOf(page, deed.source), blockOf(page, deed.target))
    case 'move':
      return dragBy(page, blockOf(page, deed.block), deed)
    case 'delete':
      await blockOf(page, deed.block).click({ button: 'right' })
      return menu(page, /^Delete/)
    case 'delete flow':
      await clickFlow(page, deed.flow.id, 'right')
      return menu(page, /^Delete/)
    case 'group':
      for (const id of deed.blocks) await blockOf(page, id).click({ modifiers: ['Shift'] })
      await blockOf(page, deed.block).click({ button: 'right' })
      await menu(page, /^Put in a room/)
      await page.locator('[data-canvas] textarea, [data-toast][data-severity="error"]').first().waitFor()
      return clickNothing(page)
    case 'ungroup':
      await roomOf(page, deed.room).click({ button: 'right' })
      return menu(page, /^Ungroup/)
    case 'collapse':
      return toggle(page, deed.room, deed.isCollapsed)
    case 'change kind':
      await blockOf(page, deed.block).click({ button: 'right' })
      await menu(page, /^Change kind/)
      return choose(page, `kind/${deed.kind}`)
  }
}

function blockOf(page: Page, id: Id): Locator {
  return page.locator(`[data-block="${id}"]`)
}

/** What takes the pointer of an open room: the band with its name. */
function roomOf(page: Page, id: Id): Locator {
  return page.locator(`[data-group="${id}"] [data-band] span`).first()
}

async function menu(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('menuitem', { name }).first().click()
}

/** Clicks what is to be found; beside the list where it does not hold it. */
async function choose(page: Page, entry: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').waitFor()
  const option = page.locator(`[data-entry="${entry}"]`)
  if ((await option.count()) > 0) await option.click()
  else await page.mouse.click(4, 4)
  await dialog.waitFor({ state: 'detached' })
}

async function clickFlow(page: Page, id: Id, button: 'left' | 'right' = 'left'): Promise<void> {
  const { x, y } = await pointOn(page, id)
  await page.mouse.click(x, y, { button })
}

/** Clicks a place where nothing but the canvas takes the pointer: what was selected or typed is let go. */
async function clickNothing(page: Page): Promise<void> {
  const place = await page.evaluate(() => {
    const box = document.querySelector('[data-canvas]')?.getBoundingClientRect()
    for (let y = (box?.bottom ?? 0) - 60; box && y > box.top; y -= 20)
      for (let x = box.left + 60; x < box.right - 60; x += 20)
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y }
    return null
  })
  if (!place) throw new Error('Nowhere is empty canvas')
  await page.mouse.click(place.x, place.y)
}

/** Drags by so many canvas pixels; Ctrl, so that no guide and no flow draws the block to itself. */
async function dragBy(page: Page, block: Locator, by: { readonly x: number; readonly y: number }): Promise<void> {
  const from = await middle(block)
  const zoom = await page.evaluate(() => {
    const matrix = getComputedStyle(document.querySelector('.react-flow__viewport') as Element).transform
    return new DOMMatrix(matrix).a
  })
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 4, from.y + 4)
  await page.keyboard.down('Control')
  await page.mouse.move(from.x + (by.x * zoom) / 2, from.y + (by.y * zoom) / 2, { steps: 4 })
  await page.mouse.move(from.x + by.x * zoom, from.y + by.y * zoom, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Control')
}

async function toggle(page: Page, room: Id, isCollapsed: boolean): Promise<void> {
  const name = await page.locator(`[data-group="${room}"]`).evaluate(one => one.textContent ?? '')
  const buttons = page.getByRole('button', { name: isCollapsed ? /^Open the room/ : /^Collapse the room/ })
  const all = await buttons.evaluateAll(found => found.map(one => one.getAttribute('aria-label') ?? ''))
  const index = all.findIndex(label => name.includes(/“(.*)”/.exec(label)?.[1] ?? label))
  await buttons.nth(Math.max(0, index)).click()
}
