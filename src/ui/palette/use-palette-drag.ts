import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { addFromPalette } from '../commands/adding'
import { useSession } from '../session/hooks'
import { PALETTE, type PaletteItem } from './items'

/** Pixels the pointer moves before a press becomes a drag. */
const THRESHOLD = 5

export interface PaletteDrag {
  readonly item: PaletteItem
  readonly x: number
  readonly y: number
}

/** Drags an entry of the palette onto the canvas with the pointer; Escape lets go of it. */
export function usePaletteDrag() {
  const session = useSession()
  const [drag, setDrag] = useState<PaletteDrag | null>(null)
  const press = useRef<PaletteDrag | null>(null)
  const wasDragged = useRef(false)

  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => {
      const from = press.current
      if (!from) return
      const isFar = Math.hypot(event.clientX - from.x, event.clientY - from.y) > THRESHOLD
      if (!wasDragged.current && !isFar) return
      wasDragged.current = true
      setDrag({ item: from.item, x: event.clientX, y: event.clientY })
    }
    const onUp = (event: globalThis.PointerEvent) => {
      const from = press.current
      press.current = null
      setDrag(null)
      if (!from || !wasDragged.current) return
      const at = session.view.dropPoint(event.clientX, event.clientY)
      if (!at) return
      addFromPalette(session, from.item, at)
      session.view.focus()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      press.current = null
      setDrag(null)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('keydown', onKey)
    }
  }, [session])

  const onPointerDown = (event: PointerEvent) => {
    wasDragged.current = false
    const id = (event.target as Element).closest('[data-palette]')?.getAttribute('data-palette')
    const item = PALETTE.find(one => one.id === id)
    press.current = item && event.button === 0 ? { item, x: event.clientX, y: event.clientY } : null
  }
  // A drag ends in a click on the entry when it comes back to it: that click adds nothing.
  const onClickCapture = (event: { stopPropagation(): void }) => {
    if (wasDragged.current) event.stopPropagation()
  }
  return { drag, handlers: { onPointerDown, onClickCapture } }
}
