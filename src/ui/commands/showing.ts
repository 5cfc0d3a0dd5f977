import type { Id } from '../../model/design'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'

/** From this zoom a whole card can be read, flow labels too (LOOK.md, zoom levels). */
const READABLE = 0.75

/** Selects a block and brings it into view, close enough to be read. */
export function showBlock(session: Session, id: Id): void {
  select(session.editor, [id])
  session.view.show([id], READABLE)
}

/** Selects a flow and brings the middle of its line into view, close enough to read its label. */
export function showFlow(session: Session, id: Id): void {
  select(session.editor, [], [id])
  session.view.show([id], READABLE)
}
