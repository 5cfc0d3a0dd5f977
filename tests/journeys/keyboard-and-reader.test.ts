import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readDesign } from '../../src/gate'
import { nameOf } from '../../src/graph/names'
import type { Design } from '../../src/model/design'
import { withPage } from './browser'
import { block, drawn, openBlank, openCase, saved, saveFile, withoutFileDialogs } from './editor-page'

const WIDE = { viewport: { width: 1440, height: 900 } }

/** Waits until what serves keys and screen readers is loaded. */
async function ready(page: Page): Promise<void> {
  await page.locator('#canvas-help').waitFor({ state: 'attached' })
  await page.locator('[data-said]').waitFor({ state: 'attached' })
}

/** Brings the focus to the diagram as Tab does. */
async function enterDiagram(page: Page): Promise<void> {
  await ready(page)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Skip to the diagram' }).focus()
  await page.keyboard.press('Enter')
}

/** The name of the element that the keyboard stands on. */
function standing(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const id = document.querySelector('.react-flow')?.getAttribute('aria-activedescendant')
    return (id && document.getElementById(id)?.getAttribute('aria-label')) || null
  })
}

/** Presses a key and gives the name of where the keyboard stands when it has gone there. */
async function walk(page: Page, key: string): Promise<string | null> {
  const before = await standing(page)
  await page.keyboard.press(key)
  await page
    .waitForFunction(
      old => {
        const id = document.querySelector('.react-flow')?.getAttribute('aria-activedescendant')
        return ((id && document.getElementById(id)?.getAttribute('aria-label')) || null) !== old
      },
      before,
      { timeout: 4000 },
    )
    .catch(() => null)
  return standing(page)
}

