import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { block, command, drag, middle, openBlank, openCase, saveFile, withoutFileDialogs } from './editor-page'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const CASE = 'personalised-news-feed'
const TABLET = { width: 1024, height: 768 }

interface Spot {
  readonly x: number
  readonly y: number
}

/** Starts to present by its key and waits until the first stop stands. */
async function present(page: Page): Promise<void> {
  await page.keyboard.press('Shift+P')
  await page.locator('[data-present]').waitFor()
}

const caption = (page: Page) => page.locator('[data-present] h1').innerText()
const count = (page: Page) => page.getByText(/^\d+ of \d+$/).innerText()
const viewOf = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate(element => (element as HTMLElement).style.transform)
const selection = (page: Page) =>
  page.$$eval('[data-block][data-selected="true"]', all => all.map(one => one.getAttribute('data-block')))

/** Waits until the caption reads so: the stops follow the press in their own time. */
async function atStop(page: Page, title: string): Promise<void> {
  await page.locator('[data-present] h1', { hasText: new RegExp(`^${title}$`) }).waitFor()
}

test('a design is presented step by step, with an overview before and after', () =>
  withPage({ viewport: { width: 1280, height: 720 } }, async page => {
    await openCase(page, CASE)
    await present(page)
    await atStop(page, 'Personalised news feed')
    expect(await count(page)).toBe('1 of 9')
    await page.keyboard.press('ArrowRight')
    await atStop(page, 'Clarify')
    const back = await page.$$eval('[data-block]:not([data-step="clarify"])', all =>
      all.map(one => one.getAttribute('data-dim')),
    )
    expect(new Set(back)).toEqual(new Set(['true']))
    const lit = await page.$$eval('[data-block][data-step="clarify"][data-card="true"]', all =>
      all.map(one => one.getAttribute('data-dim')),
    )
    expect(new Set(lit)).toEqual(new Set(['false']))
    await page.keyboard.press('6')
    await atStop(page, 'Serve')
    await page.keyboard.press('End')
    await atStop(page, 'Personalised news feed')
    expect(await count(page)).toBe('9 of 9')
    await page.keyboard.press('PageUp')
    await atStop(page, 'Monitor')
    await page.keyboard.press('Home')
    expect(await count(page)).toBe('1 of 9')
  }))

test('names read at least 14 px at every stop, and every block of a step comes into view', () =>
  withPage({ viewport: { width: 1280, height: 720 } }, async page => {
    await openCase(page, CASE)
    await present(page)
    await page.keyboard.press('3')
    await atStop(page, 'Data')
    const seen = new Set<string>()
    while ((await caption(page)) === 'Data') {
      const views = await page.$$eval('[data-block][data-step="data"]', all => {
        const frame = document.querySelector('[data-canvas]')!.getBoundingClientRect()
        return all.map(one => {
          const box = one.getBoundingClientRect()
          const isIn =
            box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
          return { id: one.getAttribute('data-block')!, isIn, zoom: box.width / (one as HTMLElement).offsetWidth }
        })
      })
      for (const { id, isIn, zoom } of views) {
        expect(13 * zoom).toBeGreaterThanOrEqual(13.99)
        if (isIn) seen.add(id)
      }
      const said = await page.locator('[data-inspector] > [role="status"]').innerText()
      await page.keyboard.press('Space')
      await page.waitForFunction(
        before => document.querySelector('[data-inspector] > [role="status"]')?.textContent !== before,
        said,
      )
    }
    const all = await page.$$eval('[data-block][data-step="data"]', all =>
      all.map(one => one.getAttribute('data-block')),
    )
    expect([...seen].sort()).toEqual(all.sort())
  }))

test('the request path is walked with the time up to each block', () =>
  withPage({}, async page => {
    await openCase(page, CASE)
    await present(page)
    await page.getByRole('radio', { name: 'Request path' }).check({ force: true })
    await page.keyboard.press('End')
    await page.keyboard.press('PageUp')
    await page.getByText(/^200 of 200\sms, 300\sms allowed$/).waitFor()
    expect(await page.locator('[data-block][data-stage="now"]').count()).toBe(1)
    await page.getByRole('radio', { name: 'Rooms' }).check({ force: true })
    await page.keyboard.press('PageDown')
    await page.locator('[data-group][data-stage="now"]').waitFor()
  }))

