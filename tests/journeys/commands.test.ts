import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Command, commandTitle } from '../../src/ui/commands/command'
import { withPage } from './browser'
import { block, drawn, middle, openCase, saved, saveFile, withoutFileDialogs } from './editor-page'
import {
  AFTER,
  ALL_COMMANDS,
  BY_KEYS_ALONE,
  FINISH,
  LEAVES_DESIGN,
  NAMED_COMMANDS,
  pick,
  pointOn,
  prepare,
  run,
} from './running-commands'

const VIEWPORT = { width: 1600, height: 1000 }

/** So many commands a test: each opens the editor anew, and none takes long. */
const AT_A_TIME = 10

const CHANGING = ALL_COMMANDS.filter(({ id }) => !LEAVES_DESIGN.includes(id))

test('what the lists of this walk name are commands of the editor', () => {
  const known = new Set(ALL_COMMANDS.map(({ id }) => id))
  expect(NAMED_COMMANDS.filter(id => !known.has(id))).toEqual([])
  expect(known.size).toBe(ALL_COMMANDS.length)
})

test.each(partsOf(CHANGING))(
  '$first to $last: each changes the design, and one undo brings back every byte',
  ({ commands }) =>
    withPage({ viewport: VIEWPORT }, async page => {
      await open(page)
      const results: [id: string, result: string][] = []
      for (const command of commands) results.push([command.id, await resultOf(page, command)])
      expect(results).toEqual(commands.map(({ id }) => [id, 'undone']))
    }),
)

/** Commands in parts of a size that one test can take, with the first and last of each. */
function partsOf(commands: readonly Command[]) {
  return Array.from({ length: Math.ceil(commands.length / AT_A_TIME) }, (_, index) => {
    const part = commands.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME)
    return { first: part[0]?.id, last: part.at(-1)?.id, commands: part }
  })
}

async function resultOf(page: Page, command: Command): Promise<string> {
  await prepare(page, command)
  const before = await saveFile(page)
  const step = await nextStep(page)
  await run(page, command)
  await FINISH[command.id]?.(page)
  const hasChanged = await page.waitForFunction(hasOtherStep, step, { timeout: 10_000 }).catch(() => null)
  // What follows a command on its own, such as a layout, is part of it.
  await saved(page)
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  const isSame = (await saveFile(page)) === before
  await page.keyboard.press('Escape')
  if (hasChanged) await page.keyboard.press('Control+z')
  const isUndone = (await saveFile(page)) === before && (await nextStep(page)) === step
  await takeBack(page, command)
  if (!hasChanged) return 'nothing to undo'
  if (isSame) return 'left the design as it was'
  return isUndone ? 'undone' : 'more than one step, or other bytes'
}

function hasOtherStep(step: string): boolean {
  return document.querySelector('[data-command="undo"]')?.getAttribute('aria-label') !== step
}

/** Undoes what was done before the command, and turns switches back. */
async function takeBack(page: Page, { id }: Command): Promise<void> {
  await AFTER[id]?.(page)
  while (await page.locator('[data-command="undo"]').isEnabled()) await page.keyboard.press('Control+z')
}

/** What the next undo would take back, empty when there is nothing. */
async function nextStep(page: Page): Promise<string> {
  return (await page.locator('[data-command="undo"]').getAttribute('aria-label')) ?? ''
}

test.each(partsOf(ALL_COMMANDS))(
  '$first to $last: each has keys, or is found by its name when it applies',
  ({ commands }) =>
    withPage({ viewport: VIEWPORT }, async page => {
      await open(page)
      const found: [id: string, entry: string | null][] = []
      for (const command of commands) found.push([command.id, await entryOf(page, command)])
      expect(found).toEqual(commands.map(({ id }) => [id, BY_KEYS_ALONE.includes(id) ? 'keys' : `command/${id}`]))
    }),
)

/** What the command palette offers first for the name of a command that applies, or that keys alone run it. */
async function entryOf(page: Page, command: Command): Promise<string | null> {
  if (BY_KEYS_ALONE.includes(command.id)) return command.keys ? 'keys' : null
  await prepare(page, command)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(commandTitle(command))
  const first = page.locator(`[data-entry="command/${command.id}"][aria-selected="true"]`)
  await first.waitFor({ timeout: 4000 }).catch(() => null)
  const entry = await page
    .locator('[data-entry][aria-selected="true"]')
    .getAttribute('data-entry', { timeout: 1000 })
    .catch(() => null)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await takeBack(page, command)
  return entry
}

async function open(page: Page): Promise<void> {
  await withoutFileDialogs(page.context())
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.reload()
  await openCase(page, 'personalised-news-feed')
}

