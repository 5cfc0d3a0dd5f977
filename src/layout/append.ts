import { blockSize } from '../kinds'
import { plainFlowKind } from '../kinds/flow-kinds'
import type { Way } from '../kinds/next-kinds'
import { spliceBlock } from '../kinds/splice'
import { type Block, type Design, type Id, lookUp, type Point, type Props } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { connect } from '../model/flows'
import { resizeGroup } from '../model/groups'
import { newId } from '../model/ids'
import { frameOf, groupsAround, rectOf } from './frames'
import { type Ground, groundOf } from './ground'
import { ownerAt } from './owners'
import { place } from './place'
import { GRID, onGrid, overlaps, type Rect } from './rect'

/** What a new block is: a kind, its name, and what is set of it from the start. */
export interface NewBlock {
  readonly kind: string
  readonly label: string
  readonly props: Props
}

/** Which way from a block on the canvas. */
export type Side = 'left' | 'right' | 'up' | 'down'

/** Pixels between a block and what is put beside it, and from row to row and column to column of several. */
const GUTTER = 5 * GRID
const PITCH = { across: 25 * GRID, down: 13 * GRID }

/** What a place on another side than the one asked for costs, in pixels: any place on that side is better. */
const WRONG_SIDE = 4000

/** Pixels that a place in the room of the block may be farther off than one outside of it. */
const WORTH_THE_ROOM = 240

export interface Beside {
  readonly from: Id
  readonly way: Way
  readonly side: Side
}

/**
 * Adds blocks beside one, wired to it: they come after it, or before. They stand in a row along that side on free ground,
 * in its room where there is space; a room may grow around them, and nothing else moves. One edit; without changes where
 * the block has no place or no flow may join it with one of them.
 */
export function appendBlocks(
  design: Design,
  { from, way, side }: Beside,
  news: readonly NewBlock[],
  random?: () => number,
): Edit {
  const source = lookUp(design.blocks, from)
  const rect = source && rectOf(source)
  const label = labelOf(source, way, news)
  if (!source || !rect) return { label, changes: [] }
  const changes: Change[] = []
  let after = design
  for (const [index, each] of news.entries()) {
    const draft: Block = { ...each, id: newId(after, each.kind, random) }
    const wish = wishOf(rect, draft, side, index, news.length)
    const { at, group, frames } = spotNear(after, draft, wish, spot => isBeyond(rect, draft, side, spot), source.group)
    const block: Block = { ...draft, at, ...(group === undefined ? {} : { group }) }
    const step = wired(after, block, { from, way })
    if (!step) return { label, changes: [] }
    const next = [...step, ...frames]
    after = applyEdit(after, { label, changes: next })
    changes.push(...next)
  }
  return { label, changes }
}

/**
 * Adds a block at a point of the canvas, centred there where that covers nothing, else on the nearest free ground, in the
 * room that lies there; wired to a block that it is to come after or before. Without changes where no flow may join them.
 */
export function addAtPoint(
  design: Design,
  at: Point,
  fresh: NewBlock,
  join?: Omit<Beside, 'side'>,
  random?: () => number,
): Edit {
  const draft: Block = { ...fresh, id: newId(design, fresh.kind, random) }
  const size = blockSize(draft)
  const wish = { x: onGrid(at.x - size.width / 2), y: onGrid(at.y - size.height / 2) }
  const owner = ownerAt(design, at)
  const isClear = standsClear(design, { ...wish, ...size }, owner)
  const there: Spot = { at: wish, frames: [], ...(owner === undefined ? {} : { group: owner }) }
  const spot = isClear ? there : spotNear(design, draft, wish, () => true, owner)
  const block: Block = { ...draft, at: spot.at, ...(spot.group === undefined ? {} : { group: spot.group }) }
  const source = join && lookUp(design.blocks, join.from)
  const label = labelOf(source, join?.way ?? 'after', [fresh])
  const changes = join ? wired(design, block, join) : [putOf(block)]
  return { label, changes: changes ? [...changes, ...spot.frames] : [] }
}

/**
 * Puts a new block between the two ends of a flow, on free ground between them. The flow goes into the block and keeps
 * what it says; a second one leads on. Both keep the kind where it fits. Without changes where no flow may join them.
 */
export function insertBetween(design: Design, flowId: Id, fresh: NewBlock, random?: () => number): Edit {
  const flow = lookUp(design.flows, flowId)
  const [source, target] = [lookUp(design.blocks, flow?.source ?? ''), lookUp(design.blocks, flow?.target ?? '')]
  const label = `Add “${fresh.label}” between “${source?.label ?? ''}” and “${target?.label ?? ''}”`
  const id = newId(design, fresh.kind, random)
  const group = source?.group === target?.group ? source?.group : undefined
  const block: Block = { ...fresh, id, ...(group === undefined ? {} : { group }) }
  return place(design, { ...spliceBlock(design, flowId, block, random), label })
}

