import { BLOCK_SIZE, blockSize } from '../../kinds/index'
import { ownerAt } from '../../layout/owners'
import { freeSpot } from '../../layout/place'
import { addBlock } from '../../model/blocks'
import { type Block, type Id, lookUp, type Point, type Size } from '../../model/design'
import { newId } from '../../model/ids'
import { adding as say } from '../messages/en'
import type { PaletteItem } from '../palette/items'
import { announce } from '../session/announce'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import { GRID, snapped } from './grid'
import { provideAddNote } from './late-adding'
import { mergeKey, sizeFor, startTyping } from './note-typing'
import { commitAndTidy } from './tidying'

/** Between blocks that are added one after the other. */
const GUTTER = 5 * GRID

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
  announce(session, say.added(item.name))
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

/** Adds a note at the pointer, or in the middle of the view, and starts typing in it. */
export function addNote(session: Session): void {
  const id = putNote(session, say.note)
  if (id === null) return
  startTyping(session, id)
}

/** Adds a note with a text at the pointer, or in the middle of the view, large enough to show it. */
export function addNoteWith(session: Session, text: string): void {
  if (putNote(session, text, sizeFor(text)) !== null) announce(session, say.noteAdded)
}

function putNote(session: Session, label: string, size?: Size): Id | null {
  const design = session.design()
  const id = newId(design, 'note')
  const draft: Block = { id, kind: 'note', label, props: {}, ...(size ? { size } : {}) }
  const pointer = session.view.pointer()
  const at = pointer ? snapped(pointer) : spotFor(session, draft)
  if (!session.commit({ ...addBlock({ ...draft, at }), label: say.noteEdit }, { merge: mergeKey(id) })) return null
  select(session.editor, [id])
  return id
}

provideAddNote(addNote)
