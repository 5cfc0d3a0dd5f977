import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hopsOf } from '../../src/drawing/hops'
import { routesOf } from '../../src/drawing/route'
import { readDesign } from '../../src/gate'
import { blockSize } from '../../src/kinds'
import { removeBlocks } from '../../src/model/blocks'
import type { Design, Point } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { browser, withPage } from './browser'
import { middle, openCase, withoutFileDialogs } from './editor-page'
import { decodePng, inkAround, type Picture, pixelAt } from './png'

const CANVAS = { light: [0xf5, 0xf6, 0xf8, 255], dark: [0x0f, 0x11, 0x14, 255] } as const

test.each(['light', 'dark'] as const)('a PNG in %s shows every block and every flow at its place', theme =>
  withPage({ theme, viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    const design = await templateOf('personalised-news-feed')
    const svg = (await bytesOf(await exported(page, 'SVG'))).toString('utf8')
    const picture = decodePng(await bytesOf(await exported(page, 'PNG')))
    const [left = 0, top = 0, width = 0, height = 0] = /viewBox="([^"]+)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? []
    expect([picture.width, picture.height]).toEqual([width * 2, height * 2])
    const at = ({ x, y }: Point) => ({ x: (x - left) * 2, y: (y - top) * 2 })
    expect(pixelAt(picture, 6, 6)).toEqual(CANVAS[theme])
    expect(blankBlocks(design, picture, at, CANVAS[theme])).toEqual([])
    expect(blankFlows(design, picture, at, CANVAS[theme])).toEqual([])
  }),
)

test.each(['light', 'dark'] as const)('the canvas as it is on screen in %s shows every flow, and the badges', theme =>
  withPage({ theme, viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    await page.locator('[data-block="ab"]').click()
    await page.keyboard.press('Delete')
    await page.locator('[data-badge="no-online-experiment"]').first().waitFor()
    const badge = await middle(page.locator('[data-badge="no-online-experiment"]').first())
    const { frame, zoom, x, y } = await viewOf(page)
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog', { name: 'Export a picture' }).getByText('As on screen').click()
    const picture = decodePng(await bytesOf(await pressed(page, 'Export PNG')))
    expect([picture.width, picture.height]).toEqual([frame.width * 2, frame.height * 2])
    const whole = await templateOf('personalised-news-feed')
    const design = applyEdit(whole, removeBlocks(whole, ['ab']))
    const at = (point: Point) => ({ x: (point.x * zoom + x) * 2, y: (point.y * zoom + y) * 2 })
    expect(blankFlows(design, picture, at, CANVAS[theme])).toEqual([])
    const [red, green, blue] = pixelAt(picture, (badge.x - frame.x) * 2 - 8, (badge.y - frame.y) * 2 + 8)
    expect(red - blue).toBeGreaterThan(80)
    expect(green).toBeGreaterThan(80)
  }),
)

test('the picture is as large as it says, transparent where that was asked, and holds the selection alone', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').click()
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: 'Export a picture' })
    await dialog.getByText('Selection').click()
    await dialog.getByText('Transparent background').click()
    await dialog.getByText('Legend of flows').click()
    await dialog.getByText('3x').click()
    const said = await dialog.getByText(/pixels$/).innerText()
    const picture = decodePng(await bytesOf(await pressed(page, 'Export PNG')))
    const { width, height } = picture
    expect(said).toBe(`${width} x ${height} pixels`)
    expect(pixelAt(picture, 3, 3)[3]).toBe(0)
    const small = 3 * (160 + 2 * 24)
    expect(width).toBeGreaterThanOrEqual(small)
    expect(width).toBeLessThan(small + 60)
  }))

test('an SVG stands alone: it names the design, carries its font and asks nobody for anything', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'ad-click-prediction')
    const svg = (await bytesOf(await exported(page, 'SVG'))).toString('utf8')
    const design = await templateOf('ad-click-prediction')
    expect(svg).toContain('<title>Ad click prediction</title>')
    expect(svg).toContain('url(data:font/woff2;base64,')
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<foreignObject/)
    for (const id of Object.keys(design.blocks)) expect(svg.split(`data-block="${id}"`)).toHaveLength(2)
    for (const id of Object.keys(design.flows)) expect(svg.split(`data-flow="${id}"`)).toHaveLength(2)
    const elsewhere = await (await browser()).newPage()
    await elsewhere.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
    expect(await elsewhere.locator('[data-block]').count()).toBe(Object.keys(design.blocks).length)
    await elsewhere.close()
  }))

/** Where the canvas is on the page, and how its view is moved and zoomed. */
async function viewOf(page: Page) {
  const frame = await page.locator('[data-canvas]').boundingBox()
  const transform = await page.locator('.react-flow__viewport').evaluate(element => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform)
    return { zoom: a, x: e, y: f }
  })
  if (!frame) throw new Error('The canvas is not in sight')
  return { frame, ...transform }
}

async function templateOf(name: string): Promise<Design> {
  const result = readDesign(readFileSync(`templates/${name}.groundplan.json`, 'utf8'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

async function exported(page: Page, format: 'PNG' | 'SVG'): Promise<Download> {
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export a picture' }).getByText(format, { exact: true }).click()
  return pressed(page, `Export ${format}`)
}

async function pressed(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return download
}

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Blocks without their stripe at the left edge, or without words. */
function blankBlocks(
  design: Design,
  picture: Picture,
  at: (point: Point) => Point,
  ground: readonly number[],
): string[] {
  return Object.values(design.blocks).flatMap(block => {
    const { width, height } = blockSize(block)
    const { x, y } = block.at ?? { x: 0, y: 0 }
    const stripe = at({ x: x + 1.5, y: y + height / 2 })
    const hasStripe = block.kind === 'note' || inkAround(picture, stripe.x, stripe.y, 1, ground) > 4
    const middle = at({ x: x + width / 2, y: y + height / 2 })
    const face = pixelAt(picture, at({ x: x + width - 8, y: y + 4 }).x, at({ x: x + width - 8, y: y + 4 }).y)
    const hasWords = inkAround(picture, middle.x, middle.y, 50, face) > 40
    return hasStripe && hasWords ? [] : [block.id]
  })
}

/** Flows along whose line less than three quarters of the places are inked. Hops stand a little beside the line. */
function blankFlows(
  design: Design,
  picture: Picture,
  at: (point: Point) => Point,
  ground: readonly number[],
): string[] {
  const routes = routesOf(design)
  expect(hopsOf(routes).size).toBeLessThan(routes.size)
  return Object.keys(design.flows).filter(id => {
    const places = alongLine(routes.get(id) ?? [])
    const inked = places.filter(place => inkAround(picture, at(place).x, at(place).y, 7, ground) > 2)
    return places.length === 0 || inked.length < 0.75 * places.length
  })
}

/** A place every ten pixels along a line, away from its ends. */
function alongLine(line: readonly Point[]): Point[] {
  return line.slice(1).flatMap((to, i) => {
    const from = line[i] ?? to
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const steps = Math.max(1, Math.floor(length / 10))
    return Array.from({ length: steps }, (_, k) => {
      const share = (k + 0.5) / steps
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
    })
  })
}
