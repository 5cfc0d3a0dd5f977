import fc from 'fast-check'
import { clipOf, paste } from '../../src/formats/clipboard'
import { pasteProps } from '../../src/kinds/carry-props'
import { plainFlowKind } from '../../src/kinds/flow-kinds'
import { removeAndHeal } from '../../src/kinds/heal'
import { blockSize } from '../../src/kinds/index'
import { replaceKind } from '../../src/kinds/replace-kind'
import { spliceBlock } from '../../src/kinds/splice'
import { addAtPoint, appendBlocks, insertBetween } from '../../src/layout/append'
import { collapseRooms, openRooms } from '../../src/layout/collapse'
import { framed, rectOf } from '../../src/layout/frames'
import { joinRoom, nestingFlaw } from '../../src/layout/join-room'
import { moveIntoRooms, moveRoomsIntoRooms } from '../../src/layout/owners'
import { boundsOf } from '../../src/layout/rect'
import { resizedBy } from '../../src/layout/resize'
import { makeSpace } from '../../src/layout/space'
import { restack } from '../../src/layout/stack'
import { align, distribute, setLocked } from '../../src/model/arrange'
import { renameBlock, setNotes, setProp } from '../../src/model/blocks'
import { type Block, type Design, FLOW_KINDS, type Flow, type Group, type Id } from '../../src/model/design'
import type { Edit } from '../../src/model/edit'
import { connect, labelFlow, reconnect, removeFlows, setFlowKind } from '../../src/model/flows'
import { contentsOf, group, removeGroups, renameGroup, ungroup } from '../../src/model/groups'

/** One deed of a person at a drawing board, chosen before it is known what will stand there. */
export interface Deed {
  readonly verb: keyof typeof VERBS
  /** Which things it is done to: numbers that are counted round. */
  readonly one: number
  readonly other: number
  /** How far, in steps of the grid. */
  readonly by: { readonly x: number; readonly y: number }
}

/** Deeds of every sort that the editor knows, layouts apart. */
export function deeds(): fc.Arbitrary<Deed> {
  const steps = fc.integer({ min: -60, max: 60 })
  return fc.record({
    verb: fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])),
    one: fc.nat({ max: 40 }),
    other: fc.nat({ max: 40 }),
    by: fc.record({ x: steps, y: steps }),
  })
}

/** The edit of a deed in a design as it stands; null where it has nothing to be done to, or is refused. */
export function editOf(design: Design, deed: Deed): Edit | null {
  const cast: Cast = {
    design,
    blocks: picked(Object.values(design.blocks), deed),
    flows: picked(Object.values(design.flows), deed),
    rooms: picked(Object.values(design.groups), deed),
    by: { x: deed.by.x * 8, y: deed.by.y * 8 },
    number: deed.one + deed.other,
    random: randomFrom(deed.one * 41 + deed.other + 1),
  }
  return VERBS[deed.verb](cast)
}

interface Cast {
  readonly design: Design
  /** None, one or two of each. */
  readonly blocks: readonly Block[]
  readonly flows: readonly Flow[]
  readonly rooms: readonly Group[]
  readonly by: { readonly x: number; readonly y: number }
  readonly number: number
  readonly random: () => number
}

const KINDS = ['client', 'gateway', 'app-service', 'ranker', 'cache', 'note', 'training-job', 'event-stream'] as const

