import { kindOf } from '../kinds/index'
import { type Design, type Flow, lookUp, type Point, type Size } from '../model/design'
import { type Box, boxAround } from './geometry'
import { element, stepInks } from './markup'
import { PALETTES, type Palette, type Theme } from './palette'
import { routesOf } from './route'
import { type Scene, sceneOf } from './scene'

/**
 * Of every thumbnail, in pixels. Shown in this size its edges are sharp, and a line is as thin in a large design as in a
 * small one.
 */
export const THUMBNAIL_SIZE: Size = { width: 240, height: 124 }

/** Around the drawing, in pixels: lines and corners reach a little over what they belong to. */
const MARGIN = 2

/** How much wider or taller than true a design is drawn at most, so that it fills its card. */
const STRETCH = 1.45

/** Below this height, in pixels, a block has room for one line of words. */
const TWO_LINES = 9

/** How far the flows beside the request path stand back, so that the path and the blocks are seen first. */
const QUIET = 0.7

const DASHES: ReadonlyMap<Flow['kind'], string> = new Map([
  ['stream', '1 1.5'],
  ['async', '3 2'],
  ['fallback', '4 2'],
  ['trigger', '3 2'],
  ['feedback', '5 2 1 2'],
])

/** From canvas pixels to those of the thumbnail. */
type Scale = (box: Box) => Box

/**
 * A design at a glance, as an SVG document: rooms, blocks with the stripe of their step, and flows with the request path
 * in the accent. No words and no notes: at this size a shape is recognised, not read. Its ground is transparent.
 */
export function drawThumbnail(design: Design, theme: Theme): string {
  const palette = PALETTES[theme]
  const scene = sceneOf(design)
  const blocks = [...scene.blocks].filter(([id]) => lookUp(design.blocks, id)?.kind !== 'note')
  const lines = [...routesOf(design)].map(([id, line]) => ({ kind: lookUp(design.flows, id)?.kind ?? '', line }))
  const scale = scaleFor([
    ...scene.rooms.values(),
    ...scene.collapsed.values(),
    ...blocks.map(([, box]) => box),
    ...lines.flatMap(({ line }) => line.map(pointBox)),
  ])
  const cards = [
    ...[...scene.collapsed.values()].map(box => ({ box: onPixels(scale(box)), hue: palette['--ink-3'] })),
    ...blocks.map(([id, box]) => {
      const { step } = kindOf(lookUp(design.blocks, id)?.kind ?? '')
      return { box: onPixels(scale(box)), hue: stepInks(palette, step).hue }
    }),
  ]
  const { width, height } = THUMBNAIL_SIZE
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    roomsSvg(scene, scale, palette),
    flowsSvg(lines, scale, palette),
    cardsSvg(cards, palette),
  )
}

/** Fits what is drawn into the thumbnail, in the middle of it. */
function scaleFor(boxes: readonly Box[]): Scale {
  const around = boxAround(boxes) ?? { x: 0, y: 0, ...THUMBNAIL_SIZE }
  const across = (THUMBNAIL_SIZE.width - 2 * MARGIN) / Math.max(around.width, 1)
  const down = (THUMBNAIL_SIZE.height - 2 * MARGIN) / Math.max(around.height, 1)
  const [x, y] = [Math.min(across, down * STRETCH), Math.min(down, across * STRETCH)]
  const left = (THUMBNAIL_SIZE.width - around.width * x) / 2 - around.x * x
  const top = (THUMBNAIL_SIZE.height - around.height * y) / 2 - around.y * y
  return box => ({ x: left + box.x * x, y: top + box.y * y, width: box.width * x, height: box.height * y })
}

function pointBox(point: Point): Box {
  return { ...point, width: 0, height: 0 }
}

/** Edges of one pixel lie in the middle of a pixel, two of them at least one pixel apart. */
function onPixels({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.round(x) + 0.5, Math.round(y) + 0.5]
  const [right, bottom] = [Math.round(x + width) - 0.5, Math.round(y + height) - 0.5]
  return { x: left, y: top, width: Math.max(right - left, 1), height: Math.max(bottom - top, 1) }
}

