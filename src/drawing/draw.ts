import type { Design } from '../model/design'
import { describe } from './describe'
import { type Box, boxAround, grown } from './geometry'
import { hopsOf } from './hops'
import { labelsOf } from './label'
import { element, escapeXml } from './markup'
import type { DrawOptions, EmbeddedFont } from './options'
import { PALETTES } from './palette'
import { blockPieces, flowPieces, legendPiece, type Picture, roomPieces, waiversPiece } from './pieces'
import { routesOf } from './route'
import { sceneOf } from './scene'

export type { EmbeddedFont } from './options'

export interface Drawing {
  /** A whole SVG document. */
  readonly svg: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** What it shows in words, for people who do not see it; the SVG holds the same. */
  readonly description: string
}

const PADDING = 24
const FONT_STACK =
  "'Inter', 'Inter Variable', ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"

/**
 * A design as a picture: the same cards, lines and rooms as on the canvas, in one SVG that needs nothing else. Blocks
 * without a place are left out; lay the design out first.
 */
export function draw(design: Design, options: DrawOptions): Drawing {
  const routes = routesOf(design)
  const picture: Picture = {
    design,
    options,
    palette: PALETTES[options.theme],
    scene: sceneOf(design),
    routes,
    hops: hopsOf(routes),
    labels: labelsOf(design, routes),
  }
  const pieces = [...roomPieces(picture), ...flowPieces(picture), ...blockPieces(picture)]
  const covered = boxAround(pieces.flatMap(piece => piece.boxes)) ?? { x: 0, y: 0, width: 0, height: 0 }
  const legend = options.legend ? legendPiece(picture, covered) : null
  const drawn = boxAround([covered, ...(legend?.boxes ?? [])]) ?? covered
  const waivers = options.waivers ? waiversPiece(picture, drawn) : null
  const bounds = boxAround([drawn, ...(waivers?.boxes ?? [])]) ?? drawn
  const markup = [...pieces, legend, waivers].flatMap(piece => piece?.svg ?? [])
  return frame(picture, wholePixels(grown(bounds, options.padding ?? PADDING)), markup)
}

function frame({ design, options, palette }: Picture, box: Box, markup: readonly string[]): Drawing {
  const { x, y, width, height } = box
  const description = describe(design, options.only)
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `${x} ${y} ${width} ${height}`, role: 'img' },
    element('title', {}, escapeXml(options.title ?? design.about.design.title)),
    element('desc', {}, escapeXml(description)),
    element('style', {}, styles(options.fonts ?? [])),
    options.background === false ? '' : element('rect', { ...box, fill: palette['--canvas'] }),
    element('g', { 'font-family': FONT_STACK }, ...markup),
  )
  return { svg, width, height, description }
}

function styles(fonts: readonly EmbeddedFont[]): string {
  const faces = fonts.map(({ family, data, unicodeRange }) => {
    const range = unicodeRange ? `;unicode-range:${unicodeRange.replace(/[^U+0-9A-Fa-f?,\s-]/g, '')}` : ''
    const source = `url(data:font/woff2;base64,${data.replace(/[^A-Za-z0-9+/=]/g, '')}) format('woff2')`
    return `@font-face{font-family:'${family.replace(/[^A-Za-z0-9 ]/g, '')}';font-weight:100 900;src:${source}${range}}`
  })
  return [...faces, '.n{font-variant-numeric:tabular-nums}'].join('')
}

function wholePixels(box: Box): Box {
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)]
  return { x, y, width: Math.ceil(box.x + box.width) - x, height: Math.ceil(box.y + box.height) - y }
}
