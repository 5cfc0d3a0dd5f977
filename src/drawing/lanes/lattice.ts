import type { Id } from '../../model/design'

/** Right, down, left, up. */
export type Direction = 0 | 1 | 2 | 3
export const DIRECTIONS: readonly Direction[] = [0, 1, 2, 3]

/** A block's column and row. */
export interface Cell {
  readonly column: number
  readonly row: number
}

/**
 * The lanes of a floor plan: every column and every gutter beside it is an upright lane, rows likewise level ones. Lane
 * 2c+1 runs through the middle of column c, lane 2c along its left side. Lanes meet in nodes, numbered row by row; a
 * block closes its own node, so that empty cells carry straight flows.
 */
export interface Lattice {
  readonly columns: number
  readonly rows: number
  /** Nodes in a row, and rows of nodes. */
  readonly width: number
  readonly height: number
  readonly nodeOf: ReadonlyMap<Id, number>
  /** Whether a block or a shut room is in the way. */
  isClosed(node: number): boolean
  /** A number for the room that the node lies in; 0 in a corridor between rooms. */
  room(node: number): number
  /** The node one step on, or -1 beyond the rim. */
  next(node: number, direction: Direction): number
}

/**
 * The lanes around blocks on cells; `roomAt` names the room of a cell, null where there is none. Nothing runs through
 * the rooms that are `shut`.
 */
export function latticeOf(
  columns: number,
  rows: number,
  cells: ReadonlyMap<Id, Cell>,
  roomAt: (column: number, row: number) => string | null,
  shut: ReadonlySet<string>,
): Lattice {
  const width = 2 * columns + 1
  const height = 2 * rows + 1
  const nodeOf = new Map<Id, number>()
  const closed = new Uint8Array(width * height)
  for (const [id, { column, row }] of cells) {
    const node = 2 * column + 1 + (2 * row + 1) * width
    nodeOf.set(id, node)
    closed[node] = 1
  }
  const numbers = new Map<string, number>()
  const roomNumber = (column: number, row: number) => {
    const name = column < 0 || row < 0 || column >= columns || row >= rows ? null : roomAt(column, row)
    if (name === null) return 0
    const known = numbers.get(name) ?? numbers.size + 1
    numbers.set(name, known)
    return known
  }
  const rooms = Uint16Array.from({ length: width * height }, (_, node) => {
    const [acrosses, downs] = [cellsAt(node % width), cellsAt(Math.floor(node / width))]
    const around = new Set(acrosses.flatMap(column => downs.map(row => roomNumber(column, row))))
    return around.size === 1 ? ([...around][0] ?? 0) : 0
  })
  const shutNumbers = new Set([...shut].map(name => numbers.get(name)))
  for (const [node, room] of rooms.entries()) if (shutNumbers.has(room)) closed[node] = 1
  return {
    columns,
    rows,
    width,
    height,
    nodeOf,
    isClosed: node => closed[node] === 1,
    room: node => rooms[node] ?? 0,
    next(node, direction) {
      const across = node % width
      if (direction === 0) return across + 1 < width ? node + 1 : -1
      if (direction === 2) return across > 0 ? node - 1 : -1
      const below = direction === 1 ? node + width : node - width
      return below >= 0 && below < width * height ? below : -1
    },
  }
}

/** The columns (or rows) that a lane runs through or along. */
function cellsAt(lane: number): number[] {
  return lane % 2 === 1 ? [(lane - 1) / 2] : [lane / 2 - 1, lane / 2]
}
