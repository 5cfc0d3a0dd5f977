import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { withPage } from './browser'
import { block, connect, drag, drawn, middle, openBlank, openCase, saveFile, withoutFileDialogs } from './editor-page'

/** The start screen in a wide window, whose files are downloads. */
function withEditor(journey: (page: Page) => Promise<void>): Promise<void> {
  return withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await journey(page)
  })
}

/** Labels of the blocks in the file, each with those that its flows lead to. */
async function wiring(page: Page): Promise<Record<string, string[]>> {
  const { blocks, flows = {} } = JSON.parse(await saveFile(page))
  const label = (id: string): string => blocks[id].label
  const all: [string, string[]][] = Object.keys(blocks).map(id => [label(id), []])
  const byLabel = Object.fromEntries(all)
  for (const flow of Object.values<{ source: string; target: string }>(flows))
    byLabel[label(flow.source)]?.push(label(flow.target))
  return byLabel
}

/** Holds Ctrl, presses keys, and lets go of it. */
async function holding(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.keyboard.down('Control')
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.locator('[data-growing]').waitFor()
  }
  await page.keyboard.up('Control')
}

async function startWith(page: Page, kind: string): Promise<void> {
  await openBlank(page)
  const item = page.locator(`[data-palette="${kind}"]`)
  await item.scrollIntoViewIfNeeded()
  await item.click()
  await page.locator(`[data-kind="${kind}"]`).waitFor()
}

const canUndo = (page: Page) => page.getByRole('button', { name: /^Undo/ }).isEnabled()
const undoName = (page: Page) => page.getByRole('button', { name: /^Undo/ }).getAttribute('title')
const selected = (page: Page) => page.locator('[data-selected="true"][data-block]').getAttribute('title')

describe('Ctrl and an arrow', () => {
  test('grow a chain of four blocks, each the likeliest, each one undo step', () =>
    withEditor(async page => {
      await startWith(page, 'client')
      for (let i = 0; i < 3; i++) await holding(page, 'ArrowRight')
      expect(await wiring(page)).toEqual({
        Client: ['Gateway / load balancer'],
        'Gateway / load balancer': ['Application service'],
        'Application service': [expect.any(String)],
        [String((await wiring(page))['Application service']?.[0])]: [],
      })
      const places = await Promise.all(
        ['client', 'gateway', 'app-service'].map(kind => middle(page.locator(`[data-kind="${kind}"]`))),
      )
      expect(new Set(places.map(({ y }) => y)).size).toBe(1)
      for (const left of [3, 2, 1]) {
        await page.keyboard.press('Control+z')
        expect((await drawn(page)).blocks).toHaveLength(left)
      }
    }))

  test('pressed again add siblings, and another arrow starts over on its side; nothing is there before it is let go', () =>
    withEditor(async page => {
      await startWith(page, 'app-service')
      await page.keyboard.down('Control')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.locator('[data-ghost-block]').count()).toBe(3)
      expect((await drawn(page)).blocks).toHaveLength(1)
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => page.locator('[data-ghost-block]').count()).toBe(1)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.up('Control')
      await expect.poll(async () => (await drawn(page)).blocks.length).toBe(3)
      expect((await drawn(page)).flows).toHaveLength(2)
      expect(await page.locator('[data-ghost-block]').count()).toBe(0)
      await page.keyboard.press('Control+z')
      expect(await drawn(page)).toMatchObject({ blocks: { length: 1 }, flows: { length: 0 } })
    }))

  test('Escape leaves everything as it was', () =>
    withEditor(async page => {
      await startWith(page, 'ranker')
      await page.keyboard.down('Control')
      await page.keyboard.press('ArrowRight')
      await page.locator('[data-ghost-block]').waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.up('Control')
      await page.locator('[data-growing]').waitFor({ state: 'detached' })
      expect((await drawn(page)).blocks).toHaveLength(1)
      expect(await selected(page)).toMatch(/^Ranker/)
      expect(await undoName(page)).toMatch(/Add “Ranker”/)
    }))

  test('letters choose another kind, and Enter adds it; Enter again renames it', () =>
    withEditor(async page => {
      await startWith(page, 'app-service')
      await page.keyboard.down('Control')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('c')
      await page.keyboard.up('Control')
      await page.keyboard.type('ache')
      await page.locator('[data-ghost-block]').filter({ hasText: 'Cache' }).waitFor()
      expect((await drawn(page)).blocks).toHaveLength(1)
      await page.keyboard.press('Enter')
      await block(page, 'Cache').waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('Answers')
      await page.keyboard.press('Enter')
      expect(await wiring(page)).toEqual({ 'Application service': ['Answers'], Answers: [] })
    }))

  test('to the left put a block before; nothing comes before a client, so that it leads on from there', () =>
    withEditor(async page => {
      await startWith(page, 'app-service')
      await holding(page, 'ArrowLeft')
      expect(await wiring(page)).toMatchObject({ 'Application service': [] })
      expect(Object.values(await wiring(page)).flat()).toEqual(['Application service'])
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      await page.locator('[data-palette="client"]').click()
      await holding(page, 'ArrowLeft')
      expect((await wiring(page)).Client).toHaveLength(1)
    }))

  test('never move what stands, in a full design', () =>
    withEditor(async page => {
      await openCase(page, 'personalised-news-feed')
      const before = JSON.parse(await saveFile(page))
      await page.locator('[data-block="rk"]').click()
      await holding(page, 'ArrowRight', 'ArrowRight')
      const after = JSON.parse(await saveFile(page))
      const kept = Object.keys(before.blocks).filter(id => after.blocks[id])
      expect(kept.map(id => [id, after.blocks[id].at])).toEqual(kept.map(id => [id, before.blocks[id].at]))
      expect(Object.keys(after.blocks).length - kept.length).toBe(2)
    }))
})

