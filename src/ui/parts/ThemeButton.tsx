import { useSyncExternalStore } from 'react'
import { themeButton as say } from '../messages/en'
import { preferences, usePreference } from '../session/preferences'
import { Button } from './Button'

const DARK = '(prefers-color-scheme: dark)'

/** Switches between light and dark and remembers it; until the first press the system decides. */
export function ThemeButton() {
  const theme = usePreference('theme')
  const isDarkOutside = useSyncExternalStore(subscribe, () => window.matchMedia(DARK).matches)
  const isDark = theme === 'system' ? isDarkOutside : theme === 'dark'
  return (
    <Button
      icon={isDark ? 'sun' : 'moon'}
      aria-label={isDark ? say.light : say.dark}
      onClick={() => preferences.set('theme', isDark ? 'light' : 'dark')}
    />
  )
}

/** Whether the page is shown dark now. */
export function isDarkNow(): boolean {
  const theme = preferences.get('theme')
  return theme === 'system' ? window.matchMedia(DARK).matches : theme === 'dark'
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(DARK)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
