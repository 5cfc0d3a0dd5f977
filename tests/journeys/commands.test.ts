import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { STEPS } from '../../src/model/design'
import { type Command, commandTitle } from '../../src/ui/commands/command'
import { COMMANDS, type CommandId } from '../../src/ui/commands/registry'
import { withPage } from './browser'
import { block, drawn, middle, openCase, saved, saveFile, withoutFileDialogs } from './editor-page'

const VIEWPORT = { width: 1600, height: 1000 }

/** Commands of the editor that leave the design as it is; those of the view, of files and of help all do. */
const LEAVES_DESIGN: readonly CommandId[] = [
  'undo',
  'redo',
  'select-all',
  'deselect',
  'stop-tidying',
  'copy',
  'find-block',
  'find',
  'review',
  'interview',
  'reveal',
  'lint-off',
  'next-finding',
  'previous-finding',
  ...STEPS.map(step => `step-${step}` as const),
  'copy-properties',
  'copy-png',
  'guides',
  'tool-select',
  'tool-hand',
  'tool-space',
  // Nothing overlaps in a case study.
  'order-forward',
  'order-back',
]

/** They may leave a design as it is that is tidy and has no finding, as the case studies are. */
const LEAVES_TIDY: readonly CommandId[] = ['tidy', 'auto-tidy', 'tidy-scratch', 'layout-rooms', 'fix-step']

type Selection = 'nothing' | 'block' | 'blocks' | 'flow' | 'room' | 'note'

/** What is selected before a command runs, where it is not one block. */
const SELECTION: Partial<Record<CommandId, Selection>> = {
  'turn-round': 'flow',
  'reconnect-source': 'flow',
  'reconnect-target': 'flow',
  ungroup: 'room',
  collapse: 'room',
  'collapse-all': 'nothing',
  'resize-wider': 'note',
  'resize-narrower': 'note',
  'resize-taller': 'note',
  'resize-shorter': 'note',
  'delete-with-members': 'room',
  'tidy-selection': 'blocks',
  'align-left': 'blocks',
  'align-right': 'blocks',
  'align-top': 'blocks',
  'align-bottom': 'blocks',
  'align-centre-x': 'blocks',
  'align-centre-y': 'blocks',
  'distribute-x': 'blocks',
  'distribute-y': 'blocks',
  'layout-right': 'nothing',
  'layout-down': 'nothing',
  'layout-lanes': 'nothing',
  'add-note': 'nothing',
  'add-block': 'nothing',
}

/** What a person still has to type before a command has done its work. */
const FINISH: Partial<Record<CommandId, (page: Page) => Promise<void>>> = {
  rename: page => type(page, 'Renamed', 'Enter'),
  group: page => type(page, null, 'Enter'),
  'tool-room': page => type(page, null, 'Enter'),
  'reconnect-source': page => pick(page, 'api gateway'),
  'reconnect-target': page => pick(page, 'chronological'),
  'change-kind': page => pick(page, 'embedding job'),
  'add-block': page => pick(page, 'gateway'),
  append: page => pick(page, 'cache'),
  prepend: page => pick(page, 'gateway'),
  connect: async page => {
    await page.keyboard.type('pseudo')
    await page.keyboard.press('Enter')
  },
  'move-to-room': page => pick(page, 'monitoring'),
  'add-note': page => type(page, 'A note', 'Control+Enter'),
}

/** What has to be done first. */
const BEFORE: Partial<Record<CommandId, (page: Page) => Promise<void>>> = {
  paste: page => page.keyboard.press('Control+c'),
  'paste-properties': async page => {
    await page.keyboard.press('Control+Alt+c')
    await page.locator('[data-block="rr"]').click()
  },
  splice: async page => {
    const { x, y } = await pointOn(page, 'client-request-gw')
    await page.keyboard.down('Shift')
    await page.mouse.click(x, y)
    await page.keyboard.up('Shift')
  },
}

