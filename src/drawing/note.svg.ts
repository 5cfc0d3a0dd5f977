import { type Card, NOTE_FONT, NOTE_LINE, NOTE_PADDING } from './card'
import type { Box } from './geometry'
import { element, textLine } from './markup'
import type { Palette } from './palette'

const FOLD = 12
const RADIUS = 4

/** A note: a sheet with a folded corner, so that it is not taken for a part of the system. Top left corner at 0,0. */
export function noteSvg(card: Card, box: Box, palette: Palette): string {
  const [right, bottom] = [box.width - 0.5, box.height - 0.5]
  const [foldX, foldY] = [right - FOLD, 0.5 + FOLD]
  const sheet = [
    `M${0.5 + RADIUS},0.5H${foldX}L${right},${foldY}V${bottom - RADIUS}`,
    `A${RADIUS} ${RADIUS} 0 0 1 ${right - RADIUS},${bottom}H${0.5 + RADIUS}`,
    `A${RADIUS} ${RADIUS} 0 0 1 0.5,${bottom - RADIUS}V${0.5 + RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${0.5 + RADIUS},0.5Z`,
  ].join('')
  const fold = `M${foldX},0.5V${foldY - 2}a2 2 0 0 0 2 2H${right}`
  const top = (box.height - card.name.length * NOTE_LINE) / 2
  return [
    element('path', { d: sheet, fill: palette['--sunken'], stroke: palette['--line-strong'] }),
    element('path', { d: fold, fill: 'none', stroke: palette['--line-strong'] }),
    ...card.name.map((line, i) =>
      textLine(line, NOTE_PADDING, top + i * NOTE_LINE + 12.5, NOTE_FONT, palette['--ink-2']),
    ),
  ].join('')
}
