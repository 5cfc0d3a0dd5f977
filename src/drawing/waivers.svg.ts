import { kindOf } from '../kinds/index'
import { type Design, lookUp, type Waiver } from '../model/design'
import type { Box } from './geometry'
import { element, textLine } from './markup'
import type { Palette } from './palette'
import { type Font, oneLine, wrap } from './text'

const HEAD: Font = { size: 11, weight: 600 }
const FONT: Font = { size: 11, weight: 400 }
const LINE = 16
const PADDING = 12

/** Lines of one reason that are shown; longer ones end in an ellipsis. */
const MOST_LINES = 4

/**
 * What was accepted and why, as a list under the drawing with its top left corner at 0,0 and no wider than asked for;
 * null without a waiver. Waivers whose block is gone are left out: they accept nothing.
 */
export function waiversSvg(
  design: Design,
  width: number,
  palette: Palette,
): { readonly svg: string; readonly box: Box } | null {
  const lines = Object.values(design.waivers)
    .filter(waiver => waiver.at.every(id => lookUp(design.blocks, id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(waiver => wrap(sentenceOf(design, waiver), width - 2 * PADDING, FONT, MOST_LINES))
  if (lines.length === 0) return null
  const box = { x: 0, y: 0, width, height: (lines.length + 1) * LINE + 2 * PADDING - 4 }
  const frame = { x: 0.5, y: 0.5, width: box.width - 1, height: box.height - 1, rx: 7.5 }
  const baseline = (row: number) => PADDING + row * LINE + 10
  const svg = [
    element('rect', { ...frame, fill: palette['--panel'], stroke: palette['--line'] }),
    textLine('Accepted', PADDING, baseline(0), HEAD, palette['--ink']),
    ...lines.map((line, i) => textLine(line, PADDING, baseline(i + 1), FONT, palette['--ink-2'])),
  ].join('')
  return { svg, box }
}

/** “no-fallback at Ranker: house ads are served when it is late.” */
function sentenceOf(design: Design, { rule, at, reason }: Waiver): string {
  const names = at.flatMap(id => {
    const block = lookUp(design.blocks, id)
    return block ? [oneLine(block.label) || kindOf(block.kind).name] : []
  })
  return `${rule}${names.length > 0 ? ` at ${names.join(', ')}` : ''}: ${oneLine(reason)}`
}
