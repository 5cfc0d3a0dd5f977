import { onGrid } from '../../layout/rect'
import type { Point } from '../../model/design'

export { GRID } from '../../layout/rect'

/** A point on the grid of 8 px. */
export function snapped(point: Point): Point {
  return { x: onGrid(point.x), y: onGrid(point.y) }
}
