import { bundlesOf } from '../../drawing/bundles'
import { sceneOf } from '../../drawing/scene'
import type { Id, Point } from '../../model/design'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import { hasSelection } from './conditions'

/** What lies under the pointer; a block before the room that it stands in. */
export interface Under {
  readonly block?: Id | undefined
  readonly flow?: Id | undefined
  readonly room?: Id | undefined
}

/**
 * Opens the menu of the canvas at a place of the window, for what lies there: a block, flow or room that is not
 * selected yet is selected first, empty canvas clears the selection.
 */
export function openMenuAt(session: Session, at: Point, { block, flow, room }: Under): void {
  const { blocks, flows, groups } = session.editor.getState()
  if (block !== undefined) {
    if (!blocks.has(block)) select(session.editor, [block])
  } else if (flow !== undefined) {
    if (!flows.has(flow)) select(session.editor, [], alongLine(session, flow))
  } else if (room !== undefined) {
    if (!groups.has(room)) select(session.editor, [], [], [room])
  } else select(session.editor, [])
  session.editor.setState({ menu: at, addAt: session.view.dropPoint(at.x, at.y), finding: null })
}

/** The flows whose line that of a flow is: several where it ends at a collapsed room. */
function alongLine(session: Session, id: Id): Id[] {
  const bundle = bundlesOf(session.design(), sceneOf(session.design())).get(id)
  return bundle ? bundle.map(flow => flow.id) : [id]
}

/**
 * Opens the menu beside what is selected, else beside what the keyboard stands on, which is selected then, else in the
 * middle of the canvas.
 */
export function openMenu(session: Session): void {
  if (isFocusedAlone(session)) selectFocused(session)
  const chosen = firstSelected(session)
  const line = document.querySelector('[data-outline-keys] [data-active="true"]')
  const box = (line ?? document.querySelector(`[data-canvas] ${chosen}`.trim()))?.getBoundingClientRect()
  if (!box) return
  const isWhole = chosen === '' && !line
  session.editor.setState({
    menu: { x: box.left + (isWhole ? box.width / 2 : 12), y: isWhole ? box.top + box.height / 2 : box.bottom + 2 },
    addAt: null,
    finding: null,
  })
}

/** Whether the keyboard stands on something while nothing is selected. */
function isFocusedAlone(session: Session): boolean {
  return session.editor.getState().focus !== null && !hasSelection(session)
}

function selectFocused({ editor }: Session): void {
  const { focus } = editor.getState()
  const ids = (table: string) => (focus?.table === table ? [focus.id] : [])
  select(editor, ids('blocks'), ids('flows'), ids('groups'))
}

/** A selector for the first block, flow or room that is selected; empty when none is. */
function firstSelected({ editor }: Session): string {
  const { blocks, flows, groups } = editor.getState()
  for (const [name, ids] of [
    ['block', blocks],
    ['flow', flows],
    ['group', groups],
  ] as const)
    for (const id of ids) return `[data-${name}="${CSS.escape(id)}"]`
  return ''
}
