import { frameOf } from '../../layout/frames'
import { resizedTo } from '../../layout/resize'
import { type Id, lookUp } from '../../model/design'
import type { Frame } from '../../model/groups'
import type { Session } from '../session/session'
import { moveByHand, moveRoomsByHand } from './editing'
import { snapped } from './grid'

/** One number of a place. */
export type Measure = keyof Frame

/** Puts a block, note or room where the numbers say, on the grid, and gives a note or an open room that size. One step. */
export function place(session: Session, id: Id, to: Frame): void {
  const design = session.design()
  const room = lookUp(design.groups, id)
  const before = room ? frameOf(room) : undefined
  const note = lookUp(design.blocks, id)
  if (room && before) {
    const isMoved = to.x !== before.x || to.y !== before.y
    if (isMoved) moveRoomsByHand(session, [id], snapped({ x: to.x - before.x, y: to.y - before.y }), [])
    else resize(session, id, to)
  } else if (note?.at && (to.x !== note.at.x || to.y !== note.at.y)) moveByHand(session, new Map([[id, snapped(to)]]))
  else resize(session, id, to)
}

function resize(session: Session, id: Id, to: Frame): void {
  const edit = resizedTo(session.design(), id, to)
  if (edit) session.commit(edit)
}
