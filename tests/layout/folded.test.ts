import { describe, expect, test } from 'vitest'
import { sceneOf } from '../../src/drawing/scene'
import { collapseRooms, openRooms } from '../../src/layout/collapse'
import { elkInNode } from '../../src/layout/elk-node'
import { rectOf } from '../../src/layout/frames'
import { type LayoutOptions, layout } from '../../src/layout/layout'
import { overlaps } from '../../src/layout/rect'
import { setLocked } from '../../src/model/arrange'
import type { Block, Design, Id, Point } from '../../src/model/design'
import { applyEdit, invert } from '../../src/model/edit'
import { contentsOf, group } from '../../src/model/groups'
import { CATALOGUE, inRooms } from './catalogue'
import { flaws } from './flaws'

const documented = CATALOGUE.find(({ name }) => name === 'fraud-detection') as (typeof CATALOGUE)[number]
const whole = inRooms(partOf(documented.design))

/** A dozen blocks of a design with the flows between them: enough for four rooms, and tidied soon. */
function partOf(design: Design): Design {
  const blocks = Object.fromEntries(Object.entries(design.blocks).slice(0, 12))
  const isHere = (id: Id) => Object.hasOwn(blocks, id)
  const flows = Object.entries(design.flows).filter(([, { source, target }]) => isHere(source) && isHere(target))
  return { ...design, blocks, flows: Object.fromEntries(flows) }
}

async function tidied(design: Design, options: Partial<LayoutOptions> = {}): Promise<Design> {
  return applyEdit(design, await layout(design, { elk: elkInNode, isQuick: true, ...options }))
}

/** Where the blocks of a room stand, as seen from one of them. */
function inside(design: Design, room: Id): Record<Id, Point> {
  const blocks = [...contentsOf(design, [room]).blocks].sort().map(id => design.blocks[id] as Block)
  const { x, y } = blocks[0]?.at ?? { x: 0, y: 0 }
  return Object.fromEntries(blocks.map(({ id, at }) => [id, { x: (at?.x ?? 0) - x, y: (at?.y ?? 0) - y }]))
}

function collapsed(design: Design, ...ids: Id[]): Design {
  return applyEdit(design, collapseRooms(design, ids))
}

/** Boxes that are in sight and share ground. */
function covered(design: Design): string[] {
  const { blocks, collapsed: cards } = sceneOf(design)
  const boxes = [...blocks, ...cards]
  return boxes.flatMap(([id, box], i) =>
    boxes.slice(i + 1).flatMap(([other, rect]) => (overlaps(box, rect) ? [`${id} covers ${other}`] : [])),
  )
}

const rooms = Object.keys(whole.groups)

describe('a room that is collapsed', () => {
  test.each(['again', 'scratch'] as const)('is tidied as one block and keeps its inside (%s)', async mode => {
    const before = await tidied(whole)
    for (const room of rooms.slice(0, 2)) {
      const design = collapsed(before, room)
      const after = await tidied(design, { mode })
      expect(inside(after, room)).toEqual(inside(before, room))
      expect(after.groups[room]?.size).toEqual(before.groups[room]?.size)
      expect(covered(after)).toEqual([])
      expect(sceneOf(after).collapsed.get(room)).toMatchObject({ width: 160, height: 64 })
    }
  })

  test('opens after a tidy with nothing on its blocks', async () => {
    const before = collapsed(await tidied(whole), ...rooms.slice(0, 2))
    const after = await tidied(before, { mode: 'scratch' })
    const opening = openRooms(after, rooms.slice(0, 2))
    expect(opening.ok && covered(applyEdit(after, opening.edit))).toEqual([])
  })

  test('is given places inside, too, when the design has none yet', async () => {
    const [room = ''] = rooms
    const design = {
      ...whole,
      groups: { ...whole.groups, [room]: { ...whole.groups[room], collapsed: true } },
    } as Design
    const after = await tidied(design)
    expect(Object.values(after.blocks).filter(block => !block.at)).toEqual([])
    expect(covered(after)).toEqual([])
    const opening = openRooms(after, [room])
    expect(opening.ok && covered(applyEdit(after, opening.edit))).toEqual([])
  })

  test('stays with all in it when it is locked, or a block in it is', async () => {
    const before = await tidied(whole)
    for (const room of rooms.slice(0, 2)) {
      const [member = ''] = contentsOf(before, [room]).blocks
      for (const ids of [
        { blocks: [], groups: [room] },
        { blocks: [member], groups: [] },
      ]) {
        const design = collapsed(applyEdit(before, setLocked(before, ids, true)), room)
        const after = await tidied(design, { mode: 'scratch' })
        expect(after.groups[room]?.at).toEqual(before.groups[room]?.at)
        expect(after.blocks[member]?.at).toEqual(before.blocks[member]?.at)
      }
    }
  })

  test('is tidied in one edit, and taking it back restores everything', async () => {
    const design = collapsed(await tidied(whole), rooms[0] ?? '')
    const edit = await layout(design, { elk: elkInNode, isQuick: true, mode: 'scratch' })
    const after = applyEdit(design, edit)
    expect(after).not.toEqual(design)
    expect(applyEdit(after, invert(design, edit))).toEqual(design)
  })
})

describe('a room in a room', () => {
  const nested = async () => {
    const before = await tidied(whole)
    const [outer = ''] = rooms
    const members = [...contentsOf(before, [outer]).blocks].slice(0, 2)
    const frame = rectOf(before.blocks[members[0] ?? ''] as Block)
    const edit = group(before, { blocks: new Set(members), groups: new Set() }, frame as never, 'Inner', () => 0.5)
    return { design: applyEdit(before, edit), outer, inner: edit.changes[0]?.id ?? '' }
  }

  test('is tidied without a flaw, open', async () => {
    const { design } = await nested()
    expect(flaws(await tidied(design, { mode: 'scratch' }))).toEqual([])
  })

  test('is tidied when it is collapsed, and when the room around it is', async () => {
    const { design, outer, inner } = await nested()
    const open = await tidied(design, { mode: 'scratch' })
    for (const room of [inner, outer]) {
      const after = await tidied(collapsed(open, room), { mode: 'scratch' })
      expect(covered(after)).toEqual([])
      expect(inside(after, room)).toEqual(inside(open, room))
    }
    const after = await tidied(collapsed(open, inner, outer), { mode: 'scratch' })
    expect(inside(after, outer)).toEqual(inside(open, outer))
  })
})

test('tidying leaves a locked room, its blocks and locked blocks where they are', async () => {
  const before = await tidied(whole)
  const [room = '', other = ''] = rooms
  const [alone = ''] = contentsOf(before, [other]).blocks
  const design = applyEdit(before, setLocked(before, { blocks: [alone], groups: [room] }, true))
  const after = await tidied(design, { mode: 'scratch' })
  const still = [...contentsOf(before, [room]).blocks, alone]
  expect(still.map(id => after.blocks[id]?.at)).toEqual(still.map(id => before.blocks[id]?.at))
})