/** Collects every message that screen readers get from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { saidByPage: said })
    const region = document.querySelector('[data-said]') as Element
    new MutationObserver(() => said.push((region.textContent ?? '').trim())).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  return () => page.evaluate(() => [...(globalThis as unknown as { saidByPage: string[] }).saidByPage])
}

test('the diagram is one tab stop; the last focused element has the ring when the focus comes back', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'fraud-detection')
    await ready(page)
    const stops = await page.$$eval('.react-flow, .react-flow *', all =>
      all.filter(one => (one as HTMLElement).tabIndex >= 0).map(one => one.className.toString()),
    )
    expect(stops).toHaveLength(1)
    await enterDiagram(page)
    const first = await standing(page)
    expect(first).toMatch(/, 1 of \d+/)
    const second = await walk(page, 'ArrowDown')
    expect(second).toMatch(/, 2 of \d+/)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.react-flow'))).toBeNull()
    await page.keyboard.press('Shift+Tab')
    expect(await standing(page)).toBe(second)
    expect(
      await page.$eval('[data-focused]', one => {
        const { outlineStyle, outlineColor } = getComputedStyle(one)
        return { outlineStyle, isSeen: outlineColor !== 'rgba(0, 0, 0, 0)' }
      }),
    ).toEqual({ outlineStyle: 'solid', isSeen: true })
  }))

test('keys walk from block to flow to block, out to the room, and select, rename and read what they stand on', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'fraud-detection')
    await enterDiagram(page)
    await page.locator('[data-block="inf"]').click()
    await page.keyboard.press('Escape')
    const scorer = await standing(page)
    expect(scorer).toMatch(/^Fraud scorer, Online inference/)
    const flow = await walk(page, 'ArrowLeft')
    expect(flow).toMatch(/ to Fraud scorer, /)
    expect(await walk(page, 'ArrowRight')).toBe(scorer)
    expect(await walk(page, 'Escape')).toMatch(/, Room, \d+ blocks/)
    expect(await walk(page, 'ArrowRight')).toMatch(/, in room /)

    const said = await listen(page)
    await page.keyboard.press('Space')
    await page.locator('[data-block][data-selected="true"]').waitFor()
    await page.keyboard.press('Space')
    await page.locator('[data-block][data-selected="true"]').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await page.locator('.react-flow').getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.type('Named by keys')
    await page.keyboard.press('Enter')
    await block(page, 'Named by keys').waitFor()
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent?.includes('Renamed to'))
    await page.keyboard.press('d')
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent?.includes(' of '))
    expect((await said()).join(' ')).toMatch(
      / selected\..* not selected\..*Renamed to Named by keys\.(.*)Named by keys, /,
    )
  }))

test('with a selection the arrows move it, Alt and an arrow goes to the connected block, Shift as well to all of them', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'fraud-detection')
    await ready(page)
    await page.locator('[data-block="inf"]').click()
    const selected = () =>
      page.$$eval('[data-block][data-selected="true"]', all => all.map(one => one.getAttribute('data-block')))
    const said = await listen(page)
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent?.includes('moved right'))
    expect((await said()).filter(one => one.includes('moved'))).toEqual(['Fraud scorer moved right.'])
    expect(await selected()).toEqual(['inf'])
    await page.keyboard.press('Alt+ArrowLeft')
    await page.locator('[data-block="inf"][data-selected="false"]').waitFor()
    expect(await selected()).toHaveLength(1)
    await page.keyboard.press('Shift+Alt+ArrowRight')
    await page.locator('[data-block="inf"][data-selected="true"]').waitFor()
    expect((await selected()).length).toBeGreaterThan(1)
  }))

test('what has the focus is seen: in the view, under no panel, with its ring', () =>
  withPage({ viewport: { width: 1024, height: 700 } }, async page => {
    await openCase(page, 'personalised-news-feed')
    await ready(page)
    await page.keyboard.press('Control+0')
    await enterDiagram(page)
    const count = (await drawn(page)).blocks.length
    for (let step = 0; step < count; step++) {
      await page.waitForFunction(() => document.querySelector('[data-focused]') !== null)
      const covered = await page.evaluate(() => {
        const focused = document.querySelector('[data-focused]') as Element
        const box = focused.getBoundingClientRect()
        const points = [
          [box.left + box.width / 2, box.top + 2],
          [box.left + 2, box.top + box.height / 2],
          [box.right - 2, box.bottom - box.height / 2],
          [box.left + box.width / 2, box.bottom - 2],
        ] as const
        return points.flatMap(([x, y]) => {
          const top = document.elementFromPoint(x, y)
          return top?.closest('.react-flow__viewport') ? [] : [`${focused.ariaLabel} by ${top?.className}`]
        })
      })
      expect(covered).toEqual([])
      await walk(page, 'ArrowDown')
    }
  }))

test('the canvas and the outline hold each element once, by the name that the design gives it', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'fraud-detection')
    await ready(page)
    const parsed = readDesign(await saveFile(page))
    if (!parsed.ok) throw new Error('The saved file is refused')
    const names = namesIn(parsed.value)
    await page.waitForFunction(
      name => [...document.querySelectorAll('.react-flow__edge')].some(one => one.ariaLabel === name),
      names.flows[0],
    )
    const canvas = await page.locator('.react-flow').ariaSnapshot()
    const read = (text: string, role: string) =>
      [...text.matchAll(new RegExp(`^\\s*- '?${role} "((?:[^"\\\\]|\\\\.)*)"`, 'gm'))]
        .map(([, name = '']) => name.replaceAll('\\"', '"').replaceAll("''", "'"))
        .map(withoutFindings)
        .sort()
    expect(read(canvas, 'group')).toEqual([...names.blocks, ...names.rooms].sort())
    expect(read(canvas, 'img').filter(name => name.includes(' to '))).toEqual(names.flows)

    await page.keyboard.press('o')
    await page.getByRole('treegrid', { name: 'Outline' }).waitFor()
    const outline = await page.getByRole('treegrid', { name: 'Outline' }).ariaSnapshot()
    expect(read(outline, 'row')).toEqual([...names.blocks, ...names.flows, ...names.rooms].sort())
  }))

/** The end that names wear for findings and for the total of a room. */
function withoutFindings(name: string): string {
  return name.replace(/; \d+ (error|warning).*$/, '').replace(/, p99 .*$/, '')
}

function namesIn(design: Design): Record<'blocks' | 'flows' | 'rooms', string[]> {
  const of = (table: 'blocks' | 'flows' | 'groups') =>
    Object.keys(design[table])
      .map(id => nameOf(design, { table, id }))
      .sort()
  return { blocks: of('blocks'), flows: of('flows'), rooms: of('groups') }
}

