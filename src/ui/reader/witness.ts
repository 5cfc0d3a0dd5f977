import { titleOf } from '../../graph/names'
import { findingKey } from '../../rules/rule'
import { type Command, commandTitle } from '../commands/command'
import { announce } from '../session/announce'
import type { EditorState } from '../session/editor-store'
import type { Session } from '../session/session'
import { pastTense } from './past-tense'
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
    announce(session, pastTense(session.document.getState().undoLabel ?? ''))
    return
  }
  const sayMove = () => {
    if (!session.isDisposed()) announce(session, `${selectionWords(session)} moved ${way}.`)
  }
  runs.set(session, setTimeout(sayMove, RUN_MS))
}

type Flag = { readonly [K in keyof EditorState]: EditorState[K] extends boolean ? K : never }[keyof EditorState]

const FLAGS: Readonly<Partial<Record<Flag, readonly [on: string, off: string]>>> = {
  isPaletteFolded: ['Palette folded.', 'Palette unfolded.'],
  isInspectorFolded: ['Inspector folded.', 'Inspector unfolded.'],
  isTracing: ['The request path stands out.', 'Everything is shown alike.'],
  isAutoTidy: ['Auto-tidy is on.', 'Auto-tidy is off.'],
  isRevealed: ['Findings are shown.', 'Findings are hidden.'],
  isOutlineOpen: ['Outline opened.', 'Outline closed.'],
}

/** What is shown or selected otherwise than before, in a sentence; null when nothing of that changed. */
function changed(session: Session, before: EditorState, now: EditorState): string | null {
  if (now.finding !== before.finding) return findingWords(session, now.finding)
  if (now.blocks !== before.blocks || now.flows !== before.flows || now.groups !== before.groups)
    if (!hasMovedFocus(before, now) || selectedStops(now).length > 0) return `${selectionWords(session)} selected.`
  for (const [flag, [on, off]] of Object.entries(FLAGS) as [Flag, readonly [string, string]][])
    if (now[flag] !== before[flag]) return now[flag] ? on : off
  if (now.whatIf !== before.whatIf) return now.whatIf ? 'What if: choose a load or a failure.' : 'What-if ended.'
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
  return finding ? `${finding.message} ${index + 1} of ${findings.length}.` : 'Finding closed.'
}

/** “Ranker”, “3 blocks and 1 flow”, “Nothing”. */
function selectionWords(session: Session): string {
  const state = session.editor.getState()
  const stops = selectedStops(state)
  const [only] = stops
  if (only && stops.length === 1) return titleOf(session.design(), only)
  const counts = (
    [
      [state.blocks.size, 'block'],
      [state.flows.size, 'flow'],
      [state.groups.size, 'room'],
    ] as const
  ).flatMap(([count, noun]) => (count > 0 ? [`${count} ${noun}${count === 1 ? '' : 's'}`] : []))
  return counts.length > 0 ? counts.join(' and ') : 'Nothing'
}

function done(command: Command): string {
  if (command.group === 'view') return pastTense(commandTitle(command))
  // What has a window of the browser's own, or asks the system for the clipboard, is told by that.
  return command.group === 'file' || command.isNative ? '' : 'Nothing changed.'
}
