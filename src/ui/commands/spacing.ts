import { frameOf, rectOf } from '../../layout/frames'
import { boundsOf, onGrid } from '../../layout/rect'
import { type Axis, makeSpace } from '../../layout/space'
import { restack } from '../../layout/stack'
import { lookUp } from '../../model/design'
import { spacing as say } from '../messages/en'
import { announce } from '../session/announce'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'

/** The pitch of columns and rows in a tidy diagram, in pixels (LOOK.md). */
const PITCH: Readonly<Record<Axis, number>> = { x: 200, y: 104 }

/** Moves everything right of or below the selection by a column or row; without one, what lies so from the pointer. */
export function makeSpaceBeside(session: Session, axis: Axis): void {
  const edit = makeSpace(session.design(), axis, lineOf(session, axis), PITCH[axis])
  if (session.commit(edit)) announce(session, say.done(edit.label))
  else tell(session.editor, { text: say.nothingBeside[axis] })
}

/** Brings the selected blocks over what covers them, or sends them under what they cover. */
export function restackSelection(session: Session, way: 'forward' | 'back'): void {
  const edit = restack(session.design(), session.editor.getState().blocks, way)
  if (session.commit(edit)) announce(session, say.done(edit.label))
  else tell(session.editor, { text: say.noOverlap[way] })
}

/** Where what is selected ends; without a selection where the pointer is, or the middle of the view. */
function lineOf(session: Session, axis: Axis): number {
  const design = session.design()
  const { blocks, groups } = session.editor.getState()
  const bounds = boundsOf([
    ...[...blocks].flatMap(id => {
      const block = lookUp(design.blocks, id)
      return (block && rectOf(block)) ?? []
    }),
    ...[...groups].flatMap(id => {
      const room = lookUp(design.groups, id)
      return (room && frameOf(room)) ?? []
    }),
  ])
  if (bounds) return bounds[axis] + (axis === 'x' ? bounds.width : bounds.height)
  return onGrid((session.view.pointer() ?? session.view.centre())[axis])
}
