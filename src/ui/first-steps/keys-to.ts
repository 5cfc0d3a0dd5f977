import { type CommandId, commandOf } from '../commands/registry'

/** The first keys of a command; empty where it has none. */
export function keysTo(command: CommandId): string {
  return commandOf(command).keys?.[0] ?? ''
}
