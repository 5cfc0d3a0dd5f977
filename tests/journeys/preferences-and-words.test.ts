import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Command } from '../../src/ui/commands/command'
import { COMMANDS } from '../../src/ui/commands/registry'
import { withPage } from './browser'
import { command, drag, middle, openBlank, openCase, openFile, saveFile, withoutFileDialogs } from './editor-page'

/** The place of the one flow's line where nothing else lies: the middle of what takes the pointer. */
async function onFlow(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.locator(`[data-flow="${id}"] path.react-flow__edge-interaction`).evaluate(element => {
    const path = element as SVGPathElement
    const matrix = path.getScreenCTM()
    const isFree = (x: number, y: number) => document.elementFromPoint(x, y) === path
    const length = path.getTotalLength()
    for (let share = 0.1; share < 1; share += 0.05) {
      const at = path.getPointAtLength(length * share).matrixTransform(matrix ?? undefined)
      if (isFree(at.x, at.y)) return { x: at.x, y: at.y }
    }
    throw new Error('The flow is covered everywhere')
  })
}

/** Opens a case study where Save is a download. */
async function openCaseToSave(page: Page, id: string): Promise<void> {
  await withoutFileDialogs(page.context())
  await page.reload()
  await openCase(page, id)
}

/** The flow with the longest line. */
async function longestFlow(page: Page): Promise<string> {
  const lengths = await page.$$eval('[data-flow]', all =>
    all.map(one => {
      const line = one.querySelector<SVGPathElement>('path.react-flow__edge-interaction')
      return { id: one.getAttribute('data-flow') ?? '', length: line?.getTotalLength() ?? 0 }
    }),
  )
  return lengths.sort((a, b) => b.length - a.length)[0]?.id ?? ''
}

/** What the file that Save writes says of one flow. */
async function flowInFile(page: Page, id: string): Promise<Record<string, unknown>> {
  return JSON.parse(await saveFile(page)).flows[id]
}

function theme(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.theme)
}

test('preferences hold at once, after a reload and in the other tab, and a reset can be taken back', () =>
  withPage({}, async (page, context) => {
    await openCase(page, 'fraud-detection')
    const other = await context.newPage()
    await other.goto(page.url())
    await other.locator('[data-block]').first().waitFor()
    await other.locator('[data-hints]').waitFor()

    await page.keyboard.press('Control+,')
    const dialog = page.getByRole('dialog', { name: 'Preferences' })
    await dialog.getByLabel('Theme').selectOption('dark')
    await dialog.getByLabel('When the rules speak').selectOption('off')
    await dialog.getByRole('switch', { name: 'Hints' }).click()
    await dialog.getByText('1 design is stored on this device').waitFor()
    expect(await theme(page)).toBe('dark')
    expect(await page.locator('[data-hints]').count()).toBe(0)

    await other.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    await other.locator('[data-hints]').waitFor({ state: 'detached' })
    await other.locator('[data-profile="off"]').waitFor()

    await other.reload()
    await other.locator('[data-profile="off"]').waitFor()
    expect(await theme(other)).toBe('dark')

    await dialog.getByRole('button', { name: 'Reset preferences' }).click()
    expect(await theme(page)).toBeUndefined()
    expect(await dialog.getByLabel('When the rules speak').inputValue()).toBe('learning')
    await dialog.getByRole('button', { name: 'Undo' }).click()
    expect(await theme(page)).toBe('dark')
  }))

