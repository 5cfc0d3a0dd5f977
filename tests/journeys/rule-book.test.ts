import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { drawn, listedRules, middle, openCase, saved, saveFile, withoutFileDialogs } from './editor-page'

const WIDE = { viewport: { width: 1440, height: 900 } }

async function deleted(page: Page, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await page.locator(`[data-block="${id}"]`).click()
    await page.keyboard.press('Delete')
  }
  await page.getByRole('tab', { name: 'Findings' }).click()
}

function finding(page: Page, rule: string) {
  return page.locator(`li[data-rule="${rule}"]`).first()
}

test('pointing at a fix shows on the canvas what a press then does, and nothing is changed before', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    await deleted(page, 'ab')
    await finding(page, 'no-online-experiment').getByRole('button').first().click()
    await saved(page)
    const before = await saveFile(page)

    const fix = page
      .locator('[data-popover] button')
      .filter({ hasText: /^Fix: / })
      .first()
    await fix.hover()
    const ghost = page.locator('[data-ghost-block]')
    await ghost.waitFor()
    const promised = { id: await ghost.getAttribute('data-ghost-block'), at: await ghost.getAttribute('style') }
    expect(await saveFile(page)).toBe(before)

    await fix.click()
    await page.locator(`[data-block="${promised.id}"]`).waitFor()
    expect(await ghost.count()).toBe(0)
    const placed = await page.locator(`.react-flow__node[data-id="${promised.id}"]`).getAttribute('style')
    const [, place = 'none'] = /translate\(([^)]*)\)/.exec(promised.at ?? '') ?? []
    expect(placed?.replaceAll(' ', '')).toContain(`translate(${place.replaceAll(' ', '')})`)
    await page.keyboard.press('Control+z')
    await page.locator(`[data-block="${promised.id}"]`).waitFor({ state: 'detached' })
    await saved(page)
    expect(await saveFile(page)).toBe(before)
  }))

test('one press fixes all that the drawing can cure, places nothing on another block, and is one undo step', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    await deleted(page, 'ab', 'drift', 'perf', 'fb', 'reg')
    await finding(page, 'unmonitored-model').waitFor()
    await saved(page)
    const before = await saveFile(page)
    const stood = await drawn(page)
    await page.getByRole('button', { name: 'Fix all findings' }).click()
    await page
      .locator('[data-toast]')
      .getByText(/fixed, nothing left open|left for you/)
      .waitFor()
    const rules = await listedRules(page)
    for (const rule of ['unmonitored-model', 'no-fallback', 'no-model-registry', 'no-online-experiment'])
      expect([rule, rules.includes(rule)]).toEqual([rule, false])
    expect((await drawn(page)).blocks).toEqual(expect.arrayContaining(stood.blocks))
    const boxes = await Promise.all((await page.locator('[data-block]').all()).map(middle))
    const overlaps = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter(b => Math.abs(a.x - b.x) < a.width - 1 && Math.abs(a.y - b.y) < a.height - 1),
    )
    expect(overlaps).toEqual([])
    await page.keyboard.press('Control+z')
    await finding(page, 'unmonitored-model').waitFor()
    await saved(page)
    expect(await saveFile(page)).toBe(before)
  }))

test('a waiver accepts one place or the rule everywhere, keeps its reason, and comes undone with its block', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    await deleted(page, 'fb')
    const row = finding(page, 'no-fallback')
    await row.getByRole('button').first().click()
    const popover = page.locator('[data-popover="no-fallback"]')
    await popover.getByRole('button', { name: 'Waive' }).click()
    await popover.getByLabel('Reason for waiving').fill('The old feed stays on screen.')
    await popover.getByLabel('Everywhere').check()
    await popover.getByRole('button', { name: 'Waive' }).click()
    await row.waitFor({ state: 'detached' })
    expect(await listedRules(page)).not.toContain('no-fallback')
    await page.getByRole('button', { name: /^Waived/ }).click()
    await page.getByText('no-fallback, everywhere').waitFor()
    await saved(page)
    const { waivers } = JSON.parse(await saveFile(page))
    expect(Object.values(waivers)).toEqual([{ rule: 'no-fallback', at: [], reason: 'The old feed stays on screen.' }])
    await page.getByRole('button', { name: 'Take back: no-fallback' }).click()
    await row.waitFor()
  }))

