import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDesign } from '../../src/gate'
import { kindOf } from '../../src/kinds'
import { isAllowedPair } from '../../src/kinds/flow-kinds'
import { nextKinds, type Way } from '../../src/kinds/next-kinds'
import { addAtPoint, appendBlocks, insertBetween, type NewBlock, type Side } from '../../src/layout/append'
import { frameOf, rectOf } from '../../src/layout/frames'
import { overlaps, type Rect } from '../../src/layout/rect'
import { type Block, type Design, emptyDesign, type Flow, type Group } from '../../src/model/design'
import { applyEdit, type Edit, invert } from '../../src/model/edit'
import { blockFlaws } from './flaws'

const SIDES: readonly Side[] = ['left', 'right', 'up', 'down']

const CASES: readonly Design[] = readdirSync('templates').map(name => {
  const read = readDesign(readFileSync(`templates/${name}`, 'utf8'))
  if (!read.ok) throw new Error(`${name} does not open`)
  return read.value
})

function fresh(kind: string): NewBlock {
  return { kind, label: kindOf(kind).name, props: {} }
}

function designOf(blocks: readonly Block[], groups: readonly Group[] = [], flows: readonly Flow[] = []): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), groups: table(groups), flows: table(flows) }
}

function block(id: string, kind: string, x: number, y: number, more: Partial<Block> = {}): Block {
  return { id, kind, label: id, props: {}, at: { x, y }, ...more }
}

/** The blocks that an edit adds, as they stand after it. */
function added(design: Design, edit: Edit): Block[] {
  const after = applyEdit(design, edit)
  return Object.values(after.blocks).filter(one => !Object.hasOwn(design.blocks, one.id))
}

/** What must not happen when blocks are added: something stood moves, a room shrinks, blocks overlap, a pair is refused. */
function harm(design: Design, edit: Edit): string[] {
  const after = applyEdit(design, edit)
  const moved = Object.values(design.blocks).filter(one => after.blocks[one.id] !== one)
  const shrunk = Object.values(design.groups).filter(one => !holds(frameOf(after.groups[one.id] ?? one), frameOf(one)))
  const news = added(design, edit)
  const on = news.flatMap(one =>
    Object.values(after.blocks).filter(other => other.id !== one.id && touch(rectOf(one), rectOf(other))),
  )
  const refused = Object.values(after.flows).filter(flow => {
    const [source, target] = [after.blocks[flow.source], after.blocks[flow.target]]
    const isOld = design.flows[flow.id] === flow
    return !isOld && !isAllowedPair(flow.kind, source?.kind ?? '', target?.kind ?? '')
  })
  const loose = news.filter(
    one => one.group !== undefined && !holds(frameOf(after.groups[one.group] as Group), rectOf(one)),
  )
  const astray = news.filter(one => one.at && (one.at.x % 8 !== 0 || one.at.y % 8 !== 0))
  return [
    ...moved.map(one => `${one.id} moved`),
    ...shrunk.map(one => `${one.id} shrank`),
    ...on.map(one => `something lies on ${one.id}`),
    ...refused.map(flow => `${flow.id} is refused`),
    ...loose.map(one => `${one.id} lies outside its room`),
    ...astray.map(one => `${one.id} is off the grid`),
  ]
}

function touch(a: Rect | null, b: Rect | null): boolean {
  return a !== null && b !== null && overlaps(a, b)
}

function holds(outer: Rect | null, inner: Rect | null): boolean {
  if (!outer || !inner) return outer === inner
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}

