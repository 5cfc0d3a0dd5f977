import type { Command } from '../commands/command'
import { keysOf } from '../commands/keys'
import type { Situation } from './situation'

/** One thing that can be done next: its keys, or the gesture in words, and what comes of it. */
export interface Hint {
  /** A combination such as `Mod+K`; absent for what the pointer does. */
  readonly keys?: string
  readonly words: string
}

/** A command by its id, keys of a field that no command has, or a gesture. */
type Piece = { readonly command: string; readonly words: string } | Hint

/** More would not be read. */
const MOST = 4

const KEEP_OR_NOT: readonly Piece[] = [
  { keys: 'Enter', words: 'keeps the name' },
  { keys: 'Escape', words: 'leaves it as it was' },
]

/** What is worth saying, the best first; a command that is not there or does not apply is left out. */
const PIECES: Readonly<Record<Situation, readonly Piece[]>> = {
  nothing: [
    { command: 'add-block', words: 'adds a block' },
    { command: 'find-block', words: 'finds a block' },
    { command: 'add-note', words: 'writes a note' },
    { command: 'commands', words: 'everything' },
    { command: 'shortcuts', words: 'all keys' },
  ],
  block: [
    { command: 'append-right', words: 'adds the next' },
    { command: 'append', words: 'chooses it' },
    { command: 'connect', words: 'connects' },
    { command: 'change-kind', words: 'changes its kind' },
    { command: 'rename', words: 'renames' },
    { command: 'duplicate', words: 'duplicates' },
  ],
  note: [
    { command: 'rename', words: 'writes in it' },
    { command: 'duplicate', words: 'duplicates' },
    { command: 'delete', words: 'deletes' },
  ],
  card: [
    { command: 'rename', words: 'opens its field of the brief' },
    { command: 'delete', words: 'takes the card away, the brief stays' },
  ],
  room: [
    { command: 'rename', words: 'renames' },
    { command: 'ungroup', words: 'ungroups' },
    { command: 'delete-with-members', words: 'deletes it with its blocks' },
  ],
  flow: [
    { command: 'rename', words: 'labels it' },
    { command: 'change-kind', words: 'changes its kind' },
    { command: 'delete', words: 'deletes' },
  ],
  several: [
    { command: 'group', words: 'puts them in a room' },
    { command: 'align-left', words: 'aligns' },
    { command: 'duplicate', words: 'duplicates' },
    { command: 'zoom-selection', words: 'shows them' },
  ],
  naming: KEEP_OR_NOT,
  'naming-note': [
    { keys: 'Mod+Enter', words: 'keeps the text' },
    { keys: 'Escape', words: 'leaves it as it was' },
  ],
  labelling: [
    { keys: 'Enter', words: 'keeps the label, an empty one goes' },
    { keys: 'Escape', words: 'leaves it as it was' },
  ],
  connecting: [
    { words: 'Let go on a block to connect it, on empty canvas to add one there' },
    { keys: 'Escape', words: 'leaves it' },
  ],
  'choosing-end': [{ words: 'Click a block to connect it, empty canvas to add one there' }],
  dragging: [
    { keys: 'Alt', words: 'leaves a copy' },
    { words: 'Onto a flow: goes into it' },
    { words: 'Into a room: joins it' },
    { keys: 'Mod', words: 'without guides and flows' },
  ],
  hand: [{ words: 'Drag moves the view' }, { keys: 'Escape', words: 'lays the hand down' }],
  'drawing-room': [{ words: 'Drag draws a room' }, { keys: 'Escape', words: 'draws none' }],
  'making-space': [{ words: 'Drag pushes what lies right or below' }, { keys: 'Escape', words: 'leaves it' }],
}

/**
 * What can be done next in a situation, the best first. Keys are those of the commands, so that they cannot go stale;
 * `isOffered` says whether a command applies now.
 */
export function hintsFor(
  situation: Situation,
  commands: readonly Command[],
  isOffered: (command: Command) => boolean,
): Hint[] {
  const hints = PIECES[situation].flatMap((piece): Hint[] => {
    if (!('command' in piece)) return [piece]
    const command = commands.find(one => one.id === piece.command)
    const [keys] = command?.keys ?? []
    return command && keys && isOffered(command) ? [{ keys, words: piece.words }] : []
  })
  return hints.slice(0, MOST)
}

/** Whether a combination is a sign or letter alone. */
export function isSingleKey(combination: string): boolean {
  const keys = keysOf(combination)
  return keys.length === 1 && keys[0]?.length === 1
}
