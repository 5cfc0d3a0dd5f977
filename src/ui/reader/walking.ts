import { detailsOf, nameOf, titleOf } from '../../graph/names'
import type { Stop } from '../../graph/stops'
import { allTowards, connectedTowards, type Side } from '../../graph/towards'
import { stepFrom, type Way } from '../../graph/walk'
import { startTyping } from '../commands/editing'
import { walking as say } from '../messages/en'
import { announce } from '../session/announce'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import { shownAs } from './elements'
import { knownOf } from './known'
import { hasOne, isSelected, selectedStops, selectOnly, selectStops } from './selected'

/** Goes from the focused element to where a key leads. What is selected is let go, the walk begins there. */
export function walk(session: Session, way: Way): void {
  const { focus } = session.editor.getState()
  const next = stepFrom(session.design(), focus, way)
  select(session.editor, [])
  standOn(session, next ?? (way === 'out' ? null : focus))
  if (!next) announce(session, say.ends[way])
  else if (isInside(session, next)) announce(session, nameOf(session.design(), next, knownOf(session, next)))
}

/** Selects the focused element beside what is selected, or takes it out of the selection. */
export function toggleFocused(session: Session): void {
  const { editor } = session
  const { focus, blocks, flows, groups } = editor.getState()
  if (!focus) return
  const sets = { blocks: new Set(blocks), flows: new Set(flows), groups: new Set(groups) }
  if (!sets[focus.table].delete(focus.id)) sets[focus.table].add(focus.id)
  // Said anew with the selection, the focus stays, also where one other element alone is left selected.
  editor.setState({ ...sets, focus: { ...focus } })
  const tell = isSelected(editor.getState(), focus) ? say.selected : say.deselected
  announce(session, tell(titleOf(session.design(), focus)))
}

/**
 * Goes to the element before or after and selects it beside what is selected; where nothing is, also the one that it
 * went from. Space lets go of what was only passed.
 */
export function selectNextToo(session: Session, way: 'up' | 'down'): void {
  const { editor } = session
  const before = editor.getState()
  const next = stepFrom(session.design(), before.focus, way)
  if (!next) {
    announce(session, say.ends[way])
    return
  }
  const selected = selectedStops(before)
  const start = selected.length === 0 && before.focus ? [before.focus] : selected
  selectStops(editor, [...start, next])
  standOn(session, next)
  session.view.show([next.id])
  announce(session, say.selected(titleOf(session.design(), next)))
}

/** Selects the focused element and edits what it is called, in place. */
export function editFocused(session: Session): void {
  const { focus } = session.editor.getState()
  const [only] = selectedStops(session.editor.getState())
  const stop = only ?? focus
  if (!stop) return
  selectOnly(session, stop)
  if (isInside(session, stop)) session.editor.setState({ tab: 'properties', isInspectorFolded: false })
  else startTyping(session, stop.id)
}

/** Reads out all that is known of the focused element, or of the one that is selected. */
export function readDetails(session: Session): void {
  const stop = session.editor.getState().focus ?? selectedStops(session.editor.getState())[0]
  if (!stop) return
  const said = (session.analysis.getState().byId.get(stop.id) ?? []).map(finding => finding.message)
  announce(session, detailsOf(session.design(), stop, knownOf(session, stop), said))
}

/** Selects the connected block that lies in a direction, and says so where there is none. */
export function goTowards(session: Session, side: Side): void {
  const from = hasOne(session.editor.getState()) ?? session.editor.getState().focus
  const id = from && from.table !== 'groups' ? connectedTowards(session.design(), from.id, side) : null
  if (id !== null) selectOnly(session, { table: 'blocks', id })
  else announce(session, from ? say.noneThatWay : say.noSelection)
}

/** Selects all blocks that the selected or focused ones receive from or send to, directly or not, with these. */
export function selectTowards(session: Session, way: 'upstream' | 'downstream'): void {
  const { blocks, focus } = session.editor.getState()
  const start = blocks.size > 0 ? [...blocks] : focus?.table === 'blocks' ? [focus.id] : []
  if (start.length === 0) announce(session, say.selectFirst)
  else select(session.editor, allTowards(session.design(), start, way))
}

/** Whether an element lies in a collapsed room, which has the ring in its place: what has no place of its own is said. */
function isInside(session: Session, stop: Stop): boolean {
  return shownAs(session.design(), stop).id !== stop.id
}

/** Puts the keyboard on an element and brings the canvas, or the outline, to the front of the keys. */
function standOn(session: Session, focus: Stop | null): void {
  session.editor.setState({ focus })
  if (document.activeElement === document.body) session.view.focus()
}
