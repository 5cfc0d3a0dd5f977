import { blockSize } from '../kinds'
import { type Block, type Design, lookUp } from '../model/design'
import { applyEdit, type Change } from '../model/edit'
import { rectOf } from './frames'
import { GAP, groundOf } from './ground'
import type { Parts } from './parts'
import { place } from './place'
import { overlaps, type Rect } from './rect'
import { hasLine, looseBlocks } from './settled'

/**
 * The changes that tidy a layout in no rows and columns after an edit, and move nothing that stands: blocks without a
 * place get free ground beside what they are wired to, and those that a person put on top of others the nearest. The
 * drawing finds their lines, and others for those they now stand in the way of. Null when there is no layout: most
 * blocks are loose, or no flow has a line.
 */
export function mended(design: Design, parts: Parts): Change[] | null {
  const loose = looseBlocks(design, parts)
  const isLaidOut = parts.flows.some(flow => hasLine(design, flow))
  if (!isLaidOut || 2 * loose.size > parts.blocks.length) return null
  const aside = [...loose].flatMap(id => stepAside(design, lookUp(design.blocks, id)))
  const stood = applyEdit(design, { label: '', changes: aside })
  const placing = place(stood, { label: '', changes: Object.values(stood.blocks).flatMap(putUnplaced) }).changes
  const places = placing.flatMap(change => (change.op === 'put' ? placeChange(change.record as Block) : [change]))
  return [...aside, ...places]
}

function putUnplaced(block: Block): Change[] {
  return block.at ? [] : [{ op: 'put', table: 'blocks', id: block.id, record: block }]
}

function placeChange({ id, at }: Block): Change[] {
  return at ? [{ op: 'set', table: 'blocks', id, path: 'at', to: { ...at } }] : []
}

/** Moves a block off what it covers, to the nearest free ground. */
function stepAside(design: Design, block: Block | undefined): Change[] {
  const rect = block ? rectOf(block) : null
  if (!block || !rect || block.locked) return []
  const others = Object.values(design.blocks).flatMap(other => (other === block ? [] : rectsOf(other)))
  if (!others.some(other => overlaps(rect, other, GAP / 2))) return []
  const at = groundOf(design, new Set([block.id])).spot({ near: rect, size: blockSize(block) }, block.group)
  return at ? [{ op: 'set', table: 'blocks', id: block.id, path: 'at', to: { ...at } }] : []
}

function rectsOf(block: Block): Rect[] {
  const rect = rectOf(block)
  return rect ? [rect] : []
}
