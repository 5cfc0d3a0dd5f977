import { commandRun as say } from '../messages/en'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { ARRANGE_COMMANDS } from './arrange-commands'
import { CANVAS_COMMANDS } from './canvas-commands'
import { CLIPBOARD_COMMANDS } from './clipboard-commands'
import type { Command } from './command'
import { CREATE_COMMANDS } from './create-commands'
import { EDIT_COMMANDS } from './edit-commands'
import { FILE_COMMANDS } from './file-commands'
import { HELP_COMMANDS } from './help-commands'
import { LINT_COMMANDS } from './lint-commands'
import { MEND_COMMANDS } from './mend-commands'
import { PRESENT_COMMANDS } from './present-commands'
import { VIEW_COMMANDS } from './view-commands'
import { WALK_COMMANDS } from './walk-commands'

/** Everything that a key, a button or a menu can do to the open design. */
export const COMMANDS = [
  ...PRESENT_COMMANDS,
  ...EDIT_COMMANDS,
  ...CLIPBOARD_COMMANDS,
  ...CREATE_COMMANDS,
  ...ARRANGE_COMMANDS,
  ...MEND_COMMANDS,
  ...CANVAS_COMMANDS,
  ...WALK_COMMANDS,
  ...LINT_COMMANDS,
  ...VIEW_COMMANDS,
  ...FILE_COMMANDS,
  ...HELP_COMMANDS,
] as const

export type CommandId = (typeof COMMANDS)[number]['id']

/** The command with that id. */
export function commandOf(id: CommandId): Command {
  return COMMANDS.find(command => command.id === id) as Command
}

/** Prepares to tell what a command will have done; the answer tells it. */
type Witness = (session: Session, command: Command) => () => void

let witness: Witness | null = null

/** Hands over what tells screen readers of commands: it loads after the diagram is painted. */
export function provideWitness(deed: Witness): void {
  witness = deed
}

/** Runs a command where it applies; what goes wrong is told, never lost. */
export async function runCommand(session: Session, command: Command, pressed?: string): Promise<void> {
  if (command.isEnabled && !command.isEnabled(session)) return
  const tellOf = witness?.(session, command)
  try {
    await command.run(session, pressed)
    tellOf?.()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    tell(session.editor, { text: say.failed(reason), severity: 'error' })
  }
}
