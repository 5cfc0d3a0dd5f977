import type { Point } from '../../model/design'

/** Pixels between the points that blocks stand on. */
export const GRID = 8

/** A point on the grid of 8 px. */
export function snapped(point: Point): Point {
  return { x: Math.round(point.x / GRID) * GRID, y: Math.round(point.y / GRID) * GRID }
}