test('the start screen opens the preferences, too, and N types nothing blank while single keys are off', () =>
  withPage({}, async page => {
    await page.getByRole('button', { name: 'Preferences' }).click()
    await page.getByRole('switch', { name: 'Single-letter keys' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('n')
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog', { name: 'Preferences' }).waitFor()
    expect(page.url()).not.toContain('design')
  }))

test('without snapping a dragged block stops where it is let go', () =>
  withPage({}, async page => {
    await openCase(page, 'fraud-detection')
    await command(page, 'Preferences')
    await page.getByRole('switch', { name: 'Snap to grid' }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+0')
    const scorer = page.locator('[data-block="inf"]')
    const from = await middle(scorer)
    await drag(page, from, { x: from.x + 21, y: from.y + 13 })
    const to = await middle(scorer)
    // The first pixel tells a drag from a press.
    expect([
      [20, 12],
      [21, 13],
    ]).toContainEqual([Math.round(to.x - from.x), Math.round(to.y - from.y)])
  }))

test('reduced motion can be asked for by the person alone', () =>
  withPage({}, async page => {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await openCase(page, 'fraud-detection')
    const layoutTime = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--t-layout').trim())
    expect(await layoutTime()).not.toBe('0s')
    await command(page, 'Preferences')
    await page.getByLabel('Motion').selectOption('reduce')
    expect(await layoutTime()).toBe('0s')
  }))

test('Enter types the label of a flow, Escape gives up, an empty one goes, each as one step', () =>
  withPage({}, async page => {
    await openCaseToSave(page, 'fraud-detection')
    const id = await longestFlow(page)
    const at = await onFlow(page, id)
    await page.mouse.click(at.x, at.y)
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Label', exact: true }).and(page.locator('[data-look="flow"]'))
    await field.waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('hourly')
    await page.keyboard.press('Enter')
    await field.waitFor({ state: 'detached' })
    expect((await flowInFile(page, id)).label).toBe('hourly')

    // Selected it has handles at its ends and its middle, which have gestures of their own.
    const free = await onFlow(page, id)
    await page.mouse.dblclick(free.x, free.y)
    await field.waitFor()
    expect(await field.inputValue()).toBe('hourly')
    await page.keyboard.type('daily')
    await page.keyboard.press('Escape')
    expect((await flowInFile(page, id)).label).toBe('hourly')

    await page.keyboard.press('F2')
    await field.waitFor()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    expect('label' in (await flowInFile(page, id))).toBe(false)
    await page.keyboard.press('Control+z')
    expect((await flowInFile(page, id)).label).toBe('hourly')
  }))

test('Save takes along the name that is being typed', () =>
  withPage({}, async page => {
    await openCaseToSave(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').dblclick()
    await page.getByRole('textbox', { name: 'Name', exact: true }).and(page.locator('[data-look="block"]')).waitFor()
    await page.keyboard.type('Scorer')
    expect(JSON.parse(await saveFile(page)).blocks.inf.label).toBe('Scorer')
  }))

test('Ctrl+Z in a name that nobody touched yet means the design, after the first letter it means the letters', () =>
  withPage({}, async page => {
    await openCaseToSave(page, 'fraud-detection')
    const scorer = page.locator('[data-block="inf"]')
    const field = page.locator('textarea[data-look="block"]')
    await scorer.dblclick()
    await page.keyboard.type('First')
    await page.keyboard.press('Enter')
    await field.waitFor({ state: 'detached' })
    await page.keyboard.press('F2')
    await field.waitFor()
    await page.keyboard.type('x')
    await page.keyboard.press('Control+z')
    expect(await field.inputValue()).toBe('First')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await field.waitFor()
    await page.keyboard.press('Control+z')
    await field.waitFor({ state: 'detached' })
    expect(JSON.parse(await saveFile(page)).blocks.inf.label).toBe('Fraud scorer')
  }))

test('first steps go at the first block, and for good once they are hidden', () =>
  withPage({}, async page => {
    await page.getByRole('region', { name: 'First steps' }).waitFor()
    await openBlank(page)
    const kept = page.getByText('Kept in this browser only; save a file to keep it for good.')
    await kept.waitFor()
    await page.getByText('Blocks, in the order of the seven steps').waitFor()
    await page.keyboard.press('t')
    await page.keyboard.type('Ideas')
    await page.keyboard.press('Control+Enter')
    await kept.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Hide these pointers' }).click()
    await kept.waitFor({ state: 'detached' })
    await page.goto(page.url().replace(/#.*/, '#/'))
    await page.locator('[data-case]').first().waitFor()
    expect(await page.getByRole('region', { name: 'First steps' }).count()).toBe(0)
  }))

test('the line of hints follows what is selected and what goes on, with the keys of the commands', () =>
  withPage({}, async page => {
    await openCase(page, 'fraud-detection')
    const hints = page.locator('[data-hints]')
    await page.locator('[data-hints="nothing"]').waitFor()
    expect(await hints.innerText()).toContain('Ctrl+K')
    await page.locator('[data-block="inf"]').click()
    await page.locator('[data-hints="block"]').waitFor()
    expect(await hints.innerText()).toContain('R changes its kind')
    await page.keyboard.press('F2')
    await page.locator('[data-hints="naming"]').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+a')
    await page.locator('[data-hints="several"]').waitFor()
    await page.keyboard.press('Escape')
    const from = await middle(page.locator('[data-block="inf"]'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 })
    await page.locator('[data-hints="dragging"]').waitFor()
    await page.mouse.up()
    await page.locator('[data-hints="dragging"]').waitFor({ state: 'detached' })
    const boxes = await page.$$eval(
      '[data-hints], [aria-label="Kinds of flow"], [aria-label="Zoom"], [data-minimap]',
      all => all.map(one => one.getBoundingClientRect().toJSON() as DOMRect),
    )
    const overlaps = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    )
    expect(overlaps).toEqual([])
    await page.setViewportSize({ width: 880, height: 700 })
    await hints.waitFor({ state: 'hidden' })
  }))

/** Names as people have them: of other scripts, of signs that count for several, and without an end. */
const NAMES = {
  title: 'מערכת המלצות (v2)',
  arabic: 'عميل الهاتف!',
  hebrew: 'דירוג (p99)',
  emoji: '👩‍👩‍👧🧑🏽‍🔬 model',
  long: 'A name that goes on and on '.repeat(15).trim(),
}

const NAMED = {
  schema: 1,
  about: { design: { title: NAMES.title } },
  groups: { g: { label: NAMES.long, at: { x: 0, y: 0 }, size: { width: 640, height: 320 } } },
  blocks: {
    a: { kind: 'client', label: NAMES.arabic, at: { x: 24, y: 64 }, group: 'g' },
    b: { kind: 'gateway', label: NAMES.long, at: { x: 264, y: 64 }, group: 'g' },
    c: { kind: 'ranker', label: NAMES.hebrew, at: { x: 264, y: 200 }, group: 'g' },
    d: { kind: 'model', label: NAMES.emoji, at: { x: 680, y: 64 } },
  },
  flows: {
    'a-b': { kind: 'request', source: 'a', target: 'b', label: NAMES.long },
    'b-c': { kind: 'request', source: 'b', target: 'c', label: NAMES.arabic },
  },
}

test('names of any script and length keep their place, their direction and the whole of them in a tooltip', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await withoutFileDialogs(page.context())
    await page.reload()
    await openFile(page, 'names.groundplan.json', JSON.stringify(NAMED))
    await page.locator('[data-block="a"]').waitFor()
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    const isWhole = (root: string) =>
      page.locator(root).evaluate(element => element.scrollWidth <= element.clientWidth && element.clientWidth > 0)
    for (const [id, name] of [
      ['a', NAMES.arabic],
      ['b', NAMES.long],
      ['d', NAMES.emoji],
    ] as const) {
      await page.locator(`[data-block="${id}"]`).click()
      await inspector.getByRole('heading', { name, exact: true }).waitFor()
      expect(await isWhole('aside[aria-label="Inspector"]')).toBe(true)
    }
    expect(await page.title()).toBe(`${NAMES.title} · Groundplan`)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')

    await page.locator('[data-block="a"]').click()
    const toLong = inspector.getByTitle(NAMES.long).first()
    expect(await toLong.innerText()).toContain(NAMES.long)
    const directions = await page.$$eval('bdi', all =>
      all.map(one => [one.textContent, getComputedStyle(one).direction]),
    )
    expect(directions).toContainEqual([NAMES.arabic, 'rtl'])
    expect(directions).toContainEqual([NAMES.long, 'ltr'])
    expect(
      await inspector.getByRole('textbox', { name: 'Name' }).evaluate(one => getComputedStyle(one).direction),
    ).toBe('rtl')

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /command/i }).fill('ranker')
    const option = page.getByRole('option').filter({ hasText: NAMES.hebrew })
    expect(
      await option
        .locator('bdi')
        .first()
        .evaluate(one => getComputedStyle(one).direction),
    ).toBe('rtl')
    await page.keyboard.press('Escape')
    expect(JSON.parse(await saveFile(page)).blocks.d.label).toBe(NAMES.emoji)
  }))

test('the words of a picture are there for people who do not see it: in its alt text, and to copy', () =>
  withPage({}, async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: 'Export a picture' })
    await dialog.getByRole('button', { name: 'Copy alt text' }).click()
    await dialog.getByText('Copied.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^Card payment fraud detection\. 29 blocks, 42 flows\. /)
    expect(await dialog.getByRole('img').getAttribute('alt')).toBe(`Preview of ${copied}`)
  }))

