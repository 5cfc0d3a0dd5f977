/** A word to the other tabs on the same document that its journal has grown. */
export interface Pings {
  send(): void
  close(): void
}

/** Opens the channel of a document; where the browser has none, nothing is sent and nothing arrives. */
export function openPings(doc: string, onPing: () => void): Pings {
  if (typeof BroadcastChannel === 'undefined') return { send: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(`groundplan.journal.${doc}`)
  channel.onmessage = onPing
  return { send: () => channel.postMessage('grown'), close: () => channel.close() }
}
