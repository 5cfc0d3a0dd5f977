import { plate } from './block.svg'
import { META_FONT, NAME_FONT } from './card'
import type { Box } from './geometry'
import { element, textLine } from './markup'
import type { Palette } from './palette'
import { ROOM_FONT, ROOM_TOTAL_FONT, roomLabel } from './room-label'
import { ellipsize } from './text'

/** A room: its boundary with the label inside, top left, and one total. */
export function roomSvg(label: string, total: string | undefined, box: Box, palette: Palette): string {
  const words = roomLabel(label, box, total)
  const { x, y, width, height } = box
  const frame = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1), rx: 9.5 }
  return [
    element('rect', { ...frame, fill: palette['--room'], stroke: palette['--room-border'] }),
    textLine(words.name, words.nameX, words.baseline, ROOM_FONT, palette['--ink-3']),
    textLine(words.total, words.totalX, words.baseline, ROOM_TOTAL_FONT, palette['--accent-text']),
  ].join('')
}

/** What a collapsed room says of itself. */
interface CollapsedWords {
  readonly name: string
  /** How many blocks it holds. */
  readonly holds: string
  /** The one figure of the room; empty when there is none. */
  readonly total: string
}

const INSET = 14

/** A collapsed room: one card with a doubled edge, its name, what it holds and its total. Top left corner at 0,0. */
export function collapsedSvg({ name, holds, total }: CollapsedWords, box: Box, palette: Palette): string {
  const space = box.width - 2 * INSET
  const behind = { x: 3.5, y: 3.5, width: box.width - 1, height: box.height - 1, rx: 7.5 }
  const top = total === '' ? 28 : 22
  return [
    element('rect', { ...behind, fill: palette['--room'], stroke: palette['--card-border'] }),
    plate(box, palette),
    textLine(ellipsize(name, space, NAME_FONT), INSET, top, NAME_FONT, palette['--ink']),
    textLine(ellipsize(holds, space, META_FONT), INSET, top + 15, META_FONT, palette['--ink-3']),
    textLine(total, INSET, top + 31, ROOM_TOTAL_FONT, palette['--accent-text']),
  ].join('')
}
