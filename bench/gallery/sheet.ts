import { draw } from '../../src/drawing/draw'
import { escapeXml } from '../../src/drawing/markup'
import type { Placement } from '../../src/layout/placement'
import { score } from '../../src/layout/score'
import type { Design } from '../../src/model/design'
import type { Row } from './ruler'

/** One drawing on the sheet. */
export interface Picture {
  readonly design: string
  readonly engine: string
  readonly figures: string
  readonly svg: string
}

/** The drawing of a design as one engine placed it, with its figures in a line. */
export function pictureOf(design: Design, placement: Placement, name: string, engine: string, row: Row): Picture {
  const { crossings, bends, line, aspect, straight, flows, backward, ms } = row
  const figures = [
    `score ${score(row).toFixed(1)}`,
    `${crossings} crossings`,
    `${bends} bends`,
    `${(line / 1000).toFixed(1)} k px`,
    `aspect ${aspect.toFixed(2)}`,
    `${straight}/${flows} straight`,
    `${backward} backward`,
    `${ms.toFixed(0)} ms`,
  ]
  const { svg } = draw(placed(design, placement), { theme: 'light', title: `${name}, ${engine}` })
  return { design: name, engine, figures: figures.join(' · '), svg }
}

function placed(design: Design, { at, bends, frames }: Placement): Design {
  const blocks = Object.values(design.blocks).flatMap(({ at: _, ...block }) => {
    const place = at.get(block.id)
    return place ? [[block.id, { ...block, at: place }] as const] : []
  })
  const flows = Object.values(design.flows).map(({ bends: _, ...flow }) => {
    const line = bends.get(flow.id)
    return [flow.id, line ? { ...flow, bends: line } : flow] as const
  })
  const groups = Object.values(design.groups).flatMap(({ at: _, size: __, ...group }) => {
    const frame = frames.get(group.id)
    if (!frame) return []
    const { x, y, width, height } = frame
    return [[group.id, { ...group, at: { x, y }, size: { width, height } }] as const]
  })
  const left = { groups: Object.fromEntries(groups), flows: Object.fromEntries(flows) }
  return { ...design, ...left, blocks: Object.fromEntries(blocks) }
}

/** A page with all pictures: a row a design, a column an engine. */
export function sheet(pictures: readonly Picture[]): string {
  const names = [...new Set(pictures.map(picture => picture.design))]
  const rows = names.map(name => {
    const cells = pictures.filter(picture => picture.design === name).map(cell)
    return `<h2>${escapeXml(name)}</h2><div class="row">${cells.join('')}</div>`
  })
  return `<!doctype html><meta charset="utf-8"><title>Layouts</title><style>${STYLE}</style>${rows.join('\n')}\n`
}

const STYLE =
  'body{font:13px Inter,system-ui,sans-serif;margin:24px}.row{display:flex;gap:16px;overflow-x:auto}' +
  'figure{margin:0;flex:none;width:680px}figure svg{width:100%;height:auto;border:1px solid #ddd;border-radius:8px}'

function cell({ engine, figures, svg }: Picture): string {
  return `<figure>${svg}<figcaption><b>${escapeXml(engine)}</b> ${escapeXml(figures)}</figcaption></figure>`
}
