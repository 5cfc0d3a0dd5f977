import { FLOW_NAMES } from '../kinds/flow-kinds'
import { FLOW_KINDS, type FlowKind } from '../model/design'
import { shapesSvg } from './flow.svg'
import { flowShapes } from './flow-line'
import type { Box } from './geometry'
import { element, textLine } from './markup'
import type { Palette } from './palette'
import { type Font, measure } from './text'

const FONT: Font = { size: 11, weight: 500 }
const SAMPLE = 42
const SAMPLE_GAP = 7
const ITEM_GAP = 18
const PADDING = 12
const ROW = 22

interface Item {
  readonly kind: FlowKind
  readonly x: number
  readonly row: number
}

/** The legend of some kinds of flow, in rows no wider than asked for, its top left corner at 0,0; null without any kind. */
export function legendSvg(
  kinds: ReadonlySet<string>,
  width: number,
  palette: Palette,
): { readonly svg: string; readonly box: Box } | null {
  const present = FLOW_KINDS.filter(kind => kinds.has(kind))
  if (present.length === 0) return null
  const items = inRows(present, Math.max(width, 200) - 2 * PADDING)
  const right = Math.max(0, ...items.map(item => item.x + widthOf(item.kind)))
  const rows = (items.at(-1)?.row ?? 0) + 1
  const box = { x: 0, y: 0, width: Math.ceil(right) + 2 * PADDING, height: rows * ROW + 8 }
  const frame = { x: 0.5, y: 0.5, width: box.width - 1, height: box.height - 1, rx: 7.5 }
  const svg = [
    element('rect', { ...frame, fill: palette['--panel'], stroke: palette['--line'] }),
    ...items.map(item => itemSvg(item, palette)),
  ].join('')
  return { svg, box }
}

function inRows(kinds: readonly FlowKind[], space: number): Item[] {
  const items: Item[] = []
  let [x, row] = [0, 0]
  for (const kind of kinds) {
    if (x > 0 && x + widthOf(kind) > space) [x, row] = [0, row + 1]
    items.push({ kind, x, row })
    x += widthOf(kind) + ITEM_GAP
  }
  return items
}

function widthOf(kind: FlowKind): number {
  return SAMPLE + SAMPLE_GAP + measure(FLOW_NAMES[kind].name, FONT)
}

function itemSvg({ kind, x, row }: Item, palette: Palette): string {
  const left = PADDING + x
  const middle = 4 + row * ROW + ROW / 2
  const line = [
    { x: left, y: middle },
    { x: left + SAMPLE, y: middle },
  ]
  return (
    shapesSvg(flowShapes(line, kind), palette) +
    textLine(FLOW_NAMES[kind].name, left + SAMPLE + SAMPLE_GAP, middle + 4, FONT, palette['--ink-2'])
  )
}
