import { framed, rectOf } from '../../layout/frames'
import { type Rect, union } from '../../layout/rect'
import { type Design, type Id, lookUp } from '../../model/design'
import type { Edit } from '../../model/edit'
import { group } from '../../model/groups'
import { tools as say } from '../messages/en'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import { preferences } from '../session/preferences'
import type { Session } from '../session/session'
import { groupSelection } from './arranging'
import { hasSelectedBlocksOrRooms } from './conditions'

/** A room is at least so large, in pixels: it shows its name. */
const LEAST = { width: 80, height: 48 }

/** Puts a room around what is selected; without a selection the next drag draws one. */
export function roomByHand(session: Session): void {
  if (hasSelectedBlocksOrRooms(session)) groupSelection(session)
  else session.editor.setState({ tool: 'room' })
}

/** Switches the guides of drags on or off, remembered in this browser. */
export function toggleGuides(session: Session): void {
  const isOn = !preferences.get('guides')
  preferences.set('guides', isOn)
  tell(session.editor, {
    text: isOn ? say.guidesOn : say.guidesOff,
  })
}

/**
 * Makes a room of a frame that was drawn. Blocks whose middle lies in it and that share a room, or stand in none, join
 * it, and it holds them as a whole. Its name is asked for. A frame too small for a name is none.
 */
export function drawRoom(session: Session, frame: Rect): void {
  session.editor.setState({ tool: 'select' })
  if (frame.width < LEAST.width || frame.height < LEAST.height) return
  const edit = roomAround(session.design(), frame)
  const [room] = edit.changes
  if (!room || !session.commit(edit)) return
  select(session.editor, [], [], [room.id])
  session.editor.setState({ tab: 'properties', renaming: room.id })
  announce(session, say.roomAdded)
}

function roomAround(design: Design, frame: Rect): Edit {
  const inside = Object.values(design.blocks).flatMap(block => {
    const rect = rectOf(block)
    return rect && holdsMiddle(frame, rect) ? [{ id: block.id, owner: block.group, rect }] : []
  })
  const owner = mostOf(inside.map(each => each.owner))
  // Rooms do not nest more than once.
  const isDeep = owner !== undefined && lookUp(design.groups, owner)?.group !== undefined
  const members = isDeep ? [] : inside.filter(each => each.owner === owner)
  const whole = members.reduce((sum, { rect }) => union(sum, framed(rect)), frame)
  const edit = group(design, { blocks: new Set(members.map(({ id }) => id)), groups: new Set() }, whole)
  return { ...edit, label: say.roomEdit }
}

function holdsMiddle(frame: Rect, { x, y, width, height }: Rect): boolean {
  const [centreX, centreY] = [x + width / 2, y + height / 2]
  return (
    centreX >= frame.x && centreX <= frame.x + frame.width && centreY >= frame.y && centreY <= frame.y + frame.height
  )
}

/** What most of them are. */
function mostOf(owners: readonly (Id | undefined)[]): Id | undefined {
  const count = (owner: Id | undefined) => owners.filter(one => one === owner).length
  return [...new Set(owners)].sort((a, b) => count(b) - count(a))[0]
}
