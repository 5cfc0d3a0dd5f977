import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Command } from '../../src/ui/commands/command'
import { withPage } from './browser'
import { listedRules, middle, openCase, withoutFileDialogs } from './editor-page'
import { AFTER, ALL_COMMANDS, FINISH, prepare, run, runByName } from './running-commands'

const AT_A_TIME = 16

/** More than the second that lies between two messages at least, and the second of rest before news of findings. */
const LONG_MS = 2600

/** A layout that can be stopped has to be caught while it runs, which is for its own journey. */
const RUNNING = ALL_COMMANDS.filter(({ id }) => id !== 'stop-tidying')

const PARTS = Array.from({ length: Math.ceil(RUNNING.length / AT_A_TIME) }, (_, index) => {
  const commands = RUNNING.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME)
  return { first: commands[0]?.id, last: commands.at(-1)?.id, commands }
})

/** What shows first what it would do, and does it at a second key: each of the two is said. */
const TWO_MOMENTS: readonly string[] = ['connect', 'append-right', 'append-down', 'append-left', 'append-up']

/** What a command opens is loaded when it is first asked for. */
const OPENS_DIALOG =
  /^(export|document|export-selection|versions|case-changes|commands|shortcuts|preferences|menu|score|rules)$/

test.each(PARTS)('$first to $last: no command says more than one message', ({ commands }) =>
  withReader(async page => {
    const talkative: [id: string, said: readonly string[]][] = []
    for (const command of commands) {
      const said = (await saidBy(page, command)).filter(message => !isNews(message))
      if (said.length > (TWO_MOMENTS.includes(command.id) ? 2 : 1)) talkative.push([command.id, said])
    }
    expect(talkative).toEqual([])
  }),
)

test('commands that follow each other fast are said together, at most one message a second', () =>
  withReader(async page => {
    await page.locator('[data-block="rk"]').click()
    await quiet(page)
    const from = await count(page)
    const begin = await page.evaluate(() => Date.now())
    for (const key of ['Control+d', 'Delete', 'Control+z', 'Control+y', '[', '[', ']', ']', 'Control+a', 'Escape'])
      await page.keyboard.press(key)
    await quiet(page)
    await quiet(page)
    const seconds = ((await page.evaluate(() => Date.now())) - begin) / 1000
    const messages = (await said(page)).slice(from)
    expect(messages.length).toBeLessThanOrEqual(Math.ceil(seconds) + 1)
    for (const word of ['duplicated', 'Deleted', 'Undone', 'Palette folded', 'Inspector folded', 'Nothing selected'])
      expect(messages.join(' ')).toContain(word)
  }))

test('nothing is said while the hand drags; news of findings waits, and tells how many there are', () =>
  withReader(async page => {
    await page.locator('[data-block="ab"]').click()
    await page.keyboard.press('Delete')
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent?.includes('Deleted'))
    const start = await middle(page.locator('[data-block="rk"]'))
    const from = await count(page)
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    for (let step = 1; step <= 4; step++) {
      await page.mouse.move(start.x + step * 6, start.y + step * 6)
      await page.clock.runFor(LONG_MS)
    }
    expect((await said(page)).slice(from)).toEqual([])
    await page.mouse.up()
    await expect.poll(async () => (await later(page)).slice(from).find(isNews)).toBeDefined()
    const news = (await said(page)).slice(from).find(isNews)
    await page.getByRole('tab', { name: /^Findings/ }).click()
    await page.locator('li[data-rule]').first().waitFor()
    const after = (await listedRules(page)).length
    expect(news).toMatch(new RegExp(`\\d+ new (error|warning|hint)s?.*, ${after} in all\\.$`))
    expect((await said(page)).slice(from).filter(isNews)).toHaveLength(1)
  }))

test('what went wrong is an alert, said at once and not politely as well', () =>
  withReader(async page => {
    await page.evaluate(() => navigator.clipboard.writeText('{"groundplan": 1, "blocks": {"a": {"label": 7}}}'))
    await quiet(page)
    const from = await count(page)
    await page.keyboard.press('Control+v')
    await page.getByRole('alert').filter({ hasText: 'blocks.a' }).waitFor()
    await quiet(page)
    expect((await said(page)).slice(from)).toEqual([])
  }))

/** A case study in the editor, whose clock can be put on and whose messages to screen readers are kept. */
function withReader(journey: (page: Page) => Promise<void>): Promise<void> {
  return withPage({ viewport: { width: 1600, height: 1000 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.clock.install()
    await page.reload()
    await openCase(page, 'personalised-news-feed')
    await page.locator('[data-said]').waitFor({ state: 'attached' })
    await page.evaluate(() => {
      const kept: string[] = []
      Object.assign(globalThis, { keptMessages: kept })
      const region = document.querySelector('[data-said]') as Element
      const keep = () => kept.push((region.textContent ?? '').trim())
      new MutationObserver(keep).observe(region, { childList: true, characterData: true, subtree: true })
    })
    await journey(page)
  })
}

/** All that a command says from its key to the end of what it does. */
async function saidBy(page: Page, command: Command): Promise<readonly string[]> {
  if (command.id.startsWith('present-')) await present(page)
  else await prepare(page, command)
  if (command.id === 'laser-end') await page.keyboard.press('k')
  await quiet(page)
  const from = await count(page)
  await run(page, command)
  await FINISH[command.id]?.(page)
  if (OPENS_DIALOG.test(command.id)) await page.locator('dialog[open], [role="menu"]').waitFor()
  await page.locator('[data-save-state="saved"]').waitFor({ state: 'attached' })
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await quiet(page)
  const messages = (await said(page)).slice(from)
  await putBack(page, command)
  return messages
}

/** A presentation, started once. */
async function present(page: Page): Promise<void> {
  if ((await page.locator('[data-present]').count()) > 0) return
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Shift+P')
  await page.locator('[data-present]').waitFor()
}

/** Closes what a command opened, undoes what it did and turns back what it switched. */
async function putBack(page: Page, command: Command): Promise<void> {
  const { id } = command
  if (id.startsWith('present-')) return
  const isSwitch = /^(outline|fold-|guides|tool-|interview|review|lint-off|laser$)/.test(id)
  for (let level = 0; level < 3; level++) await page.keyboard.press('Escape')
  if (isSwitch && !id.startsWith('tool-')) await run(page, command)
  // These two are called otherwise while they are on.
  if (id === 'trace') await runByName(page, 'Show everything again', 'command/trace')
  if (id === 'what-if') await runByName(page, 'End what-if', 'command/what-if')
  await AFTER[id]?.(page)
  while (await page.locator('[data-command="undo"]').isEnabled()) await page.keyboard.press('Control+z')
}

/** Lets the page do what it has begun, and its clock run until all is said. */
async function quiet(page: Page): Promise<void> {
  await page.waitForTimeout(120)
  await page.clock.runFor(LONG_MS)
  await page.waitForTimeout(30)
}

async function later(page: Page): Promise<readonly string[]> {
  await quiet(page)
  return said(page)
}

function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(globalThis as unknown as { keptMessages: string[] }).keptMessages])
}

async function count(page: Page): Promise<number> {
  return (await said(page)).length
}

/** Whether a message is about findings alone: what a command says may have changed them, and lint speaks for itself. */
function isNews(message: string): boolean {
  return /^\d+ (new (error|warning|hint)|finding).*(in all|left)\.$/.test(message)
}
