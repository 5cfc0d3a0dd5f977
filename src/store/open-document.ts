import type { Design, Id } from '../model/design'
import type { Problem, Result } from '../model/problem'
import type { BrowserStorage } from './browser'
import type { Connection } from './connection'
import { difference } from './difference'
import { createDocument, type DesignDocument } from './document'
import { reasonOf } from './failure'
import { createJournal, type Journal, type JournalTiming, type OpenJournal } from './journal'
import { type Loaded, load, type Unreadable } from './load'
import { openPings } from './pings'
import { claim, type Presence } from './presence'
import { quarantine } from './quarantine'
import { rowOf } from './stored'
import { quarantineTail } from './tail'

/** A document that is open in this tab. `document.getState().readOnly` tells whether another tab edits it. */
export interface OpenDocument {
  readonly id: Id
  readonly document: DesignDocument
  readonly journal: Journal
  /** What could not be read and was set aside. */
  readonly problems: readonly Problem[]
  /**
   * Calls the listener once the other tab let go of the document, at once if it has already; until then this tab shows
   * what the other one does. Returns the function that ends it.
   */
  onLockAvailable(listener: () => void): () => void
  /** Makes a read-only document editable with all that the other tab stored. Refused while the other tab has it. */
  takeOver(): Promise<Result<null>>
  /** Stores what is left, lets go of the document. Returns false when some edits could not be stored. */
  close(): Promise<boolean>
}

/** What documents of a tab share. */
export interface Desk {
  readonly tab: string
  readonly browser: BrowserStorage
  readonly connection: Connection
  readonly timing: Partial<JournalTiming>
}

/** Opens a new document; its design is stored as soon as the browser can. */
export async function openNew(desk: Desk, id: Id, design: Design): Promise<OpenDocument> {
  const presence = await claim(id, desk.browser.locks)
  const open = seat(desk, id, presence, design, [])
  const at = desk.browser.now()
  const row = rowOf(design, { id, createdAt: at }, at)
  open.journal.begin({ row, isStored: false, known: [], unstored: [], tails: [] })
  return open
}

/** Opens a stored document, read-only while another tab has it; or tells why it cannot be read. Never rejects. */
export async function openStored(desk: Desk, id: Id): Promise<{ ok: true; value: OpenDocument } | Unreadable> {
  const presence = await claim(id, desk.browser.locks)
  const loaded = await loadAt(desk, id)
  if (!loaded.ok) {
    presence.release()
    return loaded
  }
  const open = seat(desk, id, presence, loaded.value.design, loaded.value.problems)
  if (presence.isHeld()) await beginAt(desk, open.journal, loaded.value)
  else open.document.setReadOnly(true)
  return { ok: true, value: open }
}

/** Loads a document; storage that cannot be reached is a problem like any other. */
export async function loadAt(desk: Desk, id: Id): Promise<{ ok: true; value: Loaded } | Unreadable> {
  const { localStorage, now } = desk.browser
  let failure: Problem | null = null
  const db = await desk.connection.open().catch((error: unknown) => {
    failure = { path: '', message: reasonOf(error), hint: 'Try again, or open the design from a file.' }
    return null
  })
  try {
    const loaded = await load(db, localStorage, id, now())
    return loaded.ok || !failure ? loaded : { ...loaded, problems: [failure] }
  } catch (error) {
    return { ok: false, problems: [{ path: '', message: reasonOf(error), hint: 'Try again.' }], raw: '' }
  }
}

/** Lets the journal write, once what cannot be read was set aside. */
async function beginAt(desk: Desk, journal: OpenJournal, loaded: Loaded): Promise<void> {
  const { localStorage, now } = desk.browser
  const isAside = await setAside(desk, loaded, now())
  for (const { key, tail } of loaded.tails) if (!tail && localStorage) quarantineTail(localStorage, key)
  const whole = loaded.tails.filter(({ tail }) => tail !== null).map(({ key }) => key)
  journal.begin({ ...loaded, tails: isAside ? whole : [] })
}

async function setAside(desk: Desk, loaded: Loaded, at: number): Promise<boolean> {
  if (loaded.damaged.length === 0) return true
  try {
    await quarantine(await desk.connection.open(), loaded.row.id, loaded.damaged, at)
    return true
  } catch {
    // They stay where they are, and keep the journal from being compacted over them.
    return false
  }
}

/** A document at the desk: its store, its journal at rest, its place in line. */
function seat(
  desk: Desk,
  id: Id,
  presence: Presence,
  design: Design,
  problems: readonly Problem[],
): OpenDocument & { readonly journal: OpenJournal } {
  const { tab, browser, connection, timing } = desk
  const document = createDocument(design)
  const pings = openPings(id, () => void follow())
  const area = browser.localStorage
  const onStored = pings.send
  const journal = createJournal({ doc: id, tab, document, connection, area, now: browser.now, onStored, timing })
  let isFollowing = false
  let hasMore = false

  /** Shows what the other tab stored. Pings that arrive meanwhile are answered by one more look. */
  async function follow(): Promise<void> {
    hasMore = true
    if (isFollowing) return
    isFollowing = true
    while (hasMore && document.getState().readOnly) {
      hasMore = false
      const loaded = await loadAt(desk, id)
      if (loaded.ok && document.getState().readOnly) show(loaded.value.design)
    }
    isFollowing = false
  }

  function show(design: Design): void {
    document.commit(difference(document.getState().design, design, 'Changes from another tab'), 'tab')
  }

  return {
    id,
    document,
    journal,
    problems,
    onLockAvailable(listener) {
      if (presence.isHeld() && document.getState().readOnly) queueMicrotask(listener)
      return presence.onHeld(listener)
    },
    async takeOver() {
      if (!document.getState().readOnly) return { ok: true, value: null }
      if (!presence.isHeld()) return { ok: false, problems: [ELSEWHERE] }
      const loaded = await loadAt(desk, id)
      if (!loaded.ok) return loaded
      show(loaded.value.design)
      document.setReadOnly(false)
      await beginAt(desk, journal, loaded.value)
      return { ok: true, value: null }
    },
    async close() {
      const isStored = await journal.close()
      pings.close()
      presence.release()
      return isStored
    },
  }
}

/** Why a document cannot be changed here. */
export const ELSEWHERE: Problem = {
  path: '',
  message: 'This design is open in another tab.',
  hint: 'Close it there first.',
}
