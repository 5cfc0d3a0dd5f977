import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { CHAIN, contentOf, FIXED, RENAMED, ROOMS } from './click-prediction'
import { openBlank, saved, saveFile, textOf, withoutFileDialogs } from './editor-page'
import {
  build,
  CANVAS,
  exported,
  fixErrors,
  makeRooms,
  OUTLINE,
  press,
  ready,
  rename,
  tabTo,
  tidied,
  watchDrags,
  watchPointer,
} from './hands-free'

/** A blank design in a wide window, begun by keys, whose files are downloads; fails when a pointer was used. */
function withoutPointer(journey: (page: Page) => Promise<void>): Promise<void> {
  return withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const pointer = await watchPointer(page)
    await tabTo(page, 'Blank canvas')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Start with a block' }).waitFor()
    await ready(page)
    await journey(page)
    expect(await pointer()).toEqual([])
  })
}

/** Tidies, exports and saves by keys; the file holds the whole design and no error is left. */
async function finish(page: Page): Promise<void> {
  await tidied(page, () => page.keyboard.press('Shift+Alt+t'))
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export a picture' }).waitFor()
  await tabTo(page, 'Export PNG')
  const picture = await exported(page, () => page.keyboard.press('Enter'))
  expect([picture.width > 800, picture.height > 300]).toEqual([true, true])
  expect(contentOf(await saveFile(page))).toEqual(FIXED)
  await saved(page)
}

test('without a pointer a design is built, named, put in rooms, linted, fixed, tidied, exported and saved', () =>
  withoutPointer(async page => {
    for (const keys of await build(page, CANVAS)) expect(keys).toBeLessThanOrEqual(8)
    await rename(page, CANVAS)
    await makeRooms(page, CANVAS)
    await fixErrors(page)
    await page.keyboard.press('Tab')
    await page.locator('[data-popover] [data-first-fix]:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-popover]').waitFor({ state: 'detached' })
    await page.locator('.react-flow:focus').waitFor()
    await finish(page)
  }))

test('with the canvas hidden the same is done in the outline alone, and the keys stay there', () =>
  withoutPointer(async page => {
    await page.locator('[data-canvas]').evaluate((one: HTMLElement) => one.style.setProperty('visibility', 'hidden'))
    await page.keyboard.press('o')
    await page.getByRole('group', { name: 'Outline' }).waitFor()
    for (const keys of await build(page, OUTLINE)) expect(keys).toBeLessThanOrEqual(8)
    await rename(page, OUTLINE)
    await makeRooms(page, OUTLINE)
    await press(page, 'Delete', 'Control+z')
    await fixErrors(page)
    await page.keyboard.press('Alt+Enter')
    await page.locator('[data-kind="drift-monitor"]').waitFor({ state: 'attached' })
    await page.locator('[role="treegrid"]:focus').waitFor()
    await finish(page)
  }))

test('by single clicks and typing alone the same is done: nothing is moved while the button is down', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    const drags = await watchDrags(page)
    await openBlank(page)
    await ready(page)
    await buildByClicks(page)
    await renameByClicks(page)
    await makeRoomsByClicks(page)
    await placeByClicks(page)
    await fixByClicks(page)
    await tidied(page, () => page.getByRole('button', { name: 'Tidy layout', exact: true }).click())
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const picture = await exported(page, () => page.getByRole('button', { name: 'Export PNG' }).click())
    expect([picture.width > 800, picture.height > 300]).toEqual([true, true])
    expect(contentOf(await saveByClicks(page))).toEqual(FIXED)
    await saved(page)
    expect(await drags()).toEqual([])
  }))

function card(page: Page, name: string) {
  return page.locator(`[data-block][title^="${name}: "]`)
}

/** Presses a button of the toolbar beside what is selected. */
function tool(page: Page, name: string): Promise<void> {
  return page.locator('[data-toolbar]').getByRole('button', { name }).click()
}

