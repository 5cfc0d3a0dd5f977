import { type CommandId, commandOf } from '../commands/registry'

/** Where designs live, and how to keep one beyond this browser. */
export const KEPT_HERE = 'Kept in this browser only; save a file to keep it for good.'

/** The first keys of a command; empty where it has none. */
export function keysTo(command: CommandId): string {
  return commandOf(command).keys?.[0] ?? ''
}
