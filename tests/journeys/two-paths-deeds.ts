import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { readDesign } from '../../src/gate'
import { allTowards } from '../../src/graph/towards'
import { plainFlowKind } from '../../src/kinds/flow-kinds'
import { frameOf, groupsAround, rectOf } from '../../src/layout/frames'
import { overlaps } from '../../src/layout/rect'
import type { Block, Design, Flow, Group, Id } from '../../src/model/design'

/** What a person means to do, before it is known what stands there: the numbers choose among what does. */
export interface Wish {
  readonly verb: (typeof VERBS)[number]
  readonly one: number
  readonly other: number
}

const VERBS = [
  'add',
  'append',
  'rename',
  'connect',
  'move',
  'delete',
  'delete flow',
  'group',
  'ungroup',
  'collapse',
  'change kind',
  'insert',
  'undo',
  'redo',
] as const

/** Deeds of one sitting: those that need something to stand there are passed over where nothing does. */
export function sittings(): fc.Arbitrary<readonly Wish[]> {
  const wish = fc.record({ verb: fc.constantFrom(...VERBS), one: fc.nat({ max: 40 }), other: fc.nat({ max: 40 }) })
  return fc.array(wish, { minLength: 8, maxLength: 14 })
}

/** One deed with all that keyboard and pointer have to agree on: what it is done to, and how far or to what. */
export type Deed =
  | { readonly verb: 'add'; readonly kind: string; readonly name: string }
  | { readonly verb: 'append'; readonly block: Id; readonly kind: string; readonly name: string }
  | { readonly verb: 'insert'; readonly flow: Flow; readonly kind: string; readonly name: string }
  | { readonly verb: 'rename'; readonly block: Id; readonly name: string }
  | { readonly verb: 'connect'; readonly source: Id; readonly target: Id; readonly name: string }
  | { readonly verb: 'move'; readonly block: Id; readonly x: number; readonly y: number }
  | { readonly verb: 'delete'; readonly block: Id }
  | { readonly verb: 'delete flow'; readonly flow: Flow }
  | { readonly verb: 'group'; readonly block: Id; readonly blocks: readonly Id[] }
  | { readonly verb: 'ungroup' | 'collapse'; readonly room: Id; readonly isCollapsed: boolean }
  | { readonly verb: 'change kind'; readonly block: Id; readonly kind: string; readonly name: string }
  | { readonly verb: 'undo' | 'redo' }

/** One way to do every deed: by the keyboard alone, or by the pointer alone but for words that are typed. */
export interface Way {
  readonly do: (page: Page, deed: Deed) => Promise<void>
  readonly undo: (page: Page) => Promise<void>
  readonly redo: (page: Page) => Promise<void>
}

/** Kinds with names that no other kind's name begins with. */
const KINDS = [
  ['cache', 'Cache'],
  ['gateway', 'Gateway / load balancer'],
  ['ranker', 'Ranker'],
  ['fallback', 'Fallback'],
  ['event-stream', 'Event stream'],
  ['prediction-log', 'Prediction log'],
] as const

/** The deed that a wish comes to in the design of a file; null where nothing there fits it. */
export function deedOf(text: string, { verb, one, other }: Wish, before: Deed | null): Deed | null {
  const read = readDesign(text)
  if (!read.ok) throw new Error('The saved file is refused')
  const design = read.value
  const [kind, name] = KINDS[(one + other) % KINDS.length] ?? KINDS[0]
  const blocks = seenBlocks(design)
  const block = pick(blocks, one)
  const flow = pick(seenFlows(design, blocks), one)
  const room = pick(clearRooms(design), one)
  switch (verb) {
    case 'undo':
    case 'redo':
      return { verb }
    case 'add':
      return { verb, kind, name }
    case 'append':
    case 'change kind':
      return block && block.kind !== kind ? { verb, block: block.id, kind, name } : null
    case 'insert':
      return flow ? { verb, flow, kind, name } : null
    case 'delete flow':
      return flow ? { verb, flow } : null
    case 'rename':
      return block ? { verb, block: block.id, name: `Named ${one}-${other}` } : null
    case 'delete':
      return block && blocks.length > 2 ? { verb, block: block.id } : null
    case 'connect':
      return connection(design, blocks, one, other)
    case 'move':
      return block ? moveOf(block.id, one, other, before) : null
    case 'group':
      return block ? groupOf(design, block.id, blocks) : null
    case 'ungroup':
      return room && !room.collapsed ? { verb, room: room.id, isCollapsed: false } : null
    case 'collapse':
      return room ? { verb, room: room.id, isCollapsed: room.collapsed === true } : null
  }
}

