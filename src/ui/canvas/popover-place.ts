import type { Point, Size } from '../../model/design'

/** A rectangle in pixels of the canvas's frame on screen. */
export interface Box extends Point, Size {}

const GAP = 14
const RIM = 8

/**
 * Where a popover goes: above, below, right or left of its block, where it fits and covers least of the blocks that it
 * speaks of; where it fits nowhere, on the side with most room, pushed inside the frame.
 */
export function popoverPlace(anchor: Box, popover: Size, frame: Size, named: readonly Box[] = []): Point {
  const centreX = anchor.x + anchor.width / 2 - popover.width / 2
  const centreY = anchor.y + anchor.height / 2 - popover.height / 2
  const right = anchor.x + anchor.width
  const bottom = anchor.y + anchor.height
  const sides = [
    { x: centreX, y: anchor.y - GAP - popover.height, room: anchor.y - popover.height },
    { x: centreX, y: bottom + GAP, room: frame.height - bottom - popover.height },
    { x: right + GAP, y: centreY, room: frame.width - right - popover.width },
    { x: anchor.x - GAP - popover.width, y: centreY, room: anchor.x - popover.width },
  ].map(({ x, y, room }) => {
    const at = {
      x: clamp(x, RIM, frame.width - popover.width - RIM),
      y: clamp(y, RIM, frame.height - popover.height - RIM),
    }
    const covered = named.reduce((sum, box) => sum + shared({ ...at, ...popover }, box), 0)
    return { at, room: Math.min(room, GAP + RIM), covered }
  })
  const best = sides.reduce((one, other) => (isBetter(other, one) ? other : one))
  return best.at
}

interface Side {
  readonly room: number
  readonly covered: number
}

/** Fitting comes first, then what is covered; of equals the side that stands first in the list stays. */
function isBetter(one: Side, other: Side): boolean {
  return one.room !== other.room ? one.room > other.room : one.covered < other.covered
}

/** The area that two boxes share, in square pixels. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(Math.max(low, high), value))
}
