import { expect, test } from 'vitest'
import { withPage } from './browser'
import { contentOf } from './click-prediction'
import { openBlank, saveFile, withoutFileDialogs } from './editor-page'
import { ready } from './hands-free'
import { costOfAll, ELEVEN_FLOWS, GROUNDPLAN, TEN_BLOCKS } from './ten-blocks'

test('the keys of the comparison draw ten named blocks with eleven flows, and no more keys than it says', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openBlank(page)
    await ready(page)
    await page.evaluate(() => {
      const counted = { keys: 0 }
      Object.assign(globalThis, { counted })
      window.addEventListener('keydown', () => (counted.keys += 1), true)
    })
    const list = page.getByRole('dialog')
    const bar = page.locator('[data-connecting]')
    for (const { does, letters = '', what } of GROUNDPLAN) {
      for (const key of does) {
        if (key === 'Enter') {
          await page.keyboard.type(letters)
          // The first line of the list, or the end that the bar shows, is what the step is called after.
          const shown = (await list.count()) > 0 ? list.getByRole('option').first() : bar.locator('p')
          const name = what.replace(/^(From|… to|.* to) | …$|, .*$/g, '')
          await expect.poll(async () => (await shown.textContent())?.toLowerCase()).toContain(name.toLowerCase())
        }
        await page.keyboard.press(key)
        if (key !== 'Enter') await list.or(bar).first().waitFor()
      }
      await list.waitFor({ state: 'detached' })
    }
    await bar.waitFor({ state: 'detached' })
    const { blocks, flows } = contentOf(await saveFile(page))
    expect(blocks).toEqual(TEN_BLOCKS)
    expect(flows.map(([from, to]) => [from, to])).toEqual([...ELEVEN_FLOWS].map(flow => [...flow]).sort())
    const { presses, letters } = costOfAll(GROUNDPLAN)
    // Saving the file to look into it takes Ctrl and S, too.
    const pressed = await page.evaluate(() => (globalThis as unknown as { counted: { keys: number } }).counted.keys)
    expect(pressed - 2).toBe(presses + letters)
  }))
