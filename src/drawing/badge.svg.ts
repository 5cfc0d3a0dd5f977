import type { Box } from './geometry'
import { element, textLine } from './markup'
import type { Palette } from './palette'
import { type Font, measure } from './text'

export interface Badge {
  readonly severity: 'error' | 'warning' | 'info'
  readonly count: number
}

const COUNT_FONT: Font = { size: 11, weight: 600, isTabular: true }
const GLYPH = 18
const HALO = 2

/** Shape first, colour second: octagon, triangle, circle, each in a box of 16. */
const GLYPHS: Readonly<Record<Badge['severity'], { outline: string; stem: string; dotY: number }>> = {
  error: { outline: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z', stem: 'M8 4.2v4.3', dotY: 11.3 },
  warning: {
    outline: 'M6.9 1.7a1.3 1.3 0 0 1 2.2 0l5.8 10.7a1.2 1.2 0 0 1-1.1 1.8H2.2a1.2 1.2 0 0 1-1.1-1.8z',
    stem: 'M8 5.4v3.7',
    dotY: 11.6,
  },
  info: { outline: 'M1 8a7 7 0 1 1 14 0a7 7 0 1 1 -14 0z', stem: 'M8 7.4v4', dotY: 4.8 },
}

/** What the badge of a block covers, halo included, over its top right corner. The block's own corner is at 0,0. */
export function badgeBox(badge: Badge, block: Box): Box {
  const width = badge.count > 1 ? pillWidth(badge) : GLYPH
  const height = badge.count > 1 ? 20 : GLYPH
  return {
    x: block.width + 8 - width - HALO,
    y: -height / 2 - HALO,
    width: width + 2 * HALO,
    height: height + 2 * HALO,
  }
}

/** The badge of a block: the highest severity, and from two findings up their number. `surface` is what lies behind. */
export function badgeSvg(badge: Badge, block: Box, surface: string, palette: Palette): string {
  const { x, y, width, height } = badgeBox(badge, block)
  if (badge.count <= 1) return glyph(badge, x + HALO, y + HALO, GLYPH, palette, surface)
  const pill = { x: x + HALO + 0.5, y: y + HALO + 0.5, width: width - 2 * HALO - 1, height: height - 2 * HALO - 1 }
  const ink = palette[`--${badge.severity}-text`]
  return [
    element('rect', { x, y, width, height, rx: height / 2, fill: surface }),
    element('rect', { ...pill, rx: 9.5, fill: palette['--panel'], stroke: palette[`--${badge.severity}-line`] }),
    glyph(badge, x + HALO + 3, y + HALO + 3, 14, palette),
    textLine(String(badge.count), x + HALO + 20, y + HALO + 14, COUNT_FONT, ink),
  ].join('')
}

function pillWidth(badge: Badge): number {
  return 3 + 14 + 3 + measure(String(badge.count), COUNT_FONT) + 6
}

function glyph(badge: Badge, x: number, y: number, size: number, palette: Palette, halo?: string): string {
  const { outline, stem, dotY } = GLYPHS[badge.severity]
  const ink = palette['--on-severity']
  const scale = size / 16
  const around = {
    d: outline,
    fill: halo,
    stroke: halo,
    'stroke-width': (2 * HALO) / scale,
    'stroke-linejoin': 'round',
  }
  return element(
    'g',
    { transform: `translate(${x},${y}) scale(${scale})` },
    halo === undefined ? '' : element('path', around),
    element('path', { d: outline, fill: palette[`--${badge.severity}`] }),
    element('path', { d: stem, fill: 'none', stroke: ink, 'stroke-width': 1.7, 'stroke-linecap': 'round' }),
    element('circle', { cx: 8, cy: dotY, r: 1, fill: ink }),
  )
}
