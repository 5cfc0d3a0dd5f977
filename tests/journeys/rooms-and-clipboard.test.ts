import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { block, drag, drawn, middle, openBlank, openCase, openFile, saved, withoutFileDialogs } from './editor-page'

const WIDE = { viewport: { width: 1440, height: 900 } } as const

test('blocks are put in a room, the room is named, dragged with all it holds, and each is undone in one step', () =>
  withPage(WIDE, async page => {
    await threeBlocks(page)
    await block(page, 'Client').click()
    await block(page, 'Ranker').click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+g')
    await page.getByRole('textbox', { name: 'Name' }).first().waitFor()
    await page.keyboard.type('Serving')
    await page.keyboard.press('Enter')
    const room = page.locator('[data-group]')
    await room.getByText('Serving').waitFor()
    await page.getByText('Room · 2 blocks').waitFor()

    const before = await places(page)
    const label = await labelOf(room)
    await drag(page, label, { x: label.x + 120, y: label.y + 80 })
    const after = await places(page)
    const way = { x: after.Client.x - before.Client.x, y: after.Client.y - before.Client.y }
    expect([Math.abs(way.x - 120) <= 16, Math.abs(way.y - 80) <= 16, way.x % 8, way.y % 8]).toEqual([true, true, 0, 0])
    expect(after).toEqual({ ...before, Client: by(before.Client, way), Ranker: by(before.Ranker, way) })
    await page.keyboard.press('Control+z')
    expect(await places(page)).toEqual(before)

    await room.locator('[data-band]').dblclick({ position: { x: 20, y: 12 } })
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Request path')
    await page.keyboard.press('Enter')
    await room.getByText('Request path').waitFor()
    await page.keyboard.press('Control+z')
    await room.getByText('Serving').waitFor()
    // The name that was typed for the new room is a step of its own.
    await page.keyboard.press('Control+z')
    await room.getByText('Room', { exact: true }).waitFor()
    await page.keyboard.press('Control+z')
    await room.waitFor({ state: 'detached' })
    expect((await drawn(page)).blocks).toHaveLength(3)
  }))

test('a block dragged into a room belongs to it, dragged out to none; Delete takes the room alone, Shift+Delete all of it', () =>
  withPage(WIDE, async page => {
    await threeBlocks(page)
    await block(page, 'Client').click()
    await block(page, 'Ranker').click({ modifiers: ['Control'] })
    await page.keyboard.press('Control+g')
    await page.keyboard.press('Enter')
    const room = page.locator('[data-group]')
    const from = await middle(block(page, 'Drift monitor'))
    const inside = await middle(room)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(inside.x, inside.y, { steps: 10 })
    await page.locator('[data-group][data-drop="true"]').waitFor()
    await page.mouse.up()
    expect(await page.locator('[data-drop="true"]').count()).toBe(0)
    expect(await membersOf(page, room)).toBe('Room · 3 blocks')
    await page.keyboard.press('Control+z')
    expect(await middle(block(page, 'Drift monitor'))).toEqual(from)
    expect(await membersOf(page, room)).toBe('Room · 2 blocks')

    await drag(page, await middle(block(page, 'Ranker')), { x: inside.x, y: inside.y + 260 })
    expect(await membersOf(page, room)).toBe('Room · 1 block')
    await page.keyboard.press('Delete')
    await room.waitFor({ state: 'detached' })
    expect((await drawn(page)).blocks).toHaveLength(3)
    await page.keyboard.press('Control+z')
    await selectRoom(room)
    await page.keyboard.press('Shift+Delete')
    await room.waitFor({ state: 'detached' })
    expect((await drawn(page)).blocks).toHaveLength(2)
    await page.keyboard.press('Control+z')
    await block(page, 'Client').waitFor()
  }))

test('a room is resized by its points but never cuts what it holds; its middle is canvas', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    const room = page.locator('[data-group]').filter({ hasText: 'Request path' })
    await selectRoom(room)
    const before = await boxOf(room)
    const point = room.locator('.react-flow__resize-control.bottom.right')
    const corner = await middle(point)
    await drag(page, corner, { x: corner.x - 400, y: corner.y - 300 })
    expect(near(await boxOf(room), before)).toBe(true)
    await drag(page, corner, { x: corner.x + 24, y: corner.y + 16 })
    const grown = await boxOf(room)
    expect([grown.width > before.width, grown.height > before.height]).toEqual([true, true])
    await page.keyboard.press('Control+z')
    expect(near(await boxOf(room), before)).toBe(true)

    await page.mouse.move(before.x + 20, before.y + before.height / 2 + 8)
    await page.keyboard.press('Escape')
    const under = await page.evaluate(
      ([x = 0, y = 0]) => document.elementFromPoint(x, y)?.closest('[data-group]') !== null,
      [before.x + before.width / 2, before.y + before.height - 14],
    )
    expect(under).toBe(false)
  }))

