import type { Id, Json } from '../model/design'
import type { Edit } from '../model/edit'
import { isSame } from '../model/same'
import { designText } from '../model/text'
import type { BrowserStorage } from './browser'
import { compact, REMEMBERED } from './compaction'
import type { Connection } from './connection'
import { completed } from './database'
import type { DesignDocument, Readable } from './document'
import { missingStorage, NewerStored, reasonOf } from './failure'
import { createFollower } from './follower'
import { onLeaving, onReturning } from './page'
import { openPings } from './pings'
import { randomId } from './random-id'
import type { Replica } from './replica'
import { createStatusLight, type SaveStatus } from './save-status'
import { type DocumentRow, type JournalRecord, rowOf, type SnapshotRow, STORED_SCHEMA } from './stored'
import { dropTail, tailKey, writeTail } from './tail'
import { keepVersion } from './versions'
import { append, storeMissing } from './writes'

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
export interface JournalStart extends Pick<Replica, 'base' | 'place' | 'ids'> {
  readonly row: DocumentRow
  readonly isStored: boolean
  /** The edits on top of `base`. */
  readonly own: readonly JournalRecord[]
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
  /** Starts to write and to follow the other tabs. Before it nothing is stored. */
  begin(start: JournalStart): void
}

export interface JournalSetup {
  readonly doc: Id
  /** Names this tab in its records and its tail. */
  readonly tab: string
  readonly document: DesignDocument
  readonly connection: Connection
  readonly browser: BrowserStorage
  readonly timing?: Partial<JournalTiming>
}

interface Entry {
  readonly record: JournalRecord
  isStored: boolean
}

/**
 * Stores each committed edit of a document as one record, and follows what the other tabs store. `well`: every edit is
 * sent at once. `behind`: something is missing in the database, so edits queue until one transaction has stored all that
 * is missing; then it is well again. `overtaken`: a newer version of Groundplan stored the design, so nothing is written
 * any more. Editing goes on in memory but for the last.
 */
