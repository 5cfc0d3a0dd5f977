import { type Block, type Design, type Flow, type Id, lookUp } from '../model/design'
import type { Change, Edit } from '../model/edit'
import { connect, reconnect, twinOf } from '../model/flows'
import { pairKind, standsInFlows } from './pair-kind'
import { refusal } from './refusal'

/**
 * Puts a block into a flow, as one edit: the flow then ends at the block and a second one goes on to where it ended.
 * The first half stays the record that it was, with its label and properties; both keep the kind where their pair takes
 * it. A half that is drawn already is not drawn twice. A block that is not on the design yet is put there. The edit is
 * empty where `whyNotBetween` has an answer.
 */
export function spliceBlock(design: Design, flowId: Id, block: Block, random?: () => number): Edit {
  const label = `Put “${block.label}” into a flow`
  const flow = lookUp(design.flows, flowId)
  const [source, target] = flow ? [lookUp(design.blocks, flow.source), lookUp(design.blocks, flow.target)] : []
  const first = source && flow ? pairKind(source.kind, block.kind, [flow.kind]) : null
  const second = target && flow ? pairKind(block.kind, target.kind, [flow.kind]) : null
  if (!flow || first === null || second === null || whyNotBetween(design, flowId, block) !== null)
    return { label, changes: [] }
  const isNew = !Object.hasOwn(design.blocks, block.id)
  return {
    label,
    changes: [
      ...(isNew ? [{ op: 'put', table: 'blocks', id: block.id, record: block } as const] : []),
      ...firstHalf(design, flow, block.id, first),
      ...secondHalf(design, flow, block.id, second, random),
    ],
  }
}

/**
 * Why a block cannot be put into a flow, as a sentence; null when it can. An end of the flow, a note and a card of the
 * brief cannot either, without a sentence: nobody means that.
 */
export function whyNotBetween(design: Design, flowId: Id, block: Pick<Block, 'id' | 'kind'>): string | null {
  const flow = lookUp(design.flows, flowId)
  const source = flow && lookUp(design.blocks, flow.source)
  const target = flow && lookUp(design.blocks, flow.target)
  if (!source || !target || source.id === block.id || target.id === block.id) return ''
  if (!standsInFlows(block.kind)) return ''
  return refusal(source.kind, block.kind) ?? refusal(block.kind, target.kind)
}

/** The flow itself, led to the block; where its like is drawn already, it goes. */
function firstHalf(design: Design, flow: Flow, block: Id, kind: Flow['kind']): readonly Change[] {
  if (twinOf(design, { source: flow.source, kind, target: block })) return [{ op: 'cut', table: 'flows', id: flow.id }]
  return reconnect(flow.id, { source: flow.source, target: block }, kind).changes
}

/** What is joined as of an earlier time is joined at the end of the flow. */
function secondHalf(
  design: Design,
  flow: Flow,
  block: Id,
  kind: Flow['kind'],
  random?: () => number,
): readonly Change[] {
  if (twinOf(design, { source: block, kind, target: flow.target })) return []
  const lagged = flow.props?.lagged
  const props = lagged === undefined ? {} : { props: { lagged } }
  return connect(design, { source: block, target: flow.target, kind, ...props }, random).changes
}
