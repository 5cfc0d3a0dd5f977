import { expect, test } from 'vitest'
import { withPage } from './browser'
import { block, connect, drag, drawn, listedRules, middle, openCase, saved, withoutFileDialogs } from './editor-page'

test('a deleted experiment is named everywhere, Fix brings it back wired and placed, one undo takes exactly that back', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await openCase(page, 'personalised-news-feed')
    expect(await listedRules(page)).toEqual([])

    await page.locator('[data-block="ab"]').click()
    await page.keyboard.press('Delete')
    const finding = page.locator('li[data-rule="no-online-experiment"]')
    await page.getByRole('tab', { name: 'Findings' }).click()
    await finding.waitFor()
    expect(await listedRules(page)).toEqual(['no-online-experiment'])
    await page.locator('[data-badge="no-online-experiment"]').first().waitFor()
    await page.getByRole('button', { name: /^Evaluate, 8 of 9 covered, 1 finding$/ }).waitFor()

    const before = await drawn(page)
    await finding.getByRole('button').first().click()
    const popover = page.locator('[data-popover="no-online-experiment"]')
    await popover.getByText('Trade-off').waitFor()
    await popover.getByRole('button', { name: /^Fix: add/ }).click()
    await finding.waitFor({ state: 'detached' })
    await page.locator('[data-toast]').getByText(/added/).waitFor()
    const fixed = await drawn(page)
    const added = fixed.blocks.filter(id => !before.blocks.includes(id))
    expect(added).toHaveLength(1)
    expect(fixed.flows.length).toBeGreaterThan(before.flows.length)
    const place = await middle(page.locator(`[data-block="${added[0]}"]`))
    for (const id of before.blocks) {
      const other = await middle(page.locator(`[data-block="${id}"]`))
      const isApart = Math.abs(other.x - place.x) >= place.width - 1 || Math.abs(other.y - place.y) >= place.height - 1
      expect([id, isApart]).toEqual([id, true])
    }

    await page.keyboard.press('Control+z')
    await finding.waitFor()
    expect(await drawn(page)).toEqual(before)
  }))

test('without the rollout, too, the model is judged offline only', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'personalised-news-feed')
    for (const id of ['ab', 'roll']) {
      await page.locator(`[data-block="${id}"]`).click()
      await page.keyboard.press('Delete')
    }
    await page.getByRole('tab', { name: 'Findings' }).click()
    await page.locator('li[data-rule="no-online-eval"]').waitFor()
    expect(await listedRules(page)).not.toContain('no-online-experiment')
  }))

test('what is renamed, connected, dragged and tidied is there after the tab was closed without warning', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await openCase(page, 'personalised-news-feed')
    const address = page.url()

    await page.locator('[data-block="fb"]').dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Newest first')
    await page.keyboard.press('Enter')
    await block(page, 'Newest first').waitFor()

    await page.getByRole('button', { name: 'Fit the design' }).click()
    const cache = page.locator('[data-palette="cache"]')
    await cache.scrollIntoViewIfNeeded()
    await cache.click()
    await page.locator('[data-block^="cache-"]').waitFor()
    await page.getByRole('button', { name: 'Tidy layout' }).click()
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    await connect(page, page.locator('[data-block="gw"]'), page.locator('[data-block^="cache-"]'))
    await page.locator('[data-flow^="gw-request-cache-"]').waitFor({ state: 'attached' })

    const app = page.locator('[data-block="client"]')
    const from = await middle(app)
    await drag(page, from, { x: from.x + 8, y: from.y - 60 })
    await saved(page)
    const left = await drawn(page)
    const places = await placesOf(page)
    await page.close()

    const again = await context.newPage()
    await again.goto(address)
    await again.locator('[data-block="rk"]').waitFor()
    await block(again, 'Newest first').waitFor()
    expect(await drawn(again)).toEqual(left)
    expect(await placesOf(again)).toEqual(places)
  }))

/** Where each block stands on the canvas, whatever the zoom. */
function placesOf(page: import('playwright-core').Page): Promise<[string, string][]> {
  return page.$$eval('.react-flow__node[data-id]', all =>
    all
      .map(node => [node.getAttribute('data-id') ?? '', (node as HTMLElement).style.transform] as [string, string])
      .sort(),
  )
}