function putOf(block: Block): Change {
  return { op: 'put', table: 'blocks', id: block.id, record: block }
}

/** The block and its flow from or to the other; null where no flow may join the two. */
function wired(design: Design, block: Block, { from, way }: Omit<Beside, 'side'>): Change[] | null {
  const other = lookUp(design.blocks, from)
  const [source, target] = way === 'after' ? [other, block] : [block, other]
  const kind = source && target ? plainFlowKind(source.kind, target.kind) : null
  if (!source || !target || kind === null) return null
  return [putOf(block), ...connect(design, { source: source.id, target: target.id, kind }).changes]
}

/** Where the block of that number would stand best: in the middle of the side, several of them spread along it. */
function wishOf(beside: Rect, block: Block, side: Side, index: number, count: number): Point {
  const { width, height } = blockSize(block)
  const off = index - (count - 1) / 2
  const middle = { x: beside.x + (beside.width - width) / 2, y: beside.y + (beside.height - height) / 2 }
  switch (side) {
    case 'right':
      return { x: beside.x + beside.width + GUTTER, y: onGrid(middle.y + off * PITCH.down) }
    case 'left':
      return { x: beside.x - width - GUTTER, y: onGrid(middle.y + off * PITCH.down) }
    case 'down':
      return { x: onGrid(middle.x + off * PITCH.across), y: beside.y + beside.height + GUTTER }
    case 'up':
      return { x: onGrid(middle.x + off * PITCH.across), y: beside.y - height - GUTTER }
  }
}

/** Whether a place lies wholly on that side of a block. */
function isBeyond(beside: Rect, block: Block, side: Side, at: Point): boolean {
  const { width, height } = blockSize(block)
  switch (side) {
    case 'right':
      return at.x >= beside.x + beside.width
    case 'left':
      return at.x + width <= beside.x
    case 'down':
      return at.y >= beside.y + beside.height
    case 'up':
      return at.y + height <= beside.y
  }
}

/** Whether something fits a place as it is: it covers nothing there, and lies wholly in its room and in no other. */
function standsClear(design: Design, rect: Rect, owner?: Id): boolean {
  const around = new Set(groupsAround(design, owner).map(({ id }) => id))
  const isOnBlock = Object.values(design.blocks).some(block => isNear(rect, rectOf(block)))
  const isOnRoom = Object.values(design.groups).some(room => !around.has(room.id) && isNear(rect, frameOf(room)))
  const grows = owner !== undefined && groundOf(design).grown(rect, owner).size > 0
  return !(isOnBlock || isOnRoom || grows)
}

function isNear(one: Rect, other: Rect | null): boolean {
  return other !== null && overlaps(one, other, GRID)
}

interface Spot {
  readonly at: Point
  readonly group?: Id
  /** The changes that let the rooms around the block grow. */
  readonly frames: readonly Change[]
}

/** Free ground near a wish: in the room where that has space about as near as the ground outside, else outside. */
function spotNear(design: Design, block: Block, near: Point, isRight: (at: Point) => boolean, group?: Id): Spot {
  const ground = groundOf(design)
  const size = blockSize(block)
  const cost = (at: Point) => Math.abs(at.x - near.x) + 1.5 * Math.abs(at.y - near.y) + (isRight(at) ? 0 : WRONG_SIDE)
  const outside = ground.spot({ near, size, cost }) ?? near
  const inside = group === undefined ? null : ground.spot({ near, size, cost }, group)
  const grown = inside ? framesFor(design, ground, { ...inside, ...size }, group) : null
  if (!inside || !grown || group === undefined || cost(inside) > cost(outside) + WORTH_THE_ROOM)
    return { at: outside, frames: [] }
  return { at: inside, group, frames: grown }
}

/** How the frames around a new block grow; null when one of them is locked in place and would have to. */
function framesFor(design: Design, ground: Ground, rect: Rect, group?: Id): readonly Change[] | null {
  const grown = [...ground.grown(rect, group)]
  if (grown.some(([id]) => lookUp(design.groups, id)?.locked)) return null
  return grown.flatMap(([id, frame]) => resizeGroup(design, id, frame).changes)
}

/** “Add “Cache” after “Ranker””, or how many. */
function labelOf(beside: Block | undefined, way: Way, news: readonly NewBlock[]): string {
  const what = news.length === 1 ? `“${news[0]?.label ?? ''}”` : `${news.length} blocks`
  return beside ? `Add ${what} ${way} “${beside.label}”` : `Add ${what}`
}
