import type { Point, Size } from '../../../model/design'
import type { Box } from '../popover-place'

/** Pixels on screen between a toolbar and what it belongs to: it fits between the rows of a tidy diagram. */
const GAP = 5

/** Where the mark of a finding stands out over the upper right corner of a block: this far up, and this far to the left. */
const MARK = { up: 9, left: 15 }

/** Pixels on screen to the rim of the canvas. */
const RIM = 6

/**
 * Where a toolbar goes: over the upper left corner of a block and clear of its mark, under the block where there is no
 * room above; null when the block is not in sight. All in pixels of the canvas's frame.
 */
export function toolbarPlace(anchor: Box, bar: Size, frame: Size): Point | null {
  const right = anchor.x + anchor.width
  const bottom = anchor.y + anchor.height
  if (!isInSight(anchor, frame)) return null
  const isClear = anchor.x + bar.width <= right - MARK.left
  const above = anchor.y - GAP - bar.height - (isClear ? 0 : MARK.up)
  const below = bottom + GAP
  const y = above >= RIM ? above : below
  const x = Math.max(RIM, Math.min(anchor.x, frame.width - bar.width - RIM))
  return y + bar.height <= frame.height - RIM ? { x, y } : null
}

/** Where a toolbar goes beside a line that runs up and down: right of it, or left where the canvas ends. */
export function toolbarBeside(anchor: Box, bar: Size, frame: Size): Point | null {
  if (!isInSight(anchor, frame)) return null
  const right = anchor.x + anchor.width + GAP
  const x = right + bar.width <= frame.width - RIM ? right : anchor.x - GAP - bar.width
  const y = anchor.y + (anchor.height - bar.height) / 2
  return { x, y: Math.max(RIM, Math.min(y, frame.height - bar.height - RIM)) }
}

function isInSight({ x, y, width, height }: Box, frame: Size): boolean {
  return x + width >= 0 && y + height >= 0 && x <= frame.width && y <= frame.height
}
