let onLeft: (() => void) | null = null

/** Fills the screen where the browser allows it, else the window is enough. `leave` is called when the person ends it. */
export function enterFullScreen(leave: () => void): void {
  onLeft = leave
  document.addEventListener('fullscreenchange', follow)
  // Whoever goes to another page by the browser's own buttons leaves without a word.
  window.addEventListener('hashchange', leaveFullScreen)
  const root = document.documentElement
  // Refused in a frame, without a press, or by the person's settings: the presentation fills the window then.
  if (document.fullscreenEnabled) void root.requestFullscreen({ navigationUI: 'hide' }).then(undefined, () => undefined)
}

/** Gives the screen back. */
export function leaveFullScreen(): void {
  onLeft = null
  document.removeEventListener('fullscreenchange', follow)
  window.removeEventListener('hashchange', leaveFullScreen)
  if (document.fullscreenElement) void document.exitFullscreen()
}

/** The browser keeps Escape for itself while a page fills the screen: what tells of it is the change. */
function follow(): void {
  if (!document.fullscreenElement) onLeft?.()
}
