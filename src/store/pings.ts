import type { Id } from '../model/design'
import type { BrowserStorage } from './browser'

/** A word to the other tabs on the same document that its journal has grown. */
export interface Pings {
  send(): void
  close(): void
}

/** Opens the channel of a document; where the browser has none, nothing is sent and nothing arrives. */
export function openPings(browser: BrowserStorage, doc: Id, onPing: () => void): Pings {
  const channel = browser.channel(`groundplan.journal.${doc}`)
  let isOpen = channel !== null
  if (channel) channel.onmessage = onPing
  return {
    send() {
      if (isOpen) channel?.postMessage('grown')
    },
    close() {
      isOpen = false
      channel?.close()
    },
  }
}