describe('blocks put beside one', () => {
  const ranker = designOf([block('rk', 'ranker', 0, 0)])

  test.each([
    ['right', { x: 200, y: 0 }],
    ['left', { x: -200, y: 0 }],
    ['down', { x: 0, y: 104 }],
    ['up', { x: 0, y: -104 }],
  ] as const)('one stands %s of it, in its row or column, and is wired', (side, at) => {
    const edit = appendBlocks(ranker, { from: 'rk', way: 'after', side }, [fresh('re-ranker')])
    expect(edit.label).toBe(`Add “${kindOf('re-ranker').name}” after “rk”`)
    expect(added(ranker, edit).map(one => one.at)).toEqual([at])
    expect(Object.values(applyEdit(ranker, edit).flows)).toMatchObject([{ source: 'rk', kind: 'request' }])
  })

  test('one before it is wired into it', () => {
    const edit = appendBlocks(ranker, { from: 'rk', way: 'before', side: 'left' }, [fresh('app-service')])
    expect(Object.values(applyEdit(ranker, edit).flows)).toMatchObject([{ target: 'rk', kind: 'request' }])
  })

  test('several are spread along the side, around its middle', () => {
    const news = ['re-ranker', 'prediction-log', 'cache'].map(fresh)
    const edit = appendBlocks(ranker, { from: 'rk', way: 'after', side: 'right' }, news)
    expect(added(ranker, edit).map(one => one.at)).toEqual([
      { x: 200, y: -104 },
      { x: 200, y: 0 },
      { x: 200, y: 104 },
    ])
    expect(edit.label).toBe('Add 3 blocks after “rk”')
  })

  test('a pair that no flow may join is refused as a whole', () => {
    const edit = appendBlocks(designOf([block('c', 'client', 0, 0)]), { from: 'c', way: 'after', side: 'right' }, [
      fresh('gateway'),
      fresh('training-job'),
    ])
    expect(edit.changes).toEqual([])
  })

  test('a block that is not placed has no side', () => {
    const { at: _, ...loose } = block('rk', 'ranker', 0, 0)
    const edit = appendBlocks(designOf([loose]), { from: 'rk', way: 'after', side: 'right' }, [fresh('re-ranker')])
    expect(edit.changes).toEqual([])
  })

  const room: Group = { id: 'room', label: 'Serving', at: { x: -10, y: -34 }, size: { width: 180, height: 108 } }

  test('they join its room, which grows around them', () => {
    const design = designOf([block('rk', 'ranker', 0, 0, { group: 'room' })], [room])
    const edit = appendBlocks(design, { from: 'rk', way: 'after', side: 'right' }, [fresh('re-ranker')])
    expect(added(design, edit)).toMatchObject([{ group: 'room', at: { x: 200, y: 0 } }])
    expect(applyEdit(design, edit).groups.room?.size).toEqual({ width: 380, height: 108 })
  })

  test('a room that is locked in place does not grow: they stand outside of it', () => {
    const design = designOf([block('rk', 'ranker', 0, 0, { group: 'room' })], [{ ...room, locked: true }])
    const edit = appendBlocks(design, { from: 'rk', way: 'after', side: 'right' }, [fresh('re-ranker')])
    const [only] = added(design, edit)
    expect([only?.group, applyEdit(design, edit).groups.room]).toEqual([undefined, { ...room, locked: true }])
  })

  test('whatever stands around, nothing moves, nothing is covered, and every new pair is allowed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES),
        fc.nat(),
        fc.constantFrom(...SIDES),
        fc.constantFrom<Way>('after', 'before'),
        fc.integer({ min: 1, max: 4 }),
        (design, pick, side, way, count) => {
          const all = Object.values(design.blocks).filter(one => one.kind !== 'note' && one.kind !== 'brief-card')
          const from = all[pick % all.length] as Block
          const news = nextKinds(from.kind, way).slice(0, count).map(fresh)
          const edit = appendBlocks(design, { from: from.id, way, side }, news)
          expect(harm(design, edit)).toEqual([])
          expect(added(design, edit)).toHaveLength(news.length)
          expect(applyEdit(applyEdit(design, edit), invert(design, edit))).toEqual(design)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a block put at a point', () => {
  test('is centred there, on the grid', () => {
    const edit = addAtPoint(emptyDesign(), { x: 203, y: 101 }, fresh('cache'))
    expect(added(emptyDesign(), edit).map(one => one.at)).toEqual([{ x: 120, y: 72 }])
  })

  test('stands beside what it would cover, in the room that lies there', () => {
    const room: Group = { id: 'room', label: 'Serving', at: { x: -10, y: -34 }, size: { width: 600, height: 300 } }
    const design = designOf([block('rk', 'ranker', 0, 0, { group: 'room' })], [room])
    const edit = addAtPoint(design, { x: 200, y: 32 }, fresh('re-ranker'), { from: 'rk', way: 'after' })
    expect(harm(design, edit)).toEqual([])
    expect(added(design, edit)).toMatchObject([{ group: 'room' }])
  })

  test('wherever that is, nothing moves and nothing is covered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES),
        fc.integer({ min: -200, max: 2000 }),
        fc.integer({ min: -200, max: 1400 }),
        (design, x, y) => {
          const edit = addAtPoint(design, { x, y }, fresh('cache'))
          expect(harm(design, edit)).toEqual([])
          expect(added(design, edit)).toHaveLength(1)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a block put between the ends of a flow', () => {
  const pair = designOf(
    [block('app', 'app-service', 0, 0), block('rk', 'ranker', 480, 0)],
    [],
    [{ id: 'f', kind: 'request', source: 'app', target: 'rk', label: '500 posts', props: { timeoutMs: 30 } }],
  )

  test('takes the flow with what it says, and leads on', () => {
    const edit = insertBetween(pair, 'f', fresh('cache'))
    const [cache] = added(pair, edit)
    const flows = Object.values(applyEdit(pair, edit).flows)
    expect(flows).toEqual([
      { ...pair.flows.f, target: cache?.id },
      { id: `${cache?.id}-request-rk`, kind: 'request', source: cache?.id, target: 'rk' },
    ])
    expect([harm(pair, edit), edit.label]).toEqual([[], 'Add “Cache” between “app” and “rk”'])
  })

  test('is refused where one of the two pairs is', () => {
    expect(insertBetween(pair, 'f', fresh('retraining-trigger')).changes).toEqual([])
    expect(insertBetween(pair, 'gone', fresh('cache')).changes).toEqual([])
  })
})

test('blocks added on an untidy design leave it as sound as it was', () => {
  const design = CASES[0] as Design
  const [first] = Object.values(design.blocks).filter(one => one.kind === 'app-service')
  const edit = appendBlocks(design, { from: first?.id ?? '', way: 'after', side: 'right' }, [fresh('cache')])
  expect(blockFlaws(applyEdit(design, edit))).toEqual(blockFlaws(design))
})
