import { describe, expect, test } from 'vitest'
import { elkInNode } from '../../src/layout/elk-node'
import { type LayoutOptions, layout } from '../../src/layout/layout'
import { removeBlocks } from '../../src/model/blocks'
import type { Block, Design, Id, Point } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { CATALOGUE, inRooms } from './catalogue'
import { blockFlaws, flaws } from './flaws'

const NAMES = ['fraud-detection', 'rag-question-answering', 'similar-listings']
const DESIGNS = CATALOGUE.filter(({ name }) => NAMES.includes(name)).flatMap(({ name, design }) => [
  { name, design },
  { name: `${name} in groups`, design: inRooms(design) },
])

async function tidied(design: Design, options: Partial<LayoutOptions> = {}): Promise<Design> {
  return applyEdit(design, await layout(design, { elk: elkInNode, ...options }))
}

/** A design with the drift monitor of another one, not placed yet, and its flows. */
function withDrift(design: Design, other: Design): Design {
  return {
    ...design,
    blocks: { ...design.blocks, drift: other.blocks.drift as Block },
    flows: { ...other.flows, ...design.flows },
  }
}

/** Where every block but these stands. */
function places(design: Design, ...except: readonly Id[]): Record<Id, Point | undefined> {
  const kept = Object.values(design.blocks).filter(block => !except.includes(block.id))
  return Object.fromEntries(kept.map(block => [block.id, block.at]))
}

/** Pixels that blocks moved on average. */
function shift(before: Record<Id, Point | undefined>, after: Record<Id, Point | undefined>): number {
  const ways = Object.entries(before).map(([id, from]) => {
    const to = after[id]
    return from && to ? Math.hypot(to.x - from.x, to.y - from.y) : Number.NaN
  })
  return ways.reduce((sum, way) => sum + way, 0) / ways.length
}

describe.each(DESIGNS)('$name', ({ design }) => {
  test('loses a block, and all others keep their places', async () => {
    const before = await tidied(design, { engine: 'rooms', isQuick: true })
    const less = applyEdit(before, removeBlocks(before, ['drift']))
    const after = await tidied(less)
    expect(places(after)).toEqual(places(before, 'drift'))
    expect(flaws(after)).toEqual([])
  })

  test('is put back into its rows and columns after a block was dragged off the grid', async () => {
    const before = await tidied(design, { engine: 'rooms', isQuick: true })
    const { bends: _, ...unlined } = { bends: undefined }
    const from = before.blocks.drift?.at as Point
    const flows = Object.values(before.flows).map(({ bends, ...flow }) => {
      const isPulled = flow.source === 'drift' || flow.target === 'drift'
      return [flow.id, isPulled || !bends ? { ...flow, ...unlined } : { ...flow, bends }] as const
    })
    const drift = { ...(before.blocks.drift as Block), at: { x: from.x + 24, y: from.y - 16 } }
    const dragged = { ...before, blocks: { ...before.blocks, drift }, flows: Object.fromEntries(flows) }
    expect(places(await tidied(dragged))).toEqual(places(before))
  })
})

test('designs get a block back, and the others move by less than a step of the grid on average', async () => {
  const shifts: number[] = []
  for (const { design } of DESIGNS) {
    const less = applyEdit(design, removeBlocks(design, ['drift']))
    const before = await tidied(less, { engine: 'rooms', isQuick: true })
    const after = await tidied(withDrift(before, design))
    shifts.push(shift(places(before), places(after)))
    expect(flaws(after)).toEqual([])
    expect(await layout(after, { elk: elkInNode })).toEqual({ label: 'Tidy', changes: [] })
  }
  expect(shifts.reduce((sum, each) => sum + each, 0) / shifts.length).toBeLessThan(8)
})

describe('a layout in layers', () => {
  const [{ design }] = DESIGNS as unknown as readonly [(typeof DESIGNS)[number]]
  const base = (): Promise<Design> => tidied(applyEdit(design, removeBlocks(design, ['drift'])), { engine: 'layered' })

  test('keeps all its places when a block is added, which gets free ground', async () => {
    const before = await base()
    const after = await tidied(withDrift(before, design))
    expect(places(after, 'drift')).toEqual(places(before))
    expect(blockFlaws(after)).toEqual([])
  })

  test('is left as it is when auto-tidy follows the removal of a block', async () => {
    const before = await base()
    const less = applyEdit(before, removeBlocks(before, ['alert']))
    expect(places(await tidied(less, { mode: 'follow' }))).toEqual(places(before, 'alert'))
  })
})

test('tidying from scratch gives the drawing that the design would have got first', async () => {
  const [, { design }] = DESIGNS as unknown as readonly [unknown, (typeof DESIGNS)[number]]
  const less = applyEdit(design, removeBlocks(design, ['drift']))
  const first = await tidied(less, { engine: 'rooms', isQuick: true })
  const other = await tidied(first, { engine: 'rooms', isQuick: true, seed: 7 })
  expect(places(other)).not.toEqual(places(first))
  expect(places(await tidied(other, { engine: 'rooms', isQuick: true }))).toEqual(places(first))
})

test('a design whose blocks were placed by hand, without a line, is laid out from scratch', async () => {
  const [{ design }] = DESIGNS as unknown as readonly [(typeof DESIGNS)[number]]
  const scattered = Object.values(design.blocks).map((block, i) => [
    block.id,
    { ...block, at: { x: 37 * i, y: 91 * i } },
  ])
  const byHand = { ...design, blocks: Object.fromEntries(scattered) as Design['blocks'] }
  expect(places(await tidied(byHand, { isQuick: true }))).toEqual(places(await tidied(design, { isQuick: true })))
})
