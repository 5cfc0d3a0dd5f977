import { titleOf } from '../../graph/names'
import { findingKey } from '../../rules/rule'
import { type Command, commandTitle } from '../commands/command'
import { witness as say } from '../messages/en'
import { announce } from '../session/announce'
import type { EditorState } from '../session/editor-store'
import type { Session } from '../session/session'
import { selectedStops } from './selected'

/** Milliseconds of rest after which a run of arrow keys is over. */
const RUN_MS = 600

/**
 * Sees to it that every command says one sentence: its own, or what its edit is called, in the past tense, or what it
 * did to what is shown. What opens a dialog, a menu or a field says none, for the focus goes there and is read.
 */
export function witnessCommand(session: Session, command: Command): () => void {
  const editor = session.editor.getState()
  const { design } = session.document.getState()
  return () => {
    const now = session.editor.getState()
    if (session.isDisposed() || now.announcement !== editor.announcement || now.toast !== editor.toast) return
    if (session.document.getState().design !== design) sayEdit(session, command)
    else announce(session, changed(session, editor, now) ?? (hasMovedFocus(editor, now) ? '' : done(command)))
  }
}

const runs = new WeakMap<Session, ReturnType<typeof setTimeout>>()

/** Presses of an arrow key that follow each other are said once, when the run is over. */
function sayEdit(session: Session, command: Command): void {
  const way = /^move-(left|right|up|down)/.exec(command.id)?.[1]
  clearTimeout(runs.get(session))
  if (!way) {
    announce(session, say.done(session.document.getState().undoLabel ?? ''))
    return
  }
  const sayMove = () => {
    if (!session.isDisposed()) announce(session, say.moved(selectionWords(session), way))
  }
  runs.set(session, setTimeout(sayMove, RUN_MS))
}

/** What is shown or selected otherwise than before, in a sentence; null when nothing of that changed. */
function changed(session: Session, before: EditorState, now: EditorState): string | null {
  // A presentation tells of its stops itself.
  if (now.stage !== before.stage) return ''
  if (now.finding !== before.finding) return findingWords(session, now.finding)
  if (now.blocks !== before.blocks || now.flows !== before.flows || now.groups !== before.groups)
    if (!hasMovedFocus(before, now) || selectedStops(now).length > 0) return say.selected(selectionWords(session))
  for (const flag of Object.keys(say.flags) as (keyof typeof say.flags)[])
    if (now[flag] !== before[flag]) return now[flag] ? say.flags[flag].on : say.flags[flag].off
  if (now.whatIf !== before.whatIf) return now.whatIf ? say.whatIf : say.whatIfEnded
  return null
}

/** Whether the keyboard went elsewhere, where its element, field or dialog is read by itself. */
function hasMovedFocus(before: EditorState, now: EditorState): boolean {
  const keys = ['focus', 'dialog', 'menu', 'renaming', 'field', 'isFindOpen', 'tab'] as const
  return keys.some(key => now[key] !== before[key])
}

function findingWords(session: Session, key: string | null): string {
  const { findings } = session.analysis.getState()
  const index = findings.findIndex(finding => findingKey(finding) === key)
  const finding = findings[index]
  return finding ? say.finding(finding.message, index + 1, findings.length) : say.findingClosed
}

/** “Ranker”, “3 blocks and 1 flow”, “Nothing”. */
function selectionWords(session: Session): string {
  const state = session.editor.getState()
  const stops = selectedStops(state)
  const [only] = stops
  if (only && stops.length === 1) return titleOf(session.design(), only)
  const counts = (
    [
      [state.blocks.size, say.blocks],
      [state.flows.size, say.flows],
      [state.groups.size, say.rooms],
    ] as const
  ).flatMap(([count, words]) => (count > 0 ? [words(count)] : []))
  return counts.length > 0 ? say.together(counts) : say.nothing
}

function done(command: Command): string {
  if (command.group === 'view') return say.done(commandTitle(command))
  // What has a window of the browser's own, or asks the system for the clipboard, is told by that.
  return command.group === 'file' || command.isNative ? '' : say.unchanged
}
