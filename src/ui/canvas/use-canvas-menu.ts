import { type RefObject, useEffect } from 'react'
import { useSession } from '../session/hooks'

/**
 * Opens the menu of what is pressed with the right button. Listening starts with the canvas, what opens the menu is
 * loaded then; fields, popovers and the legend keep the menu of the browser.
 */
export function useCanvasMenu(wrapper: RefObject<HTMLDivElement | null>): void {
  const session = useSession()
  useEffect(() => {
    const element = wrapper.current
    const onContextMenu = (event: MouseEvent) => {
      const { target, clientX: x, clientY: y } = event
      if (!(target instanceof Element) || !target.closest('.react-flow') || target.closest('textarea, input')) return
      event.preventDefault()
      const named = (name: string) => target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? undefined
      const under = { block: named('block'), flow: named('flow'), room: named('group') }
      void import('../commands/menu').then(({ openMenuAt }) => openMenuAt(session, { x, y }, under))
    }
    element?.addEventListener('contextmenu', onContextMenu)
    return () => element?.removeEventListener('contextmenu', onContextMenu)
  }, [session, wrapper])
}
