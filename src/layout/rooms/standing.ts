import type { Cell } from '../../drawing/lanes/lattice'
import { BLOCK_SIZE } from '../../kinds'
import { type Design, type Id, lookUp, type Point } from '../../model/design'
import { FRAME_PADDING, frameOf, LABEL_BAND } from '../frames'
import type { Part, Parts } from '../parts'
import { upToGrid } from '../rect'
import { looseBlocks } from '../settled'
import { type Areas, areasOf } from './areas'
import { type Starts, startsOf } from './axis'
import { boardBlocks, canDraw } from './can-draw'
import { cardRows } from './card-room'
import type { FloorPlan } from './floor-plans'
import { roomsAround } from './rooms-around'

/** A layout that a design has already: its plan, who stands on which cell, and where the cells are. */
export interface Standing {
  readonly plan: FloorPlan
  readonly cells: ReadonlyMap<Id, Cell>
  /** Blocks without a cell, in the order in which they get one; `near` is where one was put by hand. */
  readonly waiting: readonly Waiting[]
  /** Left sides of columns and tops of rows, in pixels. */
  readonly columns: Starts
  readonly rows: Starts
}

export interface Waiting {
  readonly id: Id
  readonly near?: Point
}

/** When a larger share of the settled blocks stands beside the cells of the others, there is no plan to keep. */
const MOST_ASTRAY = 0.2

/**
 * The layout in rooms that a design has, read off the places of its blocks and frames. Null where there is none: most
 * blocks are new or moved by hand, they stand in no columns and rows, or rooms share cells.
 */
export function standingOf(design: Design, parts: Parts): Standing | null {
  if (!canDraw(parts)) return null
  const blocks = boardBlocks(parts)
  const loose = looseBlocks(design, parts)
  const settled = new Map(blocks.flatMap(block => (loose.has(block.id) ? [] : cornerOf(design, block))))
  if (settled.size < 2 || settled.size < blocks.length / 2) return null
  const areas = areasOf(parts)
  const cards = parts.blocks.filter(part => !blocks.includes(part)).flatMap(part => cornerOf(design, part))
  const columns = startsOf(
    [...settled.values(), ...cards.map(([, at]) => at)].map(at => at.x),
    BLOCK_SIZE.width,
  )
  const rows = withCardRows(
    design,
    areas,
    startsOf(
      [...settled.values()].map(at => at.y),
      BLOCK_SIZE.height,
    ),
  )
  const cells = cellsOf(settled, columns, rows)
  if (!cells || settled.size - cells.size > MOST_ASTRAY * settled.size) return null
  const rooms = roomsAround(design, parts, areas, cells, { columns, rows })
  if (!rooms) return null
  const waiting = blocks
    .filter(block => !cells.has(block.id))
    .map(({ id }) => {
      const near = lookUp(design.blocks, id)?.at
      return near ? { id, near } : { id }
    })
  return { plan: { columns: columns.length, rows: rows.length, rooms }, cells, waiting, columns, rows }
}

/** The corner of the cell that a block stands in: a card among blocks is lower than they are. */
function cornerOf(design: Design, { id, height }: Part): [Id, Point][] {
  const at = lookUp(design.blocks, id)?.at
  return at ? [[id, { x: at.x, y: at.y - (BLOCK_SIZE.height - height) / 2 }]] : []
}

/** The cells of the blocks that stand exactly in a column and a row; null when two stand in one. */
function cellsOf(corners: ReadonlyMap<Id, Point>, columns: Starts, rows: Starts): Map<Id, Cell> | null {
  const cells = new Map<Id, Cell>()
  const taken = new Set<number>()
  for (const [id, { x, y }] of corners) {
    const [column, row] = [columns.indexOf(x), rows.indexOf(y)]
    if (column < 0 || row < 0) continue
    const cell = column + row * columns.length
    if (taken.has(cell)) return null
    taken.add(cell)
    cells.set(id, { column, row })
  }
  return cells
}

/** Rows for a strip of cards above everything: no block stands in them. */
function withCardRows(design: Design, { all }: Areas, rows: Starts): Starts {
  const [first] = rows
  const strip = all.find(area => area.role === 'brief')
  const group = strip?.group === undefined ? undefined : lookUp(design.groups, strip.group)
  const frame = group ? frameOf(group) : null
  if (!strip || !frame || first === undefined || frame.y + frame.height > first) return rows
  const columns = Math.max(1, Math.round(frame.width / CARD_PITCH))
  const count = cardRows(strip.count, columns)
  const top = frame.y + FRAME_PADDING + LABEL_BAND
  const last = frame.y + frame.height - FRAME_PADDING - BLOCK_SIZE.height
  const tops = Array.from({ length: count }, (_, i) => upToGrid(top + (i * (last - top)) / Math.max(1, count - 1)))
  return [...tops, ...rows]
}

/** Pixels from one column to the next, roughly. */
const CARD_PITCH = 210
