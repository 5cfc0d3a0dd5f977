import type { Flow } from '../model/design'
import type { Parts } from './parts'
import type { Placement } from './placement'
import { boundsOf, overlaps, type Rect } from './rect'
import { crosses, runsThrough, type Segment, segmentsOf, sharedRun } from './segments'

/** What can be counted on a drawing; fewer is better but for `aspect`, which should be near `GOOD_ASPECT`. */
export interface Figures {
  readonly crossings: number
  readonly bends: number
  /** Flows with a bend. */
  readonly bent: number
  /** Bends on flows of kind `request` alone. */
  readonly requestBends: number
  /** Length of all lines, in pixels. */
  readonly line: number
  /** Lineage flows that run right to left. */
  readonly backward: number
  /** Times a flow runs through a block that is not its own. */
  readonly through: number
  /** Pairs of blocks that overlap. */
  readonly overlaps: number
  /** Pixels that two flows run on top of each other. */
  readonly sharedRun: number
  /** Flows without a line of their own. */
  readonly unrouted: number
  /** Square megapixels. */
  readonly area: number
  /** Width by height. */
  readonly aspect: number
  readonly blocks: number
}

/** Width by height that fills a slide or a screen beside a panel. */
export const GOOD_ASPECT = 1.6

/** Kinds whose data, streams and artefacts may run back: what requests log and what a rollout deploys. */
const RUNS_BACK = new Set([
  'client',
  'gateway',
  'app-service',
  'safe-rollout',
  'online-inference',
  'decision-policy',
  'batch-inference',
])
const LINEAGE = new Set<string>(['data', 'stream', 'artifact'])

/** Whether a flow of that kind from a block of that kind is read from left to right. */
export function isLineage(flowKind: string, sourceKind: string): boolean {
  return LINEAGE.has(flowKind) && !RUNS_BACK.has(sourceKind)
}

/**
 * One figure for a drawing, lower is better, in "crossings". The weights were set by eye over drawings of fifteen
 * documented ML systems; halving or doubling one of them changes little.
 */
export function score(figures: Figures): number {
  return (
    figures.crossings +
    0.22 * figures.bends +
    0.16 * figures.bent +
    0.5 * figures.requestBends +
    figures.line / 1400 +
    figures.backward +
    6 * figures.through +
    20 * figures.overlaps +
    figures.sharedRun / 4 +
    8 * figures.unrouted +
    4 * figures.area +
    aspectWeight(figures.blocks) * Math.abs(Math.log(figures.aspect / GOOD_ASPECT))
  )
}

/** A row of a few blocks is right as it is; the shape of the sheet matters once there is much on it. */
function aspectWeight(blocks: number): number {
  return Math.min(10, Math.max(0, (blocks - 8) / 2))
}

/** Counts what is on the drawing. Takes milliseconds for tens of blocks, some hundred of them for a thousand. */
export function measure(parts: Parts, placement: Placement): Figures {
  const rects = rectsOf(parts, placement)
  const lines = parts.flows.map(flow => segmentsOf(placement.bends.get(flow.id) ?? []))
  const pieces = lines.map(line => Math.max(0, line.length - 1))
  const bounds = boundsOf([...rects.values(), ...placement.frames.values(), ...lines.flat().map(segmentRect)])
  return {
    ...pairFigures(lines),
    bends: sum(pieces),
    bent: pieces.filter(count => count > 0).length,
    requestBends: sum(pieces.filter((_, i) => parts.flows[i]?.kind === 'request')),
    line: sum(lines.flat().map(segment => segment.to - segment.from)),
    backward: parts.flows.filter(flow => isBackward(flow, parts, rects)).length,
    through: sum(parts.flows.map((flow, i) => foreignBlocks(flow, lines[i] ?? [], rects))),
    overlaps: overlapCount([...rects.values()]),
    unrouted: lines.filter(line => line.length === 0).length,
    area: bounds ? (bounds.width * bounds.height) / 1e6 : 0,
    blocks: parts.blocks.length,
    aspect: bounds ? Math.max(1, bounds.width) / Math.max(1, bounds.height) : GOOD_ASPECT,
  }
}

function rectsOf(parts: Parts, placement: Placement): Map<string, Rect> {
  const rects = new Map<string, Rect>()
  for (const { id, width, height } of parts.blocks) {
    const at = placement.at.get(id)
    if (at) rects.set(id, { ...at, width, height })
  }
  return rects
}

function segmentRect(segment: Segment): Rect {
  const { isLevel, at, from, to } = segment
  return isLevel ? { x: from, y: at, width: to - from, height: 0 } : { x: at, y: from, width: 0, height: to - from }
}

function pairFigures(lines: readonly (readonly Segment[])[]): { crossings: number; sharedRun: number } {
  let crossings = 0
  let shared = 0
  for (let i = 0; i < lines.length; i++)
    for (let j = i + 1; j < lines.length; j++)
      for (const a of lines[i] ?? [])
        for (const b of lines[j] ?? [])
          if (crosses(a, b)) crossings++
          else shared += sharedRun(a, b)
  return { crossings, sharedRun: shared }
}

function isBackward(flow: Flow, parts: Parts, rects: ReadonlyMap<string, Rect>): boolean {
  const source = rects.get(flow.source)
  const target = rects.get(flow.target)
  if (!source || !target || target.x + target.width / 2 >= source.x + source.width / 2 - 8) return false
  const kind = parts.blocks.find(block => block.id === flow.source)?.kind
  return kind !== undefined && isLineage(flow.kind, kind)
}

function foreignBlocks(flow: Flow, line: readonly Segment[], rects: ReadonlyMap<string, Rect>): number {
  let count = 0
  for (const [id, rect] of rects)
    if (id !== flow.source && id !== flow.target && line.some(segment => runsThrough(segment, rect))) count++
  return count
}

function overlapCount(rects: readonly Rect[]): number {
  let count = 0
  const sorted = [...rects].sort((a, b) => a.x - b.x)
  for (const [i, a] of sorted.entries())
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j]
      if (!b || b.x >= a.x + a.width) break
      if (overlaps(a, b)) count++
    }
  return count
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0)
}

/** The flows that cross another one, once for each crossing. */
export function crossingFlows(parts: Parts, placement: Placement): Flow[] {
  const lines = parts.flows.map(flow => ({ flow, line: segmentsOf(placement.bends.get(flow.id) ?? []) }))
  return lines.flatMap(({ flow, line }, i) =>
    lines.flatMap((other, j) => {
      if (i === j) return []
      const count = line.flatMap(a => other.line.filter(b => crosses(a, b))).length
      return new Array<Flow>(count).fill(flow)
    }),
  )
}
