import { sceneOf } from '../../drawing/scene'
import type { Id, Point } from '../../model/design'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'

/** Selects a room that was pressed, alone or beside what is selected; pressed again beside others it leaves. */
export function chooseRoom(session: Session, id: Id, isAdding: boolean): void {
  const { blocks, flows, groups } = session.editor.getState()
  session.editor.setState({ tab: 'properties', finding: null })
  if (!isAdding) {
    select(session.editor, [], [], [id])
    return
  }
  const next = new Set(groups)
  if (!next.delete(id)) next.add(id)
  select(session.editor, blocks, flows, next)
}

/** After a marquee: rooms that lie in it as a whole are selected, too. Both corners are in canvas pixels. */
export function selectRoomsWithin(session: Session, from: Point, to: Point): void {
  const { blocks, flows } = session.editor.getState()
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  const { rooms, collapsed } = sceneOf(session.design())
  const within = [...rooms, ...collapsed].filter(
    ([, { x, y, width, height }]) => x >= left && y >= top && x + width <= right && y + height <= bottom,
  )
  if (within.length > 0)
    select(
      session.editor,
      blocks,
      flows,
      within.map(([id]) => id),
    )
}
