import { blockSize } from '../kinds/index'
import { type Design, FLOW_KINDS, type Id, lookUp, type Point } from '../model/design'
import { graphOf } from './graph'
import { ancestors, descendants } from './reach'
import { stopsOf } from './stops'

/** A direction on the canvas. */
export type Side = 'left' | 'right' | 'up' | 'down'

/**
 * The connected block that lies in a direction: from a block the nearest of its neighbours in that quarter of the
 * canvas, else in that half; from a flow the end that lies that way. Null when there is none.
 */
export function connectedTowards(design: Design, from: Id, side: Side): Id | null {
  const flow = lookUp(design.flows, from)
  const near = flow ? [flow.source, flow.target] : neighbours(design, from)
  const centres = near.flatMap(id => {
    const at = centreOf(design, id)
    return at ? [{ id, at }] : []
  })
  const start = flow ? mean(centres.map(one => one.at)) : centreOf(design, from)
  if (!start) return null
  const seen = centres.map(({ id, at }) => ({ id, ...split(start, at, side) })).filter(one => one.ahead > 0)
  const inQuarter = seen.filter(one => Math.abs(one.aside) <= one.ahead)
  const [best] = (inQuarter.length > 0 ? inQuarter : seen).sort((a, b) => cost(a) - cost(b))
  return best?.id ?? null
}

/**
 * All blocks from which the given ones receive, or to which they send, directly or not, with the given ones. Feedback
 * is not followed: over it nearly everything lies before everything.
 */
export function allTowards(design: Design, ids: Iterable<Id>, way: 'upstream' | 'downstream'): ReadonlySet<Id> {
  const start = [...ids]
  const reach = way === 'upstream' ? ancestors : descendants
  return new Set([...start, ...reach(graphOf(design), start, ONWARD)])
}

const ONWARD: ReadonlySet<string> = new Set(FLOW_KINDS.filter(kind => kind !== 'feedback'))

function neighbours(design: Design, id: Id): Id[] {
  const stops = stopsOf(design)
  const all = [...stops.outOf(id).map(flow => flow.target), ...stops.into(id).map(flow => flow.source)]
  return [...new Set(all)].filter(one => one !== id)
}

function centreOf(design: Design, id: Id): Point | null {
  const block = lookUp(design.blocks, id)
  if (!block?.at) return null
  const { width, height } = blockSize(block)
  return { x: block.at.x + width / 2, y: block.at.y + height / 2 }
}

function mean(points: readonly Point[]): Point | null {
  if (points.length === 0) return null
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/** How far a point lies ahead in a direction and how far beside it, in pixels. */
function split(from: Point, to: Point, side: Side): { readonly ahead: number; readonly aside: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (side === 'left' || side === 'right') return { ahead: side === 'right' ? dx : -dx, aside: dy }
  return { ahead: side === 'down' ? dy : -dy, aside: dx }
}

/** Beside counts double: a block straight ahead beats one that is a little nearer and off the way. */
function cost({ ahead, aside }: { readonly ahead: number; readonly aside: number }): number {
  return ahead + 2 * Math.abs(aside)
}
