import type { Id } from '../model/design'
import { createLine } from './line'
import { claimByChannel } from './presence-channel'

/** A tab's claim to be the one that edits a document. */
export interface Presence {
  /** Whether this tab may edit; otherwise another one does. */
  isHeld(): boolean
  /** Calls the listener once this tab holds the document, because the other let go; returns the function that ends it. */
  onHeld(listener: () => void): () => void
  /** Lets go, or stops waiting. */
  release(): void
}

/**
 * Claims a document for this tab. Another tab that has it keeps it, and this one waits in line. By Web Locks, which the
 * browser frees when a tab dies; where the page has none (plain http), by asking the other tabs.
 */
export async function claim(doc: Id, locks: LockManager | null): Promise<Presence> {
  if (!locks) return claimByChannel(doc)
  try {
    return await claimByLock(doc, locks)
  } catch {
    // The browser refuses locks to this page, as to one without an origin of its own.
    return claimByChannel(doc)
  }
}

async function claimByLock(doc: Id, locks: LockManager): Promise<Presence> {
  const name = `groundplan.document.${doc}`
  const waiting = new AbortController()
  const line = createLine()
  const isFree = await new Promise<boolean>((resolve, reject) => {
    const asked = locks.request(name, { ifAvailable: true }, lock => {
      resolve(lock !== null)
      return lock ? line.hold() : undefined
    })
    asked.catch(reject)
  })
  if (!isFree) {
    // Rejects when this tab stops waiting: that is what was asked for.
    locks.request(name, { signal: waiting.signal }, () => line.hold()).catch(() => undefined)
  }
  return {
    isHeld: line.isHeld,
    onHeld: line.onHeld,
    release() {
      waiting.abort()
      line.release()
    },
  }
}
