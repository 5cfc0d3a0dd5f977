import { resizedBy } from '../../layout/resize'
import { lookUp, type Size } from '../../model/design'
import { resizing as say } from '../messages/en'
import { announce } from '../session/announce'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { resizable } from './conditions'

/** Makes the selected room or note larger or smaller by so many pixels; presses that follow each other are one step. */
export function resizeBy(session: Session, by: Size): void {
  const id = resizable(session)
  const design = session.design()
  const room = id === null ? undefined : lookUp(design.groups, id)
  const one = room ?? (id === null ? undefined : lookUp(design.blocks, id))
  if (id === null || !one) return
  if (one.locked || room?.collapsed) {
    tell(session.editor, { text: one.locked ? say.locked : say.collapsed })
    return
  }
  const edit = resizedBy(design, id, by)
  const key = `resize-${id}`
  const isChanged = edit !== null && session.commit(edit, { merge: key })
  const after = room ? lookUp(session.design().groups, id)?.size : lookUp(session.design().blocks, id)?.size
  if (isChanged && after) announce(session, say.size(after.width, after.height))
}
