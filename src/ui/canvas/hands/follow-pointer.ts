/** What a drag does while it lasts and when it ends. */
interface PointerDrag {
  readonly onMove: (event: PointerEvent) => void
  readonly onUp: (event: PointerEvent) => void
  /** Escape, or a pointer that the browser took away. */
  readonly onCancel: () => void
}

/** Follows a drag over the whole window, Escape included. Returns the function that stops listening. */
export function followPointer({ onMove, onUp, onCancel }: PointerDrag): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', onCancel)
  window.addEventListener('keydown', onKey, true)
  return () => {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onCancel)
    window.removeEventListener('keydown', onKey, true)
  }
}
