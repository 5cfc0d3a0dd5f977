import { useState } from 'react'
import { preferences } from '../session/preferences'
import { Button } from './Button'

/** Switches between light and dark and remembers it; until the first press the system decides. */
export function ThemeButton() {
  const [isDark, setDark] = useState(isDarkNow)
  const toggle = () => {
    const theme = isDark ? 'light' : 'dark'
    document.documentElement.dataset.theme = theme
    preferences.set('theme', theme)
    setDark(!isDark)
  }
  return <Button icon={isDark ? 'sun' : 'moon'} aria-label={isDark ? 'Light theme' : 'Dark theme'} onClick={toggle} />
}

/** Whether the page is shown dark now. */
export function isDarkNow(): boolean {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches
}
