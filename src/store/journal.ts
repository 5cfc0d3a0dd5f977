import { readDesign } from '../gate'
import type { Id, Json } from '../model/design'
import type { Edit } from '../model/edit'
import { designText } from '../model/text'
import { isSame } from './carry-out'
import type { Connection } from './connection'
import { completed } from './database'
import type { DesignDocument, Readable } from './document'
import { missingStorage, reasonOf } from './failure'
import { onLeaving } from './page'
import { randomId } from './random-id'
import { createStatusLight, type SaveStatus } from './save-status'
import { type DocumentRow, type JournalRecord, rowOf, STORED_SCHEMA } from './stored'
import { dropTail, tailKey, writeTail } from './tail'
import { keepVersion } from './versions'
import { append, compact, storeMissing } from './writes'

/** When the journal acts by itself, in milliseconds and records. */
export interface JournalTiming {
  /** Between two attempts to store after a failure. */
  readonly retryMs: number
  /** Without an edit until the journal is compacted. */
  readonly idleMs: number
  /** A write that takes longer is shown as failed until it ends. */
  readonly slowMs: number
  /** Records until the journal is compacted without waiting. */
  readonly recordLimit: number
}

const JOURNAL_TIMING: JournalTiming = { retryMs: 3_000, idleMs: 5_000, slowMs: 1_500, recordLimit: 200 }

/** What a tab is about to write to: known only once the document was loaded. */
export interface JournalStart {
  readonly row: DocumentRow
  readonly isStored: boolean
  readonly known: readonly string[]
  readonly unstored: readonly JournalRecord[]
  /** Keys of the tails whose records are in `unstored` or stored already. */
  readonly tails: readonly string[]
}

export interface Journal {
  /** Whether the edits are stored. */
  readonly status: Readable<SaveStatus>
  /** What the list of documents shows beside this one; stored with the next write. */
  setSummary(summary: Json): void
  /** Keeps the design of this moment as a version ("Before Tidy"). Returns false when it could not be stored. */
  keepVersion(reason: string): Promise<boolean>
  /** Stores what is left and stops. Returns false when some edits could only be put into the tail, or not at all. */
  close(): Promise<boolean>
}

/** The journal with the ends that only the opening of a document uses. */
export interface OpenJournal extends Journal {
  /** Starts to write. Before it nothing is stored: not while the document loads, and never in a read-only tab. */
  begin(start: JournalStart): void
  /** Writes what the database has not confirmed to the tail, in this very task. */
  leave(): void
}

export interface JournalSetup {
  readonly doc: Id
  /** Names this tab in its records and its tail. */
  readonly tab: string
  readonly document: DesignDocument
  readonly connection: Connection
  /** Where the tail goes: `localStorage`, or null where there is none. */
  readonly area: Storage | null
  readonly now: () => number
  /** Called when the journal has grown. */
  readonly onStored?: () => void
  readonly timing?: Partial<JournalTiming>
}

interface Entry {
  readonly record: JournalRecord
  isStored: boolean
}

/**
 * Stores each committed edit of a document as one record, in the order in which they were made.
 * `well`: every edit is sent at once. `behind`: something is missing in the database, so edits queue until one
 * transaction has stored all that is missing; then it is well again. Editing goes on in memory either way.
 */
