import type { Flow, Point } from '../model/design'
import { type FlowShapes, flowShapes, type Shape } from './flow-line'
import type { Box } from './geometry'
import { type FlowLabel, LABEL_FONT } from './label'
import { element, textLine } from './markup'
import type { Palette } from './palette'

export interface FlowDrawing {
  readonly kind: Flow['kind']
  readonly line: readonly Point[]
  readonly hops: readonly Point[]
  readonly label: FlowLabel | undefined
  /** Colour of what lies behind the label; null where the line has to stop for it instead, on no ground at all. */
  readonly surface: string | null
}

/** A flow: its line, the marks at its ends, and its label. */
export function flowSvg({ kind, line, hops, label, surface }: FlowDrawing, palette: Palette): string {
  const gap = surface === null ? label?.patch : undefined
  return shapesSvg(flowShapes(line, kind, hops, gap), palette) + labelSvg(label, kind, surface, palette)
}

/** The line and the marks of a flow. */
export function shapesSvg(shapes: FlowShapes, palette: Palette): string {
  const ink = palette[shapes.ink]
  const line = {
    d: shapes.d,
    fill: 'none',
    stroke: ink,
    'stroke-width': shapes.width,
    'stroke-dasharray': shapes.dash,
    'stroke-linecap': shapes.dash?.startsWith('0.01') ? 'round' : undefined,
  }
  return [
    shapes.d === '' ? '' : element('path', line),
    ...[shapes.tail, shapes.mid, shapes.head].map(shape => (shape ? markSvg(shape, ink) : '')),
  ].join('')
}

function markSvg({ d, at, angle, isFilled, strokeWidth }: Shape, ink: string): string {
  const turn = angle === 0 ? '' : ` rotate(${angle})`
  const pen = isFilled
    ? { fill: ink }
    : { fill: 'none', stroke: ink, 'stroke-width': strokeWidth, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  return element('path', { d, transform: `translate(${at.x},${at.y})${turn}`, ...pen })
}

function labelSvg(label: FlowLabel | undefined, kind: Flow['kind'], surface: string | null, palette: Palette): string {
  if (!label) return ''
  const fill = kind === 'request' ? palette['--accent-text'] : palette['--flow-label']
  const anchor = label.anchor === 'start' ? undefined : label.anchor
  return patchSvg(label.patch, surface) + textLine(label.text, label.at.x, label.at.y, LABEL_FONT, fill, anchor)
}

function patchSvg(patch: Box, surface: string | null): string {
  return surface === null ? '' : element('rect', { ...patch, rx: 3, fill: surface })
}
