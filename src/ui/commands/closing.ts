import { sceneOf } from '../../drawing/scene'
import { collapseRooms, openRooms } from '../../layout/collapse'
import { type Id, lookUp } from '../../model/design'
import { closing as say } from '../messages/en'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { undo } from './editing'
import { showBlock } from './showing'

/** Collapses the rooms, or opens them when all of them are collapsed. One undo step; they are selected afterwards. */
export function toggleRooms(session: Session, ids: Iterable<Id>): void {
  if (session.document.getState().readOnly) return
  const rooms = [...ids]
  const isClosed = rooms.every(id => lookUp(session.design().groups, id)?.collapsed)
  if (isClosed) {
    if (open(session, rooms)) select(session.editor, [], [], rooms)
    return
  }
  const edit = collapseRooms(session.design(), rooms)
  if (!session.commit(edit)) return
  select(session.editor, [], [], rooms)
  announce(session, say.collapsed(edit.label))
}

/** Collapses all rooms but those within others, or opens every room when there is none left to collapse. */
export function toggleAllRooms(session: Session): void {
  const groups = Object.values(session.design().groups)
  const rooms = groups.filter(group => group.group === undefined && !group.collapsed).map(group => group.id)
  toggleRooms(session, rooms.length > 0 ? rooms : groups.filter(group => group.collapsed).map(group => group.id))
}

/** Opens the rooms that hide these blocks, so that they can be seen and changed. Says why where that cannot be. */
export function openAround(session: Session, ids: Iterable<Id>): boolean {
  for (;;) {
    const { hiddenBy } = sceneOf(session.design())
    const rooms = new Set([...ids].flatMap(id => hiddenBy(id) ?? []))
    if (rooms.size === 0) return true
    if (session.document.getState().readOnly || !open(session, [...rooms])) return false
  }
}

/** Selects and shows the room that hides a block, and offers to open it: looking for something never changes the design. */
export function showHidden(session: Session, id: Id, room: Id): void {
  const { blocks, groups } = session.design()
  select(session.editor, [], [], [room])
  session.view.show([room], READABLE)
  const [name, place] = [lookUp(blocks, id)?.label ?? '', lookUp(groups, room)?.label ?? '']
  const openIt = () => openAround(session, [id]) && showBlock(session, id)
  tell(session.editor, {
    text: say.hidden(name, place),
    ...(session.document.getState().readOnly ? {} : { action: { name: say.open, run: openIt } }),
  })
}

/** From this zoom a whole card can be read (LOOK.md, zoom levels). */
const READABLE = 0.75

/** Opens rooms, as one step, or says why not. */
function open(session: Session, ids: readonly Id[]): boolean {
  const opening = openRooms(session.design(), ids)
  if (!opening.ok) {
    tell(session.editor, { text: opening.reason, severity: 'error' })
    return false
  }
  const { edit } = opening
  if (!session.commit(edit)) return false
  const moved = edit.changes.some(change => change.table === 'blocks')
  if (moved)
    tell(session.editor, {
      text: say.movedAside,
      action: { name: say.undo, run: () => undo(session) },
    })
  else announce(session, say.opened(edit.label))
  return true
}