/** Presses of the same arrow keys that follow each other are one step, drags are not: a block moves once in a row. */
function moveOf(block: Id, one: number, other: number, before: Deed | null): Deed | null {
  const [x, y] = [((one % 5) - 2) * 40, ((other % 5) - 2) * 40]
  return (x === 0 && y === 0) || before?.verb === 'move' ? null : { verb: 'move', block, x, y }
}

function connection(design: Design, blocks: readonly Block[], one: number, other: number): Deed | null {
  const pairs = blocks.flatMap(source => blocks.map(target => ({ source, target })))
  const free = pairs.filter(({ source, target }) => {
    const kind = source === target ? null : plainFlowKind(source.kind, target.kind)
    const isThere = (flow: Flow) => flow.source === source.id && flow.target === target.id && flow.kind === kind
    return kind !== null && isOnlyName(blocks, target) && !Object.values(design.flows).some(isThere)
  })
  const pair = pick(free, one * 41 + other)
  return pair
    ? { verb: 'connect', source: pair.source.id, target: pair.target.id, name: typed(pair.target.label) }
    : null
}

/** Whether typing its name finds this block and no other. */
function isOnlyName(blocks: readonly Block[], { id, label }: Block): boolean {
  return blocks.every(one => one.id === id || !one.label.toLowerCase().startsWith(typed(label).toLowerCase()))
}

/** What of a name is letters: a sign may be a key of its own. */
function typed(label: string): string {
  return /^[\p{L}\p{N} -]*/u.exec(label)?.[0].trim() ?? ''
}

/** A block and all that lies downstream of it, which one key selects; not where a collapsed room hides some of it. */
function groupOf(design: Design, block: Id, seen: readonly Block[]): Deed | null {
  const blocks = [...allTowards(design, [block], 'downstream')]
  return blocks.every(id => seen.some(one => one.id === id)) ? { verb: 'group', block, blocks } : null
}

/** The blocks that the pointer can take: no collapsed room hides or covers them, and no other block. */
function seenBlocks(design: Design): Block[] {
  const shown = Object.values(design.blocks).filter(({ group }) => !isHidden(design, group))
  const closed = openRooms(design).flatMap(room => (room.collapsed ? (frameOf(room) ?? []) : []))
  return shown.filter(block => {
    const rect = rectOf(block)
    const others = shown.flatMap(one => (one === block ? [] : (rectOf(one) ?? [])))
    return rect !== null && ![...others, ...closed].some(other => overlaps(rect, other, 8))
  })
}

function isHidden(design: Design, room: Id | undefined): boolean {
  return groupsAround(design, room).some(each => each.collapsed)
}

function seenFlows(design: Design, blocks: readonly Block[]): Flow[] {
  const seen = new Set(blocks.map(({ id }) => id))
  return Object.values(design.flows).filter(flow => seen.has(flow.source) && seen.has(flow.target))
}

/** The rooms that stand in no collapsed one. */
function openRooms(design: Design): Group[] {
  return Object.values(design.groups).filter(room => !isHidden(design, room.group))
}

/** Those of them that no other room lies over, with its name and its button. */
function clearRooms(design: Design): Group[] {
  const rooms = openRooms(design).flatMap(room => {
    const frame = frameOf(room)
    return frame ? [{ room, frame }] : []
  })
  const isClear = (one: (typeof rooms)[number]) =>
    rooms.every(other => other === one || !overlaps(one.frame, other.frame, 0))
  return rooms.filter(isClear).map(({ room }) => room)
}

function pick<T>(things: readonly T[], number: number): T | undefined {
  return things[number % things.length]
}