test('ports, flows and the handles of a room catch the pointer over 24 pixels at 100 %', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-group="training"]').getByText('Training').click()
    await page.keyboard.press('Control+0')
    await page.locator('.react-flow__resize-control').first().waitFor()
    const reach = (selector: string) =>
      page.$$eval(selector, all =>
        all.map(one => {
          const after = getComputedStyle(one, '::after')
          return Math.min(Number.parseFloat(after.width), Number.parseFloat(after.height))
        }),
      )
    const handles = await reach('.react-flow__resize-control.handle')
    const ports = await reach('.react-flow__handle')
    expect(handles.length).toBeGreaterThan(0)
    expect([...handles, ...ports].filter(size => size < 24)).toEqual([])
    const lines = await page.$$eval('path.react-flow__edge-interaction', all =>
      all.map(one => Number.parseFloat(getComputedStyle(one).strokeWidth)),
    )
    expect(lines.filter(width => width < 24)).toEqual([])
  }))

test('in high contrast blocks, rooms and flows keep their edges, and what is selected is told from the rest', () =>
  withPage({}, async page => {
    await page.emulateMedia({ forcedColors: 'active' })
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').click()
    const outlines = await page.$$eval('[data-block], [data-group]', all =>
      all.map(one => [
        one.getAttribute('data-selected'),
        getComputedStyle(one).outlineStyle,
        getComputedStyle(one).outlineWidth,
      ]),
    )
    const kinds = [...new Set(outlines.map(one => one.join(' ')))].sort()
    expect(kinds).toEqual(['false solid 1px', 'true solid 3px'])
    const [canvas, lines] = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      [...document.querySelectorAll('[data-flow] g path')].map(one => getComputedStyle(one).stroke),
    ])
    expect(lines).not.toContain(canvas)
  }))

