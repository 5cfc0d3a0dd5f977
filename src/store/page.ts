/**
 * Calls the listener when the page may be going away: it is hidden, closed or navigated. Whatever must survive has to be
 * done in that very task. Returns the function that ends it; outside a page nothing is ever called.
 */
export function onLeaving(listener: () => void): () => void {
  const page = globalThis.window as EventTarget | undefined
  const document = globalThis.document as Document | undefined
  const onHidden = () => {
    if (document?.visibilityState === 'hidden') listener()
  }
  page?.addEventListener('pagehide', listener)
  document?.addEventListener('visibilitychange', onHidden)
  return () => {
    page?.removeEventListener('pagehide', listener)
    document?.removeEventListener('visibilitychange', onHidden)
  }
}
