import type { IconName } from '../../kinds/icons'
import type { Session } from '../session/session'

/** One thing a person can do to the open design: the same for key, button and menu. */
export interface Command {
  readonly id: string
  /** As menus and tooltips name it; the sentence may depend on what would be done ("Undo Move 3 blocks"). */
  readonly name: string | ((session: Session) => string)
  readonly group: 'edit' | 'view' | 'file' | 'canvas'
  /** Combinations such as `Mod+Shift+Z`; the first one is shown. Single keys work only while no field has the cursor. */
  readonly keys?: readonly string[]
  readonly icon?: IconName
  readonly isEnabled?: (session: Session) => boolean
  readonly run: (session: Session) => void | Promise<void>
}

/** The name of a command in this session. */
export function commandName(command: Command, session: Session): string {
  return typeof command.name === 'string' ? command.name : command.name(session)
}
