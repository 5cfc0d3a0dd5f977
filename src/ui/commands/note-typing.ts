import { NOTE_FONT, NOTE_LINE, NOTE_PADDING } from '../../drawing/card'
import { plainText } from '../../drawing/plain-text'
import { wrap } from '../../drawing/text'
import { blockSize, NOTE_SIZE } from '../../kinds/index'
import { renameBlock } from '../../model/blocks'
import { type Block, type Id, lookUp, type Size } from '../../model/design'
import type { Change, Edit } from '../../model/edit'
import { noteTyping as say } from '../messages/en'
import type { Session } from '../session/session'
import { GRID } from './grid'

/** Lines that a note grows to at most by itself. */
const NOTE_LINES = 40

/** A note that was just added and whose text is being typed: both are one undo step, and no text is no note. */
let started: { readonly session: Session; readonly id: Id } | null = null

/** Starts typing in a note that was just added. */
export function startTyping(session: Session, id: Id): void {
  started = { session, id }
  session.editor.setState({ renaming: id })
}

/** Ends typing in a note. `null` gives it up: a note that was just added goes again. */
export function finishNote(session: Session, id: Id, text: string | null): void {
  const isNew = started?.session === session && started.id === id
  started = null
  session.editor.setState({ renaming: null })
  const words = text?.trim() ?? ''
  if (words === '') {
    if (isNew) session.document.undo()
    return
  }
  const design = session.design()
  const note = lookUp(design.blocks, id)
  if (!note) return
  const edit: Edit = {
    label: isNew ? say.addEdit : say.changeEdit,
    changes: [...renameBlock(design, id, words).changes, ...grown(note, words)],
  }
  if (words !== note.label) session.commit(edit, isNew ? { merge: mergeKey(id) } : {})
}

/** Adding a note and typing its text are one undo step. */
export function mergeKey(id: Id): string {
  return `note-${id}`
}

/** The change that makes a note as high as its text needs; none where it fits. A note never shrinks by itself. */
function grown(note: Block, text: string): Change[] {
  const now = blockSize(note)
  const size = sizeFor(text, now)
  return size.height === now.height ? [] : [{ op: 'set', table: 'blocks', id: note.id, path: 'size', to: { ...size } }]
}

/** The size of a note of that width that shows all of a text, on the grid, and at least the size given. */
export function sizeFor(text: string, least = NOTE_SIZE): Size {
  const space = Math.max(16, least.width - 2 * NOTE_PADDING)
  const lines = wrap(plainText(text), space, NOTE_FONT, NOTE_LINES).length
  const height = Math.ceil((lines * NOTE_LINE + 2 * GRID) / GRID) * GRID
  return { width: least.width, height: Math.max(least.height, height) }
}
