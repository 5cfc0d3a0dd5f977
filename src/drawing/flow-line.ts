import type { Flow, FlowKind, Point } from '../model/design'
import { type Box, lengthOf, pointAlong, type Run, runsOf } from './geometry'
import { pathOf } from './line-path'
import { MARKS, type MarkName } from './marks'

export type FlowInk = '--flow' | '--flow-request' | '--flow-strong' | '--ink-3'

interface FlowStyle {
  /** Canvas pixels. */
  readonly width: number
  /** `stroke-dasharray`; the dots of a stream need round caps. */
  readonly dash?: string
  readonly tail?: MarkName
  readonly head: MarkName
  /** Across the middle of the longest run. */
  readonly mid?: MarkName
  readonly ink: FlowInk
}

/** Line and end marks of each kind: pattern, weight and marks tell them apart, ink only sets hierarchy. */
const STYLES: Readonly<Record<FlowKind, FlowStyle>> = {
  data: { width: 2.25, tail: 'square', head: 'triangle', ink: '--flow' },
  stream: { width: 2.5, dash: '0.01 5', head: 'double-triangle', ink: '--flow' },
  request: { width: 1.5, tail: 'circle', head: 'barbed-arrow', ink: '--flow-request' },
  async: { width: 1.5, dash: '6 4', tail: 'circle', head: 'barbed-arrow', ink: '--flow' },
  fallback: { width: 2.25, dash: '10 5', tail: 'circle', head: 'open-arrow', ink: '--flow' },
  artifact: { width: 1.5, tail: 'diamond', head: 'triangle', mid: 'middle-bar', ink: '--flow' },
  trigger: { width: 1.5, dash: '6 4', tail: 'hollow-diamond', head: 'open-arrow', ink: '--flow-strong' },
  feedback: { width: 1.5, dash: '12 4 2 4', tail: 'bar', head: 'hollow-triangle', ink: '--flow-strong' },
  metric: { width: 1, head: 'open-arrow', ink: '--ink-3' },
}

/** A flow of another tool: a plain arrow that none of ours looks like. */
const FOREIGN: FlowStyle = { width: 1.5, head: 'triangle', ink: '--flow' }

/** A mark to draw at a place, turned clockwise by `angle` degrees. */
export interface Shape {
  readonly d: string
  readonly at: Point
  readonly angle: number
  /** Filled with the ink; else an outline of `strokeWidth` pixels without a fill. */
  readonly isFilled: boolean
  readonly strokeWidth: number
}

/** Everything there is to draw of one flow, but its label. */
export interface FlowShapes {
  readonly d: string
  readonly dash?: string
  readonly width: number
  readonly ink: FlowInk
  readonly tail: Shape | null
  readonly head: Shape | null
  readonly mid: Shape | null
}

/** Lines and marks end this far from the edge of a block. */
const END_GAP = 1.5

/**
 * The line and the marks of a flow along its route, with an arc at each hop, and interrupted where it runs through `gap`.
 * A route of fewer than two points draws nothing.
 */
export function flowShapes(
  points: readonly Point[],
  kind: Flow['kind'],
  hops: readonly Point[] = [],
  gap?: Box,
): FlowShapes {
  const style = Object.hasOwn(STYLES, kind) ? STYLES[kind as FlowKind] : FOREIGN
  const { width, dash, ink } = style
  const runs = runsOf(points)
  const [first, last] = [runs[0], runs.at(-1)]
  const trimTail = END_GAP + (style.tail ? MARKS[style.tail].trim : 0)
  const trimHead = END_GAP + MARKS[style.head].trim
  const stroke = Math.max(1.25, Math.min(width, 1.5))
  return {
    d: pathOf(points, { hops, trimStart: trimTail, trimEnd: trimHead, gap }),
    ...(dash === undefined ? {} : { dash }),
    width,
    ink,
    tail:
      style.tail && first
        ? shape(style.tail, pointAlong(first, Math.min(END_GAP, lengthOf(first))), first, stroke)
        : null,
    head: last ? shape(style.head, pointAlong(last, Math.max(0, lengthOf(last) - END_GAP)), last, stroke) : null,
    mid: style.mid ? middleShape(style.mid, runs, stroke) : null,
  }
}

function shape(name: MarkName, at: Point, { a, b }: Run, strokeWidth: number): Shape {
  const { d, isFilled } = MARKS[name]
  const angle = Math.round((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI)
  return { d, at, angle: angle === -180 ? 180 : angle, isFilled, strokeWidth }
}

function middleShape(name: MarkName, runs: readonly Run[], strokeWidth: number): Shape | null {
  const [longest] = [...runs].sort((one, other) => lengthOf(other) - lengthOf(one))
  if (!longest) return null
  const { a, b } = longest
  return shape(name, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, longest, strokeWidth)
}
