import { GOOD_ASPECT } from '../score'
import type { Area } from './areas'
import { cardRows, withCardRoom } from './card-room'
import { planShapes, type Stretch } from './plan-shapes'

/** A rectangle of whole cells that one area fills. */
export interface Room {
  readonly area: Area
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}

/** Rooms side by side and above each other on a grid of cells; each cell takes one block. */
export interface FloorPlan {
  readonly columns: number
  readonly rows: number
  readonly rooms: readonly Room[]
}

/** Pixels from one column of blocks to the next, and from one row to the next, with frames and without, on average. */
const PITCH = { x: 204, framed: 116, plain: 107 }

/** A plan outside this aspect, or with more cells a block, is taken only when there is no other. */
const WIDEST = 2.5
const NARROWEST = 1.1
const MOST_CELLS = 1.75

/** Width by height of a plan, roughly. */
export function aspectOf({ columns, rows, rooms }: FloorPlan): number {
  const hasFrames = rooms.some(room => room.area.group !== undefined)
  return (columns * PITCH.x) / (rows * (hasFrames ? PITCH.framed : PITCH.plain))
}

/**
 * Floor plans for these areas, the most promising first: near the aspect of a slide and with few empty cells. There is
 * always one, if only all areas in columns side by side.
 */
export function floorPlans(areas: readonly Area[], limit: number): FloorPlan[] {
  const blocks = areas.reduce((sum, area) => sum + area.count, 0)
  const cells = (plan: FloorPlan) => plan.rooms.reduce((sum, room) => sum + room.width * room.height, 0)
  const isGood = (plan: FloorPlan) =>
    aspectOf(plan) >= NARROWEST && aspectOf(plan) <= WIDEST && cells(plan) <= blocks * MOST_CELLS + 2
  const cost = (plan: FloorPlan) => 6 * Math.abs(Math.log(aspectOf(plan) / GOOD_ASPECT)) + (3 * cells(plan)) / blocks
  const all = different(allPlans(areas))
  const good = all.filter(isGood)
  const plans = good.length > 0 ? good : all.length > 0 ? all : [columnPlan(areas)]
  return plans
    .map(plan => ({ plan, cost: cost(plan) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, limit)
    .map(({ plan }) => plan)
}

function allPlans(areas: readonly Area[]): FloorPlan[] {
  const cards = areas.filter(({ role }) => role === 'brief')
  const others = areas.filter(({ role }) => role !== 'brief')
  const [first] = cards
  const plans = first ? [...plansOf(others), ...roomyPlans(others, first)] : plansOf(others)
  return cards.reduce((so, area) => so.flatMap(plan => withCardRoom(plan, area)), plans)
}

function plansOf(areas: readonly Area[]): FloorPlan[] {
  return planShapes(areas).flatMap(shape => planOf(shape.columns, shape.rows, shape.stretches))
}

/** Plans whose leftmost room has cells to spare for a column of cards above it. */
function roomyPlans(areas: readonly Area[], cards: Area): FloorPlan[] {
  const leftmost = areas.find(({ role }) => role === 'sources') ?? areas.find(({ role }) => role === 'features')
  if (!leftmost) return []
  const roomy = { ...leftmost, count: leftmost.count + cardRows(cards.count, 1) }
  return plansOf(areas.map(area => (area === leftmost ? roomy : area))).map(plan => ({
    ...plan,
    rooms: plan.rooms.map(room => (room.area.key === leftmost.key ? { ...room, area: leftmost } : room)),
  }))
}

function different(plans: readonly FloorPlan[]): FloorPlan[] {
  const keyOf = ({ columns, rows, rooms }: FloorPlan) =>
    JSON.stringify([columns, rows, rooms.map(({ area, ...place }) => [area.key, ...Object.values(place)])])
  return [...new Map(plans.map(plan => [keyOf(plan), plan])).values()]
}

/** The plan with a room for each area, or none when an area does not fit. */
function planOf(columns: number, rows: number, stretches: readonly Stretch[]): FloorPlan[] {
  const rooms = stretches.map(roomsIn)
  return rooms.every(each => each !== null) ? [{ columns, rows, rooms: rooms.flat() }] : []
}

function columnPlan(areas: readonly Area[]): FloorPlan {
  const rows = Math.max(...areas.map(area => area.count))
  const rooms = areas.map((area, column) => ({ area, column, row: 0, width: 1, height: rows }))
  return { columns: areas.length, rows, rooms }
}

/** The rooms of one role: one area fills its stretch, several are stacked or stand side by side; null: no room. */
function roomsIn({ slot, column, row, width, height }: Stretch): Room[] | null {
  const { areas } = slot
  if (slot.isEmpty) return []
  if (width < 1 || height < 1) return null
  const rows = shares(
    areas.map(({ count }) => Math.ceil(count / width)),
    height,
  )
  if (rows) return areas.map((area, i) => ({ area, column, row: row + sumTo(rows, i), width, height: rows[i] ?? 0 }))
  const columns = shares(
    areas.map(({ count }) => Math.ceil(count / height)),
    width,
  )
  if (!columns) return null
  return areas.map((area, i) => ({ area, column: column + sumTo(columns, i), row, width: columns[i] ?? 0, height }))
}

/** What each gets of `total` when what is left over goes to the last; null when there is too little. */
function shares(needs: readonly number[], total: number): number[] | null {
  const left = total - sumTo(needs, needs.length)
  return left < 0 ? null : needs.map((need, i) => (i === needs.length - 1 ? need + left : need))
}

function sumTo(values: readonly number[], end: number): number {
  return values.slice(0, end).reduce((sum, value) => sum + value, 0)
}
