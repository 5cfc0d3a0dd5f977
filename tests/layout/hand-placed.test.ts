import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paste } from '../../src/formats/clipboard'
import { KINDS } from '../../src/kinds'
import { replaceKind } from '../../src/kinds/replace-kind'
import { framed, frameOf, rectOf } from '../../src/layout/frames'
import { joinRoom } from '../../src/layout/join-room'
import { place } from '../../src/layout/place'
import { boundsOf, overlaps, type Rect } from '../../src/layout/rect'
import { type Block, type Design, emptyDesign, type Group, type Id } from '../../src/model/design'
import { applyEdit, type Edit } from '../../src/model/edit'
import { fixAll } from '../../src/rules/fix-all'

const BLOCK_KINDS = KINDS.filter(({ id }) => id !== 'note' && id !== 'brief-card').map(kind => kind.id)

const BLOCK = fc.record({
  kind: fc.constantFrom(...BLOCK_KINDS),
  cell: fc.record({ x: fc.integer({ min: 0, max: 5 }), y: fc.integer({ min: 0, max: 5 }) }),
  off: fc.record({ x: fc.integer({ min: -2, max: 2 }), y: fc.integer({ min: -1, max: 1 }) }),
  room: fc.constantFrom(undefined, 'left', 'right', 'inner'),
  isLocked: fc.boolean(),
})

const DRAWN = fc.record({
  blocks: fc.array(BLOCK, { minLength: 2, maxLength: 12 }),
  flows: fc.array(fc.record({ from: fc.nat(), to: fc.nat() }), { maxLength: 14 }),
  collapsed: fc.uniqueArray(fc.constantFrom('left', 'right', 'inner')),
  locked: fc.uniqueArray(fc.constantFrom('left', 'right', 'inner')),
})

/** A design as a hand leaves it: blocks about the canvas, off their neighbours' lines, rooms around some of them. */
const drawn = DRAWN.map(({ blocks, flows, collapsed, locked }): Design => {
  const placed = blocks.map(
    ({ kind, cell, off, room, isLocked }, i): Block => ({
      id: `b${i}`,
      kind,
      label: `Block ${i}`,
      at: { x: cell.x * 240 + off.x * 8, y: cell.y * 120 + off.y * 8 },
      props: {},
      ...(room ? { group: room } : {}),
      ...(isLocked ? { locked: true as const } : {}),
    }),
  )
  const rectsIn = (...rooms: Id[]) =>
    placed.flatMap(block => (block.group && rooms.includes(block.group) ? (rectOf(block) ?? []) : []))
  const inner = boundsOf(rectsIn('inner'))
  const left = boundsOf([...rectsIn('left'), ...(inner ? [framed(inner)] : [])])
  const right = boundsOf(rectsIn('right'))
  const rooms = [
    ['left', left, undefined],
    ['right', right, undefined],
    ['inner', inner, 'left'],
  ] as const
  const groups = rooms.flatMap(([id, bounds, group]): Group[] => {
    if (!bounds) return []
    const { x, y, width, height } = framed(bounds)
    const flags = {
      ...(collapsed.includes(id) ? { collapsed: true as const } : {}),
      ...(locked.includes(id) ? { locked: true as const } : {}),
    }
    return [{ id, label: id, at: { x, y }, size: { width, height }, ...(group ? { group } : {}), ...flags }]
  })
  const wired = flows.map(({ from, to }, i) => ({
    id: `f${i}`,
    kind: 'data',
    source: `b${from % placed.length}`,
    target: `b${to % placed.length}`,
  }))
  return { ...emptyDesign(), blocks: table(placed), groups: table(groups), flows: table(wired) }
})

function table<T extends { readonly id: Id }>(rows: readonly T[]): Record<Id, T> {
  return Object.fromEntries(rows.map(row => [row.id, row]))
}

/** What an edit did to what stood before: blocks that moved, rooms that lost ground or grew over what is not in them. */
function disturbed(design: Design, edit: Edit, except: readonly Id[] = []): string[] {
  const after = applyEdit(design, edit)
  const found: string[] = []
  for (const { id, at } of Object.values(design.blocks)) {
    const now = after.blocks[id]
    if (!except.includes(id) && now && (now.at?.x !== at?.x || now.at?.y !== at?.y)) found.push(`${id} moved`)
  }
  for (const group of Object.values(design.groups)) {
    const [before, now] = [frameOf(group), after.groups[group.id] ? frameOf(after.groups[group.id] as Group) : null]
    if (!before || !now) continue
    if (!holds(now, before)) found.push(`${group.id} lost ground`)
    const strangers = Object.values(design.blocks).filter(block => !isIn(after, block.id, group.id))
    for (const block of strangers) {
      const rect = rectOf(block)
      if (rect && overlaps(now, rect) && !overlaps(before, rect)) found.push(`${group.id} grew over ${block.id}`)
    }
  }
  return found
}

function isIn(design: Design, block: Id, room: Id): boolean {
  const owner = design.blocks[block]?.group
  return owner !== undefined && (owner === room || design.groups[owner]?.group === room)
}

function holds(a: Rect, b: Rect): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
}

test('blocks that are added, in any room and wired to anything, move nothing that stands', () => {
  const added = fc.array(
    fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), beside: fc.nat(), isInRoom: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  fc.assert(
    fc.property(drawn, added, (design, news) => {
      const ids = Object.keys(design.blocks)
      const changes = news.flatMap(({ kind, beside, isInRoom }, i) => {
        const other = ids[beside % ids.length] as Id
        const group = isInRoom ? design.blocks[other]?.group : undefined
        const record: Block = { id: `n${i}`, kind, label: 'New', props: {}, ...(group ? { group } : {}) }
        const flow = { id: `nf${i}`, kind: 'data', source: other, target: `n${i}` }
        return [
          { op: 'put', table: 'blocks', id: record.id, record },
          { op: 'put', table: 'flows', id: flow.id, record: flow },
        ] as const
      })
      expect(disturbed(design, place(design, { label: 'Add', changes }))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('fixing all that lint finds moves nothing that stands', () => {
  fc.assert(
    fc.property(drawn, design => {
      const { edit } = fixAll(design, { review: true, place, isWanted: () => true })
      expect(disturbed(design, edit)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('a block of another kind stands where it stood', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(...BLOCK_KINDS), (design, kind) => {
      expect(disturbed(design, replaceKind(design, 'b0', kind, { name: 'New', props: {} }))).toEqual([])
    }),
  )
})

test('what is pasted moves nothing that stands', () => {
  fc.assert(
    fc.property(drawn, drawn, (design, clip) => {
      expect(disturbed(design, paste(design, clip, { x: 24, y: 24 }).edit)).toEqual([])
    }),
  )
})

test('a block that goes to another room moves alone, to ground where it covers nothing', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('left', 'right', 'inner', undefined), (design, room) => {
      fc.pre(room === undefined || design.groups[room] !== undefined)
      const joining = joinRoom(design, { blocks: new Set(['b0']), groups: new Set() }, room)
      if (!joining.ok) return
      expect(disturbed(design, joining.edit, ['b0'])).toEqual([])
      const after = applyEdit(design, joining.edit)
      expect(after.blocks.b0?.group).toBe(room)
      const moved = after.blocks.b0?.at !== design.blocks.b0?.at
      const rect = rectOf(after.blocks.b0 as Block)
      const others = Object.values(after.blocks).filter(block => block.id !== 'b0')
      const covered = others.filter(block => rect && overlaps(rectOf(block) as Rect, rect))
      if (moved) expect(covered).toEqual([])
    }),
    { numRuns: 80 },
  )
})
