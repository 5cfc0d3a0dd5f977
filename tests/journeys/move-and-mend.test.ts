import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import {
  block,
  command,
  connect,
  drag,
  drawn,
  middle,
  openBlank,
  openCase,
  saved,
  saveFile,
  withoutFileDialogs,
} from './editor-page'

const WIDE = { viewport: { width: 1440, height: 900 } }

/** Adds a block of the palette with its middle at a place of the canvas, counted from its upper left corner. */
async function put(page: Page, kind: string, x: number, y: number): Promise<void> {
  const item = page.locator(`[data-palette="${kind}"]`)
  await item.scrollIntoViewIfNeeded()
  await drag(page, await middle(item), await placeOf(page, x, y))
}

async function placeOf(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('[data-canvas]').boundingBox()
  return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y }
}

/** Saving a file is a download. */
async function withFiles(page: Page): Promise<void> {
  await withoutFileDialogs(page.context())
  await page.reload()
}

/** A client and an application service in one row, far apart, joined by a request. */
async function openPair(page: Page): Promise<void> {
  await withFiles(page)
  await openBlank(page)
  await put(page, 'client', 140, 320)
  await put(page, 'app-service', 740, 320)
  await connect(page, block(page, 'Client'), block(page, 'Application service'))
  await page.keyboard.press('Escape')
}

async function flowsOf(page: Page): Promise<string[]> {
  const { flows } = JSON.parse(await saveFile(page)) as {
    flows?: Record<string, { source: string; kind: string; target: string }>
  }
  const word = (id: string) => id.replace(/-[a-z0-9]{4}$/, '')
  return Object.values(flows ?? {})
    .map(({ source, kind, target }) => `${word(source)} ${kind} ${word(target)}`)
    .sort()
}

/** Takes one step back and expects the very bytes of before. */
async function undoneTo(page: Page, before: string): Promise<void> {
  await page.keyboard.press('Control+z')
  expect(await saveFile(page)).toBe(before)
}

/** The place on screen of a share of a flow's line. */
async function onFlow(page: Page, nth: number, share: number): Promise<{ x: number; y: number }> {
  return page
    .locator('[data-flow] .react-flow__edge-interaction')
    .nth(nth)
    .evaluate((path, part) => {
      const line = path as SVGPathElement
      const at = line.getPointAtLength(line.getTotalLength() * part)
      const matrix = line.getScreenCTM() as DOMMatrix
      return { x: at.x * matrix.a + matrix.e, y: at.y * matrix.d + matrix.f }
    }, share)
}

async function says(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' })
}

test('a block dragged over a flow lights it up and joins it when it is let go, in one step', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'gateway', 440, 520)
    const before = await saveFile(page)
    const from = await middle(block(page, 'Gateway'))
    const to = await onFlow(page, 0, 0.5)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 10 })
    await page.locator('[data-target][data-refused="false"]').waitFor()
    await page.mouse.up()
    await says(page, 'Gateway / load balancer put between Client and Application service.')
    expect(await flowsOf(page)).toEqual(['client request gateway', 'gateway request app-service'])
    await undoneTo(page, before)
  }))

test('a block that does not fit says why over the flow, and only moves; with Ctrl nothing joins', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'training-job', 440, 520)
    const from = await middle(block(page, 'Training job'))
    const to = await onFlow(page, 0, 0.5)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 10 })
    await page.locator('[data-target][data-refused="true"]').waitFor()
    await page
      .getByRole('tooltip')
      .filter({ hasText: /client/i })
      .waitFor()
    await page.mouse.up()
    expect(await flowsOf(page)).toEqual(['client request app-service'])
    await page.keyboard.press('Control+z')
    await put(page, 'gateway', 440, 120)
    const start = await middle(block(page, 'Gateway'))
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.keyboard.down('Control')
    await page.mouse.move(to.x, to.y, { steps: 10 })
    expect(await page.locator('[data-target]').count()).toBe(0)
    await page.mouse.up()
    await page.keyboard.up('Control')
    expect(await flowsOf(page)).toEqual(['client request app-service'])
  }))

test('a new block from the palette joins the flow that it is let go on', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    const before = await saveFile(page)
    const item = page.locator('[data-palette="gateway"]')
    await item.scrollIntoViewIfNeeded()
    await drag(page, await middle(item), await onFlow(page, 0, 0.5))
    expect(await flowsOf(page)).toEqual(['client request gateway', 'gateway request app-service'])
    await undoneTo(page, before)
  }))

