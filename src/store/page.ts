/**
 * Calls the listener when the page may be going away: it is hidden, closed or navigated. Whatever must survive has to be
 * done in that very task. Returns the function that ends it; outside a page nothing is ever called.
 */
export function onLeaving(listener: () => void): () => void {
  return listen('pagehide', 'hidden', listener)
}

/** Calls the listener when the page is shown again: words of other tabs may have been missed meanwhile. */
export function onReturning(listener: () => void): () => void {
  return listen('pageshow', 'visible', listener)
}

function listen(event: 'pagehide' | 'pageshow', visibility: DocumentVisibilityState, listener: () => void): () => void {
  const page = globalThis.window as EventTarget | undefined
  const document = globalThis.document as Document | undefined
  const onChange = () => {
    if (document?.visibilityState === visibility) listener()
  }
  page?.addEventListener(event, listener)
  document?.addEventListener('visibilitychange', onChange)
  return () => {
    page?.removeEventListener(event, listener)
    document?.removeEventListener('visibilitychange', onChange)
  }
}
