import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { layout } from '../../src/cli/layout'
import { readDesign } from '../../src/gate'

const folder = mkdtempSync(join(tmpdir(), 'groundplan-layout-'))
const PLAN = resolve('tests/fixtures/systems/ad-click-ftrl.plan')

afterAll(() => rmSync(folder, { recursive: true }))

const SILENT = { print: () => {}, complain: () => {}, hasColour: false, version: '0', importModule: async () => ({}) }

function file(name: string): string {
  return join(folder, name)
}

test('a plan is laid out into a design file, the same bytes every time', async () => {
  const texts: string[] = []
  for (const name of ['one.groundplan.json', 'two.groundplan.json']) {
    expect(await layout([PLAN, '-o', file(name), '--engine', 'rooms', '--seed', '3'], SILENT)).toBe(0)
    texts.push(readFileSync(file(name), 'utf8'))
  }
  expect(texts[0]).toBe(texts[1])
  const read = readDesign(texts[0] ?? '')
  if (!read.ok) throw new Error(read.problems[0]?.message)
  expect(Object.values(read.value.blocks).filter(block => !block.at)).toEqual([])
  expect(await layout([file('one.groundplan.json'), '-o', file('again.groundplan.json')], SILENT)).toBe(0)
  expect(readFileSync(file('again.groundplan.json'), 'utf8')).toBe(texts[0])
})

test('another seed and another engine write another design', async () => {
  const text = async (...more: readonly string[]) => {
    expect(await layout([PLAN, '-o', file('other.groundplan.json'), '--force', ...more], SILENT)).toBe(0)
    return readFileSync(file('other.groundplan.json'), 'utf8')
  }
  const texts = [
    await text('--engine', 'rooms'),
    await text('--engine', 'layered-down'),
    await text('--engine', 'lanes'),
  ]
  expect(new Set(texts).size).toBe(3)
})

test('a call that names no engine of ours, no number or no design file is wrong', async () => {
  expect(await layout([PLAN, '-o', file('a.json'), '--engine', 'best'], SILENT)).toEqual({
    wrong: '--engine is rooms, layered, layered-right, layered-down, lanes, not "best"',
  })
  expect(await layout([PLAN, '-o', file('a.json'), '--seed', 'x'], SILENT)).toEqual({
    wrong: '--seed is a whole number, not "x"',
  })
  expect(await layout([PLAN, '-o', file('a.svg')], SILENT)).toEqual({
    wrong: 'the output is named NAME.groundplan.json',
  })
  expect(await layout([file('missing.plan'), '-o', file('a.json')], SILENT)).toBe(2)
})
