import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elkInNode } from '../../src/layout/elk-node'
import { layout } from '../../src/layout/layout'
import { freeSpot, place } from '../../src/layout/place'
import { type Block, type Design, emptyDesign, type Flow, type Group, type Point } from '../../src/model/design'
import { applyEdit, type Change, type Edit } from '../../src/model/edit'
import { CATALOGUE, inRooms } from './catalogue'
import { blockFlaws, frameFlaws } from './flaws'

function block(id: string, at?: Point, group?: string): Block {
  return { id, kind: 'etl-job', label: id, props: {}, ...(at ? { at } : {}), ...(group ? { group } : {}) }
}

function flow(source: string, target: string): Flow {
  return { id: `${source}-data-${target}`, kind: 'data', source, target }
}

function designOf(blocks: readonly Block[], flows: readonly Flow[] = [], groups: readonly Group[] = []): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), flows: table(flows), groups: table(groups) }
}

function adding(blocks: readonly Block[], flows: readonly Flow[] = []): Edit {
  const changes: Change[] = [
    ...blocks.map(record => ({ op: 'put', table: 'blocks', id: record.id, record }) as const),
    ...flows.map(record => ({ op: 'put', table: 'flows', id: record.id, record }) as const),
  ]
  return { label: 'Add', changes }
}

/** Where a new block comes to stand. */
function spot(design: Design, edit: Edit, id: string): Point | undefined {
  return applyEdit(design, place(design, edit)).blocks[id]?.at
}

describe('a new block', () => {
  const design = designOf([block('a', { x: 0, y: 0 })])

  test('stands right of what feeds it', () => {
    expect(spot(design, adding([block('new')], [flow('a', 'new')]), 'new')).toEqual({ x: 200, y: 0 })
  })

  test('stands left of what it feeds', () => {
    expect(spot(design, adding([block('new')], [flow('new', 'a')]), 'new')).toEqual({ x: -200, y: 0 })
  })

  test('stands between two blocks that leave room', () => {
    const far = designOf([block('a', { x: 0, y: 0 }), block('b', { x: 480, y: 0 })])
    const { y, x } = spot(far, adding([block('new')], [flow('a', 'new'), flow('new', 'b')]), 'new') ?? { x: 0, y: 1 }
    expect(y).toBe(0)
    expect(x).toBeGreaterThan(160)
    expect(x).toBeLessThan(320)
  })

  test('stands below or above two blocks that leave none', () => {
    const near = designOf([block('a', { x: 0, y: 0 }), block('b', { x: 200, y: 0 })])
    const at = spot(near, adding([block('new')], [flow('a', 'new'), flow('new', 'b')]), 'new')
    expect(Math.abs(at?.y ?? 0)).toBe(88)
  })

  test('that is wired to nothing stands below the diagram', () => {
    expect(spot(design, adding([block('new')]), 'new')).toEqual({ x: 0, y: 88 })
  })

  test('on an empty design stands at the origin', () => {
    expect(spot(emptyDesign(), adding([block('new')]), 'new')).toEqual({ x: 0, y: 0 })
  })

  test('that has a place keeps it', () => {
    const edit = adding([block('new', { x: 8, y: 8 })])
    expect(place(design, edit)).toBe(edit)
  })

  test('comes after the new block that it hangs on', () => {
    const edit = adding([block('second'), block('first')], [flow('a', 'first'), flow('first', 'second')])
    const after = applyEdit(design, place(design, edit))
    expect([after.blocks.first?.at, after.blocks.second?.at]).toEqual([
      { x: 200, y: 0 },
      { x: 400, y: 0 },
    ])
  })
})

describe('a new block of a group', () => {
  const frame = { at: { x: -10, y: -34 }, size: { width: 180, height: 108 } }
  const group: Group = { id: 'g', label: 'g', ...frame }

  test('grows the frame where there is room', () => {
    const design = designOf([block('a', { x: 0, y: 0 }, 'g')], [], [group])
    const after = applyEdit(design, place(design, adding([block('new', undefined, 'g')], [flow('a', 'new')])))
    expect(after.blocks.new?.at).toEqual({ x: 200, y: 0 })
    expect(after.groups.g).toEqual({ ...group, size: { width: 380, height: 108 } })
  })

  test('takes room inside before the frame grows', () => {
    const wide = { ...group, size: { width: 580, height: 108 } }
    const design = designOf([block('a', { x: 0, y: 0 }, 'g')], [], [wide])
    const after = applyEdit(design, place(design, adding([block('new', undefined, 'g')])))
    expect(after.groups.g).toBe(wide)
  })

  test('grows the frame the other way when a neighbour stands in the way', () => {
    const design = designOf([block('a', { x: 0, y: 0 }, 'g'), block('b', { x: 200, y: 0 })], [], [group])
    const after = applyEdit(design, place(design, adding([block('new', undefined, 'g')], [flow('a', 'new')])))
    expect([...blockFlaws(after), ...frameFlaws(after)]).toEqual([])
  })
})

test('free ground is the wish itself, or the nearest spot beside what stands there', () => {
  const design = designOf([block('a', { x: 0, y: 0 })])
  const size = { width: 160, height: 64 }
  expect(freeSpot(design, { x: 403, y: 0 }, size)).toEqual({ x: 400, y: 0 })
  expect(freeSpot(design, { x: 8, y: 8 }, size)).toEqual({ x: 8, y: 88 })
})

describe.each([CATALOGUE[4], CATALOGUE[8]].flatMap(each => each ?? []))('on $name', ({ design }) => {
  test('additions overlap nothing and move nothing', async () => {
    const tidy = applyEdit(inRooms(design), await layout(inRooms(design), { elk: elkInNode }))
    const ids = Object.keys(tidy.blocks).sort()
    const groups = [undefined, ...Object.keys(tidy.groups).sort()]
    const additions = fc.array(
      fc.record({
        group: fc.constantFrom(...groups),
        from: fc.subarray(ids, { maxLength: 3 }),
        to: fc.subarray(ids, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(additions, all => {
        const blocks = all.map(({ group }, i) => block(`new-${i}`, undefined, group))
        const flows = all.flatMap(({ from, to }, i) => [
          ...from.map(id => flow(id, `new-${i}`)),
          ...to.map(id => flow(`new-${i}`, id)),
        ])
        const after = applyEdit(tidy, place(tidy, adding(blocks, flows)))
        expect(blockFlaws(after)).toEqual([])
        expect(ids.map(id => after.blocks[id])).toEqual(ids.map(id => tidy.blocks[id]))
        expect(Object.keys(tidy.flows).map(id => after.flows[id])).toEqual(Object.values(tidy.flows))
        expect(frameFlaws(after).filter(flaw => !flaw.includes('does not hold new-'))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
