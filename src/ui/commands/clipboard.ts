import {
  type Clip,
  clipBounds,
  clipOf,
  clipOfDesign,
  clipSize,
  clipText,
  firstSentence,
  type Pasted,
  paste,
  readClip,
  textSort,
} from '../../formats/clipboard'
import { MAX_FILE_BYTES } from '../../gate'
import { ownersOf } from '../../layout/owners'
import { place } from '../../layout/place'
import { removeBlocks } from '../../model/blocks'
import { type Design, emptyDesign, type Id, lookUp, type Point } from '../../model/design'
import { applyEdit, type Edit } from '../../model/edit'
import { removeGroups, setOwner } from '../../model/groups'
import type { Result } from '../../model/problem'
import { clipboard as say } from '../messages/en'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { addNoteWith } from './adding'
import { snapped } from './grid'
import { commitAndTidy } from './tidying'

/** Pixels that a copy lies off its original, to the right and down: so that both are seen. */
const BESIDE: Point = { x: 24, y: 24 }

/** Characters of plain words that become a note; a longer text is refused. */
const NOTE_LIMIT = 2000

/** What is selected as text for the clipboard, or null when nothing of it can be copied. */
export function copiedText(session: Session): string | null {
  const clip = selectedClip(session)
  if (clipSize(clip) + Object.keys(clip.groups).length === 0) return null
  announce(session, say.copied(wordsFor(clip)))
  return clipText(clip)
}

/** Takes away what was copied: rooms with all they hold. One step. */
export function removeCopied(session: Session): void {
  const design = session.design()
  const clip = selectedClip(session)
  const blocks = removeBlocks(design, Object.keys(clip.blocks))
  const rooms = removeGroups(design, Object.keys(clip.groups), true)
  commitAndTidy(session, { label: say.cutEdit(wordsFor(clip)), changes: [...blocks.changes, ...rooms.changes] })
}

/**
 * Puts a text from the clipboard on the canvas, at the pointer or in the middle of the view: blocks of Groundplan, a whole
 * design, plan text, or words as a note. A text that is none of these is refused with its first problem.
 */
export async function pasteText(session: Session, text: string): Promise<void> {
  if (text.trim() === '' || session.document.getState().readOnly) return
  const sort = textSort(text)
  if (sort === 'words' && text.trim().length <= NOTE_LIMIT) {
    addNoteWith(session, text.trim())
    return
  }
  const read = await clipFrom(text, sort)
  if (!read.ok) {
    tell(session.editor, { text: say.notPasted(firstSentence(read.problems)), severity: 'error' })
    return
  }
  const clip = await settled(session, read.value)
  if (clipSize(clip) + Object.keys(clip.groups).length === 0) {
    tell(session.editor, { text: say.notPasted(say.noBlocks), severity: 'error' })
    return
  }
  const bounds = clipBounds(clip) ?? { x: 0, y: 0, width: 0, height: 0 }
  const view = session.view.frame()
  const to = session.view.pointer() ?? { x: view.x + view.width / 2, y: view.y + view.height / 2 }
  const by = snapped({ x: to.x - bounds.x - bounds.width / 2, y: to.y - bounds.y - bounds.height / 2 })
  add(session, clip, beside(session.design(), clip, by), 'paste')
}

/** Puts a copy of what is selected beside it. */
export function duplicate(session: Session): void {
  const clip = selectedClip(session)
  add(session, clip, beside(session.design(), clip, BESIDE), 'duplicate')
}

/** Puts copies of blocks and rooms where these were dragged to; the originals stay. */
export function duplicateTo(session: Session, ids: { blocks: Iterable<Id>; groups: Iterable<Id> }, by: Point): void {
  add(session, clipOf(session.design(), { ...ids, flows: [] }), by, 'duplicate')
}

/** Copies where no key was pressed: the clipboard is written by name. */
export async function copyByMenu(session: Session): Promise<boolean> {
  const text = copiedText(session)
  if (text === null) return false
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    tell(session.editor, { text: say.noCopyByMenu, severity: 'error' })
    return false
  }
}

/** Cuts where no key was pressed; nothing is taken away that could not be copied. */
export async function cutByMenu(session: Session): Promise<void> {
  if (await copyByMenu(session)) removeCopied(session)
}

