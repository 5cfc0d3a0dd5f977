import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OpenDialog } from '../../src/ui/session/editor-store'
import { withPage } from './browser'
import { command, openCase, openFile, withoutFileDialogs } from './editor-page'
import { ready } from './hands-free'

/** How each dialog is opened by keys, with a block selected; those that need a flow select it. */
const OPENED: Record<OpenDialog, (page: Page) => Promise<void>> = {
  export: page => page.keyboard.press('Control+e'),
  'export-selection': page => command(page, 'Export the selection'),
  commands: page => page.keyboard.press('Control+k'),
  shortcuts: page => page.keyboard.press('?'),
  versions: page => command(page, 'Version history'),
  add: page => page.keyboard.press('Tab'),
  kinds: page => page.keyboard.press('r'),
  'move-to-room': page => command(page, 'Move to room'),
  rules: page => command(page, 'Rule book'),
  score: page => command(page, 'Coverage and score'),
  document: page => command(page, 'Design document'),
  'case-changes': page => command(page, 'What did I change'),
  'reconnect-source': page => ofFlow(page, 'Move the start of the flow'),
  'reconnect-target': page => ofFlow(page, 'Move the end of the flow'),
  preferences: page => page.keyboard.press('Control+,'),
}

async function ofFlow(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowLeft')
  await page.locator('.react-flow__edge[data-focused]').waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  await page.locator('[data-flow][data-selected="true"]').waitFor({ state: 'attached' })
  await command(page, name)
}

/** Where the focus is: in the dialog, on nothing of the page (the browser's own bars), or somewhere behind. */
function focusPlace(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) return 'nothing'
    return activeElement.closest('dialog[open]') ? 'dialog' : `behind: ${activeElement.outerHTML.slice(0, 100)}`
  })
}

test.each(Object.entries(OPENED))(
  'the dialog “%s” takes the focus, keeps it, closes on Escape and gives it back',
  (_, open) =>
    withPage({ viewport: { width: 1440, height: 900 } }, async page => {
      await openCase(page, 'fraud-detection')
      await ready(page)
      await page.locator('[data-block="inf"]').click()
      await page.locator('.react-flow').focus()
      await open(page)
      const dialog = page.locator('dialog[open]')
      await dialog.getByRole('button').or(dialog.getByRole('combobox')).first().waitFor()
      expect(await focusPlace(page)).toBe('dialog')
      const places = new Set<string>()
      for (const key of [...Array(12).fill('Tab'), ...Array(12).fill('Shift+Tab')]) {
        await page.keyboard.press(key)
        places.add(await focusPlace(page))
      }
      places.delete('nothing')
      expect([...places]).toEqual(['dialog'])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.matches('.react-flow'))).toBe(true)
    }),
)

test('a refused file lists what is wrong with its places, in a dialog that gives the focus back', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const bad = {
      schema: 1,
      about: { design: { title: 'x' } },
      blocks: { a: { kind: 7, label: 'A' }, b: { kind: 'client' } },
    }
    await openFile(page, 'bad.groundplan.json', JSON.stringify(bad))
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('listitem').first().waitFor()
    expect(await focusPlace(page)).toBe('dialog')
    for (const item of await dialog.getByRole('listitem').all())
      expect(await item.locator('code').innerText()).toMatch(/^(about|brief|groups|blocks|flows|waivers|schema)/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await focusPlace(page)).not.toContain('dialog')
  }))
