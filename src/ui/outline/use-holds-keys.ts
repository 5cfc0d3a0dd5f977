import { type RefObject, useEffect } from 'react'
import { useSession } from '../session/hooks'

/**
 * Marks the outline as the place where the person works, from when it gets the focus until the canvas does: whoever
 * gives the focus back after a dialog or a menu gives it to the marked one. When the outline closes the canvas gets it.
 */
export function useHoldsKeys(grid: RefObject<HTMLDivElement | null>): void {
  const session = useSession()
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      if (target.closest('[data-outline]')) grid.current?.setAttribute('data-outline-keys', '')
      else if (target.closest('[data-canvas]')) grid.current?.removeAttribute('data-outline-keys')
    }
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('focusin', onFocus)
      // The grid is gone from the page by now: so is the focus, if it was in it.
      if (document.activeElement === document.body) session.view.focus()
    }
  }, [session, grid])
}
