import { joinRoom } from '../../layout/join-room'
import type { Id } from '../../model/design'
import { joining as say } from '../messages/en'
import { announce } from '../session/announce'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'

/** Moves the selected blocks and rooms into a room, or out of all rooms, to free ground there. One step; they stay selected. */
export function moveSelectionToRoom(session: Session, room: Id | undefined): void {
  const { blocks, groups } = session.editor.getState()
  const joining = joinRoom(session.design(), { blocks, groups }, room)
  if (!joining.ok) {
    tell(session.editor, { text: joining.reason, severity: 'error' })
    return
  }
  if (!session.commit(joining.edit)) return
  session.view.show([...blocks, ...groups])
  announce(session, say.done(joining.edit.label))
}