const VERBS = {
  add: ({ design, by, number, random }) => addAtPoint(design, by, newBlock(number), undefined, random),
  append: ({ design, blocks: [from], number, random }) =>
    from ? appendBlocks(design, { from: from.id, way: 'after', side: 'right' }, [newBlock(number)], random) : null,
  prepend: ({ design, blocks: [from], number, random }) =>
    from ? appendBlocks(design, { from: from.id, way: 'before', side: 'left' }, [newBlock(number)], random) : null,
  insert: ({ design, flows: [flow], number, random }) =>
    flow ? insertBetween(design, flow.id, newBlock(number), random) : null,
  splice: ({ design, flows: [flow], blocks: [block], random }) =>
    flow && block ? spliceBlock(design, flow.id, block, random) : null,
  rename: ({ design, blocks: [block], number }) => (block ? renameBlock(design, block.id, `Name ${number}`) : null),
  renameRoom: ({ design, rooms: [room], number }) => (room ? renameGroup(design, room.id, `Room ${number}`) : null),
  label: ({ flows: [flow], number }) => (flow ? labelFlow(flow.id, number % 3 === 0 ? '' : `Flow ${number}`) : null),
  note: ({ design, blocks: [block], number }) =>
    block ? setNotes(design, block.id, number % 3 === 0 ? '' : '**why**') : null,
  setProp: ({ design, blocks: [block], number }) => (block ? setProp(design, block.id, 'p99Ms', number) : null),
  pasteProps: ({ design, blocks: [one, other] }) =>
    one && other ? pasteProps(design, { blocks: [one.id], flows: [] }, other.props) : null,
  changeKind: ({ design, blocks: [block], number }) => (block ? replaceKind(design, block.id, kindOf(number)) : null),
  changeFlow: ({ flows: [flow], number }) =>
    flow ? setFlowKind(flow.id, FLOW_KINDS[number % FLOW_KINDS.length] ?? 'data') : null,
  connect: ({ design, blocks: [one, other], random }) => {
    const kind = one && other ? plainFlowKind(one.kind, other.kind) : null
    return one && other && kind ? connect(design, { source: one.id, target: other.id, kind }, random) : null
  },
  reconnect: ({ flows: [flow], blocks: [block] }) =>
    flow && block ? reconnect(flow.id, { source: flow.source, target: block.id }, flow.kind) : null,
  move: ({ design, blocks, by }) =>
    moveIntoRooms(
      design,
      new Map(blocks.flatMap(({ id, at }) => (at ? [[id, { x: at.x + by.x, y: at.y + by.y }] as const] : []))),
    ),
  moveRoom: ({ design, rooms, by, blocks }) =>
    moveRoomsIntoRooms(
      design,
      rooms.map(({ id }) => id),
      by,
      blocks.map(({ id }) => id),
    ),
  remove: ({ design, blocks }) => removeAndHeal(design, idsOf(blocks)).edit,
  cut: ({ design, blocks }) => removeAndHeal(design, idsOf(blocks), new Set(Object.keys(design.flows))).edit,
  removeFlow: ({ design, flows }) => removeFlows(design, idsOf(flows)),
  group: ({ design, blocks, rooms, random }) => roomAround(design, blocks, rooms, random),
  ungroup: ({ design, rooms }) => ungroup(design, idsOf(rooms)),
  removeRoom: ({ design, rooms, number }) => removeGroups(design, idsOf(rooms), number % 2 === 0),
  join: ({ design, blocks, rooms: [room], number }) => {
    const joining = joinRoom(design, { blocks: idsOf(blocks), groups: new Set() }, number % 3 ? room?.id : undefined)
    return joining.ok ? joining.edit : null
  },
  nest: ({ design, rooms: [inner, outer] }) => {
    const joining = inner && joinRoom(design, { blocks: new Set(), groups: new Set([inner.id]) }, outer?.id)
    return joining?.ok ? joining.edit : null
  },
  collapse: ({ design, rooms }) => collapseRooms(design, idsOf(rooms)),
  open: ({ design }) => {
    const opening = openRooms(design, Object.keys(design.groups))
    return opening.ok ? opening.edit : null
  },
  paste: ({ design, blocks, rooms, by, random }) =>
    paste(design, clipOf(design, { blocks: idsOf(blocks), groups: idsOf(rooms), flows: [] }), by, { random }).edit,
  lock: ({ design, blocks, rooms, number }) =>
    setLocked(design, { blocks: idsOf(blocks), groups: idsOf(rooms) }, number % 2 === 0),
  align: ({ design, blocks }) => align(design, sizesOf(blocks), 'left'),
  distribute: ({ design }) => distribute(design, sizesOf(Object.values(design.blocks)), 'x'),
  resize: ({ design, rooms: [room], by }) => (room ? resizedBy(design, room.id, { width: by.x, height: by.y }) : null),
  makeSpace: ({ design, by }) => makeSpace(design, 'x', by.x, Math.abs(by.y)),
  bringForward: ({ design, blocks }) => restack(design, idsOf(blocks), 'forward'),
  sendBack: ({ design, blocks }) => restack(design, idsOf(blocks), 'back'),
} as const satisfies Readonly<Record<string, (cast: Cast) => Edit | null>>

function newBlock(number: number) {
  return { kind: kindOf(number), label: `Block ${number}`, props: {} }
}

function kindOf(number: number): string {
  return KINDS[number % KINDS.length] ?? 'ranker'
}

/** A room around some blocks and rooms, as the command makes it: refused where rooms would nest too deep. */
function roomAround(
  design: Design,
  blocks: readonly Block[],
  rooms: readonly Group[],
  random: () => number,
): Edit | null {
  const [room] = rooms
  const inside = contentsOf(design, idsOf(room ? [room] : []))
  const members = {
    blocks: new Set([...idsOf(blocks)].filter(id => !inside.blocks.has(id))),
    groups: idsOf(room ? [room] : []),
  }
  const bounds = boundsOf(blocks.flatMap(block => rectOf(block) ?? []))
  return bounds === null || nestingFlaw(design, members) ? null : group(design, members, framed(bounds), 'Room', random)
}

/** Two of these things at most, by number; one where both numbers mean the same. */
function picked<T>(things: readonly T[], { one, other }: Deed): readonly T[] {
  const both = [one, other].flatMap(number => things[number % things.length] ?? [])
  return [...new Set(both)]
}

function idsOf(things: readonly { readonly id: Id }[]): Set<Id> {
  return new Set(things.map(({ id }) => id))
}

function sizesOf(blocks: readonly Block[]) {
  return new Map(blocks.map(block => [block.id, blockSize(block)]))
}

/** A source of random numbers that gives the same ones again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
