import { useEffect } from 'react'
import { useSession } from '../session/hooks'
import { DEEDS } from './presenting'

/** The share of the canvas at its left and its right edge where a press turns to the stop before or after. */
const EDGE = 0.16

/** Pixels that a press may wander, and that a swipe takes. */
const STILL = 10
const SWIPE = 56

/**
 * Turns to the next stop by a press near the right edge of the canvas, back by one near the left, and by a swipe of one
 * finger. The laser only points.
 */
export function useTurning(): void {
  const session = useSession()
  useEffect(() => {
    const canvas = document.querySelector('[data-canvas]')
    const down = new Map<number, PointerEvent>()
    let isPinch = false
    const onDown = (event: PointerEvent) => {
      const isHere = event.target instanceof Node && canvas?.contains(event.target)
      if (!isHere || !event.isPrimary || event.button !== 0) isPinch = down.size > 0
      else {
        isPinch = false
        down.set(event.pointerId, event)
      }
    }
    const onUp = (event: PointerEvent) => {
      const from = down.get(event.pointerId)
      down.clear()
      if (!from || isPinch || event.type === 'pointercancel' || session.editor.getState().isLaser) return
      const way = wayOf(from, event, canvas?.getBoundingClientRect())
      if (way !== null) DEEDS[way](session)
    }
    window.addEventListener('pointerdown', onDown, true)
    window.addEventListener('pointerup', onUp, true)
    window.addEventListener('pointercancel', onUp, true)
    return () => {
      window.removeEventListener('pointerdown', onDown, true)
      window.removeEventListener('pointerup', onUp, true)
      window.removeEventListener('pointercancel', onUp, true)
    }
  }, [session])
}

/** Where a press or a swipe leads; null when it was meant for the canvas. */
function wayOf(from: PointerEvent, to: PointerEvent, box: DOMRect | undefined): 'next' | 'back' | null {
  const dx = to.clientX - from.clientX
  const dy = to.clientY - from.clientY
  if (from.pointerType === 'touch' && Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy))
    return dx < 0 ? 'next' : 'back'
  if (!box || Math.hypot(dx, dy) > STILL) return null
  const share = (to.clientX - box.left) / box.width
  return share > 1 - EDGE ? 'next' : share < EDGE ? 'back' : null
}
