import { NOTE_FONT, NOTE_LINE, NOTE_PADDING } from '../../drawing/card'
import { plainText } from '../../drawing/plain-text'
import { wrap } from '../../drawing/text'
import { BLOCK_SIZE, blockSize, NOTE_SIZE } from '../../kinds/index'
import { ownerAt } from '../../layout/owners'
import { freeSpot } from '../../layout/place'
import { addBlock, renameBlock } from '../../model/blocks'
import { type Block, type Id, lookUp, type Point, type Size } from '../../model/design'
import type { Change, Edit } from '../../model/edit'
import { newId } from '../../model/ids'
import type { PaletteItem } from '../palette/items'
import { announce } from '../session/announce'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import { commitAndTidy } from './tidying'

const GRID = 8

/** Between blocks that are added one after the other. */
const GUTTER = 5 * GRID

/** Lines that a note grows to at most by itself. */
const NOTE_LINES = 40

/**
 * Adds a block of a palette entry: centred on `at` and in the room there when it was dropped, else on free ground
 * beside the one selected block, or in the middle of the view. It is selected afterwards.
 */
export function addFromPalette(session: Session, item: PaletteItem, at?: Point): void {
  const design = session.design()
  const draft: Block = { id: newId(design, item.kind), kind: item.kind, label: item.name, props: item.props }
  const size = blockSize(draft)
  const place = at ? snapped({ x: at.x - size.width / 2, y: at.y - size.height / 2 }) : spotFor(session, draft)
  const group = at ? ownerAt(design, at) : undefined
  const block: Block = { ...draft, at: place, ...(group === undefined ? {} : { group }) }
  if (!commitAndTidy(session, addBlock(block))) return
  select(session.editor, [draft.id])
  session.editor.setState({ tab: 'properties' })
  if (!at) session.view.show([draft.id])
  announce(session, `${item.name} added.`)
}

function spotFor(session: Session, block: Block): Point {
  const design = session.design()
  const { blocks } = session.editor.getState()
  const [only] = blocks
  const beside = blocks.size === 1 && only ? lookUp(design.blocks, only)?.at : undefined
  const size = blockSize(block)
  const { x, y, width, height } = session.view.frame()
  const middle = { x: x + (width - size.width) / 2, y: y + (height - size.height) / 2 }
  return freeSpot(design, snapped(beside ? nextTo(beside, x, x + width) : middle), size)
}

/** Right of a block, or at the start of a row below where that would leave the view on the right. */
function nextTo(beside: Point, left: number, right: number): Point {
  const next = { x: beside.x + BLOCK_SIZE.width + GUTTER, y: beside.y }
  if (next.x + BLOCK_SIZE.width <= right) return next
  return { x: Math.min(beside.x, left + GUTTER), y: beside.y + BLOCK_SIZE.height + GUTTER }
}

/** A note that was just added and whose text is being typed: both are one undo step, and no text is no note. */
let started: { readonly session: Session; readonly id: Id } | null = null

/** Adds a note at the pointer, or in the middle of the view, and starts typing in it. */
export function addNote(session: Session): void {
  const id = putNote(session, 'Note')
  if (id === null) return
  started = { session, id }
  session.editor.setState({ renaming: id })
}

/** Adds a note with a text at the pointer, or in the middle of the view, large enough to show it. */
export function addNoteWith(session: Session, text: string): void {
  if (putNote(session, text, sizeFor(text)) !== null) announce(session, 'Note added.')
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
    label: isNew ? 'Add note' : 'Change note',
    changes: [...renameBlock(design, id, words).changes, ...grown(note, words)],
  }
  if (words !== note.label) session.commit(edit, isNew ? { merge: mergeKey(id) } : {})
}

function putNote(session: Session, label: string, size?: Size): Id | null {
  const design = session.design()
  const id = newId(design, 'note')
  const draft: Block = { id, kind: 'note', label, props: {}, ...(size ? { size } : {}) }
  const pointer = session.view.pointer()
  const at = pointer ? snapped(pointer) : spotFor(session, draft)
  if (!session.commit({ ...addBlock({ ...draft, at }), label: 'Add note' }, { merge: mergeKey(id) })) return null
  select(session.editor, [id])
  return id
}

function mergeKey(id: Id): string {
  return `note ${id}`
}

/** The change that makes a note as high as its text needs; none where it fits. A note never shrinks by itself. */
function grown(note: Block, text: string): Change[] {
  const now = blockSize(note)
  const size = sizeFor(text, now)
  return size.height === now.height ? [] : [{ op: 'set', table: 'blocks', id: note.id, path: 'size', to: { ...size } }]
}

/** The size of a note of that width that shows all of a text, on the grid, and at least the size given. */
function sizeFor(text: string, least = NOTE_SIZE): Size {
  const space = Math.max(16, least.width - 2 * NOTE_PADDING)
  const lines = wrap(plainText(text), space, NOTE_FONT, NOTE_LINES).length
  const height = Math.ceil((lines * NOTE_LINE + 2 * GRID) / GRID) * GRID
  return { width: least.width, height: Math.max(least.height, height) }
}

/** A point on the grid of 8 px. */
export function snapped(point: Point): Point {
  return { x: Math.round(point.x / GRID) * GRID, y: Math.round(point.y / GRID) * GRID }
}
