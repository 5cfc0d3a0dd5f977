import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasSelection } from './conditions'

type Walking = typeof import('../reader/walking')

/** The keyboard's way through the diagram, element by element. Plain arrows come after those that move a selection. */
export const WALK_COMMANDS: readonly Command[] = [
  ...(
    [
      ['right', 'ArrowRight', 'Go on along a flow'],
      ['left', 'ArrowLeft', 'Go back along a flow'],
      ['up', 'ArrowUp', 'Go to the element before'],
      ['down', 'ArrowDown', 'Go to the element after'],
      ['first', 'Home', 'Go to the first block'],
      ['last', 'End', 'Go to the last block'],
    ] as const
  ).map(([way, key, name]) => deed(`walk-${way}`, key, name, ({ walk }, session) => walk(session, way))),
  deed(
    'walk-out',
    'Escape',
    'Go out: from flow to block to room',
    ({ walk }, session) => walk(session, 'out'),
    hasFocus,
  ),
  {
    // A tap of the key: held, it moves the view with the pointer.
    ...deed('toggle-focused', 'Space', 'Select or deselect it', (now, session) => now.toggleFocused(session), hasFocus),
    isNative: true,
  },
  {
    ...deed('edit-focused', 'Enter', 'Edit its name or label', (now, session) => now.editFocused(session), canRename),
    keys: ['Enter', 'F2'],
  },
  deed('details', 'D', 'Read everything about it', (now, session) => now.readDetails(session), isSomewhere),
  ...(
    [
      ['left', 'Left', 'to the left'],
      ['right', 'Right', 'to the right'],
      ['up', 'Up', 'above'],
      ['down', 'Down', 'below'],
    ] as const
  ).map(([side, key, where]) =>
    deed(`go-${side}`, `Alt+Arrow${key}`, `Select the connected block ${where}`, (now, session) =>
      now.goTowards(session, side),
    ),
  ),
  ...(
    [
      ['upstream', 'Left'],
      ['downstream', 'Right'],
    ] as const
  ).map(([way, key]) =>
    deed(`select-${way}`, `Shift+Alt+Arrow${key}`, `Select everything ${way}`, (now, session) =>
      now.selectTowards(session, way),
    ),
  ),
]

// The canvas fetches the code right after the first paint, so that no key waits for it.
function deed(
  id: string,
  key: string,
  name: string,
  run: (walking: Walking, session: Session) => void,
  isEnabled?: (session: Session) => boolean,
): Command {
  return {
    id,
    name,
    group: 'walk',
    keys: [key],
    ...(isEnabled ? { isEnabled } : {}),
    run: async session => run(await import('../reader/walking'), session),
  }
}

function hasFocus({ editor }: Session): boolean {
  return editor.getState().focus !== null
}

function isSomewhere(session: Session): boolean {
  return hasFocus(session) || hasSelection(session)
}

function canRename(session: Session): boolean {
  return canEdit(session) && isSomewhere(session)
}