/** Brings all into view and clicks a block. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Fit the design' }).click()
  await card(page, name).click()
  await page.locator(`[data-block][data-selected="true"][title^="${name}: "]`).waitFor()
}

async function appendByClicks(page: Page, name: string): Promise<void> {
  await tool(page, 'Add what comes next')
  const list = page.getByRole('dialog')
  await list.getByRole('combobox').waitFor()
  await page.keyboard.type(name)
  await list.getByRole('option').filter({ hasText: name }).first().click()
  await list.waitFor({ state: 'detached' })
  await page.locator(`[data-block][data-selected="true"][title^="${name}: "]`).waitFor()
}

async function connectByClicks(page: Page, from: string, to: string): Promise<void> {
  await choose(page, from)
  await tool(page, 'Connect to')
  await page.locator('[data-connecting]').waitFor()
  await card(page, to).click()
  await page.locator('[data-connecting]').waitFor({ state: 'detached' })
}

async function buildByClicks(page: Page): Promise<void> {
  const [first, ...others] = CHAIN
  await page.getByRole('combobox', { name: 'Find a block' }).click()
  await page.keyboard.type(first)
  await page.locator('[data-palette="client"]').click()
  await card(page, first).waitFor()
  for (const name of others) await appendByClicks(page, name)
  await connectByClicks(page, 'Safe rollout', 'Online inference')
  await choose(page, 'Client')
  await appendByClicks(page, 'Event stream')
  await connectByClicks(page, 'Event stream', 'Label builder')
  await choose(page, 'Online inference')
  await appendByClicks(page, 'Online feature store')
  await connectByClicks(page, 'Event stream', 'Online feature store')
}

async function renameByClicks(page: Page): Promise<void> {
  for (const [old, name] of Object.entries(RENAMED)) {
    await choose(page, old)
    await typeInto(page, 'Name', name)
    await card(page, name).waitFor()
  }
}

/** Clicks a field of the inspector and types in place of what it holds. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('complementary', { name: 'Inspector' }).getByLabel(label, { exact: true }).click()
  await press(page, 'Control+a')
  await page.keyboard.type(text)
  await press(page, 'Enter')
}

async function makeRoomsByClicks(page: Page): Promise<void> {
  for (const [name, [first, ...others]] of Object.entries(ROOMS)) {
    await choose(page, first)
    for (const other of others) await card(page, other).click({ modifiers: ['Shift'] })
    await page.getByRole('button', { name: 'Put in a room' }).click()
    await page.locator('textarea[aria-label="Name"]:focus').waitFor()
    await press(page, 'Control+a')
    await page.keyboard.type(name)
    await press(page, 'Enter')
    await page.locator('[data-group]').filter({ hasText: name }).first().waitFor()
  }
}

/** Moves a block and makes a room wider by their fields. */
async function placeByClicks(page: Page): Promise<void> {
  await choose(page, 'Prediction log')
  await typeInto(page, 'X', '96')
  await typeInto(page, 'Y', '-480')
  await page.getByRole('button', { name: 'Fit the design' }).click()
  await page
    .locator('[data-group]')
    .filter({ hasText: 'Training' })
    .first()
    .getByText('Training', { exact: true })
    .click()
  const width = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Width', { exact: true })
  const wider = Number(await width.inputValue()) + 80
  await typeInto(page, 'Width', String(wider))
  const { blocks, groups } = JSON.parse(await saveByClicks(page))
  const named = <T extends { label: string }>(all: Record<string, T>, name: string) =>
    Object.values(all).find(one => one.label === name)
  expect(named<{ label: string; at: object }>(blocks, 'Prediction log')?.at).toEqual({ x: 96, y: -480 })
  expect(named<{ label: string; size: { width: number } }>(groups, 'Training')?.size.width).toBe(wider)
}

async function fixByClicks(page: Page): Promise<void> {
  const open = async (rule: string) => {
    await page.getByRole('tab', { name: /^Findings/ }).click()
    await page.locator(`li[data-rule="${rule}"]`).first().getByRole('button').first().click()
    await page.locator(`[data-rule="${rule}"] [data-first-fix]`).first().click()
  }
  await open('brief-business-goal-missing')
  await page.locator('[role="tabpanel"] :is(input, textarea):focus').waitFor()
  await page.keyboard.type('More clicks that lead to a purchase')
  await open('framing-ml-task-missing')
  await page.locator('select:focus').waitFor()
  await page.keyboard.type('cla')
  await open('no-data-validation')
  await page.locator('[data-kind="data-validation"]').waitFor()
  await open('unmonitored-model')
  await page.locator('[data-kind="drift-monitor"]').waitFor()
}

async function saveByClicks(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'File', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save a file' }).first().click(),
  ])
  return textOf(download)
}
