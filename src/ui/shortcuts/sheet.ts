import { type Command, type CommandGroup, commandTitle } from '../commands/command'
import { keysOf } from '../commands/keys'
import { COMMANDS } from '../commands/registry'
import { fold } from '../find/fold'
import { shortcutLines as say } from '../messages/en'

/** A command with its combinations. */
export interface Line {
  readonly name: string
  readonly keys: readonly string[]
}

interface Part {
  readonly name: string
  readonly lines: readonly Line[]
}

const GROUP_NAMES: Readonly<Record<CommandGroup, string>> = say.groups

/** Every command that has keys, by what it acts on, in the order of the registry. */
export function shortcutParts(): Part[] {
  const bound = (COMMANDS as readonly Command[]).filter(command => command.keys && command.keys.length > 0)
  return (Object.keys(GROUP_NAMES) as CommandGroup[]).map(group => ({
    name: GROUP_NAMES[group],
    lines: bound
      .filter(command => command.group === group)
      .map(command => ({ name: commandTitle(command), keys: command.keys ?? [] })),
  }))
}

/** The parts with the lines in which every folded word is found, in the name or the keys; parts without any are left out. */
export function partsWith(parts: readonly Part[], words: readonly string[], mod: string): Part[] {
  return parts
    .map(part => ({
      ...part,
      lines: part.lines.filter(line =>
        hasAll(`${line.name} ${line.keys.flatMap(keys => keyWords(keys, mod)).join(' ')}`, words),
      ),
    }))
    .filter(part => part.lines.length > 0)
}

/** The gestures in which every folded word is found. */
export function gesturesWith(gestures: typeof POINTER, words: readonly string[]): typeof POINTER {
  return gestures.filter(line => hasAll(line.join(' '), words))
}

function hasAll(text: string, words: readonly string[]): boolean {
  const folded = fold(text)
  return words.every(word => folded.includes(word))
}

const WORDS: Readonly<Record<string, string>> = {
  Escape: say.keys.escape,
  ArrowLeft: say.keys.left,
  ArrowRight: say.keys.right,
  ArrowUp: say.keys.up,
  ArrowDown: say.keys.down,
  ContextMenu: say.keys.menu,
}

/** The keys of a combination as one says them; `mod` is what this machine calls its command key. */
export function keyWords(combination: string, mod: string): string[] {
  return keysOf(combination).map(key => (key === 'Mod' ? mod : (WORDS[key] ?? key)))
}

/** What the pointer does, in words: the gesture and what comes of it. */
export const POINTER: readonly (readonly [gesture: string, effect: string])[] = Object.values(say.pointer)
