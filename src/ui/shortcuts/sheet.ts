import { type Command, type CommandGroup, commandTitle } from '../commands/command'
import { keysOf } from '../commands/keys'
import { COMMANDS } from '../commands/registry'
import { fold } from '../find/fold'

/** A command with its combinations. */
export interface Line {
  readonly name: string
  readonly keys: readonly string[]
}

interface Part {
  readonly name: string
  readonly lines: readonly Line[]
}

const GROUP_NAMES: Readonly<Record<CommandGroup, string>> = {
  edit: 'Edit',
  canvas: 'Canvas',
  walk: 'Walk by keys',
  view: 'View',
  present: 'Presentation',
  file: 'File',
  help: 'Everything else',
}

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
  Escape: 'Esc',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ContextMenu: 'Menu',
}

/** The keys of a combination as one says them; `mod` is what this machine calls its command key. */
export function keyWords(combination: string, mod: string): string[] {
  return keysOf(combination).map(key => (key === 'Mod' ? mod : (WORDS[key] ?? key)))
}

/** What the pointer does, in words: the gesture and what comes of it. */
export const POINTER: readonly (readonly [gesture: string, effect: string])[] = [
  ['Drag from the palette', 'Add a block where it is let go'],
  ['Click', 'Select; with Shift or Ctrl, add to the selection'],
  ['Shift and drag on empty canvas', 'Select all that the frame touches'],
  ['Drag a block or a room', 'Move it, with the whole selection; with Alt, leave a copy there'],
  ['Drag a block onto a flow', 'Put it into the flow'],
  ['Ctrl while dragging', 'Without guides and without joining a flow; with guides where they are off'],
  ['Drag an end of a selected flow', 'Let it start or end at another block'],
  ['Rest on a flow and press its plus', 'Insert a block into the flow'],
  ['Alt and drag on empty canvas', 'Make space: push what lies right or below'],
  ['Drag from a port to a block', 'Connect the two'],
  ['Drag from a port to empty canvas', 'Add what comes next there'],
  ['Click a port, then a block', 'Connect the two without dragging'],
  ['Double-click empty canvas', 'Add a block there'],
  ['Double-click a block, a room or a flow', 'Type its name, text or label'],
  ['Click the arrow of a room', 'Collapse it to one block, or open it again'],
  ['Right-click', 'Menu of a block, a flow, a room or the canvas'],
  ['Drag empty canvas; Space or the middle button and drag anywhere', 'Move the view'],
  ['Wheel or two fingers', 'Move the view'],
  ['Ctrl and wheel, or pinch', 'Zoom'],
  ['Press or tap near the right or left edge of a presentation, or swipe', 'Next or previous stop'],
  ['Press and draw with the laser', 'A red trail that fades; the design stays as it is'],
]
