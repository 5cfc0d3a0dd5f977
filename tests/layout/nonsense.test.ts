import { describe, expect, test } from 'vitest'
import { designOf as servicesOf } from '../../bench/designs'
import { elkInNode } from '../../src/layout/elk-node'
import { layout } from '../../src/layout/layout'
import { type Block, type Design, emptyDesign, type Flow, type Group } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { blockFlaws } from './flaws'

function block(id: string, more: Partial<Block> = {}): Block {
  return { id, kind: 'etl-job', label: id, props: {}, ...more }
}

function flow(id: string, source: string, target: string): Flow {
  return { id, kind: 'data', source, target }
}

function designOf(blocks: readonly Block[], flows: readonly Flow[] = [], groups: readonly Group[] = []): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), flows: table(flows), groups: table(groups) }
}

/** The design laid out from scratch, and how often ELK ran for it. */
async function tidied(design: Design): Promise<{ readonly after: Design; readonly runs: number }> {
  let runs = 0
  const edit = await layout(design, {
    mode: 'scratch',
    elk: graph => {
      runs++
      return elkInNode(graph)
    },
  })
  return { after: applyEdit(design, edit), runs }
}

const count = (n: number) => Array.from({ length: n }, (_, i) => i)

describe('from scratch, with few runs of ELK', () => {
  test('two thousand blocks take one', async () => {
    const { after, runs } = await tidied(servicesOf(2_000))
    expect({ flaws: blockFlaws(after), runs }).toEqual({ flaws: [], runs: 1 })
  }, 120_000)

  test('a hub of a thousand blocks takes one', async () => {
    const spokes = count(1_000).map(i => (i % 2 ? flow(`f${i}`, 'hub', `b${i}`) : flow(`f${i}`, `b${i}`, 'hub')))
    const { after, runs } = await tidied(designOf([block('hub'), ...count(1_000).map(i => block(`b${i}`))], spokes))
    expect({ flaws: blockFlaws(after), runs }).toEqual({ flaws: [], runs: 1 })
  }, 120_000)

  test('three hundred blocks take two', async () => {
    const { after, runs } = await tidied(servicesOf(300))
    expect({ flaws: blockFlaws(after), runs }).toEqual({ flaws: [], runs: 2 })
  }, 120_000)
})

test('two thousand locked blocks all stay', async () => {
  const { blocks, ...rest } = servicesOf(2_000)
  const locked = Object.fromEntries(Object.values(blocks).map(each => [each.id, { ...each, locked: true as const }]))
  const { after } = await tidied({ ...rest, blocks: locked })
  expect(Object.values(after.blocks).map(each => each.at)).toEqual(Object.values(locked).map(each => each.at))
}, 120_000)

test('blocks of no kind, or of one that nobody knows, are laid out as others are', async () => {
  const kinds = ['', 'nobody-knows', 'constructor', '__proto__', 'ranker']
  const blocks = kinds.map((kind, i) => block(`b${i}`, { kind }))
  const { after } = await tidied(
    designOf(
      blocks,
      count(4).map(i => flow(`f${i}`, `b${i}`, `b${i + 1}`)),
    ),
  )
  expect(blockFlaws(after)).toEqual([])
})

test('notes without any size, alone and in a group, take no room and stop nothing', async () => {
  const size = { width: 0, height: 0 }
  const blocks = [
    block('a'),
    block('b'),
    block('n', { kind: 'note', size, at: { x: 8, y: 8 } }),
    block('m', { kind: 'note', size, group: 'g' }),
    block('c', { group: 'g' }),
  ]
  const flows = [flow('f', 'a', 'b'), flow('g', 'b', 'c'), flow('h', 'n', 'm')]
  const { after } = await tidied(designOf(blocks, flows, [{ id: 'g', label: 'g' }]))
  const places = Object.values(after.blocks).map(each => each.at)
  expect(places.every(at => at && Number.isFinite(at.x) && Number.isFinite(at.y))).toBe(true)
  expect(blockFlaws(after)).toEqual([])
})

test('a ring of groups around each other, each with a block, is laid out without overlap', async () => {
  const groups = count(40).map(i => ({ id: `g${i}`, label: '', group: `g${(i + 1) % 40}` }))
  const blocks = count(40).map(i => block(`b${i}`, { group: `g${i}` }))
  const { after } = await tidied(
    designOf(
      blocks,
      count(39).map(i => flow(`f${i}`, `b${i}`, `b${i + 1}`)),
      groups,
    ),
  )
  expect(blockFlaws(after)).toEqual([])
})

test('nothing but flows that lead nowhere, to themselves, or many times to the same block', async () => {
  const flows = [
    flow('s', 'a', 'a'),
    flow('d', 'a', 'gone'),
    flow('e', 'gone', 'lost'),
    ...count(30).map(i => flow(`t${i}`, 'a', 'b')),
  ]
  const { after } = await tidied(designOf([block('a'), block('b')], flows))
  expect(blockFlaws(after)).toEqual([])
})
