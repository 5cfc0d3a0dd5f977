import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { designOf } from '../../bench/designs'
import { type Block, type Design, emptyDesign } from '../../src/model/design'
import { designText } from '../../src/model/text'
import { withPage } from './browser'
import { openCase, openFile, saved, withoutFileDialogs } from './editor-page'

const VIEWPORT = { width: 1440, height: 900 }

/** A chain of blocks of one kind in a heap, so that there is much to lay out and every block has to move. */
function heapOf(count: number): Design {
  const { flows, ...design } = designOf(count)
  const blocks = Object.values(design.blocks).map((block, i): [string, Block] => [
    block.id,
    { ...block, at: { x: (i % 7) * 40, y: Math.floor(i / 7) * 16 } },
  ])
  return { ...emptyDesign(), ...design, flows, blocks: Object.fromEntries(blocks) }
}

async function start(page: Page): Promise<void> {
  await withoutFileDialogs(page.context())
  await page.reload()
}

async function openDesign(page: Page, design: Design): Promise<void> {
  await start(page)
  await openFile(page, 'large.groundplan.json', designText(design))
  await page.locator('[data-block]').first().waitFor({ timeout: 120_000 })
  await saved(page)
}

/** Places of the blocks in the sight of the canvas, by id. */
function places(page: Page): Promise<Record<string, string>> {
  return page.$$eval('.react-flow__node', nodes =>
    Object.fromEntries(nodes.map(node => [node.getAttribute('data-id') ?? '', (node as HTMLElement).style.transform])),
  )
}

/** Presses a button and waits until the layout has come to its end. */
async function tidyTo(page: Page, press: () => Promise<void>): Promise<void> {
  await press()
  await page.locator('button[aria-busy="true"]').waitFor()
  await page.locator('button[aria-busy="true"]').waitFor({ state: 'detached', timeout: 120_000 })
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Layouts' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Tasks of the page's main thread over 50 ms while something is done, for people to read: machines differ. */
async function longTasks(page: Page, name: string, during: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const durations: number[] = []
    new PerformanceObserver(list =>
      durations.push(...list.getEntries().map(entry => Math.round(entry.duration))),
    ).observe({
      type: 'longtask',
    })
    Object.assign(globalThis, { longTasks: durations })
  })
  await during()
  const durations = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)
  mkdirSync('tests/artefacts', { recursive: true })
  writeFileSync(`tests/artefacts/long-tasks-${name}.json`, JSON.stringify(durations))
}

test('the largest case study is laid out from scratch in a worker, as one step that can be undone', () =>
  withPage({ viewport: VIEWPORT }, async page => {
    await start(page)
    await openCase(page, 'harmful-content-detection')
    const before = await places(page)
    await longTasks(page, 'case-study', () => tidyTo(page, () => choose(page, 'Tidy from scratch')))
    const workers = page.workers().map(worker => worker.url())
    expect(workers.some(url => url.includes('layout-worker'))).toBe(true)
    expect(await places(page)).not.toEqual(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => places(page)).toEqual(before)
  }))

test(
  'three hundred blocks are laid out beside the page, which stays free to be used',
  () =>
    withPage({ viewport: VIEWPORT }, async page => {
      await openDesign(page, heapOf(300))
      const before = await places(page)
      await longTasks(page, '300-blocks', () =>
        tidyTo(page, () => page.getByRole('button', { name: 'Tidy layout' }).click()),
      )
      expect(await places(page)).not.toEqual(before)
      expect(await page.locator('[data-toast][data-severity="error"]').count()).toBe(0)
    }),
  180_000,
)

test(
  'two thousand blocks are laid out without a word of failure',
  () =>
    withPage({ viewport: VIEWPORT }, async page => {
      await openDesign(page, designOf(2_000))
      const before = await places(page)
      await tidyTo(page, () => choose(page, 'Tidy from scratch'))
      expect(await places(page)).not.toEqual(before)
      expect(await page.locator('[data-toast][data-severity="error"]').count()).toBe(0)
    }),
  300_000,
)

test(
  'Escape and the button stop a layout that goes on, and nothing has moved or a whole drawing stands',
  () =>
    withPage({ viewport: VIEWPORT }, async page => {
      await openDesign(page, heapOf(300))
      const before = await places(page)
      await page.getByRole('button', { name: 'Tidy layout' }).click()
      await page.locator('button[aria-busy="true"]').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('button[aria-busy="true"]').waitFor({ state: 'detached' })
      expect(await places(page)).toEqual(before)
      await page.getByRole('button', { name: 'Tidy layout' }).click()
      await page.getByRole('button', { name: 'Stop tidying' }).click()
      await page.getByRole('button', { name: 'Tidy layout' }).waitFor()
      expect(await page.locator('[data-toast][data-severity="error"]').count()).toBe(0)
    }),
  180_000,
)