export function createJournal(setup: JournalSetup): OpenJournal {
  const { doc, tab, document, connection, area, now } = setup
  const timing = { ...JOURNAL_TIMING, ...setup.timing }
  const light = createStatusLight(timing.slowMs)
  const tails = new Set<string>()
  /** Edits from the first unconfirmed one on; later ones may be confirmed before it. */
  let queue: Entry[] = []
  /** Records in the journal that stand in this tab's design. */
  let known = new Set<string>()
  let mode: 'resting' | 'well' | 'behind' | 'closed' = 'resting'
  let row: DocumentRow | null = null
  let fault: string | null = null
  /** Why the journal could not be shortened: the edits are stored, but the storage is about to refuse them, too. */
  let shortenFault: string | null = null
  let isBusy = false
  let isForeign = false
  let hasNews = false
  let inFlight = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let idleTimer: ReturnType<typeof setTimeout> | undefined

  const endings = [
    document.onCommit(({ edit, origin }) => {
      // What another tab did was read from the journal: it is there.
      if (origin !== 'tab') record(edit)
    }),
    connection.onLost(failure => {
      if (mode === 'well' || mode === 'behind') fail(failure)
    }),
    onLeaving(leave),
  ]

  function begin(start: JournalStart): void {
    row = start.row
    known = new Set(start.known)
    queue = start.unstored.map(record => ({ record, isStored: false }))
    for (const key of start.tails) tails.add(key)
    mode = start.isStored && queue.length === 0 ? 'well' : 'behind'
    settle()
    void recover()
  }

  function record(edit: Edit): void {
    if (!row || mode === 'closed') return
    row = rowOf(document.getState().design, row, now())
    const record: JournalRecord = { id: randomId(), doc, tab, at: now(), schema: STORED_SCHEMA, edit }
    const entry = { record, isStored: false }
    queue.push(entry)
    if (mode === 'well') send(entry)
    show()
    void recover()
  }

  function send(entry: Entry): void {
    const db = connection.current()
    if (!row) return
    try {
      if (!db) throw missingStorage()
      const transaction = append(db, entry.record, row)
      inFlight++
      completed(transaction)
        .then(() => confirm([entry]), fail)
        .finally(() => {
          inFlight--
          settle()
        })
    } catch (error) {
      // The database is closing, or the edit cannot be copied: the next attempt opens it again.
      fail(error)
    }
  }

  function confirm(entries: readonly Entry[]): void {
    for (const entry of entries) {
      entry.isStored = true
      known.add(entry.record.id)
    }
  }

  function settle(): void {
    while (queue[0]?.isStored) queue.shift()
    if (mode === 'well' && queue.length === 0) {
      for (const key of tails) dropTail(area, key)
      tails.clear()
      if (known.size > 0) setup.onStored?.()
      if (known.size >= timing.recordLimit) void shorten()
    }
    waitForIdle()
    show()
  }

  function show(): void {
    light.show(queue.length, mode === 'behind', fault ?? shortenFault)
  }

  function fail(error: unknown): void {
    if (mode === 'closed') return
    mode = 'behind'
    fault = reasonOf(error)
    retryTimer ??= setTimeout(retry, timing.retryMs)
    show()
  }

  function retry(): void {
    retryTimer = undefined
    if (mode !== 'behind') return
    retryTimer = setTimeout(retry, timing.retryMs)
    void recover()
  }

  /** Stores all that is missing in one transaction, once nothing is under way that could still succeed. */
  async function recover(): Promise<void> {
    if (mode !== 'behind' || isBusy || inFlight > 0) return
    isBusy = true
    try {
      const db = await connection.open()
      await storeQueue(db)
      mode = 'well'
      fault = null
      for (const entry of queue) if (!entry.isStored) send(entry)
    } catch (error) {
      fail(error)
    }
    isBusy = false
    settle()
  }

  async function storeQueue(db: IDBDatabase): Promise<void> {
    if (!row) return
    const sent = [...queue]
    const records = sent.map(entry => entry.record)
    const whole = { ...snapshot(), seq: 0, ids: records.map(record => record.id) }
    const written = await storeMissing(db, { records, row, whole })
    confirm(sent)
    if (written === 'whole') known = new Set()
  }

  function snapshot() {
    return { doc, schema: STORED_SCHEMA, text: designText(document.getState().design), at: now() }
  }

  function waitForIdle(): void {
    clearTimeout(idleTimer)
    if (mode === 'well' && !isForeign && (known.size > 0 || hasNews))
      idleTimer = setTimeout(() => void shorten(), timing.idleMs)
  }

  /** Replaces the journal by a snapshot, if this tab knows all of it and nothing is on its way. */
  async function shorten(): Promise<void> {
    const db = connection.current()
    if (mode !== 'well' || queue.length > 0 || isBusy || isForeign || !db || !row) return
    const whole = snapshot()
    // A snapshot that could not be opened again would cost the design; of the journal, only the edit that spoils it.
    if (!readDesign(whole.text).ok) return
    isBusy = true
    const covered = known
    known = new Set()
    hasNews = false
    try {
      isForeign = (await compact(db, { snapshot: whole, row, covered })) === 'foreign'
      shortenFault = null
      if (isForeign) known = new Set([...covered, ...known])
    } catch (error) {
      known = new Set([...covered, ...known])
      hasNews = true
      shortenFault = reasonOf(error)
    }
    isBusy = false
    settle()
  }

  function leave(): void {
    if (!row || mode === 'closed' || (queue.length === 0 && mode !== 'behind')) return
    const text = mode === 'behind' ? designText(document.getState().design) : null
    const records = queue.map(entry => entry.record)
    const key = tailKey(doc, tab)
    if (writeTail(area, key, { doc, records, ...(text === null ? {} : { whole: { row, text } }) })) tails.add(key)
  }

  return {
    status: light.status,
    begin,
    leave,
    setSummary(summary) {
      if (!row || isSame(row.summary, summary)) return
      row = { ...row, summary }
      hasNews = true
      waitForIdle()
    },
    async keepVersion(reason) {
      const db = connection.current()
      if (!db || mode === 'resting') return false
      try {
        const { doc, at, schema, text } = snapshot()
        await keepVersion(db, { doc, at, reason, schema, text })
        return true
      } catch (error) {
        fail(error)
        return false
      }
    },
    async close() {
      for (const end of endings) end()
      await recover()
      await light.rest()
      if (known.size > 0 || hasNews) await shorten()
      leave()
      clearTimeout(retryTimer)
      clearTimeout(idleTimer)
      mode = 'closed'
      return queue.length === 0
    },
  }
}