/** Pastes where no key was pressed: the browser may ask the person first. */
export async function pasteByMenu(session: Session): Promise<void> {
  let text: string
  try {
    text = await navigator.clipboard.readText()
  } catch {
    tell(session.editor, { text: say.noPasteByMenu, severity: 'error' })
    return
  }
  await pasteText(session, text)
}

function selectedClip(session: Session): Clip {
  return clipOf(session.design(), session.editor.getState())
}

async function clipFrom(text: string, sort: ReturnType<typeof textSort>): Promise<Result<Clip>> {
  if (text.length > MAX_FILE_BYTES) {
    return { ok: false, problems: [{ path: '', message: say.tooLarge, hint: say.tooLargeHint }] }
  }
  if (sort === 'design') return readClip(text)
  if (sort === 'words') {
    return { ok: false, problems: [{ path: '', message: say.tooLong, hint: say.tooLongHint }] }
  }
  const { readPlan } = await import('../../plan/read')
  const read = readPlan(text)
  return read.ok ? { ok: true, value: clipOfDesign(read.value) } : read
}

/** The clip with a place for each block: laid out by itself when none has one, as in plan text. */
async function settled(session: Session, clip: Clip): Promise<Clip> {
  const blocks = Object.values(clip.blocks)
  const unplaced = blocks.filter(block => !block.at)
  if (unplaced.length === 0) return clip
  const design: Design = { ...emptyDesign(), ...clip }
  if (unplaced.length === blocks.length) {
    const laidOut = await session.layout.run(design)
    if (laidOut.ok) return clipOfDesign(applyEdit(design, laidOut.edit))
  }
  const puts: Edit = {
    label: '',
    changes: unplaced.map(block => ({ op: 'put', table: 'blocks', id: block.id, record: block })),
  }
  return clipOfDesign(applyEdit(design, place(design, puts)))
}

/** Commits a clip; what stands in no room of it joins the room that it comes to lie in. It is selected afterwards. */
function add(session: Session, clip: Clip, by: Point, way: 'paste' | 'duplicate'): void {
  const design = session.design()
  const pasted = paste(design, clip, by, { verb: way === 'paste' ? say.pasteEdit : say.duplicateEdit })
  const edit = withOwners(design, clip, pasted)
  if (!commitAndTidy(session, edit)) return
  const renew = (ids: readonly Id[]) => ids.flatMap(id => pasted.ids.get(id) ?? [])
  const groups = renew(Object.keys(clip.groups))
  const alone = Object.values(clip.blocks).filter(block => block.group === undefined)
  const blocks = renew(alone.map(block => block.id))
  select(session.editor, blocks, [], groups)
  session.view.show([...blocks, ...groups])
  announce(session, (way === 'paste' ? say.pasted : say.duplicated)(wordsFor(clip)))
}

function withOwners(design: Design, clip: Clip, { edit, ids }: Pasted): Edit {
  const after = applyEdit(design, edit)
  const alone = Object.values(clip.blocks).filter(block => block.group === undefined)
  const own = new Set([...ids.values()].filter(id => Object.hasOwn(after.groups, id)))
  const owners = ownersOf(
    after,
    alone.flatMap(block => ids.get(block.id) ?? []),
    own,
  )
  return { ...edit, changes: [...edit.changes, ...setOwner(after, owners).changes] }
}

/** The same way, and further to the right and down while a block of the clip would cover its like exactly. */
function beside(design: Design, clip: Clip, by: Point): Point {
  const taken = new Set(Object.values(design.blocks).map(({ at }) => `${at?.x} ${at?.y}`))
  let { x, y } = by
  while (Object.values(clip.blocks).some(({ at }) => at && taken.has(`${at.x + x} ${at.y + y}`))) {
    x += BESIDE.x
    y += BESIDE.y
  }
  return { x, y }
}

function wordsFor(clip: Clip): string {
  const [only] = Object.keys(clip.blocks)
  const count = clipSize(clip)
  if (count === 1 && only) return say.block(lookUp(clip.blocks, only)?.label ?? '')
  return say.blocks(count)
}
