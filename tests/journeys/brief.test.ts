import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { openBlank, openCase, openFile, saved, saveFile, withoutFileDialogs } from './editor-page'

const WIDE = { viewport: { width: 1440, height: 900 } }

async function openBrief(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Brief' }).click()
  await question(page, 'Business goal').waitFor()
}

/** Opens plan text as a design of its own. */
async function openPlan(page: Page, plan: string): Promise<void> {
  await withoutFileDialogs(page.context())
  await page.reload()
  await openFile(page, 'design.plan', plan.replaceAll('; ', '\n'))
  await page.locator('[data-block]').first().waitFor()
}

/** The input of a question of the brief. */
function question(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true })
}

/** The chips of a list. */
function chips(page: Page, label: string): Promise<string[]> {
  return page.getByRole('list', { name: label, exact: true }).getByRole('listitem').allTextContents()
}

function suggestions(page: Page, label: string): Promise<string[]> {
  return page
    .getByRole('group', { name: `Suggestions for ${label}` })
    .getByRole('button')
    .allTextContents()
}

/** Types into field after field, with Tab between them. */
async function typeOn(page: Page, ...answers: readonly string[]): Promise<void> {
  for (const answer of answers) {
    await page.keyboard.type(answer)
    await page.keyboard.press('Tab')
  }
}

test('a brief is filled from blank by the keyboard alone', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openBlank(page)
    await page.getByRole('tab', { name: 'Findings' }).focus()
    await page.keyboard.press('ArrowRight')
    await question(page, 'Business goal').focus()
    await typeOn(page, 'More bookings', 'bookings per search', 'full', '300 M', '5', '2.6', '')
    expect(await page.locator(':focus').textContent()).toBe('Use 45.1k/s')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await typeOn(page, '500 k', '2.1 B', '0.2 s', '99.95')
    await page.getByLabel('ML task', { exact: true }).focus()
    await page.keyboard.type('ranking')
    await question(page, 'Offline metrics').focus()
    await page.keyboard.type('ndcg@10, mrr;recall@100')
    await page.keyboard.press('Enter')
    await saved(page)
    const { brief } = JSON.parse(await saveFile(page))
    expect(brief).toEqual({
      design: {
        businessGoal: 'More bookings',
        successMetric: 'bookings per search',
        scope: 'full',
        dau: 300_000_000,
        requestsPerUserPerDay: 5,
        peakFactor: 2.6,
        peakQps: 45_100,
        itemsPerDay: 500_000,
        corpusSize: 2_100_000_000,
        latencyP99Ms: 200,
        availabilityPct: 99.95,
        mlTask: 'ranking',
        offlineMetrics: ['ndcg@10', 'mrr', 'recall@100'],
      },
    })
  }))

test('the load of the users is worked out beside the peak load, says what it lacks, and sets it by one press', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    await openBrief(page)
    const calculator = page.getByRole('group', { name: 'Peak load from the users' })
    const height = await calculator.evaluate(element => element.clientHeight)
    expect(await calculator.textContent()).toContain('daily active users × requests per user and day / 86 400 s')
    await calculator.getByRole('button', { name: 'daily active users' }).click()
    await page.keyboard.type('300 M')
    await page.keyboard.press('Enter')
    await calculator.getByText(/^300\sM\susers × requests per user and day/).waitFor()
    await calculator.getByRole('button', { name: 'requests per user and day' }).click()
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    expect(await question(page, 'Requests per user and day').evaluate(field => field === document.activeElement)).toBe(
      true,
    )
    await calculator.getByText('= 17.4k/s on average').waitFor()
    await calculator.getByText('× 2.5 assumed = 43.4k/s at peak').waitFor()
    await question(page, 'Peak factor').fill('2.6')
    await question(page, 'Peak factor').press('Enter')
    await calculator.getByRole('button', { name: 'Use 45.1k/s' }).click()
    expect(await question(page, 'Peak load').inputValue()).toBe('45 100')
    await calculator.getByRole('button', { name: 'Uses 45.1k/s' }).waitFor()
    expect(await calculator.evaluate(element => element.clientHeight)).toBe(height)
    await page.getByText('43.8 min a month').waitFor()
    await question(page, 'Availability target').fill('99')
    await question(page, 'Availability target').press('Enter')
    await page.getByText('7.3 h down a month').waitFor()
  }))

