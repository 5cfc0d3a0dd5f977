import { blockSize } from '../kinds'
import { cardContent } from '../kinds/brief'
import { stepNumber } from '../kinds/steps'
import type { Block, Design, Group, Point } from '../model/design'
import { applyDraft, type Draft } from './draft'
import { rectOf } from './frames'
import { below, groundOf } from './ground'
import { isLaidOut, type Parts } from './parts'
import { boundsOf, byId, distance, type Rect, upToGrid } from './rect'
import { GOOD_ASPECT } from './score'
import { segmentsOf } from './segments'

/** Pixels between two cards of the brief. */
const CARD_GAP = 16

/** Pixels between the diagram and what stands around it. */
const MARGIN = 40

/** The size of a group that holds nothing and has none yet. */
const EMPTY_ROOM = { width: 180, height: 108 }

/**
 * Places what no engine lays out: cards of the brief in a row above the diagram or a column left of it, empty groups
 * below, notes as they stood beside their nearest block. At last everything moves so that it starts at the origin,
 * unless it is pinned down by a locked block.
 */
export function settleMargins(design: Design, parts: Parts, draft: Draft, isPinned: boolean): void {
  settleCards(design, parts, draft)
  settleEmptyGroups(design, parts, draft)
  settleNotes(design, draft)
  if (!isPinned) toOrigin(design, draft)
}

function freeBlocks(design: Design, kind: string): Block[] {
  return Object.values(design.blocks)
    .filter(block => block.kind === kind && !isLaidOut(design, block) && !block.locked)
    .sort(byId)
}

function diagramBounds(parts: Parts, draft: Draft): Rect {
  const blocks = parts.blocks.flatMap(({ id, width, height }) => {
    const at = draft.at.get(id)
    return at ? [{ ...at, width, height }] : []
  })
  return boundsOf([...blocks, ...draft.frames.values(), ...lineRects(draft)]) ?? { x: 0, y: 0, width: 0, height: 0 }
}

function lineRects(draft: Draft): Rect[] {
  return [...draft.bends.values()]
    .flatMap(segmentsOf)
    .map(({ isLevel, at, from, to }) =>
      isLevel ? { x: from, y: at, width: to - from, height: 0 } : { x: at, y: from, width: 0, height: to - from },
    )
}

function settleCards(design: Design, parts: Parts, draft: Draft): void {
  const step = (card: Block) => stepNumber(cardContent(card.props.shows)?.step ?? 'clarify')
  const cards = freeBlocks(design, 'brief-card').sort((a, b) => step(a) - step(b) || byId(a, b))
  const [first] = cards
  if (!first) return
  const { width, height } = blockSize(first)
  const bounds = diagramBounds(parts, draft)
  const left = upToGrid(bounds.x)
  const top = upToGrid(bounds.y)
  const pitch = { x: upToGrid(width + CARD_GAP), y: upToGrid(height + CARD_GAP) }
  const column = bounds.height === 0 ? cards.length : Math.max(1, Math.floor((bounds.height + CARD_GAP) / pitch.y))
  const row = Math.max(4, Math.floor((bounds.width + CARD_GAP) / pitch.x))
  const columns = Math.ceil(cards.length / column)
  const rows = Math.ceil(cards.length / row)
  const beside = (bounds.width + columns * pitch.x + MARGIN) / Math.max(1, bounds.height)
  const above = bounds.width / (bounds.height + rows * pitch.y + MARGIN)
  const isBeside = Math.abs(Math.log(beside / GOOD_ASPECT)) < Math.abs(Math.log(above / GOOD_ASPECT))
  for (const [i, card] of cards.entries()) {
    const at = isBeside
      ? { x: left - MARGIN - (columns - Math.floor(i / column)) * pitch.x, y: top + (i % column) * pitch.y }
      : { x: left + (i % row) * pitch.x, y: top - MARGIN - (rows - Math.floor(i / row)) * pitch.y }
    draft.at.set(card.id, at)
  }
}

function settleEmptyGroups(design: Design, parts: Parts, draft: Draft): void {
  const isEmpty = (group: Group) => !draft.frames.has(group.id) && !group.locked
  const empty = Object.values(design.groups).filter(isEmpty).sort(byId)
  const bounds = diagramBounds(parts, draft)
  let { x } = bounds
  const y = bounds.y + bounds.height + (bounds.height > 0 ? MARGIN : 0)
  for (const group of empty) {
    const size = group.size ?? EMPTY_ROOM
    draft.frames.set(group.id, { x: Math.round(x), y: Math.round(y), ...size })
    x += size.width + CARD_GAP
  }
}

/** Each note keeps its offset from the block that it stood nearest to, or the free ground next to there. */
function settleNotes(design: Design, draft: Draft): void {
  const notes = freeBlocks(design, 'note')
  if (notes.length === 0) return
  const waiting = new Set(notes.map(note => note.id))
  for (const note of notes) {
    const size = blockSize(note)
    const now = applyDraft(design, draft)
    const near = wishOf(design, draft, note) ?? below(now)
    const at = groundOf(now, waiting).spot({ near, size })
    waiting.delete(note.id)
    if (at) draft.at.set(note.id, at)
  }
}

function wishOf(design: Design, draft: Draft, note: Block): Point | null {
  const rect = rectOf(note)
  if (!rect) return null
  let nearest: { readonly from: Rect; readonly to: Point; readonly gap: number } | null = null
  for (const block of Object.values(design.blocks).sort(byId)) {
    const from = rectOf(block)
    const to = draft.at.get(block.id)
    if (!from || !to || block.kind === 'note') continue
    const gap = distance(rect, from)
    if (!nearest || gap < nearest.gap) nearest = { from, to, gap }
  }
  return nearest && { x: nearest.to.x + rect.x - nearest.from.x, y: nearest.to.y + rect.y - nearest.from.y }
}

function toOrigin(design: Design, draft: Draft): void {
  const blocks = [...draft.at].map(([id, at]) => ({ ...at, ...blockSize(design.blocks[id] as Block) }))
  const bounds = boundsOf([...blocks, ...draft.frames.values(), ...lineRects(draft)])
  if (!bounds) return
  const by = { x: upToGrid(-bounds.x), y: upToGrid(-bounds.y) }
  const move = ({ x, y }: Point) => ({ x: x + by.x, y: y + by.y })
  for (const [id, at] of draft.at) draft.at.set(id, move(at))
  for (const [id, line] of draft.bends) draft.bends.set(id, line.map(move))
  for (const [id, frame] of draft.frames) draft.frames.set(id, { ...frame, ...move(frame) })
}
