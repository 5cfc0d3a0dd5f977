import { moveBlocks } from './blocks'
import { type Design, type Id, lookUp, type Point, type Size } from './design'
import type { Change, Edit } from './edit'
import type { Frame } from './groups'

/** Blocks stay on this grid, in pixels. */
const GRID = 8

/** Which edges or centre lines come to lie on one line. */
export type Side = 'left' | 'right' | 'top' | 'bottom' | 'centre-x' | 'centre-y'

/** Along which axis the gaps become equal. */
export type Axis = 'x' | 'y'

interface Placed {
  readonly id: Id
  readonly at: Point
  readonly size: Size
}

const SIDE_NAMES: Readonly<Record<Side, string>> = {
  left: 'Align left',
  right: 'Align right',
  top: 'Align top',
  bottom: 'Align bottom',
  'centre-x': 'Align centres across',
  'centre-y': 'Align centres down',
}

/**
 * Puts the blocks of `sizes` on one line with the outermost of them, or on the centre line of all. On the grid of 8 px, so
 * that centres of blocks of different sizes can lie 4 px apart. Locked blocks stay, and count.
 */
export function align(design: Design, sizes: ReadonlyMap<Id, Size>, side: Side): Edit {
  const all = placedOf(design, sizes)
  const bounds = boundsOf(all)
  const to = new Map(all.map(each => [each.id, alignedTo(bounds, each, side)] as const))
  return { ...moveBlocks(design, to), label: SIDE_NAMES[side] }
}

/** Makes the gaps between the blocks of `sizes` equal, to the grid of 8 px; the first and the last of them stay. */
export function distribute(design: Design, sizes: ReadonlyMap<Id, Size>, axis: Axis): Edit {
  const length = axis === 'x' ? 'width' : 'height'
  const all = placedOf(design, sizes).sort((a, b) => a.at[axis] - b.at[axis] || (a.id < b.id ? -1 : 1))
  const [first, last] = [all[0], all.at(-1)]
  const label = axis === 'x' ? 'Distribute across' : 'Distribute down'
  if (!first || !last || all.length < 3) return { label, changes: [] }
  const covered = all.reduce((sum, { size }) => sum + size[length], 0)
  const gap = (last.at[axis] + last.size[length] - first.at[axis] - covered) / (all.length - 1)
  const to = new Map<Id, Point>()
  let next = first.at[axis]
  for (const { id, at, size } of all) {
    if (id !== first.id && id !== last.id) to.set(id, { ...at, [axis]: onGrid(next) })
    next += size[length] + gap
  }
  return { ...moveBlocks(design, to), label }
}

/** Locks blocks and groups where they stand, or lets them be moved again. */
export function setLocked(
  design: Design,
  ids: { readonly blocks: Iterable<Id>; readonly groups: Iterable<Id> },
  isLocked: boolean,
): Edit {
  const changes = (['blocks', 'groups'] as const).flatMap(table =>
    [...ids[table]]
      .filter(id => Object.hasOwn(design[table], id))
      .map((id): Change => ({ op: 'set', table, id, path: 'locked', ...(isLocked ? { to: true } : {}) })),
  )
  return { label: isLocked ? 'Lock' : 'Unlock', changes }
}

/** Gives a note another place and size, on the grid; the lines of its flows are routed anew. */
export function resizeNote(design: Design, id: Id, frame: Frame): Edit {
  const at = { x: onGrid(frame.x), y: onGrid(frame.y) }
  const size = { width: onGrid(frame.width), height: onGrid(frame.height) }
  const pulled = Object.values(design.flows).filter(flow => flow.bends && (flow.source === id || flow.target === id))
  return {
    label: 'Resize note',
    changes: [
      { op: 'set', table: 'blocks', id, path: 'at', to: at },
      { op: 'set', table: 'blocks', id, path: 'size', to: size },
      ...pulled.map((flow): Change => ({ op: 'set', table: 'flows', id: flow.id, path: 'bends' })),
    ],
  }
}

function placedOf(design: Design, sizes: ReadonlyMap<Id, Size>): Placed[] {
  return [...sizes].flatMap(([id, size]) => {
    const at = lookUp(design.blocks, id)?.at
    return at ? [{ id, at, size }] : []
  })
}

function boundsOf(all: readonly Placed[]): Frame {
  const x = Math.min(...all.map(({ at }) => at.x))
  const y = Math.min(...all.map(({ at }) => at.y))
  const right = Math.max(...all.map(({ at, size }) => at.x + size.width))
  const bottom = Math.max(...all.map(({ at, size }) => at.y + size.height))
  return { x, y, width: right - x, height: bottom - y }
}

function alignedTo(bounds: Frame, { at, size }: Placed, side: Side): Point {
  switch (side) {
    case 'left':
      return { ...at, x: bounds.x }
    case 'right':
      return { ...at, x: bounds.x + bounds.width - size.width }
    case 'top':
      return { ...at, y: bounds.y }
    case 'bottom':
      return { ...at, y: bounds.y + bounds.height - size.height }
    case 'centre-x':
      return { ...at, x: onGrid(bounds.x + (bounds.width - size.width) / 2) }
    case 'centre-y':
      return { ...at, y: onGrid(bounds.y + (bounds.height - size.height) / 2) }
  }
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID
}
