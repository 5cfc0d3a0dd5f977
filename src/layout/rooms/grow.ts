import type { Cell } from '../../drawing/lanes/lattice'
import { BLOCK_SIZE } from '../../kinds'
import type { Id } from '../../model/design'
import type { Starts } from './axis'
import type { Room } from './floor-plans'
import type { Standing } from './standing'

/** A layout with one more row or column. */
export interface Growth {
  readonly standing: Standing
  /** Whether a cell lies in what was added. */
  isNew(cell: Cell): boolean
}

/** Pixels that a new column or row takes with its gutter. */
const PITCH = { x: BLOCK_SIZE.width + 40, y: BLOCK_SIZE.height + 40 }

/**
 * The layout with a further row or column at each place in or beside the room of a group; for a block without a group,
 * anywhere. Rooms that the new lane runs through or along grow with it, so that they stay aligned.
 */
export function growths(standing: Standing, home: string, group: Id | undefined): Growth[] {
  const { plan } = standing
  const own = group === undefined ? undefined : plan.rooms.find(room => room.area.key === home)
  const room = own ?? { column: 0, row: 0, width: plan.columns, height: plan.rows }
  const found: Growth[] = []
  for (let at = room.row; at <= room.row + room.height; at++) {
    found.push({ standing: withRow(standing, at, own), isNew: cell => cell.row === at })
  }
  for (let at = room.column; at <= room.column + room.width; at++) {
    found.push({ standing: withColumn(standing, at, own), isNew: cell => cell.column === at })
  }
  return found
}

function withRow(standing: Standing, at: number, own: Room | undefined): Standing {
  const { plan, cells, rows } = standing
  return {
    ...standing,
    plan: { ...plan, rows: plan.rows + 1, rooms: plan.rooms.map(room => taller(room, at, own)) },
    cells: new Map([...cells].map(([id, cell]) => [id, cell.row >= at ? { ...cell, row: cell.row + 1 } : cell])),
    rows: opened(rows, at, PITCH.y),
  }
}

function taller(room: Room, at: number, own: Room | undefined): Room {
  const change = stretched(room.row, room.height, at, own?.row, room.area.group !== undefined)
  return { ...room, row: change.start, height: change.length }
}

function withColumn(standing: Standing, at: number, own: Room | undefined): Standing {
  const { plan, cells, columns } = standing
  return {
    ...standing,
    plan: { ...plan, columns: plan.columns + 1, rooms: plan.rooms.map(room => wider(room, at, own)) },
    cells: new Map(
      [...cells].map(([id, cell]) => [id, cell.column >= at ? { ...cell, column: cell.column + 1 } : cell]),
    ),
    columns: opened(columns, at, PITCH.x),
  }
}

function wider(room: Room, at: number, own: Room | undefined): Room {
  const change = stretched(room.column, room.width, at, own?.column, room.area.group !== undefined)
  return { ...room, column: change.start, width: change.length }
}

/**
 * A stretch of lanes after one was put in before lane `at`: longer when that is inside it or at its end; when it is at
 * the start of the room that wants to grow (`first`), those that begin there grow, and those that end there do not.
 */
function stretched(start: number, length: number, at: number, first: number | undefined, canGrow: boolean) {
  const isAtFirst = at === first
  const grows = isAtFirst ? at >= start && at < start + length : at > start && at <= start + length
  if (canGrow && grows) return { start, length: length + 1 }
  return { start: at <= start ? start + 1 : start, length }
}

/** The starts of lanes after one was put in: those behind it move by one pitch. */
function opened(starts: Starts, at: number, pitch: number): Starts {
  const last = starts.at(-1) ?? 0
  const added = starts[at] ?? last + pitch
  return [...starts.slice(0, at), added, ...starts.slice(at).map(start => start + pitch)]
}