function roomsSvg({ rooms }: Scene, scale: Scale, palette: Palette): string {
  const frames = [...rooms.values()].map(box => element('rect', { ...onPixels(scale(box)), rx: 3 }))
  return element('g', { fill: 'none', stroke: palette['--room-border'] }, ...frames)
}

interface Line {
  readonly kind: Flow['kind']
  readonly line: readonly Point[]
}

function flowsSvg(lines: readonly Line[], scale: Scale, palette: Palette): string {
  const scaled = lines.map(({ kind, line }) => ({ kind, line: line.map(point => scale(pointBox(point))) }))
  const isRequest = ({ kind }: Line) => kind === 'request'
  return (
    linesSvg(
      scaled.filter(line => !isRequest(line)),
      palette['--flow'],
      QUIET,
    ) + linesSvg(scaled.filter(isRequest), palette['--flow-request'])
  )
}

/** Flows of one ink: a path for each pattern, and one for all their tips. */
function linesSvg(lines: readonly Line[], ink: string, opacity?: number): string {
  const patterns = [...new Set(lines.map(({ kind }) => DASHES.get(kind)))]
  const paths = patterns.map(dash => {
    const own = lines.filter(({ kind }) => DASHES.get(kind) === dash)
    const d = own.map(({ line }) => trace(line)).join('')
    return element('path', { d, fill: 'none', stroke: ink, 'stroke-dasharray': dash })
  })
  const tips = element('path', { d: lines.map(({ line }) => tip(line)).join(''), fill: ink })
  return element('g', { opacity }, ...paths, tips)
}

function trace(line: readonly Point[]): string {
  return line.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${figure(x)} ${figure(y)}`).join('')
}

/** A small triangle with its point at the end of a line. */
function tip(line: readonly Point[]): string {
  const [from, to] = line.slice(-2)
  if (!from || !to) return ''
  const [x, y] = [Math.sign(to.x - from.x) * 3.5, Math.sign(to.y - from.y) * 3.5]
  return `${trace([to, { x: to.x - x - y / 2, y: to.y - y - x / 2 }, { x: to.x - x + y / 2, y: to.y - y + x / 2 }])}z`
}

interface Card {
  readonly box: Box
  readonly hue: string
}

/** Plates with a stripe and lines of words as they look from afar: a path for all that has one colour. */
function cardsSvg(cards: readonly Card[], palette: Palette): string {
  const plates = cards.map(({ box }) => element('rect', { ...box, rx: 1.5 }))
  const stripes = [...new Set(cards.map(({ hue }) => hue))].map(hue => {
    const own = cards.filter(card => card.hue === hue).map(({ box }) => box)
    const d = own.map(({ x, y, height }) => `M${x - 0.5} ${y - 0.5}h2.5v${height + 1}h-2.5z`).join('')
    return element('path', { d, fill: hue })
  })
  const boxes = cards.map(({ box }) => box)
  const firsts = boxes.map(box => words(box, box.height < TWO_LINES ? 0.5 : 0.36, 1))
  const seconds = boxes.map(box => (box.height < TWO_LINES ? '' : words(box, 0.7, 0.6)))
  const pen = { 'stroke-width': 1.5, 'stroke-linecap': 'round' }
  return [
    element('g', { fill: palette['--panel'], stroke: palette['--line-strong'] }, ...plates),
    ...stripes,
    element('path', { d: firsts.join(''), stroke: palette['--line-strong'], ...pen }),
    element('path', { d: seconds.join(''), stroke: palette['--line'], ...pen }),
  ].join('')
}

/** A line of words at a share of the height of its card, over a share of its width. */
function words({ x, y, width, height }: Box, down: number, share: number): string {
  return `M${x + 5.5} ${figure(y + height * down)}h${figure(Math.max(0, width - 9.5) * share)}`
}

function figure(value: number): number {
  return Math.round(value * 10) / 10
}