test('profiles: an interview counts and keeps quiet until asked, review says all, off says nothing, each in sight', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await deleted(page, 'ab', 'fb')
    await page.locator('[data-badge]').first().waitFor()
    const profile = page.getByLabel('When the rules speak')

    await profile.selectOption('interview')
    await page.getByText(/^\d+ findings$/).waitFor()
    expect([await page.locator('[data-badge]').count(), await listedRules(page)]).toEqual([0, []])
    await page.getByRole('button', { name: /^Interview profile, \d+ findings/ }).waitFor()
    await page.getByRole('button', { name: 'Show them' }).click()
    await finding(page, 'no-online-experiment').waitFor()

    await profile.selectOption('off')
    await page.getByText('Lint is off', { exact: true }).first().waitFor()
    expect([await page.locator('[data-badge]').count(), await listedRules(page)]).toEqual([0, []])
    await page.reload()
    await page.locator('[data-profile="off"]').click()
    await page.locator('[data-badge]').first().waitFor()
    expect(await page.locator('[data-profile]').count()).toBe(0)
  }))

test("a finding leads to its rule's page, drawn both ways, and the book to every other rule", () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await deleted(page, 'fb')
    await finding(page, 'no-fallback').getByRole('button').first().click()
    await page.locator('[data-popover] button[title="The rule\'s page"]').click()
    const book = page.getByRole('dialog', { name: 'Rule book' })
    await book.locator('article[data-rule="no-fallback"]').waitFor()
    await book.getByAltText('Flagged: an example of no-fallback').waitFor()
    await book.getByAltText('Fine: an example of no-fallback').waitFor()
    await book.getByLabel('Search the rules').fill('cycle')
    await book.getByRole('button', { name: /request-cycle/ }).click()
    await book.locator('article[data-rule="request-cycle"]').waitFor()
    expect(await book.locator('article a[href^="https://"]').count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await book.waitFor({ state: 'detached' })
  }))

test('what only the person knows is asked in its field, with examples to pick', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await page.getByRole('tab', { name: 'Brief' }).click()
    const goal = page.getByLabel('Business goal')
    await goal.fill('')
    await goal.press('Enter')
    await page.getByRole('tab', { name: 'Findings' }).click()
    const row = finding(page, 'brief-business-goal-missing')
    await row.getByRole('button').first().click()
    await row.getByRole('button', { name: /^Fix: / }).click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.locator('textarea:focus').locator('xpath=../..').getByRole('button').first().click()
    await page.getByRole('tab', { name: 'Findings' }).click()
    await row.waitFor({ state: 'detached' })
  }))

test('no rule speaks while the hand is dragging', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    const { x, y } = await middle(page.locator('[data-block="app"]'))
    const badge = page.locator('[data-badge="no-fallback"]')
    await page.locator('[data-block="fb"]').click()
    await page.keyboard.press('Delete')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 30, y + 30, { steps: 4 })
    const marked = await badge.count()
    await page.waitForTimeout(600)
    expect(await badge.count()).toBe(marked)
    await page.mouse.up()
    await badge.first().waitFor()
  }))

test('the score names the weakest step, and one press away what it cannot see', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await deleted(page, 'drift', 'perf', 'ev')
    await finding(page, 'unmonitored-model').waitFor()
    const line = page.getByRole('button', { name: /^Coverage \d+/ })
    expect(await line.textContent()).toMatch(/^Coverage \d+\d+ of \d+ checksweakest: [A-Z][a-z]+ \d+$/)
    await line.click()
    const dialog = page.getByRole('dialog', { name: 'Coverage and score' })
    await dialog.getByRole('row').first().waitFor()
    expect(await dialog.getByRole('row').count()).toBe(8)
    expect(await dialog.textContent()).toContain('Never rank people by it.')
  }))