test('what a step lacks is marked at its question and listed in its step, and goes when it is answered', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await openBrief(page)
    const clarify = page.getByRole('region', { name: 'Brief: Clarify' })
    const head = clarify.getByRole('heading', { level: 2 })
    const before = await head.textContent()
    const [, met = '', of = ''] = /^1Clarify(\d+) of (\d+)$/.exec(before ?? '') ?? []
    const goal = question(page, 'Business goal')
    await goal.fill('')
    await goal.press('Enter')
    const finding = clarify.locator('li[data-rule="brief-business-goal-missing"]')
    await finding.waitFor()
    await clarify.locator('[data-field="businessGoal"] [data-severity="error"]').first().waitFor()
    expect(await head.textContent()).toBe(`1Clarify${Number(met) - 1} of ${of}1`)

    await finding.getByRole('button').click()
    await page.getByText('Trade-off').waitFor()
    await openBrief(page)
    await goal.fill('Meaningful interactions')
    await goal.press('Tab')
    await finding.waitFor({ state: 'detached' })
    expect(await clarify.locator('[data-severity]').count()).toBe(0)
    expect(await head.textContent()).toBe(before)
    expect(await question(page, 'Success metric').evaluate(field => field === document.activeElement)).toBe(true)
  }))

test('a step is folded away and unfolds where a finding asks one of its questions', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await openBrief(page)
    await question(page, 'Guardrail metrics').focus()
    for (const _ of await chips(page, 'Guardrail metrics')) {
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Delete')
    }
    expect(await chips(page, 'Guardrail metrics')).toEqual([])
    await page.getByRole('region', { name: 'Brief: Frame' }).getByRole('button', { expanded: true }).first().click()
    expect(await question(page, 'Guardrail metrics').count()).toBe(0)
    await page.getByRole('tab', { name: 'Findings' }).click()
    const row = page.locator('li[data-rule="guardrail-metric-missing"]')
    await row.getByRole('button').first().click()
    await row.getByRole('button', { name: /^Fix: / }).click()
    await page.waitForFunction(() => document.activeElement?.closest('[data-field="guardrailMetrics"]'))
    expect(await suggestions(page, 'Guardrail metrics')).toContain('report rate')
  }))

test('a list takes names by Enter, semicolon and comma and by its suggestions, and gives each back', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    await openBrief(page)
    await page.getByLabel('ML task', { exact: true }).selectOption('retrieval')
    expect(await suggestions(page, 'Offline metrics')).toEqual(['recall@k', 'mrr', 'ndcg'])
    const list = question(page, 'Offline metrics')
    await list.pressSequentially('nDCG@10,map;Map')
    await list.press('Enter')
    expect(await chips(page, 'Offline metrics')).toEqual(['nDCG@10', 'map'])
    expect(await suggestions(page, 'Offline metrics')).toEqual(['recall@k', 'mrr'])

    await page.getByRole('group', { name: 'Suggestions for Offline metrics' }).getByText('mrr').click()
    expect(await chips(page, 'Offline metrics')).toEqual(['nDCG@10', 'map', 'mrr'])
    await list.press('Tab')
    await page.keyboard.press('Enter')
    expect(await chips(page, 'Offline metrics')).toEqual(['nDCG@10', 'map', 'mrr', 'recall@k'])
    expect(await page.getByRole('group', { name: 'Suggestions for Offline metrics' }).count()).toBe(0)

    expect(await list.evaluate(field => field === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Backspace')
    expect(await chips(page, 'Offline metrics')).toEqual(['nDCG@10', 'map'])
    await page.getByRole('button', { name: 'Remove nDCG@10' }).click()
    expect(await chips(page, 'Offline metrics')).toEqual(['map'])

    await question(page, 'Assumptions').fill('users are signed in, mostly')
    await question(page, 'Assumptions').press('Enter')
    expect(await chips(page, 'Assumptions')).toEqual(['users are signed in, mostly'])
    await page.getByLabel('Diagram').click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await chips(page, 'Assumptions')).toEqual([])
    expect(await chips(page, 'Offline metrics')).toEqual(['nDCG@10', 'map'])
  }))

