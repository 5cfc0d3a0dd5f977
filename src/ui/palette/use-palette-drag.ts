import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { hands } from '../canvas/late-hands'
import { addFromPalette } from '../commands/adding'
import { addIntoFlow } from '../commands/splicing'
import { useSession } from '../session/hooks'
import { PALETTE, type PaletteItem } from './items'

/** Pixels the pointer moves before a press becomes a drag. */
const THRESHOLD = 5

/** Milliseconds that a finger rests on an entry before it takes it along: until then it scrolls the list. */
const HOLD_MS = 350

export interface PaletteDrag {
  readonly item: PaletteItem
  readonly x: number
  readonly y: number
}

/** Drags an entry of the palette onto the canvas with the pointer, or with a finger that rested; Escape lets go of it. */
export function usePaletteDrag() {
  const session = useSession()
  const [drag, setDrag] = useState<PaletteDrag | null>(null)
  const press = useRef<PaletteDrag | null>(null)
  const wasDragged = useRef(false)
  const hold = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const letGo = () => {
      clearTimeout(hold.current)
      press.current = null
      setDrag(null)
    }
    const onMove = (event: globalThis.PointerEvent) => {
      const from = press.current
      if (!from) return
      const isFar = Math.hypot(event.clientX - from.x, event.clientY - from.y) > THRESHOLD
      if (!wasDragged.current && !isFar) return
      if (!wasDragged.current && event.pointerType === 'touch') {
        letGo()
        return
      }
      wasDragged.current = true
      setDrag({ item: from.item, x: event.clientX, y: event.clientY })
      hands()?.hover(from.item.kind, { x: event.clientX, y: event.clientY })
    }
    const onUp = (event: globalThis.PointerEvent) => {
      const from = press.current
      letGo()
      if (!from || !wasDragged.current) return
      const at = session.view.dropPoint(event.clientX, event.clientY)
      const flow = hands()?.target() ?? null
      hands()?.hover(from.item.kind, null)
      if (!at) return
      if (flow === null) addFromPalette(session, from.item, at)
      else addIntoFlow(session, from.item, flow, at)
      session.view.focus()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      letGo()
      hands()?.hover('', null)
    }
    // The list would scroll along with what is dragged out of it.
    const onTouchMove = (event: TouchEvent) => {
      if (press.current && wasDragged.current) event.preventDefault()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', letGo)
    window.addEventListener('keydown', onKey)
    window.addEventListener('touchmove', onTouchMove, { passive: false })
    return () => {
      letGo()
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', letGo)
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('touchmove', onTouchMove)
    }
  }, [session])

  const onPointerDown = (event: PointerEvent) => {
    wasDragged.current = false
    const id = (event.target as Element).closest('[data-palette]')?.getAttribute('data-palette')
    const item = PALETTE.find(one => one.id === id)
    const from = item && event.button === 0 ? { item, x: event.clientX, y: event.clientY } : null
    press.current = from
    if (!from || event.pointerType !== 'touch') return
    clearTimeout(hold.current)
    hold.current = setTimeout(() => {
      wasDragged.current = true
      setDrag(from)
    }, HOLD_MS)
  }
  // A drag ends in a click on the entry when it comes back to it: that click adds nothing.
  const onClickCapture = (event: { stopPropagation(): void }) => {
    if (wasDragged.current) event.stopPropagation()
  }
  // A finger that rests takes the entry along: the browser's own menu would take the finger away.
  const onContextMenu = (event: { preventDefault(): void }) => {
    if (press.current) event.preventDefault()
  }
  return { drag, handlers: { onPointerDown, onClickCapture, onContextMenu } }
}
