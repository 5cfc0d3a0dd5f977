import { allowedKinds, FLOW_NAMES } from '../../kinds/flow-kinds'
import { FLOW_KINDS, type Flow, type FlowKind, type Id, lookUp } from '../../model/design'
import { reconnect, setFlowKind, twinOf } from '../../model/flows'
import { changingKinds as say } from '../messages/en'
import { announce } from '../session/announce'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { onlyBlock, onlyFlow } from './conditions'
import { commitAndTidy } from './tidying'

/** Whether what is selected has a kind to change: one flow, or one block that is no card of the brief. */
export function canChangeKind(session: Session): boolean {
  const id = onlyBlock(session)
  const block = id === null ? undefined : lookUp(session.design().blocks, id)
  return block ? block.kind !== 'brief-card' : onlyFlow(session) !== null
}

/** Offers the kinds that the selected block can have; the selected flow gets the next kind that its pair takes. */
export function changeKind(session: Session): void {
  const flow = onlyFlow(session)
  if (flow === null) session.editor.setState({ dialog: 'kinds' })
  else cycleFlowKind(session, flow)
}

/** The kinds that a flow may have between its blocks, in the order of the legend, without those of its twins. */
export function kindsForFlow(session: Session, id: Id): FlowKind[] {
  const { blocks, flows } = session.design()
  const flow = lookUp(flows, id)
  const source = flow && lookUp(blocks, flow.source)
  const target = flow && lookUp(blocks, flow.target)
  if (!flow || !source || !target) return []
  const allowed = allowedKinds(source.kind, target.kind)
  return FLOW_KINDS.filter(
    kind => kind === flow.kind || (allowed.includes(kind) && !twinOf(session.design(), { ...flow, kind }, flow.id)),
  )
}

/** Gives a flow another kind and says which. */
export function chooseFlowKind(session: Session, id: Id, kind: FlowKind): void {
  // Presses that follow each other pass kinds that nobody wants: together they are one step.
  if (session.commit(setFlowKind(id, kind), { merge: `kind-${id}` })) announce(session, `${FLOW_NAMES[kind].name}.`)
}

function cycleFlowKind(session: Session, id: Id): void {
  const kinds = kindsForFlow(session, id)
  const now = lookUp(session.design().flows, id)?.kind
  const next = kinds[(kinds.indexOf(now as FlowKind) + 1) % kinds.length]
  if (next && next !== now) chooseFlowKind(session, id, next)
  else tell(session.editor, { text: say.noOther })
}

/** Whether one flow is selected that may also run the other way. */
export function canTurnRound(session: Session): boolean {
  return turned(session) !== null
}

/** Lets the selected flow run the other way, in its kind where the pair takes that, else in the first that it takes. */
export function turnFlowRound(session: Session): void {
  const back = turned(session)
  if (!back) return
  const { flow, kind } = back
  const edit = reconnect(flow.id, { source: flow.target, target: flow.source }, kind)
  if (commitAndTidy(session, { ...edit, label: say.turnEdit })) announce(session, say.turned)
}

/** The selected flow and the kind that it would have the other way round; null when no kind may run that way. */
function turned(session: Session): { readonly flow: Flow; readonly kind: Flow['kind'] } | null {
  const { blocks, flows } = session.design()
  const flow = lookUp(flows, onlyFlow(session) ?? '')
  const source = flow && lookUp(blocks, flow.source)
  const target = flow && lookUp(blocks, flow.target)
  if (!flow || !source || !target) return null
  const back = allowedKinds(target.kind, source.kind)
  const kind = back.includes(flow.kind as FlowKind) ? flow.kind : back[0]
  return kind === undefined ? null : { flow, kind }
}
