import type { Session } from '../session/session'

/** Whether anything is selected. */
export function hasSelection({ editor }: Session): boolean {
  return editor.getState().blocks.size + editor.getState().flows.size > 0
}

/** Whether anything stands on the design. */
export function hasBlocks(session: Session): boolean {
  return Object.keys(session.design().blocks).length > 0
}

/** Whether the person may change the design. */
export function canEdit({ document }: Session): boolean {
  return !document.getState().readOnly
}

/** The one block that is selected, or null. */
export function onlyBlock({ editor }: Session): string | null {
  const [only] = editor.getState().blocks
  return editor.getState().blocks.size === 1 ? (only ?? null) : null
}
