import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { command, openBlank, openCase, openFile, withoutFileDialogs } from './editor-page'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it is now: rule, how grave, and where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async tags => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: true } },
    })
    return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(node => node.target).join(' | ')}`)
  }, TAGS)
}

const STATES: Record<string, (page: Page) => Promise<void>> = {
  'the start screen': page => page.locator('[data-case]').first().waitFor(),
  'an empty canvas': openBlank,
  'a design': page => openCase(page, 'fraud-detection'),
  'a selected block and its properties': async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').click()
    await page.getByLabel('Own latency, p99').waitFor()
  },
  'a selected flow': async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').click()
    await page.getByRole('button', { name: /from Payment service/ }).click()
    await page.getByLabel('Kind', { exact: true }).waitFor()
  },
  'an open finding': async page => {
    await openCase(page, 'personalised-news-feed')
    await page.locator('[data-block="ab"]').click()
    await page.keyboard.press('Delete')
    await page.getByRole('tab', { name: 'Findings' }).click()
    await page.locator('li[data-rule]').getByRole('button').first().click()
    await page.locator('[data-popover]').waitFor()
  },
  'the brief': async page => {
    await openCase(page, 'fraud-detection')
    await page.getByRole('tab', { name: 'Brief' }).click()
    await page.getByLabel('Business goal').waitFor()
  },
  'a search in the palette': async page => {
    await openBlank(page)
    await page.getByRole('combobox', { name: 'Find a block' }).fill('rank')
  },
  'the export dialog': async page => {
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog').waitFor()
  },
  'the command palette': async page => {
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /command/i }).fill('tidy')
  },
  'the shortcuts': async page => {
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  },
  'the page of a rule': async page => {
    await openCase(page, 'fraud-detection')
    await command(page, 'Rule book')
    await page.getByAltText(/^Fine: /).waitFor()
  },
  'the score': async page => {
    await openCase(page, 'fraud-detection')
    await page.getByRole('tab', { name: 'Findings' }).click()
    await page.getByRole('button', { name: /^Coverage/ }).click()
    await page.getByRole('dialog').getByRole('row').first().waitFor()
  },
  'the terms of a number': async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-number="p99"]').click()
    await page.getByRole('region', { name: 'Slowest request path, upper bound' }).waitFor()
  },
  'a question what if': async page => {
    await openCase(page, 'fraud-detection')
    await command(page, 'What if the load grows')
    await page.getByLabel('Fail a block').selectOption({ label: 'Fraud scorer' })
    await page.locator('[data-health="down"]').waitFor()
  },
  'the design document': async page => {
    await openCase(page, 'fraud-detection')
    await command(page, 'Design document')
    await page.getByAltText(/^The design: /).waitFor()
  },
  'the menu of a block': async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').click({ button: 'right' })
    await page.getByRole('menu').waitFor()
  },
  'the find bar': async page => {
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('score')
  },
  'a block that the keyboard stands on': async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('#canvas-help').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.locator('[data-focused]').waitFor()
  },
  'the outline': async page => {
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('o')
    await page.getByRole('treegrid').waitFor()
    await page.keyboard.press('ArrowDown')
  },
  'the outline of an empty canvas': async page => {
    await openBlank(page)
    await page.keyboard.press('o')
    await page.getByText('Nothing is on the canvas yet').waitFor()
  },
  'a name that is typed in the outline': async page => {
    await openCase(page, 'fraud-detection')
    await page.keyboard.press('o')
    await page.getByRole('treegrid').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F2')
    await page.getByRole('treegrid').getByRole('textbox').waitFor()
  },
  'a selected room': async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-group="training"]').getByText('Training').click()
    await page.getByRole('button', { name: 'Ungroup' }).waitFor()
  },
  'the changes of a copy': async page => {
    await openCase(page, 'fraud-detection')
    await page.locator('[data-block="inf"]').click()
    await page.keyboard.press('Delete')
    await page.locator('[data-case-changes]').click()
    await page.getByRole('dialog', { name: 'What did I change?' }).waitFor()
  },
  'a file that was refused': async page => {
    await withoutFileDialogs(page.context())
    await page.reload()
    await openFile(page, 'package.json', '{ "name": "x" }')
    await page.getByRole('dialog').waitFor()
  },
}

test.each((['light', 'dark'] as const).flatMap(theme => Object.keys(STATES).map(name => [name, theme] as const)))(
  '%s in %s has no violation that axe knows',
  (name, theme) =>
    withPage({ theme, viewport: { width: 1440, height: 900 } }, async page => {
      await STATES[name]?.(page)
      expect(await violations(page)).toEqual([])
    }),
)

/** What takes a press, and a way to say which it is. */
const TARGETS = [
  'button',
  'a[href]',
  'input:not([type="hidden"])',
  'select',
  'textarea',
  'summary',
  '[role="option"]',
  '[role^="menuitem"]',
  '[role="tab"]',
  '[role="switch"]',
].join(', ')

/**
 * Targets of which what catches the pointer is less than 24 px wide or high. A label counts with its field, and a link in
 * a line of text may be as high as the line. What stands on the canvas is as large as its zoom, and held to this at 100 %
 * elsewhere.
 */
async function tooSmall(page: Page, within: string): Promise<string[]> {
  return page.evaluate(
    ([targets, root]) => {
      const LEAST = 24
      const isInText = (element: Element) =>
        element.matches('a') &&
        getComputedStyle(element).display === 'inline' &&
        element.closest('p, li, td, dd') !== null
      const catches = (element: Element, x: number, y: number) => {
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (element.contains(hit) || hit.contains(element))
      }
      return [...document.querySelectorAll(root)].flatMap(one =>
        [...one.querySelectorAll(targets)].flatMap(element => {
          const box = element.getBoundingClientRect()
          const label = element.closest('label')?.getBoundingClientRect()
          const isLarge = (rect?: DOMRect) => rect !== undefined && rect.width >= LEAST && rect.height >= LEAST
          const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 0
          if (
            !isShown ||
            element.closest('.react-flow__viewport') ||
            isInText(element) ||
            isLarge(box) ||
            isLarge(label)
          )
            return []
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
          // Behind a dialog or scrolled out of sight: nothing can be pressed.
          if (!catches(element, x, y)) return []
          const reach = LEAST / 2 - 0.5
          const isCaught = [-reach, reach].every(by => catches(element, x + by, y) && catches(element, x, y + by))
          const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
          return isCaught ? [] : [`${element.localName} “${name.slice(0, 40)}” ${box.width} x ${box.height}`]
        }),
      )
    },
    [TARGETS, within] as const,
  )
}

test.each(Object.keys(STATES))('%s has no target under 24 pixels', name =>
  withPage({ viewport: { width: 1440, height: 900 } }, async page => {
    await STATES[name]?.(page)
    expect(await tooSmall(page, 'body')).toEqual([])
  }),
)

// The properties of a block are folded away there until they are asked for.
const NARROW = ['an empty canvas', 'a design', 'the outline', 'the command palette'] as const

test.each(NARROW.map(start => Object.keys(STATES).find(name => name.startsWith(start)) ?? start))(
  '%s at a width of 390 pixels has no violation that axe knows',
  name =>
    withPage({ viewport: { width: 390, height: 844 } }, async page => {
      await STATES[name]?.(page)
      expect(await violations(page)).toEqual([])
    }),
)
