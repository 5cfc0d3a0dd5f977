import { FLOW_NAMES, refusal } from '../../kinds/flow-kinds'
import { pairKind } from '../../kinds/pair-kind'
import { type Design, type Flow, type FlowKind, type Id, lookUp } from '../../model/design'
import { reconnect, twinOf } from '../../model/flows'
import { reconnecting as say } from '../messages/en'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { commitAndTidy } from './tidying'

/** Which end of a flow is meant. */
export type FlowEnd = 'source' | 'target'

/** Why an end of a flow cannot move to a block, as a sentence; null when it can, or is there already. */
export function whyNotEnd(design: Design, flow: Flow, end: FlowEnd, to: Id): string | null {
  const ends = { ...flow, [end]: to }
  const [source, target] = [lookUp(design.blocks, ends.source), lookUp(design.blocks, ends.target)]
  if (!source || !target) return null
  if (source === target) return say.sameBlock(source.label)
  const reason = refusal(source.kind, target.kind)
  const kind = pairKind(source.kind, target.kind, [flow.kind])
  if (reason !== null || kind === null) return reason
  const twin = twinOf(design, { source: source.id, kind, target: target.id }, flow.id)
  return twin ? say.twin(source.label, nameOf(kind), target.label) : null
}

/** Moves an end of a flow to another block, in its kind where the new pair takes that; a refused pair says why. */
export function moveEnd(session: Session, id: Id, end: FlowEnd, to: Id): void {
  const design = session.design()
  const flow = lookUp(design.flows, id)
  if (!flow || flow[end] === to) return
  const reason = whyNotEnd(design, flow, end, to)
  if (reason !== null) {
    tell(session.editor, { text: reason, severity: 'error' })
    return
  }
  const { source, target }: Flow = { ...flow, [end]: to }
  const [from, into] = [lookUp(design.blocks, source), lookUp(design.blocks, target)]
  const kind = pairKind(from?.kind ?? '', into?.kind ?? '', [flow.kind])
  if (!from || !into || kind === null || !commitAndTidy(session, reconnect(id, { source, target }, kind))) return
  select(session.editor, [], [id])
  announce(session, say.moved(from.label, into.label, nameOf(kind)))
}

function nameOf(kind: Flow['kind']): string {
  return (FLOW_NAMES[kind as FlowKind]?.name ?? kind).toLowerCase()
}
