import { boundsOf, type Rect } from '../../layout/rect'
import type { Size } from '../../model/design'

/**
 * What a view of that size shows one after another so that every place is seen whole: one rectangle where all of them
 * fit, else the places parted at their widest gap, from left to right or from top to bottom. A place that is larger than
 * the view is a rectangle of its own. Both sizes are in canvas pixels.
 */
export function viewsOf(places: readonly Rect[], view: Size): Rect[] {
  const bounds = boundsOf(places)
  if (!bounds) return []
  const across = bounds.width / view.width
  const down = bounds.height / view.height
  if (places.length === 1 || (across <= 1 && down <= 1)) return [bounds]
  const [first, second] = across >= down ? parted(places, 'x') : parted(places, 'y')
  return [...viewsOf(first, view), ...viewsOf(second, view)]
}

/** Two parts along an axis, neither of them empty. Of equal gaps the one nearest to the middle parts. */
function parted(places: readonly Rect[], axis: 'x' | 'y'): [Rect[], Rect[]] {
  const sorted = [...places].sort((a, b) => a[axis] - b[axis])
  const start = (index: number) => sorted[index]?.[axis] ?? 0
  const off = (index: number) => Math.abs(index - sorted.length / 2)
  let at = 1
  for (let index = 2; index < sorted.length; index++) {
    const wider = start(index) - start(index - 1) - (start(at) - start(at - 1))
    if (wider > 0 || (wider === 0 && off(index) < off(at))) at = index
  }
  return [sorted.slice(0, at), sorted.slice(at)]
}