describe('the list of what comes next', () => {
  test('Tab asks what comes after the selected block; Enter adds it to the right, wired and selected', () =>
    withEditor(async page => {
      await startWith(page, 'client')
      const client = await middle(block(page, 'Client'))
      await page.keyboard.press('Tab')
      const dialog = page.getByRole('dialog', { name: 'What comes after “Client”?' })
      await dialog.waitFor()
      expect(await dialog.getByRole('option').first().innerText()).toContain('Gateway')
      await page.keyboard.press('Enter')
      const gateway = await middle(page.locator('[data-kind="gateway"]'))
      expect([gateway.x > client.x + client.width / 2, gateway.y]).toEqual([true, client.y])
      expect(await selected(page)).toMatch(/^Gateway/)
      await page.keyboard.press('Control+z')
      expect(await drawn(page)).toMatchObject({ blocks: { length: 1 }, flows: [] })
    }))

  test('Shift+Tab asks what comes before it; only what a flow may join is found', () =>
    withEditor(async page => {
      await startWith(page, 'training-job')
      await page.keyboard.press('Shift+Tab')
      const dialog = page.getByRole('dialog', { name: 'What comes before “Training job”?' })
      await dialog.getByRole('combobox').fill('client')
      await dialog.getByText('Nothing found for “client”.').waitFor()
      await dialog.getByRole('combobox').fill('training set')
      await page.keyboard.press('Enter')
      expect(await wiring(page)).toMatchObject({ 'Training set builder': ['Training job'] })
    }))

  test('with nothing selected Tab moves the focus on, and back with Shift', () =>
    withEditor(async page => {
      await startWith(page, 'client')
      await page.keyboard.press('Escape')
      const places: string[] = []
      for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab']) {
        await page.keyboard.press(key)
        places.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? ''))
      }
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(new Set(places.slice(0, 3)).size).toBe(3)
      expect(places[3]).toBe(places[1])
    }))

  test('on a button Tab leads on, though a block is selected', () =>
    withEditor(async page => {
      await startWith(page, 'client')
      await page.getByRole('tab', { name: 'Brief' }).focus()
      await page.keyboard.press('Tab')
      expect(await page.getByRole('dialog').count()).toBe(0)
    }))

  test('on a flow Tab offers what fits between its ends, and splices it in', () =>
    withEditor(async page => {
      await startWith(page, 'client')
      await holding(page, 'ArrowRight')
      const [id = ''] = (await drawn(page)).flows
      await page.locator(`[data-flow="${id}"] .react-flow__edge-interaction`).click({ force: true })
      await page.keyboard.press('Tab')
      await page.getByRole('dialog', { name: /^What goes between “Client” and “Gateway/ }).waitFor()
      await page.keyboard.type('cache')
      await page.keyboard.press('Enter')
      expect(await wiring(page)).toEqual({
        Client: ['Cache'],
        Cache: ['Gateway / load balancer'],
        'Gateway / load balancer': [],
      })
      await page.keyboard.press('Control+z')
      expect(await wiring(page)).toEqual({ Client: ['Gateway / load balancer'], 'Gateway / load balancer': [] })
    }))

  test('a double click on empty canvas adds there, N at the pointer, both unconnected', () =>
    withEditor(async page => {
      await openBlank(page)
      const canvas = await middle(page.locator('[data-canvas]'))
      await page.mouse.dblclick(canvas.x - 200, canvas.y - 200)
      await page.getByRole('dialog', { name: 'Add a block' }).waitFor()
      await page.keyboard.type('ranker')
      await page.keyboard.press('Enter')
      const ranker = await middle(block(page, 'Ranker'))
      expect([Math.abs(ranker.x - canvas.x + 200) <= 8, Math.abs(ranker.y - canvas.y + 200) <= 8]).toEqual([true, true])
      await page.keyboard.press('Escape')
      await page.mouse.move(canvas.x + 200, canvas.y + 100)
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: 'Add a block' }).waitFor()
      await page.keyboard.type('cache')
      await page.keyboard.press('Enter')
      const cache = await middle(block(page, 'Cache'))
      expect([Math.abs(cache.x - canvas.x - 200) <= 8, Math.abs(cache.y - canvas.y - 100) <= 8]).toEqual([true, true])
      expect(await wiring(page)).toEqual({ Ranker: [], Cache: [] })
    }))

  test('1 to 7 choose a step and put the keyboard on its blocks: arrows choose, Enter adds', () =>
    withEditor(async page => {
      await openBlank(page)
      await page.keyboard.press('4')
      await page.getByRole('button', { name: /^Model, /, pressed: true }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.locator('[data-block]').waitFor()
      expect(await page.locator('[data-block]').getAttribute('data-kind')).toBe('training-job')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Model, /, pressed: false }).waitFor()
      expect(
        await page.evaluate(
          () => document.activeElement?.closest('[data-canvas]') !== null && document.activeElement !== null,
        ),
      ).toBe(true)
    }))
})

