import { blockSize } from '../../kinds/index'
import { framed, placeOf, rectOf } from '../../layout/frames'
import { nestingFlaw } from '../../layout/join-room'
import { moveIntoRooms } from '../../layout/owners'
import { boundsOf } from '../../layout/rect'
import { type Axis, align, distribute, type Side, setLocked } from '../../model/arrange'
import { type Design, type Id, lookUp, type Point, type Size } from '../../model/design'
import type { Edit } from '../../model/edit'
import { contentsOf, group, ungroup } from '../../model/groups'
import { arranging as say } from '../messages/en'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import type { Session } from '../session/session'

/** Puts the selected blocks and rooms into a new room around them and asks for its name. */
export function groupSelection(session: Session): void {
  const design = session.design()
  const { blocks, groups } = session.editor.getState()
  // What stands in a selected room goes along with it.
  const inside = contentsOf(design, groups)
  const members = {
    blocks: new Set([...blocks].filter(id => !inside.blocks.has(id))),
    groups: outermost(design, groups),
  }
  const bounds = boundsOf([
    ...[...members.blocks].flatMap(id => rectsOf(design, id)),
    ...[...members.groups].flatMap(id => roomsOf(design, id)),
  ])
  if (!bounds) return
  const reason = nestingFlaw(design, members)
  if (reason) {
    tell(session.editor, { text: reason, severity: 'error' })
    return
  }
  const edit = group(design, members, framed(bounds))
  const [room] = edit.changes
  if (!room || !session.commit(edit)) return
  select(session.editor, [], [], [room.id])
  session.editor.setState({ tab: 'properties', renaming: room.id })
  announce(session, say.inRoom(members.blocks.size + members.groups.size))
}

/** Takes the selected rooms away and selects what they held. */
export function ungroupSelection(session: Session): void {
  const { groups, blocks } = session.editor.getState()
  const edit = ungroup(session.design(), groups)
  if (!session.commit(edit)) return
  const freed = edit.changes.filter(change => change.op === 'set')
  const ids = (table: string) => freed.filter(change => change.table === table).map(change => change.id)
  select(session.editor, [...blocks, ...ids('blocks')], [], ids('groups'))
  announce(session, say.done(edit.label))
}

/** Aligns the selected blocks at a side or a centre line; they join the rooms that they come to lie in. */
export function alignSelection(session: Session, side: Side): void {
  arrange(session, (design, sizes) => align(design, sizes, side))
}

/** Makes the gaps between the selected blocks equal. */
export function distributeSelection(session: Session, axis: Axis): void {
  arrange(session, (design, sizes) => distribute(design, sizes, axis))
}

/** Locks what is selected where it stands, or lets it be moved again. */
export function setSelectionLocked(session: Session, isLocked: boolean): void {
  const { blocks, groups } = session.editor.getState()
  if (!session.commit(setLocked(session.design(), { blocks, groups }, isLocked))) return
  tell(session.editor, {
    text: isLocked ? say.locked : say.unlocked,
  })
}

function arrange(session: Session, verb: (design: Design, sizes: ReadonlyMap<Id, Size>) => Edit): void {
  const design = session.design()
  const sizes = new Map<Id, Size>()
  for (const id of session.editor.getState().blocks) {
    const block = lookUp(design.blocks, id)
    if (block) sizes.set(id, blockSize(block))
  }
  const edit = verb(design, sizes)
  const to = new Map(
    edit.changes.flatMap(change =>
      change.op === 'set' && change.path === 'at' ? [[change.id, change.to as unknown as Point] as const] : [],
    ),
  )
  if (session.commit({ ...moveIntoRooms(design, to), label: edit.label })) announce(session, say.done(edit.label))
}

function outermost(design: Design, groups: ReadonlySet<Id>): Set<Id> {
  return new Set([...groups].filter(id => !groups.has(lookUp(design.groups, id)?.group ?? '')))
}

function rectsOf(design: Design, id: Id) {
  const block = lookUp(design.blocks, id)
  return (block && rectOf(block)) ?? []
}

function roomsOf(design: Design, id: Id) {
  const room = lookUp(design.groups, id)
  return (room && placeOf(room)) ?? []
}