test('the command palette adds, shows and runs by the keyboard alone, and offers last what was used last', () =>
  withPage({ viewport: VIEWPORT }, async page => {
    await open(page)
    await page.keyboard.press('Control+k')
    await pick(page, 'semantic cache')
    await block(page, 'Semantic cache').waitFor()

    await page.keyboard.press('Control+/')
    await page.getByRole('dialog').getByRole('combobox').fill('pseudo')
    await page.getByRole('option', { selected: true }).filter({ hasText: 'Pseudonymise ids' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.locator('[data-block="pii"][data-selected="true"]').waitFor()

    await page.keyboard.press('Control+k')
    const last = page.getByRole('group', { name: 'Last used' }).getByRole('option')
    expect(await last.allInnerTexts()).toEqual([
      expect.stringContaining('Pseudonymise ids'),
      expect.stringContaining('Semantic cache'),
    ])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('[data-block="pii"]').getAttribute('data-selected')).toBe('true')
  }))

test('a fix of an open finding is carried out from the command palette', () =>
  withPage({ viewport: VIEWPORT }, async page => {
    await open(page)
    await page.locator('[data-block="ab"]').click()
    await page.keyboard.press('Delete')
    await page.locator('[data-badge="no-online-experiment"]').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('group', { name: 'Fix a finding' }).getByText('no-online-experiment').first().click()
    await page.locator('[data-badge="no-online-experiment"]').first().waitFor({ state: 'detached' })
    await page.locator('[data-toast]').waitFor()
  }))

test('the status bar opens the commands and the shortcuts; the sheet names every key', () =>
  withPage({ viewport: VIEWPORT }, async page => {
    await open(page)
    await page.getByRole('button', { name: 'Commands' }).click()
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Shortcuts' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Tidy layout').waitFor()
    const bound = ALL_COMMANDS.filter(command => command.keys)
    const named = await sheet.locator('dt').allInnerTexts()
    expect(bound.map(commandTitle).filter(title => !named.includes(title))).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Shortcuts')
  }))

test('the menu of a block, of a flow and of the canvas does what their keys do', () =>
  withPage({ viewport: VIEWPORT }, async page => {
    await open(page)
    await page.locator('[data-block="rk"]').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.keyboard.type('Third ranker')
    await page.keyboard.press('Enter')
    await block(page, 'Third ranker').waitFor()

    const on = await pointOn(page, 'app-metric-svc')
    await page.mouse.click(on.x, on.y, { button: 'right' })
    await page.getByRole('menuitemradio', { name: 'Batch data' }).click()
    await page.locator('[data-flow="app-metric-svc"][data-kind="data"]').waitFor({ state: 'attached' })
    await page.keyboard.press('r')
    await page.locator('[data-flow="app-metric-svc"][data-kind="metric"]').waitFor({ state: 'attached' })

    // Farther away the case study leaves room for a block at the top.
    await page.keyboard.press('Control+-')
    const canvas = await middle(page.locator('[data-canvas]'))
    const empty = { x: canvas.x, y: canvas.y - canvas.height / 2 + 12 }
    await page.mouse.click(empty.x, empty.y, { button: 'right' })
    await page.getByRole('menuitem', { name: /^Add a block here/ }).click()
    await pick(page, 'gateway')
    const added = await middle(page.locator('[data-block][data-selected="true"]'))
    expect([Math.abs(added.x - empty.x) <= 8, Math.abs(added.y - empty.y) <= 8]).toEqual([true, true])

    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    expect((await drawn(page)).blocks).toContain('rk')
    await page.locator('[data-block][data-selected="true"]').waitFor({ state: 'detached' })
  }))

test('find shows one hit after the other, readable and selected; Escape gives the keys back to the canvas', () =>
  withPage({ viewport: VIEWPORT }, async page => {
    await open(page)
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: 'Find on the canvas' }).fill('ranker')
    const count = page.locator('#find-count')
    expect(await count.innerText()).toMatch(/^1 of \d+$/)
    const first = await page.locator('[data-block][data-selected="true"]').getAttribute('data-block')
    await page.keyboard.press('Enter')
    expect(await count.innerText()).toMatch(/^2 of \d+$/)
    expect(await page.locator('[data-block][data-selected="true"]').getAttribute('data-block')).not.toBe(first)
    await page.keyboard.press('Shift+Enter')
    expect(await page.locator('[data-block][data-selected="true"]').getAttribute('data-block')).toBe(first)
    expect(await page.locator('[data-canvas]').getAttribute('data-zoom')).toBe('full')
    await page.keyboard.press('Escape')
    await count.waitFor({ state: 'detached' })
    await page.keyboard.press('r')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
  }))
