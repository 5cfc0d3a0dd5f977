import { expect, test } from 'vitest'
import { withPage } from './browser'
import { block, connect, drag, drawn, listedRules, middle, openBlank, openCase, saved } from './editor-page'

test('from a blank canvas: click, drag and type blocks onto it, connect them, rename, delete, undo and redo', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openBlank(page)
    await page.locator('[data-palette="client"]').click()
    await block(page, 'Client').waitFor()

    await page.keyboard.press('/')
    await page.keyboard.type('app serv')
    await page.keyboard.press('Enter')
    await block(page, 'Application service').waitFor()

    const ranker = page.locator('[data-palette="ranker"]')
    await ranker.scrollIntoViewIfNeeded()
    const canvas = await middle(page.locator('[data-canvas]'))
    await drag(page, await middle(ranker), { x: canvas.x, y: canvas.y + 200 })
    await block(page, 'Ranker').waitFor()
    const placed = await middle(block(page, 'Ranker'))
    expect([Math.abs(placed.x - canvas.x) <= 8, Math.abs(placed.y - canvas.y - 200) <= 8]).toEqual([true, true])

    await connect(page, block(page, 'Client'), block(page, 'Application service'))
    await connect(page, block(page, 'Application service'), block(page, 'Ranker'))
    expect((await drawn(page)).flows).toHaveLength(2)
    await page.getByRole('listitem').filter({ hasText: 'Request' }).waitFor()

    await block(page, 'Ranker').dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Heavy ranker')
    await page.keyboard.press('Enter')
    await block(page, 'Heavy ranker').waitFor()

    await block(page, 'Heavy ranker').click()
    await page.keyboard.press('Delete')
    expect(await drawn(page)).toMatchObject({ blocks: { length: 2 }, flows: { length: 1 } })
    await page.keyboard.press('Control+z')
    expect(await drawn(page)).toMatchObject({ blocks: { length: 3 }, flows: { length: 2 } })
    await page.keyboard.press('Control+z')
    await block(page, 'Ranker').waitFor()
    await page.keyboard.press('Control+Shift+z')
    await block(page, 'Heavy ranker').waitFor()
    await saved(page)
  }))

test('a pair that no flow may join is refused with its reason, before and after the pointer is let go', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openBlank(page)
    await page.locator('[data-palette="client"]').click()
    await page.locator('[data-palette="training-job"]').click()
    const from = await middle(block(page, 'Client'))
    const to = await middle(block(page, 'Training job'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.move(from.x + from.width / 2, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.getByRole('tooltip').waitFor()
    expect(await page.getByRole('tooltip').innerText()).toMatch(/client/i)
    await page.mouse.up()
    await page
      .getByRole('alert')
      .filter({ hasText: /client/i })
      .waitFor()
    expect((await drawn(page)).flows).toEqual([])
  }))

test('nothing is named before five blocks stand, unless a review is asked for', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openBlank(page)
    for (const kind of ['client', 'app-service', 'ranker', 'training-job']) {
      const item = page.locator(`[data-palette="${kind}"]`)
      await item.scrollIntoViewIfNeeded()
      await item.click()
    }
    await page.getByRole('tab', { name: 'Findings' }).click()
    await page.getByText('Nothing said yet').waitFor()
    await page.getByRole('button', { name: 'Review now' }).click()
    await page.locator('li[data-rule="brief-business-goal-missing"]').waitFor()
    expect((await listedRules(page)).length).toBeGreaterThan(3)
  }))

test('a bad value is explained beside its field and leaves the design as it was', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').click()
    await page.getByRole('tab', { name: 'Properties' }).click()
    const latency = page.getByLabel('Own latency, p99')
    expect(await latency.inputValue()).toBe('35')
    await latency.fill('fast')
    await latency.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'fast' }).waitFor()
    expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)
    await latency.fill('0.04 s')
    await latency.press('Enter')
    await page.locator('[data-block="inf"]').getByText('40').waitFor({ state: 'attached' })
    expect(await latency.inputValue()).toBe('40')
  }))

test('a finding of the brief gives the cursor to its field; the answer closes the finding', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'fraud-detection')
    await page.getByRole('tab', { name: 'Brief' }).click()
    const goal = page.getByLabel('Business goal')
    await goal.fill('')
    await goal.press('Enter')
    await page.getByRole('tab', { name: /^Findings/ }).click()
    const finding = page.locator('li[data-rule="brief-business-goal-missing"]')
    await finding.getByRole('button').first().click()
    await finding.getByRole('button', { name: /^Fix/ }).click()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.type('Fewer fraud losses')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: /^Findings/ }).click()
    await finding.waitFor({ state: 'detached' })
  }))

test('a waived finding needs a reason, is listed with it, and comes back when the waiver is taken back', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'personalised-news-feed')
    await page.locator('[data-block="fb"]').click()
    await page.keyboard.press('Delete')
    await page.getByRole('tab', { name: /^Findings/ }).click()
    const finding = page.locator('li[data-rule="no-fallback"]').first()
    await finding.getByRole('button').first().click()
    const popover = page.locator('[data-popover="no-fallback"]')
    await popover.getByRole('button', { name: 'Waive' }).click()
    expect(await popover.getByRole('button', { name: 'Waive' }).isDisabled()).toBe(true)
    await page.keyboard.type('The app keeps the last feed.')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Waived/ }).click()
    await page.getByText('The app keeps the last feed.').waitFor()
    await page.getByRole('button', { name: 'Take back: no-fallback' }).click()
    await finding.waitFor()
  }))

test('moving one block of many draws that block and its flows again, and nothing else', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openCase(page, 'personalised-news-feed')
    // Notes show their Markdown a moment after the page is there.
    await page.waitForFunction(() => document.querySelector('[data-note="true"] pre') === null)
    const moved = await middle(page.locator('[data-block="alert"]'))
    await page.evaluate(() => {
      const touched = new Set<string>()
      Object.assign(globalThis, { touchedElements: touched })
      const nameOf = (node: Node) => {
        const element = node instanceof Element ? node : node.parentElement
        const flow = element?.closest('[data-flow]')?.getAttribute('data-flow')
        return flow ? `flow ${flow}` : element?.closest('.react-flow__node')?.getAttribute('data-id')
      }
      new MutationObserver(records => {
        for (const record of records) {
          const name = nameOf(record.target)
          if (name) touched.add(name)
        }
      }).observe(document.querySelector('[data-canvas]') as Element, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['d', 'style', 'transform', 'data-finding', 'class'],
      })
    })
    await drag(page, moved, { x: moved.x + 24, y: moved.y + 8 })
    const touched = await page.evaluate(() => [
      ...(globalThis as unknown as { touchedElements: Set<string> }).touchedElements,
    ])
    const blocks = touched.filter(name => !name.startsWith('flow ') && !name.startsWith('room:'))
    expect(blocks).toEqual(['alert'])
    expect(touched).toContain('flow svc-metric-alert')
    expect(touched.filter(name => name.startsWith('flow ') && !name.includes('alert')).length).toBeLessThan(8)
  }))

test('the arrow keys move what is selected, and one undo takes the whole run of presses back', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openBlank(page)
    await page.locator('[data-palette="client"]').click()
    const before = await middle(block(page, 'Client'))
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key)
    const after = await middle(block(page, 'Client'))
    expect([after.x - before.x, after.y - before.y]).toEqual([16, 40])
    await page.keyboard.press('Control+z')
    expect(await middle(block(page, 'Client'))).toEqual(before)
  }))
