import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sceneOf } from '../../src/drawing/scene'
import { elkInNode } from '../../src/layout/elk-node'
import { type LayoutOptions, layout } from '../../src/layout/layout'
import { type Block, type Design, emptyDesign, type Flow, type Group } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { sketch } from '../../src/plan/sketch'
import { wholeDesigns } from '../arbitraries/whole-design'
import { CATALOGUE, inRooms } from './catalogue'
import { blockFlaws, flaws } from './flaws'

async function tidied(design: Design, options: Partial<LayoutOptions> = {}): Promise<Design> {
  return applyEdit(design, await layout(design, { elk: elkInNode, ...options }))
}

/** The same design with the rows of its tables the other way round. */
function turned(design: Design): Design {
  const turn = <T>(rows: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(rows).reverse())
  return { ...design, groups: turn(design.groups), blocks: turn(design.blocks), flows: turn(design.flows) }
}

/** Without what collapsed rooms hide: it gets ground of its own when they are opened. */
function inSight(design: Design): Design {
  const { hiddenBy } = sceneOf(design)
  const blocks = Object.entries(design.blocks).filter(([id]) => hiddenBy(id) === undefined)
  return { ...design, blocks: Object.fromEntries(blocks) }
}

function block(id: string, more: Partial<Block> = {}): Block {
  return { id, kind: 'etl-job', label: id, props: {}, ...more }
}

function flow(source: string, target: string, id = `${source}-data-${target}`): Flow {
  return { id, kind: 'data', source, target }
}

function designOf(blocks: readonly Block[], flows: readonly Flow[] = [], groups: readonly Group[] = []): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), flows: table(flows), groups: table(groups) }
}

describe.each(CATALOGUE)('$name', ({ design }) => {
  test('is drawn by ELK without a flaw', async () => {
    expect(flaws(await tidied(design, { engine: 'layered' }))).toEqual([])
  })

  test('is drawn in groups without a flaw', async () => {
    expect(flaws(await tidied(inRooms(design), { engine: 'rooms' }))).toEqual([])
  })
})

describe.each(CATALOGUE.slice(0, 5))('$name', ({ design }) => {
  test('is drawn by ELK in groups without a flaw', async () => {
    expect(flaws(await tidied(inRooms(design), { engine: 'layered' }))).toEqual([])
  })

  test('is drawn in rooms of its roles without a flaw', async () => {
    expect(flaws(await tidied(design, { engine: 'rooms' }))).toEqual([])
  })
})

describe('a tidy design', () => {
  const [{ design }] = CATALOGUE as unknown as readonly [(typeof CATALOGUE)[number]]

  test('does not depend on the order of the tables', async () => {
    for (const each of [design, inRooms(design)])
      expect(await layout(turned(each), { elk: elkInNode })).toEqual(await layout(each, { elk: elkInNode }))
  })

  test('stays as it is when it is tidied again', async () => {
    const once = await tidied(inRooms(design))
    expect(await layout(once, { elk: elkInNode })).toEqual({ label: 'Tidy', changes: [] })
  })

  test('starts at the origin', async () => {
    const { blocks } = await tidied(designOf([block('a', { at: { x: 800, y: 4000 } })]))
    expect(blocks.a?.at).toEqual({ x: 0, y: 0 })
  })
})

