import type { Point, Size } from '../model/design'

/** A place on the canvas, in canvas pixels: its top left corner and its extent. */
export interface Rect extends Point, Size {}

/** Blocks stand on this grid, in pixels. */
export const GRID = 8

/** The nearest multiple of the grid. */
export function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID + 0
}

/** The next multiple of the grid that is not smaller. */
export function upToGrid(value: number): number {
  return Math.ceil(value / GRID) * GRID + 0
}

/** Whether two places share ground; with a gap, whether they come closer to each other than that many pixels. */
export function overlaps(a: Rect, b: Rect, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  )
}

/** The smallest place that holds both; the second alone when there is no first. */
export function union(a: Rect | null | undefined, b: Rect): Rect {
  if (!a) return b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  const right = Math.max(a.x + a.width, b.x + b.width)
  const bottom = Math.max(a.y + a.height, b.y + b.height)
  return { x, y, width: right - x, height: bottom - y }
}

/** The smallest place that holds all of them, or null when there are none. */
export function boundsOf(rects: Iterable<Rect>): Rect | null {
  let bounds: Rect | null = null
  for (const rect of rects) bounds = union(bounds, rect)
  return bounds
}

/** The pixels between two places along the axes, added up; 0 when they touch or overlap. */
export function distance(a: Rect, b: Rect): number {
  const across = Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width))
  const down = Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height))
  return across + down
}

/** Order by UTF-16 code unit, the order of the tables in a file. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