test('the plus on a flow offers what fits there and inserts it without moving anything', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    const before = await saveFile(page)
    const places = await page.locator('[data-block]').evaluateAll(all => all.map(one => one.getBoundingClientRect().x))
    const at = await onFlow(page, 0, 0.3)
    await page.mouse.move(at.x, at.y)
    const plus = page.getByRole('button', { name: 'Insert a block between Client and Application service' })
    await plus.waitFor()
    const box = await plus.boundingBox()
    expect([Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)]).toEqual([24, 24])
    await plus.click()
    await page.getByRole('dialog').getByRole('combobox').fill('training')
    await page.getByText('Nothing found').waitFor()
    await page.getByRole('dialog').getByRole('combobox').fill('gateway')
    await page.keyboard.press('Enter')
    await block(page, 'Gateway').waitFor()
    expect(await flowsOf(page)).toEqual(['client request gateway', 'gateway request app-service'])
    const now = await page.locator('[data-block]').evaluateAll(all => all.map(one => one.getBoundingClientRect().x))
    expect(places.filter(x => !now.some(other => Math.abs(other - x) < 1))).toEqual([])
    await undoneTo(page, before)
  }))

test('a selected block goes into a selected flow by command', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'gateway', 440, 520)
    const at = await onFlow(page, 0, 0.2)
    await page.mouse.click(at.x, at.y)
    await block(page, 'Gateway').click({ modifiers: ['Shift'] })
    const before = await saveFile(page)
    await command(page, 'Put into the flow')
    expect(await flowsOf(page)).toEqual(['client request gateway', 'gateway request app-service'])
    await undoneTo(page, before)
  }))

test('deleting what stands between two blocks joins them; with Shift it does not', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'gateway', 440, 320)
    expect(await flowsOf(page)).toEqual(['client request gateway', 'gateway request app-service'])
    const before = await saveFile(page)
    await block(page, 'Gateway').click()
    await page.keyboard.press('Delete')
    await says(page, 'Deleted “Gateway / load balancer”, Client joined to Application service.')
    expect(await flowsOf(page)).toEqual(['client request app-service'])
    await undoneTo(page, before)
    await block(page, 'Gateway').click()
    await page.keyboard.press('Shift+Delete')
    expect(await flowsOf(page)).toEqual([])
    await undoneTo(page, before)
  }))

test('an end of a flow is pulled to another block; refused ones stand back, empty canvas changes nothing', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'gateway', 740, 520)
    await put(page, 'training-job', 440, 620)
    const before = await saveFile(page)
    const pull = async (to: { x: number; y: number }, isLetGo = true) => {
      const at = await onFlow(page, 0, 0.35)
      await page.mouse.click(at.x, at.y)
      const end = await middle(page.locator('[data-end="target"]'))
      await page.mouse.move(end.x, end.y)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 10 })
      if (isLetGo) await page.mouse.up()
    }
    await pull(await placeOf(page, 300, 120))
    expect(await saveFile(page)).toBe(before)
    await pull(await middle(block(page, 'Training job')), false)
    await page.locator('[data-veil^="training-job"]').waitFor()
    await page
      .getByRole('tooltip')
      .filter({ hasText: /client/i })
      .waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await saveFile(page)).toBe(before)
    await pull(await middle(block(page, 'Gateway')))
    expect(await flowsOf(page)).toEqual(['client request gateway'])
    await undoneTo(page, before)
  }))

test('an end of a flow moves by keyboard to a block of a list', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'gateway', 740, 520)
    await put(page, 'training-job', 440, 620)
    const before = await saveFile(page)
    const at = await onFlow(page, 0, 0.35)
    await page.mouse.click(at.x, at.y)
    await command(page, 'Move the end of the flow to')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    expect(
      (await page.getByRole('dialog').getByRole('option').allInnerTexts()).map(text => text.split('\n')[0]),
    ).toEqual(['Gateway / load balancer'])
    await page.keyboard.press('Enter')
    expect(await flowsOf(page)).toEqual(['client request gateway'])
    await undoneTo(page, before)
  }))

