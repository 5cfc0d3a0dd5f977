import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Design } from '../../src/model/design'
import { withPage } from './browser'
import { block, openBlank, openCase, saved, saveFile, withoutFileDialogs } from './editor-page'

const FRAUD = readFileSync('templates/fraud-detection.groundplan.json', 'utf8')
const { blocks, flows } = JSON.parse(FRAUD) as Pick<Design, 'blocks' | 'flows'>

/** Ids of the cards that are shown, in their order. */
function cards(page: Page): Promise<string[]> {
  return page.$$eval('[data-case]', all => all.map(one => one.getAttribute('data-case') ?? ''))
}

/** The id of the card, or of the design in the list, that has the keyboard. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { dataset } = document.activeElement as HTMLElement
    return dataset.case ?? dataset.document
  })
}

function titles(page: Page): Promise<string[]> {
  return page.$$eval('[data-document] strong', all => all.map(one => one.textContent ?? ''))
}

async function backToStart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'All designs' }).click()
  await page.locator('[data-document]').first().waitFor()
}

test('the gallery is searched, filtered and opened by the keyboard alone', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await page.locator('[data-case]').first().waitFor()
    const all = await cards(page)
    expect(all.slice(0, 3)).toEqual(['personalised-news-feed', 'ad-click-prediction', 'fraud-detection'])

    await page.keyboard.press('/')
    const field = page.getByRole('searchbox', { name: 'Find a case' })
    await page.keyboard.type('fraud')
    expect(await cards(page)).toEqual(['fraud-detection'])
    await page.keyboard.press('Escape')
    expect([await field.inputValue(), await cards(page)]).toEqual(['', all])
    await page.keyboard.type('no such system')
    await page.getByText('speaks of “no such system”').waitFor()
    await page.getByRole('button', { name: 'Show all' }).press('Enter')
    expect(await cards(page)).toEqual(all)

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('ad-click-prediction')
    await page.keyboard.press('ArrowUp')
    expect(await field.evaluate(one => one === document.activeElement)).toBe(true)

    await page.getByRole('radio', { name: /^All/ }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('radio', { name: 'Recommendation' }).isChecked()).toBe(true)
    const recommendation = await cards(page)
    expect(recommendation).toContain('personalised-news-feed')
    expect(recommendation).not.toContain('fraud-detection')
    await page.getByText('Ads', { exact: true }).click()
    expect(await cards(page)).toEqual(['ad-click-prediction'])

    await page.locator('[data-case="ad-click-prediction"]').press('Enter')
    await page.locator('[data-block]').first().waitFor()
    await page.getByRole('heading', { name: 'Ad click prediction' }).waitFor()
  }))

test.each(['light', 'dark'] as const)(
  'in %s the cards show their pictures, and neither a case study nor a picture of the other theme is fetched',
  theme =>
    withPage({ theme, viewport: { width: 1440, height: 900 } }, async page => {
      const asked: string[] = []
      page.on('request', request => asked.push(new URL(request.url()).pathname.replace(/^.*\//, '')))
      await page.reload()
      const picture = page.locator(`[data-case="fraud-detection"] img:visible`)
      await picture.waitFor()
      await expect
        .poll(() => picture.evaluate(one => [(one as HTMLImageElement).naturalWidth, one.clientWidth]))
        .toEqual([240, 240])
      expect(asked.filter(name => /^fraud-detection-.*\.svg$/.test(name))).toHaveLength(1)
      expect(asked.filter(name => name.startsWith(`fraud-detection-${theme}`))).toHaveLength(1)
      expect(asked.filter(name => /groundplan-.*\.js$/.test(name))).toEqual([])
    }),
)

/** The lines of the list of changes: what was done, to what, and the fields. */
function lines(dialog: Locator): Promise<string[]> {
  return dialog.locator('[data-change]').allInnerTexts()
}

