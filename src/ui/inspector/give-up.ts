import { flushSync } from 'react-dom'

/** Leaves a field by Escape: what was typed is reset first, so that leaving finds nothing to keep. */
export function giveUp(field: HTMLElement, reset: () => void): void {
  flushSync(reset)
  field.blur()
}
