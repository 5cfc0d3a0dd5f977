import { readDesign } from '../gate'
import type { Design, Id } from '../model/design'
import type { Problem } from '../model/problem'
import { answer, reading, within } from './database'
import type { Quarantined } from './quarantine'
import { isJournalRecord, unstoredRun } from './records'
import { sift } from './sift'
import {
  type DocumentRow,
  type JournalRecord,
  readRow,
  readSnapshot,
  rowOf,
  type SnapshotRow,
  STORED_SCHEMA,
  type StoredRecord,
} from './stored'
import { type FoundTail, findTails } from './tail'

/** A document as it is stored, with what a tab could not store before it was left. */
export interface Loaded {
  readonly design: Design
  readonly row: DocumentRow
  /** Whether the database holds it; otherwise it was rescued from a tail. */
  readonly isStored: boolean
  /** Ids of the journal records that are stored and stand in the design. */
  readonly known: readonly string[]
  /** Records in the design that have yet to be stored, in order. */
  readonly unstored: readonly JournalRecord[]
  /** Stored values that could not be read, to be set aside. */
  readonly damaged: readonly Quarantined[]
  readonly tails: readonly FoundTail[]
  /** What the person should know. */
  readonly problems: readonly Problem[]
}

/** A document that cannot be opened. Nothing was written. */
export interface Unreadable {
  readonly ok: false
  readonly problems: readonly Problem[]
  /** Everything stored of it as JSON text, to be downloaded. */
  readonly raw: string
  /** The format that this version reads, when a newer version of Groundplan stored the design. */
  readonly newerThan?: number
}

interface Raw {
  readonly row: unknown
  readonly snapshot: unknown
  readonly records: readonly unknown[]
}

const NOTHING: Raw = { row: undefined, snapshot: undefined, records: [] }

/**
 * Reads a document from the database (null: there is none) and from the tails, through the gate.
 * Writes nothing; rejects when the storage fails.
 */
export async function load(
  db: IDBDatabase | null,
  area: Storage | null,
  doc: Id,
  now: number,
): Promise<{ readonly ok: true; readonly value: Loaded } | Unreadable> {
  const raw = db ? await readRaw(db, doc) : NOTHING
  const tails = findTails(area, doc)
  const isStored = raw.snapshot !== undefined
  const whole = isStored ? undefined : wholeOf(tails)
  if (!isStored && !whole) return unreadable(raw, 'This design is not stored in this browser.')

  const newest = newestSchema(raw, tails)
  if (newest > STORED_SCHEMA) return newer(raw, newest)
  const snapshot = readSnapshot(raw.snapshot)
  if (isStored && !snapshot) return unreadable(raw, 'The stored design is damaged: its snapshot has no text.')

  const start = readDesign(snapshot?.text ?? whole?.text ?? '')
  if (!start.ok) return { ...unreadable(raw, 'The stored design is damaged.'), ...start }
  return { ok: true, value: assemble(start.value, snapshot, raw, tails, { id: doc, createdAt: now }) }
}

async function readRaw(db: IDBDatabase, doc: Id): Promise<Raw> {
  const transaction = reading(db, ['documents', 'snapshots', 'records'])
  return within(transaction, async () => {
    const [row, snapshot, records] = await Promise.all([
      answer<unknown>(transaction.objectStore('documents').get(doc)),
      answer<unknown>(transaction.objectStore('snapshots').get(doc)),
      answer<unknown[]>(transaction.objectStore('records').index('doc').getAll(doc)),
    ])
    return { row, snapshot, records }
  })
}

function assemble(
  start: Design,
  snapshot: SnapshotRow | null,
  raw: Raw,
  tails: readonly FoundTail[],
  fresh: Pick<DocumentRow, 'id' | 'createdAt'>,
): Loaded {
  const stored = raw.records.filter(isJournalRecord) as StoredRecord[]
  const left = leftOver(tails, stored, snapshot?.ids ?? [])
  const moved = idsOf(left)
  // A rescued text holds the edits of its own tail already.
  const inText = idsOf(snapshot ? [] : (tails.find(({ tail }) => tail?.whole)?.tail?.records ?? []))
  const settled = stored.filter(({ id }) => !moved.has(id))
  const { design, damaged } = sift(start, [...settled, ...left.filter(({ id }) => !inText.has(id))])
  const bad = idsOf(damaged.map(({ record }) => record))
  const aside = [
    ...raw.records.filter(value => !isJournalRecord(value)).map(content => ({ content, problem: 'It is no record.' })),
    ...damaged.map(({ record, why }) => ({ content: record, problem: why })),
  ]
  const row = readRow(raw.row) ?? wholeOf(tails)?.row ?? rowOf(design, fresh, fresh.createdAt)
  return {
    design,
    row,
    isStored: snapshot !== null,
    known: stored.map(({ id }) => id).filter(id => !bad.has(id) && !moved.has(id)),
    unstored: left.filter(({ id }) => !bad.has(id)),
    damaged: aside,
    tails,
    problems: problemsOf(aside.length + tails.filter(({ tail }) => tail === null).length),
  }
}

/** What the tails hold beyond the journal. Two tails may hold the same record: left again before it was stored. */
function leftOver(
  tails: readonly FoundTail[],
  stored: readonly JournalRecord[],
  compacted: readonly string[],
): JournalRecord[] {
  const inJournal = idsOf(stored)
  const inSnapshot = new Set(compacted)
  const runs = tails.flatMap(({ tail }) => unstoredRun(tail?.records ?? [], inJournal, inSnapshot))
  const seen = new Set<string>()
  return runs.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function wholeOf(tails: readonly FoundTail[]) {
  return tails.find(({ tail }) => tail?.whole)?.tail?.whole
}

function idsOf(records: readonly JournalRecord[]): Set<string> {
  return new Set(records.map(({ id }) => id))
}

function newestSchema({ snapshot, records }: Raw, tails: readonly FoundTail[]): number {
  const rows = [snapshot, ...records, ...tails.flatMap(({ tail }) => tail?.records ?? [])]
  return rows.reduce<number>((newest, row) => {
    const schema = (row as { schema?: unknown } | null | undefined)?.schema
    return typeof schema === 'number' && schema > newest ? schema : newest
  }, 0)
}

function newer(raw: Raw, schema: number): Unreadable {
  const message = `A newer version of Groundplan stored this design: its format is ${schema}, this version reads up to ${STORED_SCHEMA}.`
  const hint = 'Reload the page to get the newer version, or download what is stored; nothing was changed.'
  return { ...unreadable(raw, message, hint), newerThan: STORED_SCHEMA }
}

function unreadable(raw: Raw, message: string, hint = 'Download what is stored; nothing was changed.'): Unreadable {
  return { ok: false, problems: [{ path: '', message, hint }], raw: JSON.stringify(raw, null, 2) }
}

function problemsOf(count: number): Problem[] {
  if (count === 0) return []
  const message = count === 1 ? '1 stored edit could not be read.' : `${count} stored edits could not be read.`
  return [{ path: '', message, hint: 'They were set aside unchanged; everything else is here.' }]
}