test('a copy tells what was changed, shows where, is reset to the bytes of the case, and the reset is undone', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openCase(page, 'fraud-detection')
    expect(await page.locator('[data-case-changes]').count()).toBe(0)

    await page.locator('[data-block="inf"]').click()
    const latency = page.getByLabel('Own latency, p99')
    await latency.fill('45')
    await latency.press('Enter')
    await page.locator('[data-case-changes="1"]').waitFor()
    await saved(page)
    await page.reload()
    await page.locator('[data-case-changes="1"]').waitFor()
    await page.locator('[data-block="ev"]').click()
    await page.keyboard.press('Shift+Delete')
    const changed = await saveFile(page)
    expect(changed).not.toBe(FRAUD)

    // One block is changed, another is gone with its flows.
    const gone = Object.values(flows).filter(({ source, target }) => source === 'ev' || target === 'ev')
    const count = 2 + gone.length
    await page.locator(`[data-case-changes="${count}"]`).click()
    const dialog = page.getByRole('dialog', { name: 'What did I change?' })
    await dialog.getByText(`${count} changes`).waitFor()
    const label = (id: string) => blocks[id]?.label ?? ''
    expect((await lines(dialog)).map(line => line.split(/\s+/).join(' '))).toEqual([
      `Changed: ${label('inf')} Online inference Own latency, p99 was ${blocks.inf?.props.p99Ms} ms now 45 ms`,
      `Removed: ${label('ev')}`,
      ...gone
        .map(({ source, target }) => `${label(source)} to ${label(target)}`)
        .sort((a, b) => a.localeCompare(b, 'en'))
        .map(name => expect.stringContaining(`Removed: ${name} `)),
    ])
    await dialog.getByRole('button', { name: label('inf') }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await block(page, label('inf')).getAttribute('data-selected')).toBe('true')

    await page.getByRole('button', { name: 'File', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Reset to the case study' }).click()
    await page.locator('[data-toast]').getByText('Reset to the case study.').waitFor()
    expect(await saveFile(page)).toBe(FRAUD)
    expect(await page.locator('[data-case-changes]').count()).toBe(0)

    await page.keyboard.press('Control+z')
    await page.locator(`[data-case-changes="${count}"]`).waitFor()
    expect(await saveFile(page)).toBe(changed)

    await page.getByRole('button', { name: 'File', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Version history' }).click()
    // What was reset is the newest version, and the undo brought the same back.
    await page.getByText('The design is as it was then.').waitFor()
  }))

test('a design of one’s own has no case study to go back to', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await openBlank(page)
    await page.getByRole('button', { name: 'File', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Version history' }).waitFor()
    expect(await page.getByRole('menuitem', { name: /case study|did I change/ }).count()).toBe(0)
  }))

test('a recent design is renamed, copied, deleted and brought back, and a copy remembers its case', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    for (const id of ['fraud-detection', 'ad-click-prediction']) {
      await openCase(page, id)
      await backToStart(page)
    }
    expect(await titles(page)).toEqual(['Ad click prediction', 'Card payment fraud detection'])

    await page.locator('[data-document]').nth(1).press('F2')
    await page.getByRole('textbox', { name: 'Title' }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Fraud, second pass')
    await page.keyboard.press('Enter')
    await page.locator('[data-document]').getByText('Fraud, second pass').waitFor()
    expect(await titles(page)).toEqual(['Fraud, second pass', 'Ad click prediction'])

    await page.locator('[data-document]').first().hover()
    await page.getByRole('button', { name: 'More about Fraud, second pass' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.locator('[data-document]').getByText('Fraud, second pass (copy)').waitFor()

    const [, second] = await page.$$eval('[data-document]', all => all.map(one => one.getAttribute('data-document')))
    await page.locator('[data-document]').first().press('Delete')
    await page.getByRole('status').getByText('“Fraud, second pass (copy)” deleted.').waitFor()
    await expect.poll(() => focused(page)).toBe(second)
    await page.keyboard.press('Delete')
    await page.getByRole('status').getByText('2 designs deleted.').waitFor()
    expect(await titles(page)).toEqual(['Ad click prediction'])
    await page.keyboard.press('Control+z')
    await page.locator('[data-document]').getByText('Fraud, second pass').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('[data-document]').getByText('Fraud, second pass (copy)').waitFor()
    expect(await titles(page)).toEqual(['Fraud, second pass (copy)', 'Fraud, second pass', 'Ad click prediction'])

    await page.locator('[data-document]').first().click()
    await page.locator('[data-case-changes="1"]').click()
    const dialog = page.getByRole('dialog', { name: 'What did I change?' })
    await dialog.getByText('Fraud, second pass (copy)').waitFor()
  }))

test('a design that is dropped anywhere on the start screen is opened', () =>
  withPage({}, async page => {
    await page.locator('[data-case]').first().waitFor()
    await page.evaluate(text => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'taken-home.groundplan.json'))
      const target = document.querySelector('[data-case]') as HTMLElement
      target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, FRAUD)
    await page.locator('[data-block="inf"]').waitFor()
    expect(await page.locator('[data-case-changes]').count()).toBe(0)
  }))
