import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { nameOf } from '../../src/graph/names'
import { type Stop, stopsOf } from '../../src/graph/stops'
import { stepFrom, type Way } from '../../src/graph/walk'
import type { Design } from '../../src/model/design'
import { designText } from '../../src/model/text'
import { withPage } from './browser'
import { openFile, withoutFileDialogs } from './editor-page'
import { ready } from './hands-free'
import { randomDesigns } from './random-designs'

const KEYS: Readonly<Record<Exclude<Way, 'out'>, string>> = {
  right: 'ArrowRight',
  left: 'ArrowLeft',
  up: 'ArrowUp',
  down: 'ArrowDown',
  first: 'Home',
  last: 'End',
}

/** Opens a design from a file in a window of common size. */
function withDesign(design: Design, journey: (page: Page) => Promise<void>): Promise<void> {
  return withPage({ viewport: { width: 1280, height: 800 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openFile(page, 'random.groundplan.json', designText(design))
    await page.locator('[data-block]').first().waitFor()
    await ready(page)
    await journey(page)
  })
}

describe('in designs of 20 to 40 blocks with rooms, a ring and loose blocks', () => {
  test.each(randomDesigns(3).map((design, index) => [index + 1, design] as const))(
    'arrows, Home and End reach every element of design %i, the diagram is one tab stop, and none stands under a panel',
    (_, design) =>
      withDesign(design, async page => {
        const stops = await page.$$eval('.react-flow, .react-flow *', all =>
          all.filter(one => (one as HTMLElement).tabIndex >= 0).map(one => one.className.toString()),
        )
        expect(stops).toHaveLength(1)
        // Names can be read at this zoom, and most of the design lies outside the window.
        await page.keyboard.press('Control+0')
        await page.locator('.react-flow').focus()
        const reached = new Set<string>()
        let at: Stop | null = null
        const go = async (way: Exclude<Way, 'out'>) => {
          at = stepFrom(design, at, way)
          await page.keyboard.press(KEYS[way])
          await expect.poll(() => standsOn(page)).toBe(at && nodeOf(at))
          expect(await coverOf(page)).toBeNull()
          if (at) reached.add(`${at.table} ${at.id}`)
        }
        const { order, rooms, outOf } = stopsOf(design)
        await go('last')
        await go('first')
        for (const [index, id] of order.entries()) {
          const flows = outOf(id)
          if (flows.length > 0) {
            await go('right')
            for (let next = 1; next < flows.length; next++) await go('down')
            await go('left')
          }
          expect(at).toMatchObject({ table: 'blocks', id })
          if (index < order.length - 1) await go('down')
        }
        for (let room = 0; room < rooms.length; room++) await go('down')
        expect([...reached].sort()).toEqual(elementsOf(design).sort())
      }),
  )

  test.each(randomDesigns(10).map((design, index) => [index + 1, design] as const))(
    'the canvas and the outline hold each element of design %i once, by the name that it has',
    (_, design) =>
      withDesign(design, async page => {
        const names = (table: 'blocks' | 'flows' | 'groups') =>
          Object.keys(design[table]).map(id => nameOf(design, { table, id }))
        await expect
          .poll(() =>
            page.$$eval('.react-flow__node:not([aria-label]), .react-flow__edge:not([aria-label])', all => all.length),
          )
          .toBe(0)
        const canvas = await page.locator('.react-flow').ariaSnapshot()
        expect(read(canvas, 'group')).toEqual([...names('blocks'), ...names('groups')].sort())
        expect(read(canvas, 'img').filter(name => name.includes(' to '))).toEqual(names('flows').sort())
        await page.keyboard.press('o')
        const tree = page.getByRole('treegrid', { name: 'Outline' })
        await tree.waitFor()
        const lines = [...names('blocks'), ...names('flows'), ...names('groups')].sort()
        await expect.poll(async () => read(await tree.ariaSnapshot(), 'row')).toEqual(lines)
      }),
  )
})

/** Names of that role in a snapshot of the accessibility tree, sorted, without the findings and totals at their ends. */
function read(snapshot: string, role: string): string[] {
  return [...snapshot.matchAll(new RegExp(`^\\s*- '?${role} "((?:[^"\\\\]|\\\\.)*)"`, 'gm'))]
    .map(([, name = '']) => name.replaceAll('\\"', '"').replaceAll("''", "'"))
    .map(name => name.replace(/; \d+ (error|warning).*$/, '').replace(/, p99 .*$/, ''))
    .sort()
}

function elementsOf(design: Design): string[] {
  return (['blocks', 'flows', 'groups'] as const).flatMap(table =>
    Object.keys(design[table]).map(id => `${table} ${id}`),
  )
}

/** A stop as `standsOn` names it. */
function nodeOf({ table, id }: Stop): string {
  return `${table === 'flows' ? 'edge' : 'node'} ${id}`
}

/** The element that the diagram points to as the one that the keyboard stands on. */
function standsOn(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const id = document.querySelector('.react-flow')?.getAttribute('aria-activedescendant')
    const element = id ? document.getElementById(id) : null
    if (!element) return null
    const own = element.getAttribute('data-id') ?? ''
    const room = element.querySelector('[data-group]')?.getAttribute('data-group')
    return `${element.matches('.react-flow__edge') ? 'edge' : 'node'} ${room ?? own}`
  })
}

/** What lies over the focused element where it is looked at: null when that is part of the drawing and in the window. */
function coverOf(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.querySelector('[data-focused]')
    if (!focused) return 'nothing has the focus'
    const box = focused.getBoundingClientRect()
    const path = focused.querySelector<SVGPathElement>('path.react-flow__edge-path, path')
    const isFlow = focused.matches('.react-flow__edge') && path !== null
    // A flow may be longer than the window: some part of its line has to be seen.
    const onLine = isFlow
      ? Array.from({ length: 21 }, (_, i) => path.getPointAtLength((path.getTotalLength() * i) / 20))
      : []
    const frame = path?.getScreenCTM()
    const isLineSeen = onLine.some(point => {
      const at = frame ? point.matrixTransform(frame) : point
      return document.elementFromPoint(at.x, at.y)?.closest('.react-flow__viewport, .react-flow__pane')
    })
    if (isFlow) return isLineSeen ? null : `${focused.ariaLabel}: no part of its line is seen`
    const isRoom = focused.querySelector('[data-group]') !== null
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const { x, y } = isRoom ? { x: box.x + 2, y: box.y + 12 } : middle
    const top = document.elementFromPoint(x, y)
    if (!isRoom) return focused.contains(top) ? null : `${focused.ariaLabel}: ${top?.outerHTML.slice(0, 80)}`
    return top?.closest('.react-flow__viewport, .react-flow__pane')
      ? null
      : `${focused.ariaLabel} at ${x}, ${y}: ${top?.outerHTML.slice(0, 80)}`
  })
}
