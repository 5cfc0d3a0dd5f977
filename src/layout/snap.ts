import type { Id, Point } from '../model/design'
import type { ElkResult } from './elk-graph'
import { framed } from './frames'
import type { Parts } from './parts'
import type { Placement } from './placement'
import { GRID, onGrid, type Rect, union } from './rect'
import { simplified } from './segments'

/**
 * Lines keep this many pixels from the corners of a block. Fewer than its corners are round: ELK comes this near only to
 * hubs with eight flows or more on a side, and there two lines pushed to the same place would look like one.
 */
const CORNER = 3

/**
 * The result of ELK with blocks on the grid and lines in whole pixels that touch their blocks and turn at right angles
 * only. A line that cannot be mended is left out. Null when a figure is not finite or a block is missing.
 */
export function snapped(parts: Parts, result: ElkResult): Placement | null {
  const rects = new Map<Id, Rect>()
  for (const { id, width, height } of parts.blocks) {
    const rect = result.blocks.get(id)
    if (!rect || !Number.isFinite(rect.x + rect.y)) return null
    rects.set(id, { x: onGrid(rect.x), y: onGrid(rect.y), width, height })
  }
  const bends = new Map<Id, readonly Point[]>()
  for (const flow of parts.flows) {
    const source = rects.get(flow.source)
    const target = rects.get(flow.target)
    const line = result.lines.get(flow.id)
    const mended = source && target && line ? mendLine(line, source, target) : null
    if (mended) bends.set(flow.id, mended)
  }
  const at = new Map([...rects].map(([id, { x, y }]) => [id, { x, y }]))
  return { at, bends, frames: snappedFrames(parts, result, rects) }
}

/**
 * A line in whole pixels from the border of one block to that of the other, every piece level or upright.
 * Null when the line has a slanting piece, or no room to reach a border away from its corners.
 */
function mendLine(line: readonly Point[], source: Rect, target: Rect): Point[] | null {
  if (line.some(({ x, y }) => !Number.isFinite(x + y))) return null
  const points = squared(line)
  if (!points || points.length < 2) return null
  if (points.length === 2) return straightLine(points, source, target)
  const mended = attachStart(attachStart(points, source).reverse(), target).reverse()
  return turnsOutside(mended, source, target) ? simplified(mended) : null
}

/** Whole pixels, each point sharing x or y exactly with the one before; null when a piece slants by more than 2 px. */
function squared(line: readonly Point[]): Point[] | null {
  const points: Point[] = []
  for (const point of line) {
    const last = points.at(-1)
    let { x, y } = { x: Math.round(point.x), y: Math.round(point.y) }
    if (last) {
      const across = Math.abs(x - last.x)
      const down = Math.abs(y - last.y)
      if (Math.min(across, down) > 2) return null
      if (across < down) x = last.x
      else y = last.y
    }
    points.push({ x, y })
  }
  return simplified(points)
}

function straightLine(points: readonly Point[], source: Rect, target: Rect): Point[] | null {
  const [a, b] = points as [Point, Point]
  if (a.y === b.y) {
    const low = Math.max(source.y, target.y) + CORNER
    const high = Math.min(source.y + source.height, target.y + target.height) - CORNER
    if (low > high) return null
    const y = clamp(a.y, low, high)
    const isRight = a.x < b.x
    return [
      { x: isRight ? source.x + source.width : source.x, y },
      { x: isRight ? target.x : target.x + target.width, y },
    ]
  }
  const low = Math.max(source.x, target.x) + CORNER
  const high = Math.min(source.x + source.width, target.x + target.width) - CORNER
  if (low > high) return null
  const x = clamp(a.x, low, high)
  const isDown = a.y < b.y
  return [
    { x, y: isDown ? source.y + source.height : source.y },
    { x, y: isDown ? target.y : target.y + target.height },
  ]
}

/** Brings the first piece to the border of the block it leaves, away from the corners. */
function attachStart(points: readonly Point[], block: Rect): Point[] {
  const [first, second, ...rest] = points as [Point, Point, ...Point[]]
  if (first.y === second.y) {
    const y = clamp(first.y, block.y + CORNER, block.y + block.height - CORNER)
    const x = second.x > first.x ? block.x + block.width : block.x
    return [{ x, y }, { x: second.x, y }, ...rest]
  }
  const x = clamp(first.x, block.x + CORNER, block.x + block.width - CORNER)
  const y = second.y > first.y ? block.y + block.height : block.y
  return [{ x, y }, { x, y: second.y }, ...rest]
}

/** Whether the first and the last turn lie outside the blocks, so that no line starts into its own block. */
function turnsOutside(points: readonly Point[], source: Rect, target: Rect): boolean {
  const isInside = (point: Point | undefined, { x, y, width, height }: Rect) =>
    !point || (point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height)
  return !isInside(points[1], source) && !isInside(points.at(-2), target)
}

function snappedFrames(parts: Parts, result: ElkResult, rects: ReadonlyMap<Id, Rect>): Map<Id, Rect> {
  const frames = new Map<Id, Rect>()
  const outer = new Map(parts.groups.map(group => [group.id, group.group]))
  const grow = (group: Id | undefined, member: Rect) => {
    let held = member
    for (let id = group; id !== undefined; id = outer.get(id)) {
      held = union(frames.get(id), framed(held))
      frames.set(id, held)
    }
  }
  for (const { id, group } of parts.blocks) grow(group, rects.get(id) as Rect)
  for (const { id } of parts.groups) {
    const drawn = result.frames.get(id)
    const tight = frames.get(id)
    // ELK leaves room for lines inside a group; a frame that hugs its blocks would cut through them.
    if (drawn && tight && Number.isFinite(drawn.x + drawn.y + drawn.width + drawn.height)) {
      const roomy = union(tight, inWholePixels(drawn))
      frames.set(id, roomy)
    }
  }
  return frames
}

function inWholePixels({ x, y, width, height }: Rect): Rect {
  // A block inside may have moved by half a grid step, and so may a neighbour outside: stay clear of both.
  const inset = GRID / 2
  return {
    x: Math.ceil(x) + inset,
    y: Math.ceil(y) + inset,
    width: Math.max(0, Math.floor(width) - 2 * inset),
    height: Math.max(0, Math.floor(height) - 2 * inset),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
