import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 1199px)'

/** Whether the window is too narrow for details over the canvas: they unfold in the list then. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