test('guides draw a drag to the row of another block; Alt+S and Ctrl switch them', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    await put(page, 'client', 140, 320)
    await put(page, 'ranker', 640, 520)
    await page.keyboard.press('Control+0')
    const row = (await middle(block(page, 'Client'))).y
    const pull = async (y: number) => {
      const from = await middle(block(page, 'Ranker'))
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      // A hand starts slowly: the canvas takes hold of a block where the pointer is after its first step.
      await page.mouse.move(from.x, from.y - 2)
      await page.mouse.move(from.x, (from.y + y) / 2, { steps: 5 })
      await page.mouse.move(from.x, y, { steps: 5 })
    }
    await pull(row + 8)
    await page.locator('[data-guide="y"]').first().waitFor({ state: 'attached' })
    await page.mouse.up()
    expect(Math.abs((await middle(block(page, 'Ranker'))).y - row)).toBeLessThan(1)
    expect(await page.locator('[data-guide]').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Alt+s')
    await page.getByText('Smart guides are off').first().waitFor()
    await pull(row + 8)
    expect(await page.locator('[data-guide]').count()).toBe(0)
    await page.mouse.up()
    expect(Math.round((await middle(block(page, 'Ranker'))).y - row)).toBe(8)
  }))

test('the bar over a selected block changes its kind, duplicates and deletes it, and makes way for a drag', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await block(page, 'Client').click()
    const bar = page.getByRole('toolbar', { name: 'Do with Client' })
    await bar.waitFor()
    const [under, over] = [await block(page, 'Client').boundingBox(), await bar.boundingBox()]
    expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(under?.y ?? 0)
    const at = await middle(block(page, 'Client'))
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 80, at.y + 80, { steps: 5 })
    expect(await bar.count()).toBe(0)
    await page.mouse.up()
    const count = async () => (await drawn(page)).blocks.length
    await bar.getByRole('button', { name: 'Duplicate' }).click()
    await expect.poll(count).toBe(3)
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(count).toBe(2)
    const flow = await onFlow(page, 0, 0.3)
    await page.mouse.click(flow.x, flow.y)
    await page
      .getByRole('toolbar', { name: 'Do with this flow' })
      .getByRole('button', { name: 'Label the flow' })
      .click()
    await page.locator('[data-canvas] textarea').fill('feed')
    await page.keyboard.press('Enter')
    await page.locator('[data-flow]').getByText('feed').waitFor({ state: 'attached' })
  }))

test('a picture of the selection goes to the clipboard; where that is refused, the export is offered', () =>
  withPage(WIDE, async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openPair(page)
    await block(page, 'Client').click()
    await page.keyboard.press('Shift+Alt+C')
    await page.getByText('The selection is copied as a picture.').first().waitFor()
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(item => [...item.types]))
    expect(types).toContain('image/png')
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('refused'))
    })
    await page.keyboard.press('Shift+Alt+C')
    await page.getByRole('alert').getByRole('button', { name: 'Export' }).click()
    await page.getByRole('dialog', { name: 'Export a picture' }).waitFor()
  }))

test('properties of one block are pasted on another as far as it knows them', () =>
  withPage(WIDE, async page => {
    await withFiles(page)
    await openCase(page, 'personalised-news-feed')
    const before = await saveFile(page)
    await page.locator('[data-block="rk"]').click()
    await page.keyboard.press('Control+Alt+c')
    await says(page, 'copied.')
    await page.locator('[data-block="rr"]').click()
    await page.keyboard.press('Control+Alt+v')
    await says(page, 'pasted.')
    expect(await saveFile(page)).not.toBe(before)
    await undoneTo(page, before)
  }))

test('space is made by a drag with Alt, by the tool and by command; blocks left of the line stay', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'gateway', 740, 520)
    await page.keyboard.press('Escape')
    const before = await saveFile(page)
    const xs = async () =>
      Promise.all(
        ['Client', 'Application service', 'Gateway'].map(async name => Math.round((await middle(block(page, name))).x)),
      )
    const [client = 0, app = 0, gateway = 0] = await xs()
    const line = await placeOf(page, 440, 160)
    await page.keyboard.down('Alt')
    await drag(page, line, { x: line.x + 80, y: line.y + 4 })
    await page.keyboard.up('Alt')
    expect(await xs()).toEqual([client, app + 80, gateway + 80])
    await undoneTo(page, before)
    await page.keyboard.press('s')
    await page.locator('[data-sheet="space"]').waitFor({ state: 'attached' })
    await drag(page, line, { x: line.x + 80, y: line.y + 4 })
    expect(await xs()).toEqual([client, app + 80, gateway + 80])
    await undoneTo(page, before)
    await block(page, 'Client').click()
    await command(page, 'Make space to the right')
    expect(await xs()).toEqual([client, app + 200, gateway + 200])
    await undoneTo(page, before)
  }))

