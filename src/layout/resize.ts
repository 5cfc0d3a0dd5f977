import { blockSize } from '../kinds'
import { resizeNote } from '../model/arrange'
import { type Design, type Id, lookUp, type Size } from '../model/design'
import { applyEdit, type Edit } from '../model/edit'
import { type Frame, resizeGroup, setOwner } from '../model/groups'
import { isSame } from '../model/same'
import { frameOf, frames } from './frames'
import { ownersOf } from './owners'
import { union } from './rect'

/** A note and a room are at least so large, in canvas pixels: a note shows a word, a room its name. */
export const LEAST_NOTE: Size = { width: 64, height: 32 }
export const LEAST_ROOM: Size = { width: 80, height: 48 }

/** Gives a room another frame. It never gets too small for what it holds, and blocks that lie in it now join it. */
export function resizeRoom(design: Design, id: Id, frame: Frame): Edit {
  const resize = resizeGroup(design, id, aroundMembers(design, id, frame))
  const after = applyEdit(design, resize)
  const outer = lookUp(design.groups, id)?.group
  const near = Object.values(after.blocks).filter(block => block.group === outer)
  const joined = [
    ...ownersOf(
      after,
      near.map(block => block.id),
    ),
  ].filter(([, owner]) => owner === id)
  return { ...resize, changes: [...resize.changes, ...setOwner(after, new Map(joined)).changes] }
}

/** The frame, as large as the members of the room need it at least. */
export function aroundMembers(design: Design, id: Id, frame: Frame): Frame {
  const tight = frames(design, [id]).get(id)
  return tight ? union(tight, frame) : frame
}

/** Makes a room or a note so many pixels wider and taller by its right and lower edge; null where there is no such thing. */
export function resizedBy(design: Design, id: Id, { width, height }: Size): Edit | null {
  const now = frameToResize(design, id)
  return now && resizedTo(design, id, { ...now, width: now.width + width, height: now.height + height })
}

/** Gives a room or a note that frame, no smaller than it may be; null where there is no such thing. */
export function resizedTo(design: Design, id: Id, frame: Frame): Edit | null {
  const now = frameToResize(design, id)
  if (!now) return null
  const isRoom = Object.hasOwn(design.groups, id)
  const least = isRoom ? LEAST_ROOM : LEAST_NOTE
  const wanted = {
    ...frame,
    width: Math.max(least.width, frame.width),
    height: Math.max(least.height, frame.height),
  }
  const edit = isRoom ? resizeRoom(design, id, wanted) : resizeNote(design, id, wanted)
  const after = frameToResize(applyEdit(design, edit), id)
  return isSame(now, after) ? { ...edit, changes: [] } : edit
}

function frameToResize(design: Design, id: Id): Frame | null {
  const room = lookUp(design.groups, id)
  if (room) return frameOf(room)
  const note = lookUp(design.blocks, id)
  return note?.kind === 'note' && note.at ? { ...note.at, ...blockSize(note) } : null
}
