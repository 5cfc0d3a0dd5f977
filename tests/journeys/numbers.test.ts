import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { command, openBlank, openCase, openFile, saved, saveFile, withoutFileDialogs } from './editor-page'

const WIDE = { viewport: { width: 1440, height: 900 } }

function number(page: Page, name: string) {
  return page.locator(`[data-number="${name}"]`)
}

test('the numbers follow a property as it is changed, past the limit, and a finding with them', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    const p99 = number(page, 'p99')
    await p99.getByText('200').waitFor()
    expect(await p99.textContent()).toMatch(/^p99200 \/ 300.ms$/)
    await page.locator('[data-block="app"]').click()
    await page.getByRole('tab', { name: 'Properties' }).click()
    const field = page.getByLabel('Own latency, p99')
    await field.fill('140')
    await field.press('Enter')
    await p99.getByText('320').waitFor()
    expect(await p99.getAttribute('data-over')).toBe('true')
    await page.getByRole('tab', { name: 'Findings' }).click()
    await page.locator('li[data-rule="latency-budget-exceeded"]').waitFor()
    await page
      .locator('[data-group="online"]')
      .getByText(/p99 320.ms of 300.ms/)
      .waitFor()
    await page.keyboard.press('Control+z')
    await p99.getByText('200').waitFor()
  }))

test('every number opens the terms it was worked out from, and a term leads to its field', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await number(page, 'p99').click()
    const terms = page.getByRole('region', { name: 'Slowest request path, upper bound' })
    await terms.waitFor()
    expect(await terms.textContent()).toMatch(/70.ms.*= 200.ms$/)
    await terms.getByRole('button', { name: /^Heavy ranker/ }).click()
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === '70')
    await number(page, 'Peak').click()
    await page.getByRole('dialog').getByRole('region', { name: 'Capacity' }).waitFor()
    await page.keyboard.press('Escape')
    await number(page, 'Memory').click()
    await page
      .getByRole('region', { name: /needs$/ })
      .first()
      .waitFor()
  }))

test('what is not set is asked for, and never shown as nought', () =>
  withPage(WIDE, async page => {
    await openBlank(page)
    for (const name of ['Client', 'Application service']) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('/')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
    }
    await page.locator('[data-block]').nth(1).waitFor()
    const [client, app] = await Promise.all(
      ['client', 'app-service'].map(kind => page.locator(`[data-block][data-kind="${kind}"]`).boundingBox()),
    )
    if (!client || !app) throw new Error('Two blocks are expected')
    await page.mouse.move(client.x + client.width / 2, client.y + client.height / 2)
    await page.mouse.move(client.x + client.width, client.y + client.height / 2)
    await page.mouse.down()
    await page.mouse.move(app.x + app.width / 2, app.y + app.height / 2, { steps: 8 })
    await page.mouse.up()
    await number(page, 'p99').getByText('not set').waitFor()
    await number(page, 'Peak').click()
    await page.getByRole('button', { name: /^Peak load in the brief/ }).click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    expect(await page.locator('[data-number]').allTextContents()).not.toContainEqual(expect.stringMatching(/\b0\b/))
  }))

test('the request path is traced: what is not on it stands back', () =>
  withPage(WIDE, async page => {
    await openCase(page, 'personalised-news-feed')
    await number(page, 'p99').click()
    await page.getByRole('button', { name: 'Show the request path' }).click()
    const dim = page.locator('[data-block][data-dim="true"]')
    await dim.first().waitFor()
    const bright = await page.$$eval('[data-block][data-dim="false"]', all =>
      all.map(one => one.getAttribute('data-block')).sort(),
    )
    expect(bright).toEqual(['app', 'cg', 'client', 'gw', 'pre1', 'rk', 'rr', 'st'])
    expect(await page.locator('[data-demand="app-request-rk"]').textContent()).toMatch(/^45k\/s$/)
    await page.keyboard.press('Escape')
    await command(page, 'Show everything again')
    await dim.first().waitFor({ state: 'detached' })
  }))

