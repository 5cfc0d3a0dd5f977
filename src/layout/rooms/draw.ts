import { type Cell, latticeOf } from '../../drawing/lanes/lattice'
import { type Run, runsOf } from '../../drawing/lanes/runs'
import { layTracks } from '../../drawing/lanes/tracks'
import { waysOf } from '../../drawing/lanes/ways'
import { BLOCK_SIZE } from '../../kinds'
import type { Id, Point } from '../../model/design'
import { framed } from '../frames'
import type { Part, Parts } from '../parts'
import type { Placement } from '../placement'
import { type Rect, union } from '../rect'
import { simplified } from '../segments'
import { cardPlaces } from './card-room'
import type { FloorPlan, Room } from './floor-plans'
import { type LeastGutters, type Sizes, sizesOf } from './sizes'

/** The widest that a gutter is made for the label of a flow straight across it, and what it needs beside the text. */
const LABEL_GUTTER = 96
const LABEL_MARGIN = 26

/** Pixels of a letter of a flow's label, on average: 11 px type. */
const LETTER = 6

/**
 * Blocks on their cells with the lines of all flows and the frames of the groups, in pixels. `cells` has one for each
 * of the blocks; cards in a room of their own stand where that room is. Gutters are no narrower than `least`.
 */
export function draw(
  parts: Parts,
  blocks: readonly Part[],
  plan: FloorPlan,
  cells: Int16Array,
  least: LeastGutters = NO_LEAST,
): Placement {
  const cellOf = new Map<Id, Cell>(
    blocks.map(({ id }, i) => {
      const cell = cells[i] as number
      return [id, { column: cell % plan.columns, row: Math.floor(cell / plan.columns) }]
    }),
  )
  const roomOf = (column: number, row: number) =>
    plan.rooms.find(
      room =>
        column >= room.column && column < room.column + room.width && row >= room.row && row < room.row + room.height,
    )
  const roomAt = (column: number, row: number) => roomOf(column, row)?.area.key ?? null
  const frameAt = (column: number, row: number) => roomOf(column, row)?.area.group ?? null
  const cardRooms = plan.rooms.filter(room => room.area.role === 'brief')
  const shut = new Set(cardRooms.map(room => room.area.key))
  const lattice = latticeOf(plan.columns, plan.rows, cellOf, roomAt, shut)
  const runs = runsOf(lattice, waysOf(lattice, parts.flows))
  const all = [...runs.values()].flat()
  layTracks(all)
  const sizes = sizesOf(lattice, all, frameAt, { ...least, across: widest(least.across, labelGutters(parts, runs)) })
  const at = new Map<Id, Point>()
  for (const { id, height } of blocks) {
    const { column, row } = cellOf.get(id) as Cell
    // A card among blocks is lower than they are.
    at.set(id, {
      x: sizes.columns[column] as number,
      y: (sizes.rows[row] as number) + (BLOCK_SIZE.height - height) / 2,
    })
  }
  for (const room of cardRooms) {
    const cards = parts.blocks.filter(part => part.group === room.area.group).map(part => part.id)
    const columns = sizes.columns.slice(room.column, room.column + room.width)
    for (const [id, place] of cardPlaces(cards, columns, cellsOf(room, sizes))) at.set(id, place)
  }
  return { at, bends: linesOf(parts, runs, at, sizes), frames: framesOf(plan, sizes) }
}

const NO_LEAST: LeastGutters = { across: new Map(), down: new Map() }

function widest(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const gutters = new Map(one)
  for (const [gutter, width] of other) gutters.set(gutter, Math.max(gutters.get(gutter) ?? 0, width))
  return gutters
}

/** Gutters between columns that a straight flow with a label crosses, with the width that the label wants. */
function labelGutters(parts: Parts, runs: ReadonlyMap<number, readonly Run[]>): Map<number, number> {
  const gutters = new Map<number, number>()
  for (const [flow, [run, ...rest]] of runs) {
    const label = parts.flows[flow]?.label
    if (!label || !run?.isLevel || rest.length > 0 || run.high.lane - run.low.lane !== 2) continue
    const gutter = (run.low.lane + 1) / 2
    const width = Math.min(LABEL_GUTTER, label.length * LETTER + LABEL_MARGIN)
    gutters.set(gutter, Math.max(gutters.get(gutter) ?? 0, width))
  }
  return gutters
}

function linesOf(
  parts: Parts,
  runs: ReadonlyMap<number, readonly Run[]>,
  at: ReadonlyMap<Id, Point>,
  sizes: Sizes,
): Map<Id, readonly Point[]> {
  const lines = new Map<Id, readonly Point[]>()
  for (const [number, own] of runs) {
    const flow = parts.flows[number]
    const [first, last] = [own[0], own.at(-1)]
    const source = flow && at.get(flow.source)
    const target = flow && at.get(flow.target)
    if (!first || !last || !source || !target) continue
    const line = [borderPoint(first, source, first.isForward, sizes)]
    for (const [i, run] of own.entries()) {
      const next = own[i + 1]
      if (next) line.push(pointOf(run, sizes.at(next), sizes))
    }
    line.push(borderPoint(last, target, !last.isForward, sizes))
    lines.set(flow.id, simplified(line))
  }
  return lines
}

/** The point of a run that lies so far along its lane. */
function pointOf(run: Run, along: number, sizes: Sizes): Point {
  return run.isLevel ? { x: along, y: sizes.at(run) } : { x: sizes.at(run), y: along }
}

/** Where a run meets the border of a block: its right or lower side when the run leads away to higher lanes. */
function borderPoint(run: Run, block: Point, isHighSide: boolean, sizes: Sizes): Point {
  const { width, height } = BLOCK_SIZE
  if (run.isLevel) return pointOf(run, isHighSide ? block.x + width : block.x, sizes)
  return pointOf(run, isHighSide ? block.y + height : block.y, sizes)
}

function framesOf(plan: FloorPlan, sizes: Sizes): Map<Id, Rect> {
  const frames = new Map<Id, Rect>()
  for (const room of plan.rooms)
    if (room.area.group !== undefined) frames.set(room.area.group, framed(cellsOf(room, sizes)))
  return frames
}

/** From the first cell of a room to its last. */
function cellsOf({ column, row, width, height }: Room, { columns, rows }: Sizes): Rect {
  const first = { x: columns[column] as number, y: rows[row] as number, ...BLOCK_SIZE }
  const last = { x: columns[column + width - 1] as number, y: rows[row + height - 1] as number, ...BLOCK_SIZE }
  return union(first, last)
}
