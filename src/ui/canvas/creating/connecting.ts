import { plainFlowKind, refusal } from '../../../kinds/flow-kinds'
import { type Design, type Id, lookUp, type Point } from '../../../model/design'
import { connect } from '../../../model/flows'
import { connectBlocks } from '../../commands/editing'
import { connectSpeech as say } from '../../messages/en'
import { announce } from '../../session/announce'
import { type Connecting, select, tell } from '../../session/editor-store'
import type { Session } from '../../session/session'
import { targetsOf } from './targets'

/** Starts drawing a flow from a block, without dragging. */
export function startFrom(session: Session, from: Id): void {
  session.editor.setState({ connecting: { from, over: null, isReversed: false, isKept: false }, finding: null })
}

/** Gives up the flow that is being drawn. */
export function stopConnecting(session: Session): void {
  session.editor.setState({ connecting: null, ghost: null })
  announce(session, say.nothing)
}

/** Changes what is being drawn; nothing while none is. */
export function changeConnecting(session: Session, change: Partial<Connecting>): void {
  const { connecting } = session.editor.getState()
  if (connecting) session.editor.setState({ connecting: { ...connecting, ...change } })
}

/** Points at a block: the flow to it is shown as it would be, or nothing where it is refused. */
export function pointAt(session: Session, over: Id | null): void {
  const { connecting } = session.editor.getState()
  if (!connecting || connecting.over === over) return
  changeConnecting(session, { over })
  const ends = endsOf(connecting, over)
  const kind = ends && kindBetween(session.design(), ends)
  session.editor.setState({ ghost: ends && kind ? connect(session.design(), { ...ends, kind }) : null })
}

/** Takes the block that is pointed at: as the first end, or as the second, which draws the flow. */
export function take(session: Session, id: Id): void {
  const { connecting } = session.editor.getState()
  if (!connecting) return
  if (connecting.from === null) {
    select(session.editor, [id])
    session.editor.setState({ connecting: { ...connecting, from: id, over: null }, ghost: null })
    return
  }
  const ends = endsOf(connecting, id)
  if (!ends) return
  const design = session.design()
  const reason = refusal(lookUp(design.blocks, ends.source)?.kind ?? '', lookUp(design.blocks, ends.target)?.kind ?? '')
  if (reason) {
    tell(session.editor, { text: reason, severity: 'error' })
    return
  }
  session.editor.setState({
    ghost: null,
    connecting: connecting.isKept ? { ...connecting, from: null, over: null } : null,
  })
  connectBlocks(session, ends.source, ends.target)
}

/** Offers the blocks that may stand at the other end, at a point of the canvas. */
export function offerAt(session: Session, at: Point | null): void {
  const { connecting } = session.editor.getState()
  if (!connecting?.from || !at) {
    stopConnecting(session)
    return
  }
  const way = connecting.isReversed ? 'before' : 'after'
  session.editor.setState({
    connecting: null,
    ghost: null,
    dialog: 'add',
    addAt: at,
    addTo: { from: connecting.from, way },
  })
}

/** Lets the flow run the other way. */
export function turnConnecting(session: Session): void {
  const { connecting } = session.editor.getState()
  if (connecting)
    session.editor.setState({
      connecting: { ...connecting, isReversed: !connecting.isReversed, over: null },
      ghost: null,
    })
}

/** What is going on, in a sentence: “Connect Ranker to …: arrows choose, Enter connects.” */
export function connectingSentence(design: Design, { from, over, isReversed }: Connecting): string {
  const name = (id: Id) => lookUp(design.blocks, id)?.label ?? ''
  if (from === null && over === null) return say.choose
  if (from === null) return name(over ?? '')
  const targets = targetsOf(design, from, isReversed)
  const other = over === null ? say.open : name(over)
  const [start, end] = isReversed ? [other, name(from)] : [name(from), other]
  return over === null
    ? say.start(start, end, targets.length > 0)
    : say.at(name(over), targets.indexOf(over) + 1, targets.length, start, end)
}

interface Ends {
  readonly source: Id
  readonly target: Id
}

function endsOf({ from, isReversed }: Connecting, other: Id | null): Ends | null {
  if (from === null || other === null || from === other) return null
  return isReversed ? { source: other, target: from } : { source: from, target: other }
}

function kindBetween({ blocks }: Design, { source, target }: Ends) {
  const [from, to] = [lookUp(blocks, source), lookUp(blocks, target)]
  return from && to ? plainFlowKind(from.kind, to.kind) : null
}