test('nothing can be changed while a design is presented, and afterwards all is as it was', () =>
  withPage({}, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, CASE)
    const file = await saveFile(page)
    await block(page, 'Heavy ranker').click()
    const before = { view: await viewOf(page), selection: await selection(page) }
    await present(page)
    await page.keyboard.press('6')
    await atStop(page, 'Serve')
    expect(await selection(page)).toEqual([])
    for (const keys of ['Delete', 'Control+z', 'Control+v', 'Control+d', 'r', 't', 'Shift+Alt+T', 'Enter', 'Control+k'])
      await page.keyboard.press(keys)
    const ranker = await middle(block(page, 'Heavy ranker'))
    await drag(page, ranker, { x: ranker.x + 40, y: ranker.y + 40 })
    await page.mouse.dblclick(640, 400)
    await page.mouse.click(640, 400, { button: 'right' })
    expect(await page.locator('textarea:visible, [role="menu"], dialog[open]').count()).toBe(0)
    await page.getByRole('button', { name: 'Leave the presentation' }).click()
    await page.locator('[data-present]').waitFor({ state: 'detached' })
    expect({ view: await viewOf(page), selection: await selection(page) }).toEqual(before)
    expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)
    expect(await saveFile(page)).toBe(file)
  }))

test('Escape puts the laser away first and then leaves; a press at an edge turns', () =>
  withPage({}, async page => {
    await openCase(page, CASE)
    await present(page)
    await page.mouse.click(1270, 400)
    await atStop(page, 'Clarify')
    await page.keyboard.press('k')
    await page.locator('[data-laser]').waitFor()
    await page.mouse.click(1270, 400)
    expect(await caption(page)).toBe('Clarify')
    await page.keyboard.press('Escape')
    await page.locator('[data-laser]').waitFor({ state: 'detached' })
    await page.mouse.click(10, 400)
    await atStop(page, 'Personalised news feed')
    if (await page.evaluate(() => document.fullscreenElement !== null))
      await page.evaluate(() => document.exitFullscreen())
    else await page.keyboard.press('Escape')
    await page.locator('[data-present]').waitFor({ state: 'detached' })
  }))

test('notes stand beside the stop they belong to, and each stop is said in one sentence', () =>
  withPage({}, async page => {
    await openCase(page, CASE)
    await present(page)
    await page.keyboard.press('n')
    await page.keyboard.press('6')
    await page
      .getByRole('complementary', { name: 'Notes' })
      .getByText(/Upper bound of the request path/)
      .waitFor()
    const said = page.locator('[role="status"]', {
      hasText: /^Stop 7 of 9: Serve, .*9 blocks, 14 of 14 checks covered\.$/,
    })
    await said.waitFor()
    await page.keyboard.press('n')
    expect(await page.getByRole('complementary', { name: 'Notes' }).count()).toBe(0)
  }))

