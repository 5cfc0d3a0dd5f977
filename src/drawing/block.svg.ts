import { ICONS, type IconName } from '../kinds/icons'
import type { Step } from '../model/design'
import { type Card, LAST_LINE_RIGHT, LAST_LINE_X, LIVE_FONT, META_FONT, NAME_FONT, NAME_X } from './card'
import type { Box } from './geometry'
import { element, stepInks, textLine } from './markup'
import type { Palette } from './palette'

const RADIUS = 8
const TILE = 24
const ICON = 15
/** From 85 % of capacity a block is near its limit, at 100 % it is past it. */
const HOT = 0.85

/** The card of a block, or of a part of the brief, with its top left corner at 0,0. `load` is a share of capacity. */
export function blockSvg(card: Card, box: Box, palette: Palette, load?: number): string {
  const isBrief = card.shape === 'brief'
  const top = isBrief ? 10 : 7
  const [first = '', second = ''] = card.name
  const { height, width } = box
  return [
    plate(box, palette),
    stripe(height, stepInks(palette, card.step).hue),
    tile(card.icon, card.step, isBrief ? 12 : 9, palette),
    textLine(first, NAME_X, top + 12, NAME_FONT, palette['--ink']),
    textLine(second, NAME_X, top + 27, NAME_FONT, palette['--ink']),
    textLine(card.kindLine, NAME_X, top + 26, META_FONT, palette['--ink-3']),
    textLine(card.keyText, LAST_LINE_X, height - 11, META_FONT, palette['--ink-2']),
    textLine(card.liveText, width - LAST_LINE_RIGHT, height - 11, LIVE_FONT, palette['--ink'], 'end'),
    load === undefined || isBrief ? '' : loadLine(box, load, card.step, palette),
  ].join('')
}

/** The white ground of a card, with its hairline and the little shadow that it casts at rest. */
export function plate({ width, height }: Box, palette: Palette): string {
  const shade = { x: 0.5, y: 1.5, width: width - 1, height: height - 1, rx: RADIUS, fill: '#000000' }
  const face = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: RADIUS - 0.5 }
  return (
    element('rect', { ...shade, 'fill-opacity': 0.06 }) +
    element('rect', { ...face, fill: palette['--panel'], stroke: palette['--card-border'] })
  )
}

/** 3 px down the left edge; the corners of the card cut it. */
function stripe(height: number, fill: string): string {
  // Where the corner's circle, 8 px around 8,8, has come 3 px in: 8 - sqrt(8² - 5²).
  const inset = 1.755
  const d = `M3,${inset}A8 8 0 0 0 0,8V${height - 8}A8 8 0 0 0 3,${height - inset}Z`
  return element('path', { d, fill })
}

function tile(icon: IconName, step: Step, top: number, palette: Palette): string {
  const { text, tint } = stepInks(palette, step)
  const inset = (TILE - ICON) / 2
  const pen = {
    fill: 'none',
    stroke: text,
    'stroke-width': 1.75,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  // `currentColor` in an icon is the colour of its strokes.
  const shapes = ICONS[icon].map(([tag, attributes]) => element(tag, attributes))
  return (
    element('rect', { x: 11, y: top, width: TILE, height: TILE, rx: 4, fill: tint }) +
    element(
      'g',
      { transform: `translate(${11 + inset},${top + inset}) scale(${ICON / 24})`, color: text, ...pen },
      ...shapes,
    )
  )
}

function loadLine({ width, height }: Box, load: number, step: Step, palette: Palette): string {
  const isHot = load >= HOT
  const [thickness, gap] = isHot ? [4, 2] : [2, 3]
  const full = width - LAST_LINE_X - LAST_LINE_RIGHT
  const place = { x: LAST_LINE_X, y: height - gap - thickness, height: thickness, rx: thickness / 2 }
  const hot = load >= 1 ? palette['--error'] : palette['--warning']
  const fill = isHot ? hot : stepInks(palette, step).hue
  return (
    element('rect', { ...place, width: full, fill: palette['--line'] }) +
    element('rect', { ...place, width: full * Math.min(1, Math.max(0, load)), fill })
  )
}
