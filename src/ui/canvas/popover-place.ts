import type { Point, Size } from '../../model/design'

/** A rectangle in pixels of the canvas's frame on screen. */
export interface Box extends Point, Size {}

const GAP = 14
const RIM = 8

/**
 * Where a popover goes: above its block, else below, right or left of it, the first side where it fits whole; where it
 * fits nowhere, on the side with most room, pushed inside the frame.
 */
export function popoverPlace(anchor: Box, popover: Size, frame: Size): Point {
  const centreX = anchor.x + anchor.width / 2 - popover.width / 2
  const centreY = anchor.y + anchor.height / 2 - popover.height / 2
  const sides = [
    { point: { x: centreX, y: anchor.y - GAP - popover.height }, room: anchor.y - popover.height },
    {
      point: { x: centreX, y: anchor.y + anchor.height + GAP },
      room: frame.height - anchor.y - anchor.height - popover.height,
    },
    {
      point: { x: anchor.x + anchor.width + GAP, y: centreY },
      room: frame.width - anchor.x - anchor.width - popover.width,
    },
    { point: { x: anchor.x - GAP - popover.width, y: centreY }, room: anchor.x - popover.width },
  ]
  const roomiest = sides.reduce((best, side) => (side.room > best.room ? side : best))
  const { point } = sides.find(side => side.room >= GAP + RIM) ?? roomiest
  return {
    x: clamp(point.x, RIM, frame.width - popover.width - RIM),
    y: clamp(point.y, RIM, frame.height - popover.height - RIM),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(Math.max(low, high), value))
}