const CHANGING = (COMMANDS as readonly Command[]).filter(
  ({ id, group }) =>
    (group === 'edit' || group === 'canvas') && ![...LEAVES_DESIGN, ...LEAVES_TIDY].includes(id as CommandId),
)

test('every command that changes the design is undone in one step, to the byte', () =>
  withPage({ viewport: VIEWPORT }, async page => {
    await open(page)
    const before = await saveFile(page)
    const results: [id: string, result: string][] = []
    for (const command of CHANGING) results.push([command.id, await resultOf(page, command, before)])
    expect(results).toEqual(CHANGING.map(({ id }) => [id, 'undone']))
  }))

async function resultOf(page: Page, command: Command, before: string): Promise<string> {
  const id = command.id as CommandId
  const undo = page.getByRole('button', { name: /^Undo/ })
  await choose(page, SELECTION[id] ?? 'block')
  await BEFORE[id]?.(page)
  await run(page, command)
  await FINISH[id]?.(page)
  const hasChanged = await page.waitForFunction(isUndoEnabled, null, { timeout: 15_000 }).catch(() => null)
  if (!hasChanged) return 'nothing to undo'
  // What follows a command on its own, such as a layout, is part of it.
  await saved(page)
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  if ((await saveFile(page)) === before) return 'left the design as it was'
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  const steps = (await undo.isEnabled()) ? 'more than one step' : 'undone'
  if ((await saveFile(page)) !== before) return `other bytes after undo (${steps})`
  return steps
}

function isUndoEnabled(): boolean {
  const undo = document.querySelector<HTMLButtonElement>('button[aria-label^="Undo"]')
  return undo !== null && !undo.disabled
}

/** By its keys where it has some, else from the command palette. */
async function run(page: Page, command: Command): Promise<void> {
  const [keys] = command.keys ?? []
  if (keys) {
    await page.keyboard.press(keys.replace('Mod', 'Control'))
    return
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(commandTitle(command))
  await page.locator(`[data-entry="command/${command.id}"]`).click()
}

/** Finds something in the open picker and takes the first line. */
async function pick(page: Page, query: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').fill(query)
  await page
    .getByRole('option', { selected: true })
    .filter({ hasText: new RegExp(query, 'i') })
    .waitFor()
  await page.keyboard.press('Enter')
}

/** Writes into the field that opened on the canvas, or leaves what stands there, and keeps it. */
async function type(page: Page, text: string | null, keep: string): Promise<void> {
  const field = page.locator('[data-canvas] textarea')
  await field.waitFor()
  if (text !== null) await field.fill(text)
  await field.press(keep)
}

async function choose(page: Page, selection: Selection): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Escape')
  // What ran before may have moved the view.
  await page.keyboard.press('Shift+1')
  if (selection === 'room') await page.locator('[data-group="sources"] span').click()
  if (selection === 'note') await page.locator('[data-note="true"]').first().click()
  if (selection === 'flow') {
    const { x, y } = await pointOn(page, 'app-request-rk')
    await page.mouse.click(x, y)
  }
  if (selection === 'block' || selection === 'blocks') await page.locator('[data-block="rk"]').click()
  if (selection === 'blocks')
    for (const id of ['ab', 'es']) await page.locator(`[data-block="${id}"]`).click({ modifiers: ['Shift'] })
}

/** A point of the window where this flow takes the pointer. */
function pointOn(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate(flow => {
    const path = document.querySelector<SVGPathElement>(`[data-flow="${flow}"] .react-flow__edge-interaction`)
    const matrix = path?.getScreenCTM()
    for (let part = 0.1; path && matrix && part < 1; part += 0.02) {
      const { x, y } = path.getPointAtLength(path.getTotalLength() * part).matrixTransform(matrix)
      if (document.elementFromPoint(x, y) === path) return { x, y }
    }
    throw new Error(`No point of ${flow} takes the pointer`)
  }, id)
}

async function open(page: Page): Promise<void> {
  await withoutFileDialogs(page.context())
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
    const bound = (COMMANDS as readonly Command[]).filter(command => command.keys)
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