export function createJournal({ doc, tab, document, connection, browser, timing: changed }: JournalSetup): OpenJournal {
  const { localStorage: area, now } = browser
  const timing = { ...JOURNAL_TIMING, ...changed }
  const light = createStatusLight(timing.slowMs)
  const tails = new Set<string>()
  /** Edits from the first unconfirmed one on; later ones may be confirmed before it. */
  let queue: Entry[] = []
  let mode: 'resting' | 'well' | 'behind' | 'overtaken' | 'closed' = 'resting'
  let row: DocumentRow | null = null
  let fault: string | null = null
  /** Why the journal could not be shortened: the edits are stored, but the storage is about to refuse them, too. */
  let shortenFault: string | null = null
  /** How long the journal was when that was found: it is tried again when it has grown, or at rest. */
  let triedLength = 0
  let isBusy = false
  let hasSummary = false
  let inFlight = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let idleTimer: ReturnType<typeof setTimeout> | undefined

  const follower = createFollower({ doc, document, connection, now, onGone: storeAgain })
  const pings = openPings(browser, doc, look)
  const endings = [
    document.onCommit(({ edit, origin, revision }) => {
      // What another tab did was read from the journal: it is there.
      if (origin !== 'tab') record(edit, revision)
    }),
    connection.onLost(failure => {
      if (mode === 'well' || mode === 'behind') fail(failure)
    }),
    onLeaving(leave),
    onReturning(look),
  ]

  function begin(start: JournalStart): void {
    const { base, place, ids } = start
    row = start.row
    follower.begin({ base, place, ids, own: start.own.map(record => ({ record, revision: 0 })) })
    queue = start.unstored.map(record => ({ record, isStored: false }))
    for (const key of start.tails) tails.add(key)
    mode = start.isStored && queue.length === 0 ? 'well' : 'behind'
    settle()
    void recover()
    look()
    // A tab that died may have stored something that it told nobody.
    pings.send()
  }

  function record(edit: Edit, revision: number): void {
    if (!row || mode === 'closed') return
    row = rowOf(document.getState().design, row, now())
    const record: JournalRecord = { id: randomId(), doc, tab, at: now(), schema: STORED_SCHEMA, edit }
    const entry = { record, isStored: false }
    queue.push(entry)
    follower.add({ record, revision })
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
    for (const entry of entries) entry.isStored = true
    if (entries.length > 0) pings.send()
    look()
  }

  /** Reads what the other tabs stored, and where the own edits came to stand among it. */
  function look(): void {
    if (mode === 'well' || mode === 'behind') follower.read().then(settle, fail)
  }

  function settle(): void {
    while (queue[0]?.isStored) queue.shift()
    if (mode === 'well' && queue.length === 0) {
      for (const key of tails) dropTail(area, key)
      tails.clear()
      if (follower.length() >= timing.recordLimit && follower.length() > triedLength) void shorten()
    }
    waitForIdle()
    show()
  }

  function show(): void {
    light.show(queue.length, mode === 'behind', fault ?? shortenFault)
  }

  function fail(error: unknown): void {
    if (mode === 'closed' || mode === 'overtaken') return
    const isOvertaken = error instanceof NewerStored
    mode = isOvertaken ? 'overtaken' : 'behind'
    fault = isOvertaken && queue.length === 0 ? null : reasonOf(error)
    if (isOvertaken) document.setReadOnly(true)
    else retryTimer ??= setTimeout(retry, timing.retryMs)
    show()
  }

  function retry(): void {
    retryTimer = undefined
    if (mode !== 'behind') return
    retryTimer = setTimeout(retry, timing.retryMs)
    void recover()
  }

  /** A tab that has a document open stores it again, whoever deleted it. */
  function storeAgain(): void {
    if (mode === 'well') mode = 'behind'
    show()
    void recover()
  }

  /** Stores all that is missing in one transaction, once nothing is under way that could still succeed. */
  async function recover(): Promise<void> {
    if (mode !== 'behind' || isBusy || inFlight > 0) return
    isBusy = true
    try {
      const db = await connection.open()
      const sent = await storeQueue(db)
      mode = 'well'
      fault = null
      confirm(sent)
      for (const entry of queue) if (!entry.isStored) send(entry)
    } catch (error) {
      fail(error)
    }
    isBusy = false
    settle()
  }

  async function storeQueue(db: IDBDatabase): Promise<readonly Entry[]> {
    if (!row) return []
    const sent = [...queue]
    const records = sent.map(entry => entry.record)
    const ids = [...new Set([...follower.ids(), ...records.map(({ id }) => id)])].slice(-REMEMBERED)
    await storeMissing(db, { records, row, whole: { ...snapshot(), life: randomId(), seq: 0, ids } })
    return sent
  }

  function snapshot(): Omit<SnapshotRow, 'life' | 'seq' | 'ids'> {
    return { doc, schema: STORED_SCHEMA, text: designText(document.getState().design), at: now() }
  }

  function waitForIdle(): void {
    clearTimeout(idleTimer)
    if (mode === 'well' && (follower.length() > 0 || hasSummary))
      idleTimer = setTimeout(() => void shorten(), timing.idleMs)
  }

  /** Replaces the journal by a snapshot while nothing of this tab is on its way. */
  async function shorten(): Promise<void> {
    const db = connection.current()
    if (mode !== 'well' || queue.length > 0 || isBusy || !db) return
    isBusy = true
    const summary = hasSummary ? row?.summary : undefined
    hasSummary = false
    try {
      await compact(db, doc, { at: now(), summary })
      await follower.read()
      triedLength = 0
      shortenFault = null
    } catch (error) {
      triedLength = follower.length()
      hasSummary ||= summary !== undefined
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
    // Most often the database has them in a moment, but then nobody is here to say so.
    pings.send()
  }

  return {
    status: light.status,
    begin,
    setSummary(summary) {
      if (!row || isSame(row.summary, summary)) return
      row = { ...row, summary }
      hasSummary = true
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
      if (mode === 'well') await follower.read().catch(fail)
      if (follower.length() > 0 || hasSummary) await shorten()
      leave()
      pings.close()
      clearTimeout(retryTimer)
      clearTimeout(idleTimer)
      mode = 'closed'
      return queue.length === 0
    },
  }
}