test('with the canvas hidden a design is built, named, put in a room and taken back in the outline alone', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    await ready(page)
    await page.locator('[data-canvas]').evaluate((one: HTMLElement) => one.style.setProperty('display', 'none'))
    await page.keyboard.press('o')
    await page.getByRole('group', { name: 'Outline' }).waitFor()
    for (const name of ['Client', 'Application service', 'Ranker']) {
      await page.keyboard.press('/')
      await page.getByRole('dialog').getByRole('combobox').fill(name)
      await page.getByRole('option').filter({ hasText: name }).first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    const outline = page.getByRole('treegrid', { name: 'Outline' })
    const lines = () =>
      outline.locator('[role="row"]').evaluateAll(all => all.map(one => one.getAttribute('aria-label')))
    await outline.waitFor()
    expect(await lines()).toHaveLength(3)

    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await page.keyboard.type('Mobile app')
    await page.keyboard.press('Enter')
    await outline.getByRole('row', { name: /^Mobile app, Client/ }).waitFor()

    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+g')
    await outline.getByRole('row', { name: /, Room, 2 blocks/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    expect(await lines()).toHaveLength(2)
    await page.keyboard.press('ArrowRight')
    expect(await lines()).toHaveLength(4)

    await page.keyboard.press('End')
    await page.keyboard.press('Delete')
    await page.waitForFunction(() => document.querySelectorAll('[role="treegrid"] [role="row"]').length === 3)
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => document.querySelectorAll('[role="treegrid"] [role="row"]').length === 4)
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.waitForFunction(() => document.querySelectorAll('[role="treegrid"] [role="row"]').length === 5)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treegrid')
    await saved(page)
  }))

test('what is selected on the canvas is selected in the outline, unfolded and in sight, and the other way round', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await ready(page)
    await page.keyboard.press('o')
    const outline = page.getByRole('treegrid', { name: 'Outline' })
    await outline.waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    await page.locator('[data-block="alert"]').click()
    const chosen = outline.locator('[role="row"][aria-selected="true"]')
    expect(await chosen.evaluateAll(all => all.map(one => one.id))).toEqual(['outline-alert'])
    expect(await chosen.evaluate(one => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await outline.focus()
    await page.keyboard.press('ArrowUp')
    await page.locator('[data-block="alert"][data-selected="false"]').waitFor()
    expect(await outline.locator('[role="row"][aria-selected="true"]').count()).toBe(1)
  }))

test('every command says one message; what is said comes at most once a second and is not lost', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'fraud-detection')
    await ready(page)
    await page.locator('[data-block="inf"]').click()
    const said = await listen(page)
    const COMMANDS: readonly (readonly [key: string, message: RegExp])[] = [
      ['Control+d', /duplicated\./],
      ['Delete', /^Deleted /],
      ['Control+z', /^Undone: Delete/],
      ['Control+Shift+z', /^Done again: Delete/],
      ['Control+a', /^\d+ blocks and \d+ flows and \d+ rooms selected\.$|selected\.$/],
      ['Escape', /Nothing selected\.$/],
      ['[', /^Palette folded\.$/],
      ['[', /^Palette unfolded\.$/],
      ['Control+=', /^Zoomed in\.$/],
    ]
    for (const [index, [key, message]] of COMMANDS.entries()) {
      await page.keyboard.press(key)
      await page.waitForFunction(
        count => (globalThis as unknown as { saidByPage: string[] }).saidByPage.length > count,
        index,
      )
      expect((await said())[index]).toMatch(message)
    }
  }))

test('single letters run commands on the canvas alone, and nowhere once they are switched off', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'fraud-detection')
    await ready(page)
    await page.locator('[data-block="inf"]').click()
    await page.getByRole('button', { name: 'Tidy layout', exact: true }).focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('o')
    expect(await page.getByRole('treegrid').count()).toBe(0)
    await page.locator('[data-block="inf"]').click()
    await page.keyboard.press('o')
    await page.getByRole('treegrid').waitFor()
    await page.evaluate(() => localStorage.setItem('groundplan.preference.singleKeys', 'false'))
    await page.reload()
    await page.locator('[data-block="inf"]').click()
    await ready(page)
    await page.keyboard.press('o')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    expect(await page.getByRole('treegrid').count()).toBe(0)
  }))
