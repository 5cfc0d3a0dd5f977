import { use, useEffect } from 'react'
import { setProfile } from '../commands/findings'
import { SessionContext } from '../session/hooks'
import { preferences } from '../session/preferences'

/** Lets the page look and behave as the preferences say, whichever tab changes them. */
export function usePreferencesInStep(): void {
  const session = use(SessionContext)
  useEffect(() => {
    const follow = () => {
      showAppearance()
      if (session && session.editor.getState().profile !== preferences.get('profile'))
        setProfile(session, preferences.get('profile'))
    }
    const onStorage = (event: StorageEvent) => preferences.heard(event.key)
    window.addEventListener('storage', onStorage)
    const end = preferences.subscribe(follow)
    return () => {
      window.removeEventListener('storage', onStorage)
      end()
    }
  }, [session])
}

/** What the style sheet reads; `public/theme.js` does the same before the first paint. */
function showAppearance(): void {
  const { dataset } = document.documentElement
  const theme = preferences.get('theme')
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  if (preferences.get('motion') === 'reduce') dataset.motion = 'reduce'
  else delete dataset.motion
}
