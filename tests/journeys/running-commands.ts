import type { Page } from 'playwright-core'
import { STEPS } from '../../src/model/design'
import { type Command, commandTitle } from '../../src/ui/commands/command'
import { COMMANDS } from '../../src/ui/commands/registry'

/** Every command of the editor, in the order of the registry. */
export const ALL_COMMANDS: readonly Command[] = COMMANDS

/** Commands that leave the design as it is, though they can run; every other one must change it. */
export const LEAVES_DESIGN: readonly string[] = [
  ...ALL_COMMANDS.filter(({ group }) => ['walk', 'view', 'present', 'help'].includes(group)).map(({ id }) => id),
  ...ALL_COMMANDS.filter(({ id, group }) => group === 'file' && id !== 'case-reset').map(({ id }) => id),
  ...STEPS.map(step => `step-${step}`),
  'undo',
  'redo',
  // Whether they change anything depends on what overlaps; the journeys of moving and mending hold them.
  'order-forward',
  'order-back',
  'select-all',
  'stop-tidying',
  'deselect',
  'copy',
  'copy-properties',
  'copy-png',
  'guides',
  'tool-select',
  'tool-hand',
  'tool-space',
  'find-block',
  'find',
  'next-finding',
  'previous-finding',
  'review',
  'interview',
  'reveal',
  'lint-off',
]

/** What runs while a presentation, a layout or the laser is on, when the command palette is not in reach, and its own. */
export const BY_KEYS_ALONE: readonly string[] = [
  'laser-end',
  'stop-tidying',
  'commands',
  ...ALL_COMMANDS.map(({ id }) => id).filter(id => id.startsWith('present-')),
]

type Selection = 'nothing' | 'block' | 'blocks' | 'flow' | 'room' | 'note'

/** What is selected before a command runs, where it is not one block. */
const SELECTION: Readonly<Record<string, Selection>> = {
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

type Deed = (page: Page) => Promise<void>

/** What a person still has to type before a command has done its work. */
export const FINISH: Readonly<Record<string, Deed>> = {
  rename: page => type(page, 'Renamed', 'Enter'),
  group: page => type(page, null, 'Enter'),
  'tool-room': page => type(page, null, 'Enter'),
  'change-kind': page => pick(page, 'embedding job'),
  'add-block': page => pick(page, 'gateway'),
  append: page => pick(page, 'cache'),
  prepend: page => pick(page, 'gateway'),
  connect: async page => {
    await page.keyboard.type('pseudo')
    await page.keyboard.press('Enter')
  },
  'reconnect-source': page => pick(page, 'gateway'),
  'reconnect-target': page => pick(page, 'post index'),
  'move-to-room': page => pick(page, 'monitoring'),
  'add-note': page => type(page, 'A note', 'Control+Enter'),
}

/** What has to be done before a command applies and has something to do; some of it changes the design. */
const BEFORE: Readonly<Record<string, Deed>> = {
  paste: page => page.keyboard.press('Control+c'),
  undo: move,
  redo: async page => {
    await move(page)
    await page.keyboard.press('Control+z')
  },
  'paste-properties': async page => {
    await page.locator('[data-block="pre1"]').click()
    await page.keyboard.press('Control+Alt+c')
    await page.locator('[data-block="rk"]').click()
  },
  splice: async page => {
    await runByName(page, 'Semantic cache', 'add/cache/semantic-cache')
    await page.locator('[data-block][data-kind="cache"][data-selected="true"]').waitFor()
    const { x, y } = await pointOn(page, 'app-request-rk')
    await page.keyboard.down('Shift')
    await page.mouse.click(x, y)
    await page.keyboard.up('Shift')
  },
  tidy: move,
  'tidy-scratch': move,
  'layout-rooms': move,
  'auto-tidy': move,
  'case-reset': move,
  'fix-step': makeFinding,
  'fix-here': async page => {
    await makeFinding(page)
    await page.locator('[data-badge="no-online-experiment"]').first().click()
  },
  deselect: page => page.locator('[data-block="rk"][data-selected="true"]').waitFor(),
  'toggle-focused': standSomewhere,
  'edit-focused': standSomewhere,
  'walk-out': standSomewhere,
  reveal: page => runByName(page, 'Interview', 'command/interview'),
}

/** What puts back a switch that a command turned. */
export const AFTER: Readonly<Record<string, Deed>> = {
  'auto-tidy': page => runByName(page, 'Turn auto-tidy on or off', 'command/auto-tidy'),
  reveal: page => runByName(page, 'Interview', 'command/interview'),
}

/** Every command that this walk names: a name that is none of the editor's would be passed over in silence. */
export const NAMED_COMMANDS: readonly string[] = [
  ...LEAVES_DESIGN,
  ...BY_KEYS_ALONE,
  ...[SELECTION, FINISH, BEFORE, AFTER].flatMap(table => Object.keys(table)),
]

/** Deletes the experiment, and waits for what the rules say of it. */
async function makeFinding(page: Page): Promise<void> {
  await page.locator('[data-block="ab"]').click()
  await page.keyboard.press('Delete')
  await page.locator('[data-badge="no-online-experiment"]').first().waitFor()
}

/** Selects what a command is for and does what has to come first. */
export async function prepare(page: Page, { id }: Command): Promise<void> {
  await choose(page, SELECTION[id] ?? 'block')
  await BEFORE[id]?.(page)
}

/** Runs it by its keys where it has some, else by its name, typed into the command palette, and Enter. */
export async function run(page: Page, command: Command): Promise<void> {
  const [keys] = command.keys ?? []
  if (keys) await page.keyboard.press(keys.replace('Mod', 'Control'))
  else await runByName(page, commandTitle(command), `command/${command.id}`)
}

/** Opens the command palette, types a name, and presses Enter once this entry is the first that is found. */
export async function runByName(page: Page, name: string, entry: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  await page.locator(`[data-entry="${entry}"][aria-selected="true"]`).waitFor()
  await page.keyboard.press('Enter')
}

/** Finds something in the open picker and takes the first line. */
export async function pick(page: Page, query: string): Promise<void> {
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

async function move(page: Page): Promise<void> {
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key)
  await page.locator('[data-command="undo"]:not(:disabled)').waitFor()
}

/** The keyboard stands on a block that is not selected. */
async function standSomewhere(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.locator('[data-focused]').waitFor()
}

async function choose(page: Page, selection: Selection): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Escape')
  // What ran before may have moved the view.
  await page.keyboard.press('Shift+1')
  if (selection === 'room') await page.locator('[data-group="sources"] span').click()
  if (selection === 'note') await page.locator('[data-note="true"]').first().click()
  // By its line: what floats over a flow under the pointer is not meant.
  if (selection === 'flow') {
    await page.locator('[data-flow="app-request-rk"] .react-flow__edge-interaction').dispatchEvent('click')
    await page.locator('[data-flow="app-request-rk"][data-selected="true"]').waitFor()
  }
  if (selection === 'block' || selection === 'blocks') await page.locator('[data-block="rk"]').click()
  if (selection === 'blocks')
    for (const id of ['ab', 'es']) await page.locator(`[data-block="${id}"]`).click({ modifiers: ['Shift'] })
}

/** A point of the window where this flow takes the pointer. */
export function pointOn(page: Page, id: string): Promise<{ x: number; y: number }> {
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