describe('a flow that is dragged from a port', () => {
  test('onto empty canvas asks what comes there, puts it there, wired, as one step', () =>
    withEditor(async page => {
      await startWith(page, 'client')
      const from = await middle(block(page, 'Client'))
      const to = { x: from.x + 320, y: from.y + 200 }
      await page.mouse.move(from.x, from.y)
      await drag(page, { x: from.x + from.width / 2, y: from.y }, to)
      await page.getByRole('dialog', { name: 'What comes after “Client”?' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await drawn(page)).toMatchObject({ blocks: { length: 1 }, flows: [] })

      await drag(page, { x: from.x + from.width / 2, y: from.y }, to)
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Enter')
      const gateway = await middle(page.locator('[data-kind="gateway"]'))
      expect([Math.abs(gateway.x - to.x) <= 8, Math.abs(gateway.y - to.y) <= 8]).toEqual([true, true])
      expect(await wiring(page)).toMatchObject({ Client: ['Gateway / load balancer'] })
      await page.keyboard.press('Control+z')
      expect(await drawn(page)).toMatchObject({ blocks: { length: 1 }, flows: [] })
    }))

  test('lets the blocks stand back that it cannot join, and Escape gives it up', () =>
    withEditor(async page => {
      await openBlank(page)
      for (const kind of ['client', 'training-job', 'gateway']) {
        const item = page.locator(`[data-palette="${kind}"]`)
        await item.scrollIntoViewIfNeeded()
        await item.click()
      }
      const from = await middle(block(page, 'Client'))
      const over = await middle(page.locator('[data-kind="gateway"]'))
      await page.mouse.move(from.x, from.y)
      await page.mouse.move(from.x - from.width / 2, from.y)
      await page.mouse.down()
      await page.mouse.move(over.x + 40, over.y + 10, { steps: 6 })
      const dims = () =>
        page.$$eval('[data-block]', all =>
          Object.fromEntries(all.map(one => [one.getAttribute('data-kind'), one.getAttribute('data-dim')])),
        )
      await expect.poll(dims).toEqual({ client: 'false', 'training-job': 'true', gateway: 'false' })
      await page.keyboard.press('Escape')
      await page.mouse.up()
      await expect.poll(dims).toEqual({ client: 'false', 'training-job': 'false', gateway: 'false' })
      expect((await drawn(page)).flows).toEqual([])
    }))

  test('joins a block wherever on its body it is let go, zoomed out, too', () =>
    withEditor(async page => {
      await openBlank(page)
      await page.locator('[data-palette="client"]').click()
      const item = page.locator('[data-palette="app-service"]')
      await item.scrollIntoViewIfNeeded()
      await item.click()
      for (let i = 0; i < 4; i++) await page.keyboard.press('Control+-')
      await connect(page, block(page, 'Client'), block(page, 'Application service'))
      await expect.poll(async () => (await drawn(page)).flows.length).toBe(1)
    }))
})

describe('connecting without dragging', () => {
  async function twoBlocks(page: Page): Promise<void> {
    await openBlank(page)
    for (const kind of ['client', 'training-job', 'app-service']) {
      const item = page.locator(`[data-palette="${kind}"]`)
      await item.scrollIntoViewIfNeeded()
      await item.click()
    }
    await page.keyboard.press('Escape')
  }

  test('A, letters and Enter join two blocks that stand, with at most eight keys', () =>
    withEditor(async page => {
      await twoBlocks(page)
      const keys = ['a', 'c', 'l', 'Enter', 'a', 'p', 'Enter']
      expect(keys.length).toBeLessThanOrEqual(8)
      await page.keyboard.press(keys[0] ?? '')
      await page.locator('[data-connecting]').waitFor()
      for (const key of keys.slice(1)) await page.keyboard.press(key)
      await page.locator('[data-connecting]').waitFor({ state: 'detached' })
      expect(await wiring(page)).toMatchObject({ Client: ['Application service'] })
      await page.keyboard.press('Control+z')
      expect((await drawn(page)).flows).toEqual([])
    }))

  test('arrows walk the blocks that it may join and no others; Tab turns it round', () =>
    withEditor(async page => {
      await twoBlocks(page)
      await block(page, 'Client').click()
      await page.keyboard.press('a')
      const bar = page.locator('[data-connecting]')
      await bar.getByText('Connect Client to').waitFor()
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press('ArrowRight')
        await bar.getByText('Connect Client to Application service').waitFor()
      }
      await page.keyboard.press('Escape')
      await block(page, 'Application service').click()
      await page.keyboard.press('a')
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowRight')
      await bar.getByText('Connect Client to Application service').waitFor()
      await page.keyboard.press('Enter')
      expect(await wiring(page)).toMatchObject({ Client: ['Application service'] })
    }))

  test('A and two clicks; a refused block says why and nothing is drawn', () =>
    withEditor(async page => {
      await twoBlocks(page)
      await page.keyboard.press('a')
      await page.locator('[data-connecting]').waitFor()
      await block(page, 'Client').click()
      const trainer = await middle(block(page, 'Training job'))
      await page.mouse.move(trainer.x, trainer.y)
      await page.getByRole('tooltip').filter({ hasText: 'A client cannot' }).waitFor()
      expect(await block(page, 'Training job').getAttribute('data-dim')).toBe('true')
      await page.mouse.click(trainer.x, trainer.y)
      await page.getByRole('alert').filter({ hasText: 'A client cannot' }).waitFor()
      expect((await drawn(page)).flows).toEqual([])
      await block(page, 'Application service').click()
      await page.locator('[data-connecting]').waitFor({ state: 'detached' })
      expect(await wiring(page)).toMatchObject({ Client: ['Application service'] })
    }))

  test('a click on empty canvas asks what comes there', () =>
    withEditor(async page => {
      await twoBlocks(page)
      await block(page, 'Client').click()
      await page.keyboard.press('a')
      const canvas = await middle(page.locator('[data-canvas]'))
      await page.mouse.click(canvas.x - 260, canvas.y - 240)
      await page.getByRole('dialog', { name: 'What comes after “Client”?' }).waitFor()
      await page.keyboard.press('Enter')
      expect((await wiring(page)).Client).toEqual(['Gateway / load balancer'])
    }))

  test('a click on a port, then on a block; Q keeps it on until Escape', () =>
    withEditor(async page => {
      await twoBlocks(page)
      const client = await middle(block(page, 'Client'))
      await page.mouse.move(client.x, client.y)
      await page.mouse.click(client.x - client.width / 2, client.y)
      await page.locator('[data-connecting]').waitFor()
      await page.keyboard.press('q')
      await block(page, 'Application service').click()
      await expect.poll(async () => (await drawn(page)).flows.length).toBe(1)
      await block(page, 'Training job').click()
      await page.locator('[data-connecting]').getByText('Connect Training job to').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('[data-connecting]').waitFor({ state: 'detached' })
      expect(await canUndo(page)).toBe(true)
      expect((await drawn(page)).flows).toHaveLength(1)
    }))
})
