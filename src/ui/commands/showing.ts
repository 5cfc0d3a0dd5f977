import { bundlesOf } from '../../drawing/bundles'
import { sceneOf } from '../../drawing/scene'
import { type Id, lookUp } from '../../model/design'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'

/** From this zoom a whole card can be read, flow labels too (LOOK.md, zoom levels). */
const READABLE = 0.75

/** Selects a block, or the collapsed room that hides it, and brings it into view, close enough to be read. */
export function showBlock(session: Session, id: Id): void {
  const room = sceneOf(session.design()).hiddenBy(id)
  if (room !== undefined) {
    void import('./closing').then(({ showHidden }) => showHidden(session, id, room))
    return
  }
  select(session.editor, [id])
  session.view.show([id], READABLE)
}

/** Selects a flow and brings the middle of its line into view, close enough to read its label. */
export function showFlow(session: Session, id: Id): void {
  const design = session.design()
  const { source = id, target = id } = lookUp(design.flows, id) ?? {}
  const { hiddenBy } = sceneOf(design)
  if (hiddenBy(source) !== undefined && hiddenBy(source) === hiddenBy(target)) {
    showBlock(session, source)
    return
  }
  const line = [...bundlesOf(design, sceneOf(design)).values()].find(flows => flows.some(flow => flow.id === id))
  if (line) {
    select(
      session.editor,
      [],
      line.map(flow => flow.id),
    )
    session.view.show([line[0]?.id ?? id], READABLE)
    return
  }
  select(session.editor, [], [id])
  session.view.show([id], READABLE)
}
