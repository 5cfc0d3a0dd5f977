import { blockSize } from '../kinds'
import { type Block, type Design, type Id, lookUp, type Point, type Size } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { frameOf, rectOf } from './frames'
import { below, GAP, type Ground, groundOf } from './ground'
import { boundsOf, onGrid, type Rect } from './rect'

/** Pixels between the columns of a tidy diagram: where a block likes to stand beside its neighbour. */
const COLUMN_GAP = 40

/**
 * The same edit with a place for each block that it puts without one: free ground beside what the block is wired to,
 * right of what feeds it, left of what it feeds, else below. A block of a group gets a place in its frame, or the frame
 * grows where there is room. Nothing else moves.
 */
export function place(design: Design, edit: Edit): Edit {
  let after = applyEdit(design, edit)
  const waiting = newBlocks(after, edit)
  if (waiting.length === 0) return edit
  const places = new Map<Id, Point>()
  const framing = new Map<Id, Change[]>()
  while (waiting.length > 0) {
    const block = takeNext(after, waiting)
    const { at, frames } = placeOne(after, block)
    places.set(block.id, at)
    for (const [id, { x, y, width, height }] of frames)
      framing.set(id, [
        { op: 'set', table: 'groups', id, path: 'at', to: { x, y } },
        { op: 'set', table: 'groups', id, path: 'size', to: { width, height } },
      ])
    const moved: Change = { op: 'set', table: 'blocks', id: block.id, path: 'at', to: { ...at } }
    after = applyEdit(after, { label: '', changes: [moved, ...[...framing.values()].flat()] })
  }
  return {
    ...edit,
    changes: [...edit.changes.map(change => withPlace(change, places)), ...[...framing.values()].flat()],
  }
}

/** The free spot on the grid nearest to a point, for something of that size that stands in no group. */
export function freeSpot(design: Design, near: Point, size: Size): Point {
  return groundOf(design).spot({ near, size }) ?? { x: onGrid(near.x), y: onGrid(near.y) }
}

function newBlocks(after: Design, edit: Edit): Block[] {
  const ids = edit.changes.flatMap(change => (change.op === 'put' && change.table === 'blocks' ? [change.id] : []))
  return [...new Set(ids)].flatMap(id => {
    const block = lookUp(after.blocks, id)
    return block && !block.at ? [block] : []
  })
}

function withPlace(change: Change, places: ReadonlyMap<Id, Point>): Change {
  const at = places.get(change.id)
  if (change.op !== 'put' || change.table !== 'blocks' || !at) return change
  return { ...change, record: { ...(change.record as Block), at } }
}

/** Takes out the block with the most neighbours that have a place; of equals, the first in the edit. */
function takeNext(design: Design, waiting: Block[]): Block {
  const ties = waiting.map(block => neighboursOf(design, block).length)
  const [next] = waiting.splice(ties.indexOf(Math.max(...ties)), 1)
  return next as Block
}

interface Neighbour {
  readonly at: Point
  readonly size: Size
  /** Whether it feeds the new block. */
  readonly isBefore: boolean
}

function neighboursOf(design: Design, block: Block): Neighbour[] {
  return Object.values(design.flows).flatMap(({ source, target }) => {
    if (source === target || (source !== block.id && target !== block.id)) return []
    const other = lookUp(design.blocks, source === block.id ? target : source)
    return other?.at ? [{ at: other.at, size: blockSize(other), isBefore: target === block.id }] : []
  })
}

function placeOne(design: Design, block: Block): { readonly at: Point; readonly frames: ReadonlyMap<Id, Rect> } {
  const size = blockSize(block)
  const ground = groundOf(design)
  const inGroup = block.group === undefined ? null : spotFor(design, ground, block, size, block.group)
  if (inGroup) return { at: inGroup, frames: ground.grown({ ...inGroup, ...size }, block.group) }
  const at = spotFor(design, ground, block, size) ?? below(design)
  return { at, frames: new Map() }
}

function spotFor(design: Design, ground: Ground, block: Block, size: Size, group?: Id): Point | null {
  const neighbours = neighboursOf(design, block)
  if (neighbours.length === 0) return ground.spot({ near: home(design, block, size), size }, group)
  const wishes = neighbours.map(neighbour => beside(neighbour, size))
  const near = { x: mean(wishes.map(({ x }) => x)), y: mean(wishes.map(({ y }) => y)) }
  const cost = (at: Point) => {
    const lines = wishes.map(wish => Math.abs(at.x - wish.x) + 1.5 * Math.abs(at.y - wish.y))
    // Between two neighbours every spot costs the same: prefer the middle.
    return lines.reduce((sum, line) => sum + line, 0) + 0.05 * (Math.abs(at.x - near.x) + Math.abs(at.y - near.y))
  }
  return ground.spot({ near, size, cost }, group)
}

/** Where a block of that size would stand best for one neighbour: in its row, on the side the flow comes from. */
function beside({ at, size, isBefore }: Neighbour, { width, height }: Size): Point {
  const x = isBefore ? at.x + size.width + COLUMN_GAP : at.x - width - COLUMN_GAP
  return { x, y: at.y + (size.height - height) / 2 }
}

/** Where an unwired block belongs: in the frame of its group, a card under the cards, all else below the diagram. */
function home(design: Design, block: Block, size: Size): Point {
  const group = block.group === undefined ? undefined : lookUp(design.groups, block.group)
  const frame = group && frameOf(group)
  if (frame) return { x: frame.x + (frame.width - size.width) / 2, y: frame.y + (frame.height - size.height) / 2 }
  const cards = Object.values(design.blocks).filter(other => other.kind === 'brief-card')
  const stack = block.kind === 'brief-card' ? boundsOf(cards.flatMap(card => rectOf(card) ?? [])) : null
  return stack ? { x: stack.x, y: stack.y + stack.height + GAP } : below(design)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
