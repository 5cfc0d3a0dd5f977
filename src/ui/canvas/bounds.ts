import { blockSize } from '../../kinds/index'
import { type Design, type Id, lookUp, type Point, type Size } from '../../model/design'

/** A rectangle in canvas pixels. */
export interface Rect extends Point, Size {}

/** What blocks cover; all blocks, rooms and lines without ids. Null when nothing has a place. */
export function boundsOf(design: Design, routes: ReadonlyMap<Id, readonly Point[]>, ids?: Iterable<Id>): Rect | null {
  const corners: Point[] = []
  const blocks = ids ? [...ids].flatMap(id => lookUp(design.blocks, id) ?? []) : Object.values(design.blocks)
  for (const block of blocks) if (block.at) corners.push(block.at, opposite(block.at, blockSize(block)))
  if (!ids) {
    for (const { at, size } of Object.values(design.groups)) if (at && size) corners.push(at, opposite(at, size))
    for (const line of routes.values()) corners.push(...line)
  }
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

function opposite(at: Point, size: Size): Point {
  return { x: at.x + size.width, y: at.y + size.height }
}
