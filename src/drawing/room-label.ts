import { type Box, grown } from './geometry'
import { ellipsize, type Font, measure } from './text'

export const ROOM_FONT: Font = { size: 11, weight: 600 }
export const ROOM_TOTAL_FONT: Font = { size: 11, weight: 500, isTabular: true }

export interface RoomLabel {
  readonly name: string
  /** The one figure of the room; empty when there is none or no space for it. */
  readonly total: string
  /** Where name and total start, and the line both stand on. */
  readonly nameX: number
  readonly totalX: number
  readonly baseline: number
  /** What the words cover. */
  readonly box: Box
}

const INSET = 10
const GAP = 6

/** The words at the top left of a room, on one line: its name, then its total. The name gives way, never the total. */
export function roomLabel(label: string, room: Box, total = ''): RoomLabel {
  const space = Math.max(0, room.width - 2 * INSET)
  const totalWidth = measure(total, ROOM_TOTAL_FONT)
  const hasTotal = total !== '' && totalWidth + GAP + 24 <= space
  const name = ellipsize(label, hasTotal ? space - totalWidth - GAP : space, ROOM_FONT)
  const nameWidth = measure(name, ROOM_FONT)
  const nameX = room.x + INSET
  const totalX = nameX + nameWidth + GAP
  const width = hasTotal ? nameWidth + GAP + totalWidth : nameWidth
  return {
    name,
    total: hasTotal ? total : '',
    nameX,
    totalX,
    baseline: room.y + 18,
    box: grown({ x: nameX, y: room.y + 8, width, height: 12 }, 2),
  }
}
