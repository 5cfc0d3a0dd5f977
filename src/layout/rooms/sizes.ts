import type { Lattice } from '../../drawing/lanes/lattice'
import type { Run } from '../../drawing/lanes/runs'
import { BLOCK_SIZE } from '../../kinds'
import { FRAME_PADDING, LABEL_BAND } from '../frames'
import { upToGrid } from '../rect'

/** Pixels between two lines side by side. */
const TRACK = 8

/** The least between two blocks, and between two frames. */
const GUTTER = 40
const CORRIDOR = 16

/** Where lanes run, in whole pixels. */
export interface Sizes {
  /** Left sides of columns and tops of rows, on the grid. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** Where a run lies across its lane. */
  at(run: Run): number
}

/** What gutters between columns and between rows need at least, by their number. */
export interface LeastGutters {
  readonly across: ReadonlyMap<number, number>
  readonly down: ReadonlyMap<number, number>
}

/** One axis: the gutters beside and between cells, and where their tracks have their middle. */
interface Axis {
  readonly cells: readonly number[]
  readonly middles: readonly number[]
}

/**
 * Makes room for the runs of every lane. Where a frame ends in a gutter, lines keep to the corridor between frames.
 * `frameAt` names the frame around a cell.
 */
export function sizesOf(
  lattice: Lattice,
  runs: readonly Run[],
  frameAt: (column: number, row: number) => string | null,
  least: LeastGutters,
): Sizes {
  const { columns, rows } = lattice
  const indices = (count: number) => Array.from({ length: count }, (_, i) => i)
  const isFramed = (gutter: number, others: number, at: (cell: number, other: number) => string | null) =>
    indices(others).some(other => at(gutter - 1, other) !== at(gutter, other))
  const inside = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? null : frameAt(column, row)
  const across = axisOf({
    cells: columns,
    size: BLOCK_SIZE.width,
    tracks: gutter => tracksIn(runs, false, 2 * gutter),
    isFramed: gutter => isFramed(gutter, rows, (column, row) => inside(column, row)),
    before: FRAME_PADDING,
    least: least.across,
  })
  const down = axisOf({
    cells: rows,
    size: BLOCK_SIZE.height,
    tracks: gutter => tracksIn(runs, true, 2 * gutter),
    isFramed: gutter => isFramed(gutter, columns, (row, column) => inside(column, row)),
    before: FRAME_PADDING + LABEL_BAND,
    least: least.down,
  })
  return {
    columns: across.cells,
    rows: down.cells,
    at(run) {
      const axis = run.isLevel ? down : across
      const offset = run.track - run.lastTrack / 2
      if (run.lane % 2 === 0) return (axis.middles[run.lane / 2] as number) + offset * TRACK
      const size = run.isLevel ? BLOCK_SIZE.height : BLOCK_SIZE.width
      return (axis.cells[(run.lane - 1) / 2] as number) + Math.round(size / 2 + offset * portPitch(run))
    },
  }
}

/** Pixels between lines that reach a block side by side. */
function portPitch({ isLevel, lastTrack }: Run): number {
  if (isLevel) return lastTrack <= 2 ? 16 : lastTrack <= 3 ? 14 : lastTrack <= 6 ? 8 : 48 / lastTrack
  return lastTrack <= 3 ? 24 : lastTrack <= 6 ? 16 : 128 / lastTrack
}

function tracksIn(runs: readonly Run[], isLevel: boolean, lane: number): number {
  const here = runs.filter(run => run.isLevel === isLevel && run.lane === lane)
  return Math.max(0, ...here.map(run => run.lastTrack + 1))
}

interface AxisNeeds {
  readonly cells: number
  readonly size: number
  tracks(gutter: number): number
  isFramed(gutter: number): boolean
  /** What a frame needs before its first cell; after the last it needs its padding. */
  readonly before: number
  readonly least: ReadonlyMap<number, number>
}

function axisOf({ cells, size, tracks, isFramed, before, least }: AxisNeeds): Axis {
  const starts: number[] = []
  const middles: number[] = []
  let at = 0
  for (let gutter = 0; gutter <= cells; gutter++) {
    const count = tracks(gutter)
    const [after, ahead] = isFramed(gutter) ? [FRAME_PADDING, before] : [0, 0]
    const isOuter = gutter === 0 || gutter === cells
    const corridor = Math.max(isOuter ? 0 : CORRIDOR, count > 0 ? (count + 1) * TRACK : 0)
    const [low, high] = [gutter === 0 ? 0 : after, gutter === cells ? 0 : ahead]
    const needed = isOuter ? low + corridor + high : Math.max(GUTTER, least.get(gutter) ?? 0, low + corridor + high)
    const width = upToGrid(Math.max(needed, low + high === 0 && !isOuter ? 24 + TRACK * (count - 1) : 0))
    middles.push(at + low + (width - low - high) / 2)
    starts.push(at + width)
    at += width + size
  }
  return { cells: starts.slice(0, cells), middles: middles.map(Math.round) }
}
