import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { block, command, drag, drawn, middle, openCase, saveFile, withoutFileDialogs } from './editor-page'

const WIDE = { viewport: { width: 1440, height: 900 } } as const
const CASE = 'personalised-news-feed'

test('a room is collapsed to one block that keeps its total, flows end at it, and opening it restores the very file', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, CASE)
    const file = await saveFile(page)
    const before = await drawn(page)
    await page.getByRole('button', { name: 'Collapse the room “Request path”' }).click()
    const closed = page.locator('[data-closed]')
    await closed.getByText('Request path').waitFor()
    expect(await closed.getAttribute('title')).toBe('Request path: 9 blocks')
    const after = await drawn(page)
    expect(before.blocks.length - after.blocks.length).toBe(9)
    expect(after.blocks.filter(id => !before.blocks.includes(id))).toEqual([])
    expect(after.flows.length).toBeLessThan(before.flows.length)
    await page.keyboard.press('Control+.')
    await closed.waitFor({ state: 'detached' })
    await page.waitForFunction(
      count => document.querySelectorAll('[data-block]').length === count,
      before.blocks.length,
    )
    expect(await drawn(page)).toEqual(before)
    expect(await saveFile(page)).toBe(file)
    await page.keyboard.press('Control+z')
    await closed.waitFor()
    await page.keyboard.press('Control+z')
    await closed.waitFor({ state: 'detached' })
    expect(await saveFile(page)).toBe(file)
  }))

test('a collapsed room is dragged with all it holds, and what is found inside is shown at the room', () =>
  withPage(WIDE, async page => {
    await openCase(page, CASE)
    await page.getByRole('button', { name: 'Collapse the room “Request path”' }).click()
    const closed = page.locator('[data-closed]')
    const from = await middle(closed)
    await drag(page, from, { x: from.x + 120, y: from.y - 80 })
    const to = await middle(closed)
    expect([to.x > from.x + 80, to.y < from.y - 40]).toEqual([true, true])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('Heavy ranker')
    await page.getByText('“Heavy ranker” is in the collapsed room “Request path”.').first().waitFor()
    expect(await page.locator('[data-closed][data-selected="true"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Open the room', exact: true }).first().click()
    await block(page, 'Heavy ranker').waitFor()
    expect(await closed.count()).toBe(0)
    expect(await block(page, 'Heavy ranker').getAttribute('data-selected')).toBe('true')
  }))

test('a flow drawn to a collapsed room is refused with the reason', () =>
  withPage(WIDE, async page => {
    await openCase(page, CASE)
    await page.getByRole('button', { name: 'Collapse the room “Request path”' }).click()
    await page.locator('[data-closed]').waitFor()
    await page.keyboard.press('Escape')
    const flows = (await drawn(page)).flows
    const source = await middle(block(page, 'Service monitor'))
    await page.mouse.move(source.x, source.y)
    await drag(page, { x: source.x - source.width / 2, y: source.y }, await middle(page.locator('[data-closed]')))
    await page.locator('[data-toast]').getByText('Open the room to connect to a block inside it.').waitFor()
    expect((await drawn(page)).flows).toEqual(flows)
  }))

test('a room is resized and placed by keys and fields, each as one step', () =>
  withPage(WIDE, async page => {
    await openCase(page, CASE)
    await page
      .locator('[data-group]')
      .filter({ hasText: 'Monitoring' })
      .locator('[data-band]')
      .click({ position: { x: 20, y: 12 } })
    await page.getByRole('tab', { name: 'Properties' }).click()
    const width = page.getByRole('textbox', { name: 'Width' })
    const before = Number(await width.inputValue())
    await page.locator('.react-flow').focus()
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await expectValue(page, 'Width', before + 16)
    await page.keyboard.press('Control+z')
    await expectValue(page, 'Width', before)
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await expectValue(page, 'Width', before)
    await width.fill('much')
    await page.keyboard.press('Enter')
    await page.getByText('Use a whole number of pixels, e.g. 240.').waitFor()
    await width.fill(String(before + 100))
    await page.keyboard.press('Enter')
    await expectValue(page, 'Width', before + 100)
    const x = Number(await page.getByRole('textbox', { name: 'X', exact: true }).inputValue())
    await page.getByRole('textbox', { name: 'X', exact: true }).fill(String(x + 80))
    await page.keyboard.press('Enter')
    await expectValue(page, 'X', x + 80)
  }))

test('a block goes to a room and out of it without a drag, and a third level of rooms is refused', () =>
  withPage(WIDE, async page => {
    await openCase(page, CASE)
    await block(page, 'Heavy ranker').click()
    await command(page, 'Move to room …')
    await page.getByRole('dialog', { name: 'Move to room' }).getByRole('combobox').fill('Monitoring')
    await page.keyboard.press('Enter')
    await roomOf(page, 'Heavy ranker', 'Monitoring')
    await command(page, 'Move to room …')
    await page.getByRole('dialog', { name: 'Move to room' }).getByRole('combobox').fill('No room')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      () => !document.querySelector('.react-flow__node.selected')?.getAttribute('aria-label')?.includes(' in room '),
    )
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await roomOf(page, 'Heavy ranker', 'Request path')
    await page.keyboard.press('Control+g')
    await page.keyboard.press('Escape')
    await page.locator('[data-group]').filter({ hasText: /^Room/ }).waitFor()
    await block(page, 'Heavy ranker').click()
    await page.keyboard.press('Control+g')
    await page
      .locator('[data-toast]')
      .getByText('“Room” stands in a room already: no further room fits inside it.')
      .waitFor()
  }))

async function expectValue(page: Page, name: string, value: number): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true })
  await page.waitForFunction(
    ([id, wanted]) => (document.getElementById(id ?? '') as HTMLInputElement | null)?.value === wanted,
    [(await field.getAttribute('id')) ?? '', String(value)] as const,
  )
  expect(await field.inputValue()).toBe(String(value))
}

/** Waits until the block says that it stands in that room. */
async function roomOf(page: Page, name: string, room: string): Promise<void> {
  await page.locator(`.react-flow__node[aria-label^="${name}"][aria-label*=" in room ${room}"]`).waitFor()
}
