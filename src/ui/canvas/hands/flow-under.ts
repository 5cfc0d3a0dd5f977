import { whyNotBetween } from '../../../kinds/splice'
import type { Block, Design, Id, Point } from '../../../model/design'
import type { CanvasState } from '../canvas-store'

/** Pixels on screen between a line and the pointer, or the middle of what is dragged, up to which it lies over the line. */
export const REACH = 12

/** A flow, and why a block cannot join it there; null when it can. */
interface Found {
  readonly flow: Id
  readonly reason: string | null
}

/**
 * The flow that lies under one of these points and that a block could be put into; when none takes it, the nearest that
 * refuses it. Flows at the block itself, and all for notes and cards, are passed over.
 */
export function flowUnder(
  design: Design,
  routes: CanvasState['routes'],
  block: Pick<Block, 'id' | 'kind'>,
  points: readonly Point[],
  reach: number,
): Found | null {
  let best: (Found & { readonly far: number }) | null = null
  for (const [flow, line] of routes) {
    const far = Math.min(...points.map(point => distanceTo(line, point)))
    if (far > reach) continue
    const reason = whyNotBetween(design, flow, block)
    if (reason === '') continue
    const isBetter =
      !best || (best.reason === null ? reason === null && far < best.far : reason === null || far < best.far)
    if (isBetter) best = { flow, reason, far }
  }
  return best && { flow: best.flow, reason: best.reason }
}

/** Pixels from a point to the nearest of a line. */
function distanceTo(line: readonly Point[], point: Point): number {
  let nearest = Infinity
  for (let i = 1; i < line.length; i++)
    nearest = Math.min(nearest, distanceToRun(line[i - 1] as Point, line[i] as Point, point))
  return nearest
}

function distanceToRun(a: Point, b: Point, { x, y }: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length))
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy)
}
