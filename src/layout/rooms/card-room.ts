import { CARD_SIZE } from '../../kinds'
import type { Id, Point } from '../../model/design'
import { GRID, type Rect } from '../rect'
import type { Area } from './areas'
import type { FloorPlan, Room } from './floor-plans'

/** Pixels between two cards, at least and at most. */
const GAP = 8
const WIDEST_GAP = 32

/** The least height of the first row of cells, and what each further one adds: a block, and a block with its gutter. */
const FIRST_ROW = 64
const FURTHER_ROW = 104

/** Rows of cells that so many cards need when they stand in so many columns; cards stand closer than blocks. */
export function cardRows(cards: number, columns: number): number {
  const high = Math.ceil(cards / columns)
  return 1 + Math.max(0, Math.ceil((high * (CARD_SIZE.height + GAP) - GAP - FIRST_ROW) / FURTHER_ROW))
}

/**
 * The same plan with a room of cards: cut from the top of the rooms at the left, or in a strip above everything. Only
 * where the rooms at the left have no cells to spare it is a column of its own, which leaves the floor below it empty.
 */
export function withCardRoom(plan: FloorPlan, area: Area): FloorPlan[] {
  const cuts = cutFromLeft(plan, area)
  return [...(cuts.length > 0 ? cuts : [columnBeside(plan, area)]), stripAbove(plan, area)]
}

/** The widest that a room of cards is cut: more columns would push sources and features far down. */
const WIDEST_CUT = 3

function cutFromLeft(plan: FloorPlan, area: Area): FloorPlan[] {
  const cuts: FloorPlan[] = []
  for (let width = 1; width <= Math.min(WIDEST_CUT, plan.columns); width++) {
    const height = cardRows(area.count, width)
    const rooms = plan.rooms.map(room => (room.column < width ? lowered(room, width, height) : room))
    if (!rooms.every(room => room !== null)) continue
    cuts.push({ ...plan, rooms: [{ area, column: 0, row: 0, width, height }, ...rooms] })
  }
  return cuts
}

/** A room without its uppermost rows; null when its blocks would not fit or it reaches out of the cut. */
function lowered(room: Room, width: number, by: number): Room | null {
  if (room.row >= by) return room
  const height = room.row + room.height - by
  if (room.column + room.width > width || room.width * height < room.area.count) return null
  return { ...room, row: by, height }
}

function stripAbove(plan: FloorPlan, area: Area): FloorPlan {
  const width = Math.min(area.count, plan.columns)
  const height = cardRows(area.count, width)
  const rooms = plan.rooms.map(room => ({ ...room, row: room.row + height }))
  return {
    columns: plan.columns,
    rows: plan.rows + height,
    rooms: [{ area, column: 0, row: 0, width, height }, ...rooms],
  }
}

function columnBeside(plan: FloorPlan, area: Area): FloorPlan {
  const height = cardRows(area.count, 1)
  const rooms = plan.rooms.map(room => ({ ...room, column: room.column + 1 }))
  return {
    columns: plan.columns + 1,
    rows: Math.max(plan.rows, height),
    rooms: [{ area, column: 0, row: 0, width: 1, height }, ...rooms],
  }
}

/** Where the cards of a room stand: row by row, in columns at these places, spread over the height of the cells. */
export function cardPlaces(cards: readonly Id[], columns: readonly number[], cells: Rect): Map<Id, Point> {
  const rows = Math.ceil(cards.length / columns.length)
  const free = cells.height - rows * CARD_SIZE.height
  const gap = rows > 1 ? Math.min(WIDEST_GAP, downToGrid(free / (rows - 1))) : 0
  const top = cells.y + (rows === 1 ? downToGrid(Math.min(free / 2, GAP)) : 0)
  return new Map(
    cards.map((id, i) => {
      const row = Math.floor(i / columns.length)
      return [id, { x: columns[i % columns.length] as number, y: top + row * (CARD_SIZE.height + gap) }]
    }),
  )
}

function downToGrid(value: number): number {
  return Math.floor(value / GRID) * GRID
}
