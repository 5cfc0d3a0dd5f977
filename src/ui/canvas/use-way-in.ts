import { type RefObject, useEffect } from 'react'
import { useSession } from '../session/hooks'

/**
 * Lets Tab lead from the diagram, or the outline, to the first fix of the open finding, past what Tab does with a
 * selection otherwise. When the finding closes the focus goes back to where it came from, unless it went on by itself.
 */
export function useWayIn(element: RefObject<HTMLElement | null>): void {
  const session = useSession()
  useEffect(() => {
    const popover = element.current
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlainTab = event.key === 'Tab' && !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
      const isOutside = event.target instanceof Element && event.target.matches('.react-flow, [data-outline-keys]')
      const { dialog, menu, connecting } = session.editor.getState()
      const first = popover?.querySelector<HTMLElement>('[data-first-fix]') ?? popover?.querySelector('button')
      if (!isPlainTab || !isOutside || !first || dialog !== null || menu !== null || connecting) return
      first.focus()
      if (document.activeElement !== first) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      // The popover is gone from the page by now: so is the focus, if it was in it.
      if (document.activeElement === document.body) session.view.focus()
    }
  }, [session, element])
}
