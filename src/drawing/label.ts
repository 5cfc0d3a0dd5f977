import { type Design, type Id, lookUp, type Point } from '../model/design'
import { bundlesOf } from './bundles'
import { type Box, boxBetween, doOverlap, grown, lengthOf, type Run, runsOf } from './geometry'
import { createGrid, type Grid } from './grid'
import { roomLabel } from './room-label'
import { type Scene, sceneOf } from './scene'
import { ellipsize, type Font, measure } from './text'

export const LABEL_FONT: Font = { size: 11, weight: 500, isTabular: true }

/** Where the label of a flow stands, with the patch of the surface behind it. */
export interface FlowLabel {
  readonly text: string
  /** Where the text is anchored, on its base line. */
  readonly at: Point
  readonly anchor: 'start' | 'middle' | 'end'
  readonly patch: Box
}

/** Longer labels end in an ellipsis: three words are meant. */
const WIDEST = 180
const PATCH_HEIGHT = 15
const BASELINE = 11
const PATCH_PADDING = 5
/** Between a vertical run and the patch beside it. */
const BESIDE = 3

/**
 * Where each flow's label goes: on the middle of its longest horizontal run, else beside a vertical one, else over or
 * under the line. A line of several flows says how many they are. Labels never lie on a block or on each other; short
 * flows choose first. One that finds no place is left out.
 */
export function labelsOf(design: Design, routes: ReadonlyMap<Id, readonly Point[]>): Map<Id, FlowLabel> {
  const scene = sceneOf(design)
  const ground = labelGround(design, scene, routes)
  const bundles = bundlesOf(design, scene)
  const labelled = [...routes].flatMap(([id, line]) => {
    const flow = lookUp(design.flows, id)
    const count = bundles.get(id)?.length
    const text = ellipsize(count ? `${count} flows` : (flow?.label ?? ''), WIDEST, LABEL_FONT)
    return text === '' ? [] : [{ id, line, text, hasBar: flow?.kind === 'artifact', length: lineLength(line) }]
  })
  const labels = new Map<Id, FlowLabel>()
  for (const { id, line, text, hasBar } of labelled.sort((a, b) => a.length - b.length)) {
    const label = bestPlace(ground, id, text, line, hasBar)
    if (!label) continue
    labels.set(id, label)
    ground.solid.add(label.patch, label.patch)
  }
  return labels
}

interface LabelGround {
  /** What a label never covers: blocks, room labels, other labels. */
  readonly solid: Grid<Box>
  /** What it should not cover: other flows and room frames. */
  readonly lines: Grid<{ readonly box: Box; readonly flow?: Id }>
}

function labelGround(design: Design, scene: Scene, routes: ReadonlyMap<Id, readonly Point[]>): LabelGround {
  const ground: LabelGround = { solid: createGrid(), lines: createGrid() }
  const blocks = [...scene.blocks.values(), ...scene.collapsed.values()].map(box => grown(box, 1))
  const words = [...scene.rooms].map(([id, room]) => roomLabel(lookUp(design.groups, id)?.label ?? '', room).box)
  for (const box of [...blocks, ...words]) ground.solid.add(box, box)
  for (const room of scene.rooms.values()) for (const box of edgesOf(room)) ground.lines.add(box, { box })
  for (const [flow, line] of routes)
    for (const { a, b } of runsOf(line)) ground.lines.add(boxBetween(a, b), { box: boxBetween(a, b), flow })
  return ground
}

function edgesOf({ x, y, width, height }: Box): Box[] {
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ]
}

function bestPlace(
  ground: LabelGround,
  id: Id,
  text: string,
  line: readonly Point[],
  hasBar: boolean,
): FlowLabel | null {
  const runs = runsOf(line)
  const bar = hasBar ? middleOf(runs) : null
  let best: FlowLabel | null = null
  let lowest = Infinity
  for (const [rank, label] of places(text, runs)) {
    const cost = rank + faults(ground, id, label.patch, bar)
    if (cost < lowest) [best, lowest] = [label, cost]
  }
  return best
}

