import type { Parts } from '../parts'
import type { Areas } from './areas'
import type { FloorPlan, Room } from './floor-plans'
import { postOf } from './roles'

/** The cells of a floor plan and which block, by its number among the parts, stands on each. One block a cell. */
export interface Board {
  readonly columns: number
  readonly rows: number
  /** Column, row and cell of each block; cells are numbered row by row. */
  readonly x: Int16Array
  readonly y: Int16Array
  readonly cellOf: Int16Array
  /** The block on each cell, or -1; more than any block in a room of cards, where nothing else may stand. */
  readonly blockAt: Int16Array
  /** Cells of rooms for blocks. */
  readonly usable: readonly number[]
  roomAt(cell: number): Room | null
  mayStand(block: number, cell: number): boolean
  /** Changes what stands on two cells; either may be empty. */
  swap(a: number, b: number): void
  load(cells: Int16Array): void
}

/** What stands on the cells of a room of cards: something in the way of flows. */
const CARDS = 32_767

/** Blocks on the cells of their rooms, in the order of their kinds. */
export function boardOf(parts: Parts, areas: Areas, plan: FloorPlan): Board {
  const { columns, rows } = plan
  const count = parts.blocks.length
  const roomAt: (Room | null)[] = new Array(columns * rows).fill(null)
  for (const room of plan.rooms)
    for (let row = room.row; row < room.row + room.height; row++)
      for (let column = room.column; column < room.column + room.width; column++) roomAt[column + row * columns] = room
  const allowed = parts.blocks.map(block => new Set<string>(areas.allowed.get(block.id)))
  const emptyFloor = Int16Array.from(roomAt, room => (room?.area.role === 'brief' ? CARDS : -1))
  const blockAt = emptyFloor.slice()
  const cellOf = new Int16Array(count)
  const x = new Int16Array(count)
  const y = new Int16Array(count)
  const put = (block: number, cell: number) => {
    cellOf[block] = cell
    x[block] = cell % columns
    y[block] = Math.floor(cell / columns)
    blockAt[cell] = block
  }
  for (const room of plan.rooms) {
    const members = parts.blocks
      .map((block, i) => ({ i, rank: postOf(block.kind).rank, home: areas.allowed.get(block.id)?.[0] }))
      .filter(({ home }) => home === room.area.key)
      .sort((a, b) => a.rank - b.rank || a.i - b.i)
    for (const [n, { i }] of members.entries()) put(i, cellInRoom(room, n, columns))
  }
  return {
    columns,
    rows,
    x,
    y,
    cellOf,
    blockAt,
    usable: [...roomAt.keys()].filter(cell => roomAt[cell] && emptyFloor[cell] !== CARDS),
    roomAt: cell => roomAt[cell] ?? null,
    mayStand(block, cell) {
      const room = roomAt[cell]
      return room ? (allowed[block]?.has(room.area.key) ?? false) : false
    },
    swap(a, b) {
      const one = blockAt[a] as number
      const two = blockAt[b] as number
      blockAt[a] = -1
      blockAt[b] = -1
      if (one >= 0) put(one, b)
      if (two >= 0) put(two, a)
    },
    load(cells) {
      blockAt.set(emptyFloor)
      for (let block = 0; block < count; block++) put(block, cells[block] as number)
    },
  }
}

/** The cell of the nth block of a room: down its columns when it is tall, along its rows when it is wide. */
function cellInRoom({ column, row, width, height }: Room, n: number, columns: number): number {
  const isTall = height > width
  const across = isTall ? Math.floor(n / height) : n % width
  const down = isTall ? n % height : Math.floor(n / width)
  return column + across + (row + down) * columns
}
