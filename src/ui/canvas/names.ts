import { cardContent } from '../../kinds/brief'
import { FLOW_NAMES } from '../../kinds/flow-kinds'
import { kindOf } from '../../kinds/index'
import type { Block, Design, Flow, FlowKind } from '../../model/design'

/** Characters that the name of an element has at most: a reader says it in one breath. */
const LIMIT = 250

/** What a screen reader says of a block: name, kind, room, what it receives and sends. Never an id or a coordinate. */
export function blockName(design: Design, block: Block): string {
  const kind =
    block.kind === 'brief-card' ? `${cardContent(block.props.shows)?.name ?? ''} card` : kindOf(block.kind).name
  const room = block.group === undefined ? undefined : design.groups[block.group]?.label
  const parts = [block.label, kind, ...(room ? [`in ${room}`] : [])]
  return cut(parts.filter((part, index) => parts.indexOf(part) === index).join(', '))
}

/** What a screen reader says of a flow: both ends, its kind and label. */
export function flowName(design: Design, flow: Flow): string {
  const from = design.blocks[flow.source]?.label ?? ''
  const to = design.blocks[flow.target]?.label ?? ''
  const kind = FLOW_NAMES[flow.kind as FlowKind]?.name ?? flow.kind
  return cut([`${from} to ${to}`, kind, ...(flow.label ? [flow.label] : [])].join(', '))
}

function cut(text: string): string {
  return text.length > LIMIT ? `${text.slice(0, LIMIT - 1)}…` : text
}
