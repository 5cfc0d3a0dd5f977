import type { Side } from '../../../layout/append'
import { isPressed } from '../../commands/keys'

/** What a key means while blocks are shown beside one; null: nothing. */
export type GrowKey =
  | { readonly deed: 'side'; readonly side: Side }
  | { readonly deed: 'type'; readonly letter: string }
  | { readonly deed: 'erase' | 'latch' | 'commit' | 'cancel' | 'hold' }

const SIDES: readonly (readonly [key: string, side: Side])[] = [
  ['ArrowRight', 'right'],
  ['ArrowLeft', 'left'],
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
]

/** The side that Ctrl (Command on a Mac) and an arrow mean, or null for every other combination. */
export function sideOfKey(event: KeyboardEvent): Side | null {
  return SIDES.find(([key]) => isPressed(`Mod+${key}`, event))?.[1] ?? null
}

/** What a key means once blocks are shown. Letters count with and without the key that is held. */
export function growKey(event: KeyboardEvent): GrowKey | null {
  const side = SIDES.find(([key]) => key === event.key)?.[1]
  if (side) return event.shiftKey || event.altKey ? null : { deed: 'side', side }
  switch (event.key) {
    case 'Escape':
      return { deed: 'cancel' }
    case 'Enter':
      return { deed: 'commit' }
    case 'Backspace':
      return { deed: 'erase' }
    case '/':
      return { deed: 'latch' }
    case 'Control':
    case 'Meta':
    case 'Shift':
      return { deed: 'hold' }
  }
  return /^[\p{L}\p{N} -]$/u.test(event.key) ? { deed: 'type', letter: event.key } : null
}
