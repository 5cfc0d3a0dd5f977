import type { Point } from '../../model/design'

/** Pixels of the screen that stay free around the focused element, for its ring; more at the bottom, for the bars there. */
const AROUND = 16
const BELOW = 56

/**
 * How far the view has to move, in pixels of the screen, so that an element lies in the area and under no panel; nought
 * where it does already. What is larger than the area shows its top left corner.
 */
export function wayIntoSight(area: Element, element: Element): Point {
  const frame = area.getBoundingClientRect()
  const box = element.getBoundingClientRect()
  const x = shift(box.left, box.right, frame.left + AROUND, frame.right - AROUND)
  const y = shift(box.top, box.bottom, frame.top + AROUND, frame.bottom - BELOW)
  for (const over of panelsOver(area)) {
    const isUnder =
      box.left + x < over.right && box.right + x > over.left && box.top + y < over.bottom && box.bottom + y > over.top
    if (!isUnder) continue
    // Up from under what lies in the lower half, down from under what lies in the upper one.
    const isLow = over.top + over.bottom > frame.top + frame.bottom
    return { x, y: isLow ? over.top - AROUND - box.bottom : over.bottom + AROUND - box.top }
  }
  return { x, y }
}

/** Where panels lie over the canvas: all that stands beside the diagram and takes the pointer. */
function panelsOver(area: Element): DOMRect[] {
  return [...area.querySelectorAll(':scope > :not(.react-flow)')]
    .filter(panel => getComputedStyle(panel).pointerEvents !== 'none')
    .map(panel => panel.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
}

function shift(start: number, end: number, from: number, to: number): number {
  if (end - start > to - from || start < from) return from - start
  return end > to ? to - end : 0
}