test('what is copied in one design is pasted in another, with its room and flows, and is one undo step', () =>
  withPage(WIDE, async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openCase(page, 'personalised-news-feed')
    await selectRoom(page.locator('[data-group]').filter({ hasText: 'Training' }))
    await page.keyboard.press('Control+c')
    const text = await page.evaluate(() => navigator.clipboard.readText())
    const copied = JSON.parse(text)
    expect(Object.keys(copied)).toEqual(['groundplan', 'groups', 'blocks', 'flows'])

    const second = await context.newPage()
    await second.goto(page.url().split('#')[0] ?? '')
    await openBlank(second)
    await second.bringToFront()
    const canvas = await middle(second.locator('[data-canvas]'))
    await second.mouse.move(canvas.x, canvas.y)
    await second.keyboard.press('Control+v')
    await second.locator('[data-block]').first().waitFor()
    const pasted = await drawn(second)
    expect([pasted.blocks.length, pasted.flows.length]).toEqual([
      Object.keys(copied.blocks).length,
      Object.keys(copied.flows).length,
    ])
    expect(pasted.blocks.filter(id => id in copied.blocks)).toEqual([])
    await second.locator('[data-group]').getByText('Training').waitFor()
    await second.keyboard.press('Control+z')
    await second.locator('[data-block]').first().waitFor({ state: 'detached' })
    expect(await second.locator('[data-group]').count()).toBe(0)
    await saved(second)
  }))

test('cut, paste, duplicate and Alt+drag', () =>
  withPage(WIDE, async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await threeBlocks(page)
    await block(page, 'Client').click()
    await page.keyboard.press('Control+x')
    await block(page, 'Client').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+v')
    await block(page, 'Client').waitFor()
    await page.keyboard.press('Control+d')
    expect((await drawn(page)).blocks).toHaveLength(4)
    await page.keyboard.press('Control+z')
    expect((await drawn(page)).blocks).toHaveLength(3)

    const from = await middle(block(page, 'Ranker'))
    await page.keyboard.down('Alt')
    await drag(page, from, { x: from.x, y: from.y + 160 })
    await page.keyboard.up('Alt')
    await expectCount(block(page, 'Ranker'), 2)
    const both = await Promise.all([0, 1].map(i => middle(block(page, 'Ranker').nth(i))))
    expect(both).toContainEqual(from)
    expect(new Set(both.map(({ x, y }) => `${x} ${y}`)).size).toBe(2)
    await page.keyboard.press('Control+z')
    await expectCount(block(page, 'Ranker'), 1)

    await page.getByRole('tab', { name: 'Brief' }).click()
    const summary = page.getByLabel('Summary')
    await summary.fill('A field has its own clipboard')
    await summary.press('Control+a')
    await summary.press('Control+c')
    await summary.press('End')
    await summary.press('Control+v')
    expect(await summary.inputValue()).toBe('A field has its own clipboardA field has its own clipboard')
    expect((await drawn(page)).blocks).toHaveLength(3)
  }))

test('plan text is pasted as blocks, words as a note, and what is neither is refused with its first problem', () =>
  withPage(WIDE, async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openBlank(page)
    await page.mouse.move(700, 400)
    const paste = async (text: string) => {
      await page.evaluate(words => navigator.clipboard.writeText(words), text)
      await page.keyboard.press('Control+v')
    }
    await paste('client -request-> ranker\nranker -metric-> drift-monitor')
    await block(page, 'Ranker').waitFor()
    expect((await drawn(page)).flows).toHaveLength(2)

    const refused = page.locator('[data-toast][data-severity="error"]')
    await paste('{"groundplan": 1, "blocks": {"a": {"kind": "ranker", "label": 7}}}')
    await refused.getByText('blocks.a.label').waitFor()
    await paste('<img src=x onerror=alert(1)>')
    await refused.getByText('Not pasted').waitFor()
    await paste('client -request-> ranker -> -> {')
    await refused.getByText('Not pasted').waitFor()
    await paste(`{"groundplan": 1, "blocks": ${'['.repeat(5000)}`)
    await refused.getByText('Not pasted').waitFor()
    expect((await drawn(page)).blocks).toHaveLength(3)

    await paste('[evil](javascript:alert(1)) <script>alert(1)</script>')
    const note = page.locator('[data-note="true"]')
    await note.waitFor()
    expect([await note.locator('a').count(), await note.locator('script').count()]).toEqual([0, 0])
  }))

test('T writes a note: Markdown reads as it is meant, and typing and adding are one undo step', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    await page.mouse.move(700, 400)
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('t')
    await page.keyboard.type('**Budget** of `200 ms`')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- see [paper](https://example.org/p99)')
    await page.keyboard.press('Control+Enter')
    const note = page.locator('[data-note="true"]')
    await note.locator('strong').getByText('Budget').waitFor()
    await note.locator('code').getByText('200 ms').waitFor()
    expect(await note.locator('a').getAttribute('href')).toBe('https://example.org/p99')
    expect(await note.innerText()).not.toContain('**')

    const before = await boxOf(note)
    const corner = await middle(note.locator('.react-flow__resize-control.bottom.right'))
    await drag(page, corner, { x: corner.x + 80, y: corner.y + 40 })
    expect(await boxOf(note)).toEqual({ ...before, width: before.width + 80, height: before.height + 40 })
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await note.waitFor({ state: 'detached' })

    await page.keyboard.press('t')
    await page.keyboard.press('Escape')
    await note.waitFor({ state: 'detached' })
  }))

