/** What the store uses of the browser. Each may be missing or refuse: a private window, blocked data, plain http. */
export interface BrowserStorage {
  readonly indexedDB: () => IDBFactory | null
  readonly localStorage: Storage | null
  /** A channel to the other tabs, null where the browser has none. */
  readonly channel: (name: string) => BroadcastChannel | null
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The storage of this page; what the browser refuses to give is null. */
export function browserStorage(): BrowserStorage {
  return {
    indexedDB: () => permitted(() => globalThis.indexedDB),
    localStorage: permitted(() => globalThis.localStorage),
    channel: name => permitted(() => globalThis.BroadcastChannel && new BroadcastChannel(name)),
    now: Date.now,
  }
}

function permitted<T>(get: () => T | undefined): T | null {
  try {
    return get() ?? null
  } catch {
    // Blocked site data: even the look at the property throws.
    return null
  }
}
