import { useSyncExternalStore } from 'react'
import type { Id } from '../model/design'

/** Which screen is shown: the address names the open design, so that a reload opens it again. */
export function useOpenDesignId(): Id | null {
  return useSyncExternalStore(
    listener => {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
    () => /^#\/design\/([\w.-]+)$/.exec(window.location.hash)?.[1] ?? null,
  )
}

/** Opens the editor on a design of this device. */
export function goToDesign(id: Id): void {
  window.location.hash = `#/design/${id}`
}

/** Opens the start screen. */
export function goToStart(): void {
  window.location.hash = '#/'
}
