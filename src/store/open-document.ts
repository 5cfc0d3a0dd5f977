import type { Design, Id } from '../model/design'
import type { Problem } from '../model/problem'
import type { BrowserStorage } from './browser'
import { COMPACTED, compactIn } from './compaction'
import type { Connection } from './connection'
import { within, writing } from './database'
import { createDocument, type DesignDocument } from './document'
import { reasonOf } from './failure'
import { createJournal, type Journal, type JournalTiming, type OpenJournal } from './journal'
import { type Loaded, load, type Unreadable } from './load'
import { setAside } from './quarantine'
import { type DocumentRow, rowOf } from './stored'
import { quarantineTail } from './tail'

/** A document that is open in this tab; any number of tabs may have it open and edit it. */
export interface OpenDocument {
  readonly id: Id
  /** The case study that it began as a copy of; null for every other design. */
  readonly caseId: string | null
  readonly document: DesignDocument
  readonly journal: Journal
  /** What could not be read and was set aside. */
  readonly problems: readonly Problem[]
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

/** Opens a new document, a copy of a case study or not; its design is stored as soon as the browser can. */
export function openNew(desk: Desk, id: Id, design: Design, caseId?: string): OpenDocument {
  const at = desk.browser.now()
  const row = rowOf(design, { id, createdAt: at, ...(caseId === undefined ? {} : { caseId }) }, at)
  const open = seat(desk, row, design, [])
  const place = { life: '', seq: 0 }
  open.journal.begin({ base: design, place, ids: [], row, isStored: false, own: [], unstored: [], tails: [] })
  return open
}

/** Opens a stored document, or tells why it cannot be read. Never rejects. */
export async function openStored(desk: Desk, id: Id): Promise<{ ok: true; value: OpenDocument } | Unreadable> {
  const loaded = await loadAt(desk, id)
  if (!loaded.ok) return loaded
  const { row, design, problems } = loaded.value
  const open = seat(desk, row, design, problems)
  await beginAt(desk, open.journal, loaded.value)
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
  const { localStorage } = desk.browser
  const isAside = await mend(desk, loaded)
  for (const { key, tail } of loaded.tails) if (!tail && localStorage) quarantineTail(localStorage, key)
  const whole = loaded.tails.filter(({ tail }) => tail !== null).map(({ key }) => key)
  journal.begin({ ...loaded, tails: isAside ? whole : [] })
}

/** Sets aside what cannot be read, in one transaction. Returns false when it has to stay where it is. */
async function mend(desk: Desk, { row, isDamaged, spoilt }: Loaded): Promise<boolean> {
  if (!isDamaged && spoilt.length === 0) return true
  const at = desk.browser.now()
  try {
    const transaction = writing(await desk.connection.open(), COMPACTED, 'strict')
    await within(transaction, async () => {
      await setAside(transaction, row.id, spoilt, at)
      if (isDamaged) await compactIn(transaction, row.id, { at, isAnew: true })
    })
    return true
  } catch {
    // They stay where they are until the next opening.
    return false
  }
}

/** A document at the desk: its store, and its journal at rest. */
function seat(
  { tab, browser, connection, timing }: Desk,
  { id, caseId }: DocumentRow,
  design: Design,
  problems: readonly Problem[],
): OpenDocument & { readonly journal: OpenJournal } {
  const document = createDocument(design)
  const journal = createJournal({ doc: id, tab, document, connection, browser, timing })
  return { id, caseId: caseId ?? null, document, journal, problems, close: journal.close }
}
