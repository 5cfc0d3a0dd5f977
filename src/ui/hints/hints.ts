import type { Command } from '../commands/command'
import { keysOf } from '../commands/keys'
import { hints as say } from '../messages/en'
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
  { keys: 'Enter', words: say.keepName },
  { keys: 'Escape', words: say.leaveAsItWas },
]

/** What is worth saying, the best first; a command that is not there or does not apply is left out. */
const PIECES: Readonly<Record<Situation, readonly Piece[]>> = {
  nothing: [
    { command: 'add-block', words: say.addBlock },
    { command: 'find-block', words: say.findBlock },
    { command: 'add-note', words: say.addNote },
    { command: 'commands', words: say.commands },
    { command: 'shortcuts', words: say.shortcuts },
  ],
  block: [
    { command: 'append-right', words: say.addNext },
    { command: 'append', words: say.chooseNext },
    { command: 'connect', words: say.connect },
    { command: 'change-kind', words: say.changeKind },
    { command: 'rename', words: say.rename },
    { command: 'duplicate', words: say.duplicate },
  ],
  note: [
    { command: 'rename', words: say.writeNote },
    { command: 'duplicate', words: say.duplicate },
    { command: 'delete', words: say.delete },
  ],
  card: [
    { command: 'rename', words: say.openBriefField },
    { command: 'delete', words: say.deleteCard },
  ],
  room: [
    { command: 'rename', words: say.rename },
    { command: 'ungroup', words: say.ungroup },
    { command: 'delete-with-members', words: say.deleteWithMembers },
  ],
  flow: [
    { command: 'rename', words: say.label },
    { command: 'change-kind', words: say.changeKind },
    { command: 'delete', words: say.delete },
  ],
  several: [
    { command: 'group', words: say.group },
    { command: 'align-left', words: say.align },
    { command: 'duplicate', words: say.duplicate },
    { command: 'zoom-selection', words: say.showAll },
  ],
  naming: KEEP_OR_NOT,
  'naming-note': [
    { keys: 'Mod+Enter', words: say.keepText },
    { keys: 'Escape', words: say.leaveAsItWas },
  ],
  labelling: [
    { keys: 'Enter', words: say.keepLabel },
    { keys: 'Escape', words: say.leaveAsItWas },
  ],
  connecting: [{ words: say.letGoToConnect }, { keys: 'Escape', words: say.leave }],
  'choosing-end': [{ words: say.clickToConnect }],
  dragging: [
    { keys: 'Alt', words: say.leaveCopy },
    { words: say.ontoFlow },
    { words: say.intoRoom },
    { keys: 'Mod', words: say.withoutGuides },
  ],
  hand: [{ words: say.dragMoves }, { keys: 'Escape', words: say.layHandDown }],
  'drawing-room': [{ words: say.dragDrawsRoom }, { keys: 'Escape', words: say.drawNone }],
  'making-space': [{ words: say.dragPushes }, { keys: 'Escape', words: say.leave }],
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
