import { lookUp } from '../../model/design'
import type { EditorState } from '../session/editor-store'
import type { Session } from '../session/session'

/** What the person is about to do, as far as the next keys and gestures depend on it. */
export type Situation =
  | 'nothing'
  | 'block'
  | 'note'
  | 'card'
  | 'room'
  | 'flow'
  | 'several'
  | 'naming'
  | 'naming-note'
  | 'labelling'
  | 'connecting'
  | 'choosing-end'
  | 'dragging'
  | 'hand'
  | 'drawing-room'
  | 'making-space'

const WITH_TOOL = { hand: 'hand', room: 'drawing-room', space: 'making-space' } as const

/** The situation while no gesture goes on: a flow that is drawn without dragging, then typing counts for more than what is selected. */
export function situationOf(
  session: Session,
  { blocks, flows, groups, renaming, connecting, tool }: EditorState,
): Situation {
  if (connecting !== null) return 'choosing-end'
  if (renaming !== null) return typing(session, renaming)
  if (tool !== 'select') return WITH_TOOL[tool]
  const count = blocks.size + flows.size + groups.size
  if (count === 0) return 'nothing'
  if (count > 1) return 'several'
  if (groups.size === 1) return 'room'
  if (flows.size === 1) return 'flow'
  const [id = ''] = blocks
  const kind = lookUp(session.design().blocks, id)?.kind
  return kind === 'note' ? 'note' : kind === 'brief-card' ? 'card' : 'block'
}

function typing(session: Session, id: string): Situation {
  const { blocks, flows } = session.design()
  if (Object.hasOwn(flows, id)) return 'labelling'
  return lookUp(blocks, id)?.kind === 'note' ? 'naming-note' : 'naming'
}
