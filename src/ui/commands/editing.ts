import { sceneOf } from '../../drawing/scene'
import { cardContent } from '../../kinds/brief'
import { FLOW_NAMES, plainFlowKind, refusal } from '../../kinds/flow-kinds'
import { moveIntoRooms, moveRoomsIntoRooms } from '../../layout/owners'
import { renameBlock } from '../../model/blocks'
import { type Id, lookUp, type Point } from '../../model/design'
import type { Edit } from '../../model/edit'
import { connect, labelFlow, twinOf } from '../../model/flows'
import { renameGroup } from '../../model/groups'
import { editing as say } from '../messages/en'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import { preferences } from '../session/preferences'
import type { Session } from '../session/session'
import { commitAndTidy } from './tidying'

/** Takes the person's last edit back and says which. */
export function undo(session: Session): void {
  const { undoLabel } = session.document.getState()
  if (session.document.undo() && undoLabel) announce(session, say.undone(undoLabel))
}

/** Does again what Undo took back and says what. */
export function redo(session: Session): void {
  const { redoLabel } = session.document.getState()
  if (session.document.redo() && redoLabel) announce(session, say.redone(redoLabel))
}

/** Selects all blocks, flows and rooms that are in sight. */
export function selectAll(session: Session): void {
  const { blocks, flows, groups } = session.design()
  const { hiddenBy } = sceneOf(session.design())
  const inSight = (id: Id) => hiddenBy(id) === undefined
  const seen = Object.values(flows).filter(flow => inSight(flow.source) || inSight(flow.target))
  select(
    session.editor,
    Object.keys(blocks).filter(inSight),
    seen.map(flow => flow.id),
    Object.keys(groups).filter(inSight),
  )
}

/**
 * Draws a flow from one block to another in the kind that the pair takes by default. A pair that no kind of flow may
 * join is refused with the reason.
 */
export function connectBlocks(session: Session, source: Id, target: Id): void {
  const design = session.design()
  const from = lookUp(design.blocks, source)
  const to = lookUp(design.blocks, target)
  if (!from || !to || source === target) return
  const reason = refusal(from.kind, to.kind)
  if (reason) {
    tell(session.editor, { text: reason, severity: 'error' })
    return
  }
  const kind = plainFlowKind(from.kind, to.kind)
  if (!kind) return
  const twin = twinOf(design, { source, kind, target })
  if (twin) {
    select(session.editor, [], [twin.id])
    tell(session.editor, {
      text: say.twin(from.label, FLOW_NAMES[kind].name.toLowerCase(), to.label),
    })
    return
  }
  const edit = connect(design, { source, target, kind })
  if (!commitAndTidy(session, edit)) return
  const id = edit.changes[0]?.id
  select(session.editor, [], id ? [id] : [])
  session.editor.setState({ tab: 'properties' })
  announce(session, say.connected(from.label, to.label, FLOW_NAMES[kind].name))
}

/** Puts blocks where the person placed them: into the rooms that lie there, as one step. */
export function moveByHand(session: Session, to: ReadonlyMap<Id, Point>): void {
  commitByHand(session, moveIntoRooms(session.design(), to))
}

/** Moves rooms with all they hold, and blocks beside them, by so many pixels, as one step. */
export function moveRoomsByHand(session: Session, rooms: Iterable<Id>, by: Point, blocks: Iterable<Id>): void {
  commitByHand(session, moveRoomsIntoRooms(session.design(), rooms, by, blocks))
}

/** While the design tidies itself, that switch goes off: the hand decides. */
function commitByHand(session: Session, edit: Edit): void {
  if (!session.commit(edit)) return
  if (!session.editor.getState().isAutoTidy) return
  setAutoTidy(session, false)
  tell(session.editor, {
    text: say.autoTidyOff,
    action: {
      name: say.undo,
      run: () => {
        undo(session)
        setAutoTidy(session, true)
      },
    },
  })
}

/** Moves the selected blocks and rooms by the arrow keys; presses that follow each other are one undo step. */
export function nudge(session: Session, dx: number, dy: number): void {
  const design = session.design()
  const { blocks, groups } = session.editor.getState()
  const merge = `nudge-${[...groups, ...blocks].join(' ')}`
  if (groups.size > 0) {
    session.commit(moveRoomsIntoRooms(design, groups, { x: dx, y: dy }, blocks), { merge })
    return
  }
  const to = new Map<Id, Point>()
  for (const id of blocks) {
    const at = lookUp(design.blocks, id)?.at
    if (at) to.set(id, { x: at.x + dx, y: at.y + dy })
  }
  if (to.size > 0) session.commit(moveIntoRooms(design, to), { merge })
}

/**
 * Gives a block or room the name that was typed, or a flow its label. An empty name leaves a block or room as it was and
 * takes the label of a flow away; `null` gives the typing up.
 */
export function rename(session: Session, id: Id, text: string | null): void {
  const design = session.design()
  session.editor.setState({ renaming: null })
  if (text === null) return
  const name = text.trim()
  const flow = lookUp(design.flows, id)
  if (flow && name !== (flow.label ?? '')) session.commit(labelFlow(id, name))
  if (flow || name === '') return
  const isNote = lookUp(design.blocks, id)?.kind === 'note'
  const edit = Object.hasOwn(design.groups, id) ? renameGroup(design, id, name) : renameBlock(design, id, name)
  if (session.commit(isNote ? { ...edit, label: say.noteEdit } : edit)) announce(session, say.renamed(name))
}

/** Starts typing on the canvas: the name of a block or room, the label of a flow, the text of a note. A card of the brief opens its fields. */
export function startTyping(session: Session, id: Id): void {
  const block = lookUp(session.design().blocks, id)
  const [field] = block?.kind === 'brief-card' ? (cardContent(block.props.shows)?.fields ?? []) : []
  if (block && field) {
    select(session.editor, [id])
    session.editor.setState({ tab: 'properties', isInspectorFolded: false, field: `brief.${field}` })
  } else session.editor.setState({ renaming: id })
}

/** Switches laying out after each edit on or off, remembered for this design on this device. */
export function setAutoTidy(session: Session, isOn: boolean): void {
  session.editor.setState({ isAutoTidy: isOn })
  preferences.set('autoTidy', { ...preferences.get('autoTidy'), [session.id]: isOn })
}