test('several blocks are aligned, distributed and locked', () =>
  withPage(WIDE, async page => {
    await threeBlocks(page)
    await page.keyboard.press('Control+a')
    await page.getByRole('tab', { name: 'Properties' }).click()
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('Control+Shift+ArrowUp')
    await expectSame(async () => Object.values(await places(page)).map(place => place.y))
    await page.getByRole('button', { name: 'Distribute left to right' }).click()
    const xs = async () =>
      Object.values(await places(page))
        .map(place => place.x)
        .sort((a, b) => a - b)
    await expect
      .poll(async () => {
        const [a = 0, b = 0, c = 0] = await xs()
        return Math.abs(c - b - (b - a)) <= 8
      })
      .toBe(true)
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('Control+Shift+l')
    await page.locator('[data-toast]').getByText('Locked').waitFor()
    const still = await places(page)
    const from = await middle(block(page, 'Ranker'))
    await drag(page, from, { x: from.x + 60, y: from.y + 200 })
    // The canvas moves under the pointer, the blocks do not move on it.
    const after = await places(page)
    expect(by(after.Ranker, { x: -after.Client.x, y: -after.Client.y })).toEqual(
      by(still.Ranker, { x: -still.Client.x, y: -still.Client.y }),
    )
    expect(await page.getByRole('button', { name: /^Undo Lock/ }).count()).toBe(1)
  }))

test('a card of the brief opens its fields with a double click', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await page.locator('[data-card="true"]').first().dblclick()
    const field = page.getByLabel('Business goal')
    await field.waitFor()
    expect(await field.evaluate(element => element === document.activeElement)).toBe(true)
  }))

test('the overview shows where findings are, and a narrow window has none', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    const map = page.locator('[data-minimap]')
    await map.locator('.react-flow__minimap-node').first().waitFor()
    await page.locator('[data-block="fb"]').click()
    await page.keyboard.press('Delete')
    await expect
      .poll(() =>
        map
          .locator('.react-flow__minimap-node')
          .evaluateAll(all =>
            all.some(
              one =>
                (one as SVGElement).style.fill.includes('--error') ||
                (one as SVGElement).style.fill.includes('--warning'),
            ),
          ),
      )
      .toBe(true)
    await page.setViewportSize({ width: 1100, height: 800 })
    await map.waitFor({ state: 'detached' })
  }))

/** A client, a ranker and a drift monitor, apart from each other. */
async function threeBlocks(page: Page): Promise<void> {
  const plan = {
    schema: 1,
    blocks: {
      client: { kind: 'client', label: 'Client', at: { x: 0, y: 0 } },
      dm: { kind: 'drift-monitor', label: 'Drift monitor', at: { x: 480, y: 48 } },
      rk: { kind: 'ranker', label: 'Ranker', at: { x: 200, y: 104 } },
    },
  }
  await withoutFileDialogs(page.context())
  await page.reload()
  await openFile(page, 'three.groundplan.json', JSON.stringify(plan))
  await block(page, 'Drift monitor').waitFor()
  // The clipboard is answered a moment after the diagram is there.
  await page.locator('html[data-clipboard]').waitFor()
}

type Place = { readonly x: number; readonly y: number }

async function places(page: Page): Promise<{ Client: Place; Ranker: Place; 'Drift monitor': Place }> {
  const of = async (name: string) => {
    const { x, y } = await middle(block(page, name))
    return { x: Math.round(x), y: Math.round(y) }
  }
  return { Client: await of('Client'), Ranker: await of('Ranker'), 'Drift monitor': await of('Drift monitor') }
}

function by({ x, y }: Place, way: Place): Place {
  return { x: x + way.x, y: y + way.y }
}

async function labelOf(room: Locator): Promise<Place> {
  const { x, y } = await boxOf(room)
  return { x: x + 30, y: y + 12 }
}

async function selectRoom(room: Locator): Promise<void> {
  await room.locator('[data-band]').click({ position: { x: 20, y: 12 } })
}

async function membersOf(page: Page, room: Locator): Promise<string> {
  await selectRoom(room)
  return page.locator('small').getByText('Room ·').innerText()
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('The element is not in sight')
  return box
}

function near(a: { width: number; height: number }, b: { width: number; height: number }): boolean {
  return Math.abs(a.width - b.width) < 1 && Math.abs(a.height - b.height) < 1
}

async function expectCount(locator: Locator, count: number): Promise<void> {
  await expect.poll(() => locator.count()).toBe(count)
}

async function expectSame(values: () => Promise<readonly number[]>): Promise<void> {
  await expect.poll(async () => new Set(await values()).size).toBe(1)
}