test.each(['light', 'dark'] as const)('a presentation with notes has no violation that axe knows in %s', theme =>
  withPage({ theme }, async page => {
    await openCase(page, CASE)
    await present(page)
    await page.keyboard.press('n')
    await page.keyboard.press('6')
    await atStop(page, 'Serve')
    await page.evaluate(AXE)
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const { violations } = await axe.run(document, {
        runOnly: { type: 'tag', values },
        rules: { 'target-size': { enabled: true } },
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target).join(' | ')}`)
    })
    expect(found).toEqual([])
  }),
)

test('the laser draws a trail that fades and changes nothing of the design', () =>
  withPage({ motion: 'no-preference' }, async page => {
    await openCase(page, CASE)
    const ranker = await middle(block(page, 'Heavy ranker'))
    await page.keyboard.press('k')
    const laser = page.locator('[data-laser]')
    await laser.waitFor()
    await drag(page, ranker, { x: ranker.x + 120, y: ranker.y + 60 })
    await page.locator('[data-laser]:not([data-trail="0"])').waitFor()
    await page.locator('[data-laser][data-trail="0"]').waitFor()
    expect(await selection(page)).toEqual([])
    await page.keyboard.press('v')
    await laser.waitFor({ state: 'detached' })
    expect(await middle(block(page, 'Heavy ranker'))).toEqual(ranker)
  }))

test('with less motion the laser is a dot without a trail', () =>
  withPage({}, async page => {
    await openCase(page, CASE)
    await page.keyboard.press('k')
    await page.locator('[data-laser]').waitFor()
    await drag(page, { x: 500, y: 300 }, { x: 600, y: 360 })
    await page.locator('[data-laser][data-trail="0"]').waitFor()
    expect(await page.locator('[data-laser] canvas').evaluate(hasInk)).toBe(true)
  }))

test('the bar of a presentation steps back while nobody moves, and comes again', () =>
  withPage({ motion: 'no-preference' }, async page => {
    await openCase(page, CASE)
    await present(page)
    await page.locator('[data-present] [data-quiet="true"]').waitFor()
    await page.mouse.move(400, 300)
    await page.locator('[data-present] [data-quiet="false"]').waitFor()
  }))

/** Whether anything is drawn on a canvas. */
function hasInk(canvas: HTMLElement | SVGElement): boolean {
  const { width, height } = canvas as HTMLCanvasElement
  const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
  return data.some(value => value > 0)
}

/** Fingers of the page, put down, moved and lifted as a touch screen tells of them. */
async function fingersOf(page: Page, context: BrowserContext) {
  // Fingers are followed a moment after the diagram is there.
  await page.locator('[data-fingers]').waitFor()
  const session: CDPSession = await context.newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Spot[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }, id) => ({ x, y, id })) })
  return {
    down: (...at: readonly Spot[]) => send('touchStart', at),
    up: () => send('touchEnd', []),
    async slide(from: readonly Spot[], to: readonly Spot[]) {
      for (let step = 1; step <= 6; step++)
        await send(
          'touchMove',
          from.map((spot, finger) => ({
            x: spot.x + (((to[finger]?.x ?? spot.x) - spot.x) * step) / 6,
            y: spot.y + (((to[finger]?.y ?? spot.y) - spot.y) * step) / 6,
          })),
        )
    },
    async tap(at: Spot) {
      await send('touchStart', [at])
      await send('touchEnd', [])
    },
  }
}

test('one finger on empty canvas moves the view, two zoom at the fingers even on blocks', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async (page, context) => {
    await openCase(page, CASE)
    await page.locator('[data-zoom]').first().waitFor()
    const fingers = await fingersOf(page, context)
    const empty = { x: 90, y: 700 }
    const before = await middle(block(page, 'Alerting'))
    await fingers.down(empty)
    await fingers.slide([empty], [{ x: 120, y: 680 }])
    await fingers.up()
    const moved = await middle(block(page, 'Alerting'))
    expect([Math.round(moved.x - before.x), Math.round(moved.y - before.y)]).toEqual([30, -20])
    const ranker = await middle(block(page, 'Heavy ranker'))
    const near = { x: ranker.x - 20, y: ranker.y }
    const beside = { x: ranker.x + 20, y: ranker.y }
    await fingers.down(near, beside)
    await fingers.slide(
      [near, beside],
      [
        { ...near, x: near.x - 20 },
        { ...beside, x: beside.x + 20 },
      ],
    )
    await fingers.up()
    const zoomed = await middle(block(page, 'Heavy ranker'))
    expect(zoomed.width / ranker.width).toBeCloseTo(2, 1)
    expect(Math.hypot(zoomed.x - ranker.x, zoomed.y - ranker.y)).toBeLessThan(2)
    expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)
  }))

test('a tap selects, a drag moves a block that is not selected in one step', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async (page, context) => {
    await openCase(page, CASE)
    const fingers = await fingersOf(page, context)
    await fingers.tap(await middle(block(page, 'Alerting')))
    await page.locator('[data-block][data-selected="true"]', { hasText: 'Alerting' }).waitFor()
    const from = await middle(block(page, 'Heavy ranker'))
    await fingers.down(from)
    await fingers.slide([from], [{ x: from.x + 40, y: from.y + 40 }])
    await fingers.up()
    await page.getByRole('button', { name: 'Undo Move “Heavy ranker”' }).click()
    expect(await middle(block(page, 'Heavy ranker'))).toEqual(from)
  }))

test('a finger that rests opens the menu of the block under it, moves nothing and presses nothing', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async (page, context) => {
    await openCase(page, CASE)
    const fingers = await fingersOf(page, context)
    const at = await middle(block(page, 'Alerting'))
    await fingers.down(at)
    await page.getByRole('menu').waitFor()
    await fingers.slide([at], [{ x: at.x + 30, y: at.y + 50 }])
    await fingers.up()
    expect(await page.getByRole('menuitem', { name: 'Rename' }).isVisible()).toBe(true)
    expect(await middle(block(page, 'Alerting'))).toEqual(at)
    await page.getByRole('menuitem', { name: 'Duplicate' }).tap()
    await page.getByRole('button', { name: /^Undo Duplicate/ }).waitFor()
  }))

test('fingers connect two blocks without a drag: by the menu of the first and a tap on the second', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async (page, context) => {
    await openCase(page, CASE)
    const flows = await page.locator('[data-canvas] [data-flow]').count()
    const fingers = await fingersOf(page, context)
    await fingers.down(await middle(block(page, 'Feed app')))
    await page.getByRole('menu').waitFor()
    await fingers.up()
    await page.getByRole('menuitem', { name: /^Connect/ }).tap()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await fingers.tap(await middle(block(page, 'Feed service')))
    await page.getByRole('button', { name: /^Undo Connect/ }).waitFor()
    expect(await page.locator('[data-canvas] [data-flow]').count()).toBe(flows + 1)
  }))

test('a double tap on empty canvas reaches the page as a double click', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async (page, context) => {
    await openBlank(page)
    await page.evaluate(() => {
      document.addEventListener('dblclick', event => {
        const isPane = event.target instanceof Element && event.target.matches('.react-flow__pane')
        document.body.dataset.doubled = String(isPane)
      })
    })
    const fingers = await fingersOf(page, context)
    await fingers.tap({ x: 300, y: 300 })
    await fingers.tap({ x: 300, y: 300 })
    await page.locator('body[data-doubled="true"]').waitFor()
  }))

test('a finger scrolls the palette; resting, it takes a block along; a tap adds one', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async (page, context) => {
    await openBlank(page)
    const fingers = await fingersOf(page, context)
    const source = page.locator('[data-palette="data-source"]')
    const from = await middle(source)
    await fingers.down(from)
    await fingers.slide([from], [{ x: from.x, y: from.y + 200 }])
    await fingers.up()
    expect(await page.locator('[data-canvas] [data-block]').count()).toBe(0)
    const stream = await middle(page.locator('[data-palette="event-stream"]'))
    await fingers.down(stream)
    await page.locator('body > [data-step]').waitFor()
    await fingers.slide([stream], [{ x: 400, y: 400 }])
    await fingers.up()
    const dropped = await middle(page.locator('[data-canvas] [data-block]'))
    expect(Math.hypot(dropped.x - 400, dropped.y - 400)).toBeLessThan(12)
    await source.tap()
    await page.locator('[data-canvas] [data-block]').nth(1).waitFor()
  }))

test('a swipe turns the stops of a presentation', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async (page, context) => {
    await openCase(page, CASE)
    await present(page)
    const fingers = await fingersOf(page, context)
    const from = { x: 600, y: 300 }
    await fingers.down(from)
    await fingers.slide([from], [{ x: 400, y: 310 }])
    await fingers.up()
    await atStop(page, 'Clarify')
    await fingers.tap({ x: 20, y: 300 })
    await atStop(page, 'Personalised news feed')
  }))

/** Controls that reach out of the window, and boxes over the page that scroll sideways. */
const spills = (page: Page) =>
  page.evaluate(() => {
    const isSeen = (element: Element) => {
      const box = element.getBoundingClientRect()
      const { visibility, clipPath } = getComputedStyle(element)
      return visibility !== 'hidden' && clipPath === 'none' && box.width > 0 && box.height > 0
    }
    const root = document.querySelector('dialog[open]') ?? document.body
    const out = [...root.querySelectorAll('button, input, select, textarea, [role="menuitem"]')]
      .filter(element => isSeen(element) && !element.closest('.react-flow'))
      .filter(element => {
        const { left, right } = element.getBoundingClientRect()
        return left < -1 || right > innerWidth + 1
      })
      .map(element => `out of the window: ${element.getAttribute('aria-label') ?? element.textContent}`)
    const wide = [...root.querySelectorAll('*')]
      .filter(element => isSeen(element) && /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter(element => element.scrollWidth > element.clientWidth + 1 && !element.matches('table'))
      .map(element => `scrolls sideways: ${element.className}`)
    return document.documentElement.scrollWidth > innerWidth
      ? ['the page is too wide', ...out, ...wide]
      : [...out, ...wide]
  })

const SCREENS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the editor': async () => {},
  'the inspector': async page => {
    const sheet = page.getByRole('button', { name: 'Properties and findings' })
    if ((await sheet.isVisible()) && (await sheet.getAttribute('aria-expanded')) === 'false') await sheet.click()
    await page.getByRole('tab', { name: 'Brief' }).click()
  },
  'the command palette': async page => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
  },
  'the export': async page => {
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog').waitFor()
  },
  'the shortcuts': async page => {
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  },
  'the rule book': async page => {
    await command(page, 'Rule book')
    await page.getByRole('dialog').getByRole('searchbox').waitFor()
  },
  'the document': async page => {
    await command(page, 'Design document')
    await page.getByAltText(/^The design: /).waitFor()
  },
  'the menu of the file': async page => {
    await page.getByRole('button', { name: 'File' }).click()
    await page.getByRole('menu').waitFor()
  },
  'a presentation': present,
}

test.each([
  [1024, 768],
  [768, 1024],
  [390, 844],
  [320, 640],
])('at %i x %i every screen fits the window', (width, height) =>
  withPage({ viewport: { width, height }, hasTouch: true }, async page => {
    expect(await spills(page)).toEqual([])
    await openCase(page, 'fraud-detection')
    for (const [name, open] of Object.entries(SCREENS)) {
      await page.reload()
      await page.locator('[data-save-state]').waitFor()
      await page.locator('#tab-brief').waitFor({ state: 'attached' })
      await open(page)
      expect({ name, spills: await spills(page) }).toEqual({ name, spills: [] })
    }
  }),
)

test('what a finger presses is 44 px in each direction', () =>
  withPage({ viewport: TABLET, hasTouch: true }, async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').tap()
    await page.getByLabel('Own latency, p99').waitFor()
    const small = () =>
      page.$$eval('button, select, textarea, [role="tab"], [role="menuitem"], [role="option"]', all =>
        all
          .filter(one => !one.closest('.react-flow') && getComputedStyle(one).visibility !== 'hidden')
          .map(one => ({ name: one.getAttribute('aria-label') ?? one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 43.9)
          .map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
      )
    expect(await small()).toEqual([])
    await page.getByRole('button', { name: 'File' }).tap()
    await page.getByRole('menu').waitFor()
    expect(await small()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    expect(await small()).toEqual([])
  }))

test('on a phone the inspector is a sheet that comes up and is put away by a press', () =>
  withPage({ viewport: { width: 390, height: 844 }, hasTouch: true }, async page => {
    await openCase(page, 'fraud-detection')
    const findings = page.getByRole('tab', { name: 'Findings' })
    await page.getByRole('button', { name: 'Properties and findings' }).tap()
    await findings.waitFor()
    await page.getByRole('button', { name: 'Fold the inspector' }).tap()
    await findings.waitFor({ state: 'hidden' })
  }))