test('a comparison of options sets the property, of a block and of the brief, and the document tells the decision', () =>
  withPage(WIDE, async page => {
    await openPlan(page, 'ds dataset-builder "Training set" split=time; brief mlTask=ranking')
    await page.locator('[data-block="ds"]').click()
    await page.getByRole('button', { name: 'Compare options: Split' }).click()
    const split = page.getByRole('group', { name: 'How are training and test data kept apart?' })
    await split.getByRole('button', { name: 'time', pressed: true }).waitFor()
    expect(await split.getByRole('link').first().getAttribute('href')).toMatch(/^https:/)
    await split.getByRole('button', { name: 'entity' }).click()
    await split.getByRole('button', { name: 'entity', pressed: true }).waitFor()
    expect(await page.getByLabel('Split', { exact: true }).inputValue()).toBe('entity')

    await openBrief(page)
    await page.getByRole('button', { name: 'Compare options: Prediction mode' }).click()
    await page
      .getByRole('group', { name: 'When is a prediction made?' })
      .getByRole('button', { name: 'stream' })
      .click()
    expect(await page.getByLabel('Prediction mode', { exact: true }).inputValue()).toBe('stream')

    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('Design document')
    await page.getByRole('option').filter({ hasText: 'Design document' }).first().waitFor()
    await page.keyboard.press('Enter')
    const article = page.getByRole('dialog', { name: 'Design document' }).getByRole('article')
    await article.getByRole('heading', { level: 2, name: 'Decisions' }).waitFor()
    await article.getByRole('row', { name: /^Brief When is a prediction made\? stream / }).waitFor()
    await article
      .getByRole('row', { name: /^Training set How are training and test data kept apart\? entity / })
      .waitFor()
  }))

test('a card of the brief on the canvas follows its answers, and a double click asks for its first', () =>
  withPage(WIDE, async page => {
    await openPlan(page, 'card brief-card "Scale" shows=scale; client -> app-service')
    const card = page.locator('[data-block="card"]')
    await card.getByText('Not answered yet').waitFor({ state: 'attached' })
    await openBrief(page)
    await question(page, 'Daily active users').fill('12.5 M')
    await question(page, 'Daily active users').press('Tab')
    await card.getByText(/^12\.5\sM\susers/).waitFor({ state: 'attached' })

    await card.dblclick()
    await page.getByRole('heading', { level: 2, name: 'Scale' }).waitFor()
    expect(await question(page, 'Daily active users').evaluate(field => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+a')
    await typeOn(page, '9 M')
    await card.getByText(/^9\sM\susers/).waitFor({ state: 'attached' })
    await openBrief(page)
    expect(await question(page, 'Daily active users').inputValue()).toBe('9 M')
  }))

test('the notes of a step are written as Markdown and read as they are meant, and never run', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    await openBrief(page)
    const serve = page.getByRole('region', { name: 'Brief: Serve' })
    await serve
      .getByLabel('Notes', { exact: true })
      .fill('**Slow** path <img src=x onerror="alert(1)">\n- [docs](https://example.org)')
    await serve.getByLabel('Notes', { exact: true }).press('Control+Enter')
    const read = serve.getByRole('group', { name: 'Notes' })
    expect(await read.locator('strong').textContent()).toBe('Slow')
    expect(await read.getByRole('link', { name: 'docs' }).getAttribute('href')).toBe('https://example.org')
    expect([await read.locator('img').count(), await read.textContent()]).toEqual([
      0,
      'Slow path <img src=x onerror="alert(1)">•docs',
    ])
    await page.keyboard.press('Enter')
    await serve.getByLabel('Notes', { exact: true }).press('Control+End')
    await page.keyboard.type(' and code')
    await page.keyboard.press('Escape')
    expect(await serve.getByLabel('Notes', { exact: true }).inputValue()).not.toContain('and code')
    await serve.getByRole('button', { name: 'Preview the notes' }).click()
    await read.waitFor()
  }))

test('nothing of the brief is cut where the panel is narrow', () =>
  withPage({ viewport: { width: 1024, height: 768 } }, async page => {
    await openCase(page, 'personalised-news-feed')
    await openBrief(page)
    await page.getByRole('button', { name: 'Compare options: Prediction mode' }).click()
    const cut = await page.getByRole('tabpanel').evaluate(panel =>
      [panel, ...panel.querySelectorAll('*')]
        .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        .filter(element => getComputedStyle(element).display !== 'inline')
        .map(element => element.outerHTML.slice(0, 120)),
    )
    expect(cut).toEqual([])
  }))
