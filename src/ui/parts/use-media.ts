import { useCallback, useSyncExternalStore } from 'react'

/** The width up to which a window is a phone's: bars keep what is pressed all the time, the rest is in the menu. */
export const PHONE = '(max-width: 599px)'

/** Whether a media query holds for the window now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
