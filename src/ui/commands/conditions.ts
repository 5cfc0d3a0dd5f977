import { type Id, lookUp } from '../../model/design'
import type { Session } from '../session/session'

/** Whether anything is selected. */
export function hasSelection({ editor }: Session): boolean {
  const { blocks, flows, groups } = editor.getState()
  return blocks.size + flows.size + groups.size > 0
}

/** Whether a block is selected. */
export function hasSelectedBlocks({ editor }: Session): boolean {
  return editor.getState().blocks.size > 0
}

/** Whether anything stands on the design. */
export function hasBlocks(session: Session): boolean {
  return Object.keys(session.design().blocks).length > 0
}

/** Whether the person may change the design. */
export function canEdit({ document, editor }: Session): boolean {
  return !document.getState().readOnly && editor.getState().stage === null
}

/** Whether the design began as a copy of a case study. */
export function isCaseCopy({ opened }: Session): boolean {
  return opened.caseId !== null
}

/** The one flow that is selected while nothing else is, or null. */
export function onlyFlow({ editor }: Session): Id | null {
  const { blocks, flows, groups } = editor.getState()
  const [only] = flows
  return flows.size === 1 && blocks.size + groups.size === 0 ? (only ?? null) : null
}

/** Whether a block or room is selected: what can be copied, moved and locked. */
export function hasSelectedBlocksOrRooms({ editor }: Session): boolean {
  return editor.getState().blocks.size + editor.getState().groups.size > 0
}

/** The one block, room or flow whose name or label can be typed, or null; a block counts for more than flows beside it. */
export function onlyNamed(session: Session): Id | null {
  const { blocks, groups } = session.editor.getState()
  const [only] = [...blocks, ...groups]
  return blocks.size + groups.size === 1 ? (only ?? null) : onlyFlow(session)
}

/** The one room or note that is selected and nothing beside it, or null: what has a size of its own. */
export function resizable(session: Session): Id | null {
  const id = onlyNamed(session)
  const block = id === null ? undefined : lookUp(session.design().blocks, id)
  return block && block.kind !== 'note' ? null : id
}

/** The one block that is selected, or null. */
export function onlyBlock({ editor }: Session): Id | null {
  const [only] = editor.getState().blocks
  return editor.getState().blocks.size === 1 ? (only ?? null) : null
}