test('of two blocks that overlap, Ctrl+] brings one forward and Ctrl+[ sends it back', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    await put(page, 'client', 340, 320)
    await put(page, 'ranker', 340, 520)
    const [client, ranker] = [await middle(block(page, 'Client')), await middle(block(page, 'Ranker'))]
    await drag(page, ranker, { x: client.x + 40, y: client.y + 24 })
    const top = () =>
      page.evaluate(
        ([x, y]) =>
          document
            .elementFromPoint(x ?? 0, y ?? 0)
            ?.closest('[data-kind]')
            ?.getAttribute('data-kind'),
        [client.x + 20, client.y + 12],
      )
    expect(await top()).toBe('ranker')
    await page.keyboard.press('Control+[')
    await expect.poll(top).toBe('client')
    await page.keyboard.press('Control+]')
    await expect.poll(top).toBe('ranker')
  }))

test('the hand, the space bar and the middle button move the view over blocks; V and Escape lay the hand down', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    const before = await saveFile(page)
    const at = await middle(block(page, 'Client'))
    const moved = async () => {
      const now = await middle(block(page, 'Client'))
      return [Math.round(now.x - at.x), Math.round(now.y - at.y)]
    }
    const pull =
      (by: number, button: 'left' | 'middle' = 'left') =>
      async () => {
        const from = await middle(block(page, 'Client'))
        await page.mouse.move(from.x, from.y)
        await page.mouse.down({ button })
        await page.mouse.move(from.x + by, from.y, { steps: 5 })
        await page.mouse.up({ button })
      }
    await page.keyboard.press('h')
    await page.locator('[data-sheet="hand"]').waitFor({ state: 'attached' })
    await pull(60)()
    expect(await moved()).toEqual([60, 0])
    await page.keyboard.press('v')
    await page.locator('[data-sheet]').waitFor({ state: 'detached' })
    await page.keyboard.down(' ')
    await page.locator('[data-sheet="hand"]').waitFor({ state: 'attached' })
    await pull(40)()
    await page.keyboard.up(' ')
    expect(await moved()).toEqual([100, 0])
    await pull(-100, 'middle')()
    expect(await moved()).toEqual([0, 0])
    await page.keyboard.press('h')
    await page.keyboard.press('Escape')
    await page.locator('[data-sheet]').waitFor({ state: 'detached' })
    expect(await saveFile(page)).toBe(before)
  }))

test('Ctrl and wheel zoom at the pointer, Shift+1 fits, Shift+2 shows the selection, Ctrl+0 is 100 %', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    const percent = async () => Number.parseInt((await page.locator('[data-percent]').innerText()) ?? '', 10)
    const fitted = await percent()
    const at = await middle(page.locator('[data-block="rk"]'))
    await page.mouse.move(at.x, at.y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -240)
    await page.keyboard.up('Control')
    await expect.poll(percent).toBeGreaterThan(fitted)
    const now = await middle(page.locator('[data-block="rk"]'))
    expect([Math.abs(now.x - at.x) < 2, Math.abs(now.y - at.y) < 2]).toEqual([true, true])
    await page.keyboard.press('Control+0')
    await expect.poll(percent).toBe(100)
    await page.keyboard.press('Shift+1')
    await expect.poll(percent).toBe(fitted)
    await page.locator('[data-block="card-goal"]').click()
    await page.keyboard.press('Control+0')
    await page.keyboard.press('Shift+2')
    await expect
      .poll(async () => ((await page.locator('[data-block="card-goal"]').boundingBox())?.x ?? 0) > 200)
      .toBe(true)
  }))

test('F draws a room on empty canvas and puts one around a selection', () =>
  withPage(WIDE, async page => {
    await openPair(page)
    await put(page, 'gateway', 440, 520)
    await page.keyboard.press('Escape')
    const before = await saveFile(page)
    await page.keyboard.press('f')
    await page.locator('[data-sheet="room"]').waitFor({ state: 'attached' })
    await drag(page, await placeOf(page, 320, 420), await placeOf(page, 640, 620))
    await page.keyboard.type('Edge')
    await page.keyboard.press('Enter')
    await page.locator('[data-group]').filter({ hasText: 'Edge' }).waitFor()
    const { blocks } = JSON.parse(await saveFile(page)) as { blocks: Record<string, { kind: string; group?: string }> }
    expect(
      Object.values(blocks)
        .filter(one => one.group)
        .map(one => one.kind),
    ).toEqual(['gateway'])
    await page.keyboard.press('Control+z')
    await undoneTo(page, before)
    await block(page, 'Client').click()
    await page.keyboard.press('f')
    await page.keyboard.type('Users')
    await page.keyboard.press('Enter')
    await page.locator('[data-group]').filter({ hasText: 'Users' }).waitFor()
    await saved(page)
  }))
