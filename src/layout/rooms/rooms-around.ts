import type { Cell } from '../../drawing/lanes/lattice'
import { BLOCK_SIZE } from '../../kinds'
import { type Design, type Id, lookUp } from '../../model/design'
import { frameOf } from '../frames'
import type { Parts } from '../parts'
import type { Area, Areas } from './areas'
import { lanesWithin, type Starts } from './axis'
import type { Room } from './floor-plans'

/**
 * The rooms of a layout that stands: a rectangle of cells for each group, as far as its blocks and its frame reach, and
 * one cell around each block without a group. Null when a group has no cell or two share one.
 */
export function roomsAround(
  design: Design,
  parts: Parts,
  areas: Areas,
  cells: ReadonlyMap<Id, Cell>,
  starts: { readonly columns: Starts; readonly rows: Starts },
): Room[] | null {
  const rooms: Room[] = []
  for (const area of areas.all) {
    if (area.group === undefined) continue
    const members = parts.blocks.filter(part => part.group === area.group).flatMap(({ id }) => cells.get(id) ?? [])
    const room = roomOf(design, area, members, starts)
    if (!room) return null
    rooms.push(room)
  }
  const byKey = new Map(areas.all.map(area => [area.key, area]))
  for (const { id, group } of parts.blocks) {
    const cell = cells.get(id)
    const area = byKey.get(areas.allowed.get(id)?.[0] ?? '')
    if (group === undefined && cell && area) rooms.push({ area, ...cell, width: 1, height: 1 })
  }
  return doShare(rooms) ? null : rooms
}

function roomOf(
  design: Design,
  area: Area,
  members: readonly Cell[],
  { columns, rows }: { readonly columns: Starts; readonly rows: Starts },
): Room | null {
  const group = area.group === undefined ? undefined : lookUp(design.groups, area.group)
  const frame = group ? frameOf(group) : null
  const across = frame ? lanesWithin(columns, BLOCK_SIZE.width, frame.x, frame.x + frame.width) : null
  const down = frame ? lanesWithin(rows, BLOCK_SIZE.height, frame.y, frame.y + frame.height) : null
  const held = [...(across ?? []), ...members.map(cell => cell.column)]
  const heldRows = [...(down ?? []), ...members.map(cell => cell.row)]
  if (held.length === 0 || heldRows.length === 0) return null
  const [column, row] = [Math.min(...held), Math.min(...heldRows)]
  return { area, column, row, width: Math.max(...held) - column + 1, height: Math.max(...heldRows) - row + 1 }
}

function doShare(rooms: readonly Room[]): boolean {
  return rooms.some((a, i) =>
    rooms
      .slice(i + 1)
      .some(
        b =>
          a.column < b.column + b.width &&
          b.column < a.column + a.width &&
          a.row < b.row + b.height &&
          b.row < a.row + a.height,
      ),
  )
}
