import { useEffect } from 'react'
import type { Id, Point } from '../../../model/design'
import { useSession } from '../../session/hooks'
import { useCanvasStore } from '../canvas-context'
import { offerAt, pointAt, take } from './connecting'
import { endUnder, isOnCanvas, trackPending } from './flow-drag'

/** Pixels that a press may move and still be a click. */
const STILL = 5

/**
 * The pointer while a flow is drawn: a press takes a block, the next one the other end, and so does letting go over it.
 * Empty canvas offers the blocks that may stand there. Blocks are not moved meanwhile; the view still is.
 */
export function useConnectPointer(): void {
  const session = useSession()
  const canvas = useCanvasStore()
  useEffect(() => {
    const element = document.querySelector<HTMLElement>('[data-canvas]')
    let press: { readonly at: Point; readonly block: Id | null; readonly isFirst: boolean } | null = null
    const pointOf = (event: MouseEvent) => ({ x: event.clientX, y: event.clientY })
    const isOnBlock = ({ target }: Event) => target instanceof Element && target.closest('.react-flow__node') !== null

    const onMove = (event: PointerEvent) => {
      const { connecting } = session.editor.getState()
      if (!connecting) return
      const over = isOnCanvas(pointOf(event)) ? endUnder(pointOf(event)) : null
      if (connecting.from !== null)
        trackPending(session, canvas, connecting.from, pointOf(event), connecting.isReversed)
      pointAt(session, over === connecting.from ? null : over)
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || !isOnCanvas(pointOf(event))) return
      const block = endUnder(pointOf(event))
      const isFirst = session.editor.getState().connecting?.from === null
      press = { at: pointOf(event), block, isFirst }
      if (isFirst && block !== null) take(session, block)
    }
    const onUp = (event: PointerEvent) => {
      const from = press
      press = null
      const { connecting } = session.editor.getState()
      if (!from || !connecting || !isOnCanvas(pointOf(event))) return
      const block = endUnder(pointOf(event))
      const isStill = Math.hypot(event.clientX - from.at.x, event.clientY - from.at.y) < STILL
      if (block !== null && block !== connecting.from) take(session, block)
      else if (block === null && (isStill || (from.isFirst && from.block !== null)))
        offerAt(session, session.view.dropPoint(event.clientX, event.clientY))
    }
    // React Flow would select, move or pan by what belongs to the flow now.
    const hold = (event: Event) => isOnBlock(event) && event.stopPropagation()
    const swallow = (event: MouseEvent) => isOnCanvas(pointOf(event)) && event.stopPropagation()

    element?.addEventListener('pointermove', onMove)
    element?.addEventListener('pointerdown', onDown, true)
    window.addEventListener('pointerup', onUp)
    for (const name of ['mousedown', 'touchstart'] as const) element?.addEventListener(name, hold, true)
    element?.addEventListener('click', swallow, true)
    return () => {
      element?.removeEventListener('pointermove', onMove)
      element?.removeEventListener('pointerdown', onDown, true)
      window.removeEventListener('pointerup', onUp)
      for (const name of ['mousedown', 'touchstart'] as const) element?.removeEventListener(name, hold, true)
      // The click that ends the flow comes after it: it selects nothing.
      setTimeout(() => element?.removeEventListener('click', swallow, true))
    }
  }, [session, canvas])
}
