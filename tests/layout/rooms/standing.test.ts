import { describe, expect, test } from 'vitest'
import { partsOf } from '../../../src/layout/parts'
import { startsOf } from '../../../src/layout/rooms/axis'
import { standingOf } from '../../../src/layout/rooms/standing'
import { type Block, type Design, emptyDesign, type Flow, type Group, type Point } from '../../../src/model/design'

function block(id: string, at?: Point, more: Partial<Block> = {}): Block {
  return { id, kind: 'etl-job', label: id, props: {}, ...(at ? { at } : {}), ...more }
}

function designOf(blocks: readonly Block[], flows: readonly Flow[] = [], groups: readonly Group[] = []): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), flows: table(flows), groups: table(groups) }
}

/** A flow with a straight line from the right side of one block to the left side of the next. */
function across(source: Block, target: Block): Flow {
  const [from, to] = [source.at as Point, target.at as Point]
  const bends = [
    { x: from.x + 160, y: from.y + 32 },
    { x: to.x, y: to.y + 32 },
  ]
  return { id: `${source.id}-${target.id}`, kind: 'data', source: source.id, target: target.id, bends }
}

function standing(design: Design) {
  return standingOf(design, partsOf(design))
}

const [a, b, c] = [block('a', { x: 0, y: 0 }), block('b', { x: 208, y: 0 }), block('c', { x: 208, y: 112 })]

test('columns and rows are where blocks stand in line', () => {
  const found = standing(designOf([a, b, c], [across(a, b)]))
  expect(found?.columns).toEqual([0, 208])
  expect(found?.rows).toEqual([0, 112])
  expect([...(found?.cells ?? [])]).toEqual([
    ['a', { column: 0, row: 0 }],
    ['b', { column: 1, row: 0 }],
    ['c', { column: 1, row: 1 }],
  ])
  expect(found?.waiting).toEqual([])
})

test('a block without a place and one that was moved by hand wait for a cell', () => {
  const dragged = block('d', { x: 96, y: 40 })
  const flows = [across(a, b), { id: 'f', kind: 'data', source: 'a', target: 'd' } as const]
  expect(standing(designOf([a, b, c, dragged, block('e')], flows))?.waiting).toEqual([
    { id: 'd', near: { x: 96, y: 40 } },
    { id: 'e' },
  ])
})

describe('a group', () => {
  const inside = (each: Block): Block => ({ ...each, group: 'g' })
  const frame = { id: 'g', label: 'g', at: { x: 198, y: -34 }, size: { width: 180, height: 220 } }

  test('is a room of the cells in its frame', () => {
    const rooms = standing(designOf([a, inside(b), c, block('x', { x: 0, y: 112 })], [across(a, b)], [frame]))
    expect(rooms).toBeNull()
    const held = standing(designOf([a, inside(b), inside(c)], [across(a, b)], [frame]))
    expect(held?.plan.rooms.find(room => room.area.group === 'g')).toMatchObject({
      column: 1,
      row: 0,
      width: 1,
      height: 2,
    })
  })
})

describe('there is no layout to keep', () => {
  test('when most blocks have no place', () => {
    expect(standing(designOf([a, block('b'), block('c'), block('d')]))).toBeNull()
  })

  test('when blocks were placed by hand: their flows have no lines', () => {
    const { bends: _, ...bare } = across(a, b)
    expect(standing(designOf([a, b], [bare]))).toBeNull()
  })

  test('when blocks stand in no columns', () => {
    const loose = Array.from({ length: 6 }, (_, i) => block(`b${i}`, { x: 72 * i, y: 104 * i }))
    expect(standing(designOf(loose))).toBeNull()
  })

  test('for a design without blocks', () => {
    expect(standing(emptyDesign())).toBeNull()
  })
})

test('the starts that most places share win over those that would overlap them', () => {
  expect(startsOf([0, 0, 24, 208, 208, 400, 232], 160)).toEqual([0, 208, 400])
})
