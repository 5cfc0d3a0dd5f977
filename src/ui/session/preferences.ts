import { useSyncExternalStore } from 'react'
import { createPreferences, type PlainPreference, type PreferenceValues } from '../../store/preferences'

/** The preferences of this browser; in memory alone where the browser keeps nothing. */
export const preferences = createPreferences(storageArea())

/** One preference; the component renders again when it changes, here or in another tab. */
export function usePreference<K extends PlainPreference>(key: K): PreferenceValues[K] {
  return useSyncExternalStore(preferences.subscribe, () => preferences.get(key))
}

function storageArea(): Storage | null {
  try {
    return window.localStorage
  } catch {
    // Storage is refused (a private window, a policy): preferences last until the page is closed.
    return null
  }
}
