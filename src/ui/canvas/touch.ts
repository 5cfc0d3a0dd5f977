import type { Session } from '../session/session'
import { type Finger, pinched } from './pinch'

/** Milliseconds that a finger rests before the menu opens, and the pixels it may tremble meanwhile. */
const HOLD_MS = 500
const STILL = 10

/** Zooms of the canvas, as far as the wheel goes. */
const ZOOMS = { least: 0.1, most: 4 }

/**
 * Fingers on the canvas, beside what React Flow does with one of them: two fingers zoom and move the view wherever they
 * are put down, also on blocks; a finger that rests opens the menu of what is there. Returns the function that ends it.
 */
export function followFingers(session: Session, canvas: HTMLElement): () => void {
  let hold: ReturnType<typeof setTimeout> | undefined
  let from: Finger | null = null
  /** The gesture is ours until every finger is lifted: neither block nor canvas moves by it. */
  let isTaken = false
  let last: readonly Finger[] = []

  const onStart = (event: TouchEvent) => {
    clearTimeout(hold)
    const fingers = fingersOf(event)
    if (fingers.length > 1) {
      isTaken = true
      last = fingers
      event.stopPropagation()
      return
    }
    const [finger = null] = fingers
    from = finger
    if (finger && isOnDiagram(event.target) && !session.editor.getState().isLaser)
      hold = setTimeout(() => openMenu(event.target as Element, finger), HOLD_MS)
  }
  const openMenu = (target: Element, { x, y }: Finger) => {
    target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y }))
    isTaken = true
  }
  const onMove = (event: TouchEvent) => {
    const fingers = fingersOf(event)
    const [finger] = fingers
    if (from && finger && Math.hypot(finger.x - from.x, finger.y - from.y) > STILL) clearTimeout(hold)
    if (!isTaken) return
    event.preventDefault()
    event.stopPropagation()
    const { left, top } = canvas.getBoundingClientRect()
    const shift = pinched(session.view.shift(), last, fingers, { x: left, y: top }, ZOOMS)
    if (shift) session.view.moveTo(shift, false)
    last = fingers
  }
  const onEnd = (event: TouchEvent) => {
    clearTimeout(hold)
    last = fingersOf(event)
    // What follows a long press or a pinch is no click.
    if (isTaken && event.cancelable) event.preventDefault()
    if (last.length > 0) return
    isTaken = false
    from = null
  }
  // Some browsers tell of a long press themselves: then the menu is open already.
  const onMenu = (event: Event) => {
    if (!event.isTrusted || !from) return
    clearTimeout(hold)
    if (isTaken) {
      event.preventDefault()
      event.stopPropagation()
    }
    isTaken = true
  }
  const options = { capture: true, passive: false } as const
  canvas.addEventListener('touchstart', onStart, options)
  canvas.addEventListener('touchmove', onMove, options)
  canvas.addEventListener('touchend', onEnd, options)
  canvas.addEventListener('touchcancel', onEnd, options)
  canvas.addEventListener('contextmenu', onMenu, options)
  canvas.dataset.fingers = ''
  return () => {
    clearTimeout(hold)
    delete canvas.dataset.fingers
    canvas.removeEventListener('touchstart', onStart, options)
    canvas.removeEventListener('touchmove', onMove, options)
    canvas.removeEventListener('touchend', onEnd, options)
    canvas.removeEventListener('touchcancel', onEnd, options)
    canvas.removeEventListener('contextmenu', onMenu, options)
  }
}

/** Fields and buttons over the diagram keep what a long press does there. */
function isOnDiagram(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('.react-flow') !== null && !target.closest('button, input, textarea')
  )
}

function fingersOf({ touches }: TouchEvent): Finger[] {
  return [...touches].map(({ clientX, clientY }) => ({ x: clientX, y: clientY }))
}
