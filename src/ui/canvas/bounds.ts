import { blockSize } from '../../kinds/index'
import { type Design, type Id, lookUp, type Point, type Size } from '../../model/design'

/** A rectangle in canvas pixels. */
export interface Rect extends Point, Size {}

/** What blocks, rooms and the longest runs of flows cover; all blocks, rooms and lines without ids. Null when nothing has a place. */
export function boundsOf(design: Design, routes: ReadonlyMap<Id, readonly Point[]>, ids?: Iterable<Id>): Rect | null {
  const corners: Point[] = []
  const named = ids && [...ids]
  const blocks = named ? named.flatMap(id => lookUp(design.blocks, id) ?? []) : Object.values(design.blocks)
  for (const id of named ?? []) corners.push(...longestRun(routes.get(id) ?? []))
  const rooms = named ? named.flatMap(id => lookUp(design.groups, id) ?? []) : Object.values(design.groups)
  for (const { at, size } of rooms) if (at && size) corners.push(at, opposite(at, size))
  for (const block of blocks) if (block.at) corners.push(block.at, opposite(block.at, blockSize(block)))
  if (!named) for (const line of routes.values()) corners.push(...line)
  if (corners.length === 0) return null
  const x = Math.min(...corners.map(point => point.x))
  const y = Math.min(...corners.map(point => point.y))
  return {
    x,
    y,
    width: Math.max(...corners.map(point => point.x)) - x,
    height: Math.max(...corners.map(point => point.y)) - y,
  }
}

/** Both ends of the longest straight part of a line: where its label stands. */
function longestRun(line: readonly Point[]): Point[] {
  let longest: Point[] = []
  let length = -1
  for (const [index, to] of line.entries()) {
    const from = line[index - 1]
    if (!from || Math.hypot(to.x - from.x, to.y - from.y) <= length) continue
    length = Math.hypot(to.x - from.x, to.y - from.y)
    longest = [from, to]
  }
  return longest
}

function opposite(at: Point, size: Size): Point {
  return { x: at.x + size.width, y: at.y + size.height }
}

/** The blocks of which something lies within a rectangle. */
export function blocksWithin(design: Design, rect: Rect): Set<Id> {
  const within = Object.values(design.blocks).filter(block => {
    const { width, height } = blockSize(block)
    const { x, y } = block.at ?? { x: Infinity, y: Infinity }
    return x < rect.x + rect.width && x + width > rect.x && y < rect.y + rect.height && y + height > rect.y
  })
  return new Set(within.map(block => block.id))
}
