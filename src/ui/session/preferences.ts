import { createPreferences } from '../../store/preferences'

/** The preferences of this browser; in memory alone where the browser keeps nothing. */
export const preferences = createPreferences(storageArea())

function storageArea(): Storage | null {
  try {
    return window.localStorage
  } catch {
    // Storage is refused (a private window, a policy): preferences last until the page is closed.
    return null
  }
}