/** A line under a label is worse than the next best place, but better than no label at all. */
const LINE_UNDER = 1000
const NOT_IN_THE_MIDDLE = 2
const BESIDE_RUN = 100
const OFF_THE_LINE = 300

function faults(ground: LabelGround, id: Id, patch: Box, bar: Box | null): number {
  let cost = bar && doOverlap(bar, patch) ? LINE_UNDER / 2 : 0
  ground.solid.near(patch, box => {
    if (doOverlap(box, patch)) cost = Infinity
    return cost === Infinity
  })
  if (cost === Infinity) return cost
  ground.lines.near(patch, ({ box, flow }) => {
    if (flow !== id && doOverlap(box, patch)) cost += LINE_UNDER
    return undefined
  })
  return cost
}

/** Places for a label with what each is worth, lower is better: longest runs first, middles before quarters. */
function* places(text: string, runs: readonly Run[]): Generator<readonly [rank: number, label: FlowLabel]> {
  const width = measure(text, LABEL_FONT)
  const longestFirst = [...runs].sort((a, b) => lengthOf(b) - lengthOf(a))
  for (const [i, run] of longestFirst.entries()) {
    const isHorizontal = run.a.y === run.b.y
    const isEnd = run === runs[0] || run === runs.at(-1)
    const free = lengthOf(run) - (isEnd ? 24 : 12)
    const doesFit = free >= (isHorizontal ? width : PATCH_HEIGHT)
    for (const [k, share] of SHARES.entries()) {
      const at = { x: run.a.x + (run.b.x - run.a.x) * share, y: run.a.y + (run.b.y - run.a.y) * share }
      const rank = i + k * NOT_IN_THE_MIDDLE
      if (isHorizontal && doesFit && (k === 0 || free >= width * 1.5)) yield [rank, onLine(text, width, at)]
      if (!isHorizontal && doesFit) for (const side of [1, -1]) yield [rank + BESIDE_RUN, beside(text, width, at, side)]
      if (isHorizontal) for (const side of [-1, 1]) yield [rank + OFF_THE_LINE, overLine(text, width, at, side)]
    }
  }
}

const SHARES: readonly number[] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]

function onLine(text: string, width: number, at: Point): FlowLabel {
  const y = Math.round(at.y) - 7
  const patch = { x: at.x - width / 2 - PATCH_PADDING, y, width: width + 2 * PATCH_PADDING, height: PATCH_HEIGHT }
  return { text, at: { x: at.x, y: y + BASELINE }, anchor: 'middle', patch }
}

function beside(text: string, width: number, at: Point, side: number): FlowLabel {
  const y = Math.round(at.y) - 7
  const x = at.x + side * (BESIDE + PATCH_PADDING)
  const patchX = side > 0 ? at.x + BESIDE : at.x - BESIDE - 2 * PATCH_PADDING - width
  const patch = { x: patchX, y, width: width + 2 * PATCH_PADDING, height: PATCH_HEIGHT }
  return { text, at: { x, y: y + BASELINE }, anchor: side > 0 ? 'start' : 'end', patch }
}

function overLine(text: string, width: number, at: Point, side: number): FlowLabel {
  return onLine(text, width, { x: at.x, y: at.y + side * (PATCH_HEIGHT / 2 + 6) })
}

/** What the bar across an artefact's longest run covers. */
function middleOf(runs: readonly Run[]): Box | null {
  const [longest] = [...runs].sort((a, b) => lengthOf(b) - lengthOf(a))
  if (!longest) return null
  const { a, b } = longest
  return grown({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, width: 0, height: 0 }, 5)
}

function lineLength(line: readonly Point[]): number {
  return runsOf(line).reduce((sum, run) => sum + lengthOf(run), 0)
}