test('what if the load grows and a block fails: the answers stand on the canvas, the design stays as it was', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    await saved(page)
    const before = await saveFile(page)
    await command(page, 'What if the load grows')
    const bar = page.getByRole('region', { name: 'What if' })
    await bar.getByText('Every block keeps up, and every client gets its answer.').waitFor()
    await bar.getByRole('slider').focus()
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowRight')
    await bar.getByText(/^Past capacity: /).waitFor()
    expect(await page.locator('[data-load="over"]').count()).toBeGreaterThan(1)
    await bar.getByLabel('Fail a block').selectOption({ label: 'Heavy ranker' })
    await bar.getByText('Chronological feed answers for Feed service.').waitFor()
    await bar.getByText('Feed app gets an answer, and a poorer one than usual.').waitFor()
    expect(await page.locator('[data-block="rk"]').getAttribute('data-health')).toBe('down')
    await bar.getByLabel('Fail a block').selectOption({ label: 'Chronological feed' })
    await bar.getByText('Feed app gets an error: nothing answers in place of what is down.').waitFor()
    await bar.getByRole('button', { name: 'End' }).click()
    await bar.waitFor({ state: 'detached' })
    expect(await page.locator('[data-health]').count()).toBe(0)
    await saved(page)
    expect(await saveFile(page)).toBe(before)
    await page.reload()
    await page.locator('[data-block="rk"]').waitFor()
    expect(await saveFile(page)).toBe(before)
  }))

test('the document holds the brief, the numbers and the reasons, and is saved with its picture', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    await command(page, 'Design document')
    const article = page.getByRole('dialog', { name: 'Design document' }).getByRole('article')
    await article.getByRole('heading', { level: 1, name: 'Personalised news feed' }).waitFor()
    await article.getByAltText('The design: Personalised news feed').waitFor()
    for (const name of [
      'Brief',
      'Metrics',
      'Numbers',
      'Slowest request path',
      'Blocks',
      'Flows',
      'Notes and trade-offs',
    ])
      await article.getByRole('heading', { level: 2, name }).waitFor()
    const names: string[] = []
    page.on('download', download => names.push(download.suggestedFilename()))
    await page.getByRole('button', { name: 'Save Markdown' }).click()
    await page.locator('[data-toast]').getByText('Saved as personalised-news-feed.md').waitFor()
    expect(names.sort()).toEqual(['personalised-news-feed.md', 'personalised-news-feed.svg'])
  }))

const PAYLOADS = [
  '<script>window.__pwned=1</script>',
  '<img src=x onerror=window.__pwned=1>',
  '<svg/onload=window.__pwned=1>',
  '"><script>window.__pwned=1</script>',
  '[x](javascript:window.__pwned=1)',
  '![x](javascript:window.__pwned=1)',
  '<a href="javascript:window.__pwned=1">x</a>',
  '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
  '`</code><script>window.__pwned=1</script>`',
  '<style>*{display:none}</style>',
  '<math><mtext></table><img src=x onerror=window.__pwned=1>',
  '&lt;script&gt;window.__pwned=1&lt;/script&gt;',
]

test('hostile labels stay text on the page to print and in the list of designs', () =>
  withPage(WIDE, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const blocks = Object.fromEntries(
      PAYLOADS.map((label, i) => [
        `b${i}`,
        { kind: 'ranker', label, at: { x: 0, y: 96 * i }, notes: label, props: { owner: label } },
      ]),
    )
    const brief = { design: { businessGoal: PAYLOADS.join(' '), notes: { data: PAYLOADS.join('\n') } } }
    const design = { schema: 1, about: { design: { title: PAYLOADS[0], summary: PAYLOADS[1] } }, brief, blocks }
    await openFile(page, 'hostile.groundplan.json', JSON.stringify(design))
    await page.locator('[data-block="b0"]').waitFor()
    await command(page, 'Design document')
    const article = page.getByRole('dialog', { name: 'Design document' }).getByRole('article')
    await article.getByRole('heading', { level: 2, name: 'Blocks' }).waitFor()
    for (const payload of PAYLOADS) expect(await article.textContent()).toContain(payload)
    expect(await article.locator('script, iframe, style, svg, a, img:not([alt^="The design"])').count()).toBe(0)
    await page.keyboard.press('Escape')
    await saved(page)
    await page.getByRole('button', { name: 'All designs' }).click()
    await page
      .getByText(PAYLOADS[0] ?? '', { exact: true })
      .first()
      .waitFor()
    expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false)
  }))
