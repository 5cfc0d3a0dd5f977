import type { Point } from '../../model/design'
import type { Shift } from '../session/view'

/** Where a finger is, in pixels of the window. */
export type Finger = Point

/**
 * The view after two fingers went from one pair of places to another: what lies between them stays between them. Null
 * while fewer than two fingers are down, before or after. `corner` is the top left of the canvas in the window.
 */
export function pinched(
  { x, y, zoom }: Shift,
  before: readonly Finger[],
  after: readonly Finger[],
  corner: Point,
  zooms: { readonly least: number; readonly most: number },
): Shift | null {
  const [a, b] = before
  const [c, d] = after
  if (!a || !b || !c || !d) return null
  const apart = Math.hypot(a.x - b.x, a.y - b.y)
  const factor = apart > 0 ? Math.hypot(c.x - d.x, c.y - d.y) / apart : 1
  const next = Math.max(zooms.least, Math.min(zooms.most, zoom * factor))
  const from = { x: (a.x + b.x) / 2 - corner.x, y: (a.y + b.y) / 2 - corner.y }
  const to = { x: (c.x + d.x) / 2 - corner.x, y: (c.y + d.y) / 2 - corner.y }
  return { x: to.x - ((from.x - x) / zoom) * next, y: to.y - ((from.y - y) / zoom) * next, zoom: next }
}
