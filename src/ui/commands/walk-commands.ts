import { walkCommands as say } from '../messages/en'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasSelection } from './conditions'

type Walking = typeof import('../reader/walking')

/** The keyboard's way through the diagram, element by element. Plain arrows come after those that move a selection. */
export const WALK_COMMANDS: readonly Command[] = [
  ...(
    [
      ['right', 'ArrowRight'],
      ['left', 'ArrowLeft'],
      ['up', 'ArrowUp'],
      ['down', 'ArrowDown'],
      ['first', 'Home'],
      ['last', 'End'],
    ] as const
  ).map(([way, key]) => deed(`walk-${way}`, key, say.go[way], ({ walk }, session) => walk(session, way))),
  deed('walk-out', 'Escape', say.out, ({ walk }, session) => walk(session, 'out'), hasFocus),
  {
    // A tap of the key: held, it moves the view with the pointer.
    ...deed('toggle-focused', 'Space', say.toggle, (now, session) => now.toggleFocused(session), hasFocus),
    isNative: true,
  },
  {
    ...deed('edit-focused', 'Enter', say.edit, (now, session) => now.editFocused(session), canRename),
    keys: ['Enter', 'F2'],
  },
  deed('details', 'D', say.details, (now, session) => now.readDetails(session), isSomewhere),
  ...(
    [
      ['left', 'ArrowLeft'],
      ['right', 'ArrowRight'],
      ['up', 'ArrowUp'],
      ['down', 'ArrowDown'],
    ] as const
  ).map(([side, key]) =>
    deed(`go-${side}`, `Alt+${key}`, say.connected[side], (now, session) => now.goTowards(session, side)),
  ),
  ...(
    [
      ['up', 'ArrowUp'],
      ['down', 'ArrowDown'],
    ] as const
  ).map(([way, key]) =>
    deed(`select-${way}-too`, `Shift+Alt+${key}`, say.too[way], (now, session) => now.selectNextToo(session, way)),
  ),
  ...(
    [
      ['upstream', 'ArrowLeft'],
      ['downstream', 'ArrowRight'],
    ] as const
  ).map(([way, key]) =>
    deed(`select-${way}`, `Shift+Alt+${key}`, say.everything[way], (now, session) => now.selectTowards(session, way)),
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
