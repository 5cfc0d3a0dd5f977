import type { IconName } from '../parts/chrome-icons'
import type { Session } from '../session/session'

export type CommandGroup = 'edit' | 'canvas' | 'walk' | 'view' | 'present' | 'file' | 'help'

/** One thing a person can do to the open design: the same for key, button and menu. */
export interface Command {
  readonly id: string
  /** As menus and tooltips name it; the sentence may depend on what would be done ("Undo Move 3 blocks"). */
  readonly name: string | ((session: Session) => string)
  /** What lists that stand outside a session call it, where `name` is a function. */
  readonly title?: string
  readonly group: CommandGroup
  /** Combinations such as `Mod+Shift+Z`; the first one is shown. Single keys work only while no field has the cursor. */
  readonly keys?: readonly string[]
  /** Its keys are shown and answered elsewhere: by the browser's own event, or by who needs to know when they are let go. */
  readonly isNative?: true
  /** Its keys work while a field has the cursor, too. */
  readonly isGlobal?: true
  readonly icon?: IconName
  readonly isEnabled?: (session: Session) => boolean
  /** `pressed` is the combination that ran it, of a command that has several which differ. */
  readonly run: (session: Session, pressed?: string) => void | Promise<void>
}

/** The name of a command wherever it is listed without a design. */
export function commandTitle(command: Command): string {
  return command.title ?? (typeof command.name === 'string' ? command.name : command.id)
}

/** Whether the keys of a command work while a field has the cursor: those of files and of what opens everywhere. */
export function isForFields(command: Command): boolean {
  return command.group === 'file' || command.isGlobal === true
}

/** The name of a command in this session. */
export function commandName(command: Command, session: Session): string {
  return typeof command.name === 'string' ? command.name : command.name(session)
}