describe('odd designs', () => {
  test('an empty design stays empty', async () => {
    expect(await layout(emptyDesign(), { elk: elkInNode })).toEqual({ label: 'Tidy', changes: [] })
  })

  test('loops, twins and dangling flows are no obstacle', async () => {
    const flows = [
      flow('a', 'a'),
      flow('a', 'b'),
      flow('a', 'b', 'twin'),
      flow('b', 'a'),
      flow('a', 'gone'),
      flow('c', 'c'),
    ]
    const after = await tidied(designOf([block('a'), block('b'), block('c')], flows))
    expect(blockFlaws(after)).toEqual([])
    expect(after.flows['a-data-gone']?.bends).toBeUndefined()
  })

  test('groups inside each other in a ring count as groups without an outer one', async () => {
    const groups = [
      { id: 'g', label: 'g', group: 'h' },
      { id: 'h', label: 'h', group: 'g' },
    ]
    const after = await tidied(
      designOf([block('a', { group: 'g' }), block('b', { group: 'h' })], [flow('a', 'b')], groups),
    )
    expect(blockFlaws(after)).toEqual([])
  })

  test('a thousand groups inside each other are laid out without ELK', async () => {
    const groups = Array.from({ length: 1000 }, (_, i) => ({
      id: `g${i}`,
      label: '',
      ...(i > 0 ? { group: `g${i - 1}` } : {}),
    }))
    const after = await tidied(designOf([block('a', { group: 'g999' }), block('b')], [flow('a', 'b')], groups))
    expect(blockFlaws(after)).toEqual([])
  })

  test('whatever a file can hold is laid out without overlap and off no grid', async () => {
    await fc.assert(
      fc.asyncProperty(wholeDesigns(), async any => {
        const unlocked = Object.fromEntries(Object.values(any.blocks).map(({ locked: _, ...rest }) => [rest.id, rest]))
        const groups = Object.fromEntries(Object.values(any.groups).map(({ locked: _, ...rest }) => [rest.id, rest]))
        expect(blockFlaws(inSight(await tidied({ ...any, blocks: unlocked, groups }, { isQuick: true })))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('whatever is locked stays', async () => {
    await fc.assert(
      fc.asyncProperty(wholeDesigns(), async any => {
        const after = await tidied(any, { isQuick: true })
        for (const each of Object.values(any.blocks))
          if (each.locked && each.at) expect(after.blocks[each.id]).toEqual(each)
      }),
      { numRuns: 30 },
    )
  })

  test('when ELK throws the blocks stand in columns', async () => {
    const design = sketch`etl-job -data-> data-lake -data-> dataset-builder`
    const edit = await layout(design, { engine: 'layered', elk: () => Promise.reject(new Error('no')) })
    const after = applyEdit(design, edit)
    expect(blockFlaws(after)).toEqual([])
  })

  test('when the time is over before ELK answers nothing is moved', async () => {
    const design = sketch`etl-job -data-> data-lake`
    const elk = () => new Promise<never>(() => {})
    await expect(layout(design, { engine: 'layered', elk, signal: AbortSignal.timeout(1) })).rejects.toThrow()
  })
})

describe('what stands around the diagram', () => {
  test('cards of the brief follow the steps beside or above it', async () => {
    const card = (id: string, shows: string) => block(id, { kind: 'brief-card', props: { shows } })
    const after = await tidied(
      designOf([card('a', 'metric'), card('z', 'goal'), block('b'), block('c')], [flow('b', 'c')]),
    )
    expect(blockFlaws(after)).toEqual([])
    const [goal, metric] = [after.blocks.z?.at, after.blocks.a?.at]
    expect((goal?.x ?? 0) + (goal?.y ?? 0)).toBeLessThan((metric?.x ?? 0) + (metric?.y ?? 0))
  })

  test('a note keeps its offset from its block', async () => {
    const note = block('n', { kind: 'note', at: { x: 1000, y: 896 } })
    const after = await tidied(designOf([block('a', { at: { x: 1000, y: 1000 } }), block('b'), note], [flow('a', 'b')]))
    const [a, n] = [after.blocks.a?.at, after.blocks.n?.at]
    expect({ x: (n?.x ?? 0) - (a?.x ?? 0), y: (n?.y ?? 0) - (a?.y ?? 0) }).toEqual({ x: 0, y: -104 })
  })

  test('an empty group gets a place of its own', async () => {
    const after = await tidied(designOf([block('a')], [], [{ id: 'g', label: 'Later' }]))
    expect(flaws(after)).toEqual([])
  })
})

describe('a locked block', () => {
  test('stays, and the others gather around it', async () => {
    const locked = block('b', { at: { x: 4000, y: 1600 }, locked: true })
    const after = await tidied(designOf([block('a'), locked, block('c')], [flow('a', 'b'), flow('b', 'c')]))
    expect(after.blocks.b).toEqual(locked)
    expect(flaws(after)).toEqual([])
  })

  test('two that stand in the way of the others push them aside', async () => {
    const blocks = [
      block('a', { at: { x: 0, y: 0 }, locked: true }),
      block('b', { at: { x: 8, y: 72 }, locked: true }),
      block('c'),
      block('d'),
    ]
    const after = await tidied(designOf(blocks, [flow('a', 'c'), flow('c', 'b'), flow('c', 'd')]))
    expect(blockFlaws(after)).toEqual([])
    expect([after.blocks.a, after.blocks.b]).toEqual(blocks.slice(0, 2))
  })
})

describe('a selection', () => {
  test('is tidied where it stands and nothing else moves', async () => {
    const whole = await tidied(inRooms((CATALOGUE[4] as (typeof CATALOGUE)[number]).design))
    const [first] = Object.keys(whole.groups).sort()
    const after = await tidied(whole, { ids: new Set([first as string]) })
    const rest = (design: Design) => Object.values(design.blocks).filter(each => each.group !== first)
    expect(rest(after)).toEqual(rest(whole))
    expect(blockFlaws(after)).toEqual([])
  })

  test('inside a group stays in its frame, which grows', async () => {
    const blocks = ['a', 'b', 'c', 'd'].map((id, i) => block(id, { group: 'g', at: { x: 200 * i, y: 0 } }))
    const frame = { at: { x: -10, y: -34 }, size: { width: 780, height: 108 } }
    const design = designOf(blocks, [flow('a', 'b'), flow('b', 'a', 'back')], [{ id: 'g', label: 'g', ...frame }])
    const after = await tidied(design, { ids: new Set(['a', 'b']) })
    expect([...blockFlaws(after)]).toEqual([])
    expect([after.blocks.c, after.blocks.d]).toEqual(blocks.slice(2))
  })
})