/** Keys of the registry as the browser's driver names them; files would leave the page. */
const KEYS = (COMMANDS as readonly Command[])
  .filter(one => one.group !== 'file' && !one.isNative && one.id !== 'menu')
  .flatMap(one => one.keys?.slice(0, 1) ?? [])
  .map(keys => keys.replace('Mod', 'Control'))

test.each([
  ['the system', 'reduce'],
  ['the person', 'no-preference'],
] as const)('where %s asks for stillness, nothing moves after a command', (who, reducedMotion) =>
  withPage({}, async page => {
    await page.emulateMedia({ reducedMotion })
    if (who === 'the person') {
      await page.getByRole('button', { name: 'Preferences' }).click()
      await page.getByLabel('Motion').selectOption('reduce')
      await page.keyboard.press('Escape')
    }
    await openCase(page, 'fraud-detection')
    const moving: string[] = []
    for (const keys of KEYS) {
      // Wherever the command before left the view, the block is selected.
      await page.locator('[data-block="inf"]').dispatchEvent('click')
      await page.keyboard.press(keys)
      await page.waitForTimeout(100)
      if (await page.evaluate(() => document.getAnimations().length > 0)) moving.push(keys)
      const open = page.locator('dialog[open], [role="menu"], :is(input, textarea, select):focus')
      // The code of a dialog may still be on its way when it is asked for the first time.
      await expect
        .poll(async () => {
          const count = await open.count()
          if (count > 0) await page.keyboard.press('Escape')
          return count
        })
        .toBe(0)
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
      if ((await page.locator('[data-block="inf"]').count()) === 0) await page.keyboard.press('Control+z')
      await page.locator('[data-block="inf"]').waitFor({ state: 'attached' })
    }
    expect(KEYS.length).toBeGreaterThan(20)
    expect(moving).toEqual([])
  }),
)

test('the sheet of shortcuts is searched by what keys do and by the keys, and can be printed', () =>
  withPage({}, async page => {
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keyboard and pointer' })
    const lines = dialog.locator('dt')
    await lines.first().waitFor()
    const all = await lines.count()
    const field = dialog.getByRole('searchbox', { name: 'Find a key or a command' })
    await field.fill('tidy')
    await expect.poll(() => lines.allInnerTexts()).toContain('Tidy layout')
    expect(await lines.count()).toBeLessThan(all)
    await field.fill('ctrl dup')
    await expect.poll(() => lines.allInnerTexts()).toEqual(['Duplicate'])
    await field.fill('nothing of the kind')
    await dialog.getByText('Nothing found for “nothing of the kind”.').waitFor()
    await field.fill('')
    await page.emulateMedia({ media: 'print' })
    expect(await dialog.evaluate(one => one.scrollHeight <= one.clientHeight)).toBe(true)
    expect(await page.locator('main, header, footer').filter({ visible: true }).count()).toBe(0)
  }))

test('the command palette opens the page of a rule and a case study', () =>
  withPage({}, async page => {
    await openCase(page, 'fraud-detection')
    const first = page.url()
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: /command/i })
    await field.fill('training serving skew')
    await page.locator('[data-entry="rule/training-serving-skew"]').click()
    await page.getByAltText(/^Fine: /).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await field.fill('delivery eta')
    await page.locator('[data-entry="case/delivery-eta"]').click()
    await page.waitForURL(url => url.href !== first)
    await expect.poll(() => page.title()).toBe('Delivery time (ETA) prediction · Groundplan')
  }))
