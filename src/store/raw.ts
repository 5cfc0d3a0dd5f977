import { readDesign } from '../gate'
import type { Design, Id } from '../model/design'
import type { Result } from '../model/problem'
import { answer } from './database'
import type { Quarantined } from './quarantine'
import { isJournalRecord } from './records'
import { sift } from './sift'
import { type JournalRecord, readSnapshot, type SnapshotRow, STORED_SCHEMA, type StoredRecord } from './stored'

/** Everything that is stored of a document, as the browser gives it back. */
export interface Raw {
  readonly row: unknown
  readonly snapshot: unknown
  readonly records: readonly unknown[]
}

/** How far a tab has read a document: up to the record `seq` of a life. */
export interface Place {
  readonly life: string
  readonly seq: number
}

/** Reads all of a document in a transaction that is under way. */
export async function readRaw(transaction: IDBTransaction, doc: Id): Promise<Raw> {
  const [row, snapshot, records] = await Promise.all([
    answer<unknown>(transaction.objectStore('documents').get(doc)),
    answer<unknown>(transaction.objectStore('snapshots').get(doc)),
    answer<unknown[]>(transaction.objectStore('records').index('doc').getAll(doc)),
  ])
  return { row, snapshot, records }
}

/** A stored document as its records make it. */
export interface Standing {
  readonly design: Design
  readonly snapshot: SnapshotRow
  /** The records after the snapshot that stand in the design, in order. */
  readonly records: readonly StoredRecord[]
  readonly damaged: readonly Quarantined[]
  readonly place: Place
}

/** What is stored, read through the gate; without its snapshot there is nothing to read. */
export function standing(raw: Raw): Result<Standing> {
  const snapshot = readSnapshot(raw.snapshot)
  if (!snapshot)
    return { ok: false, problems: [{ path: '', message: 'The stored design is damaged: it has no text.' }] }
  const start = readDesign(snapshot.text)
  if (!start.ok) return start
  const records = recordsIn(raw)
  const { design, damaged } = sift(start.value, records)
  const bad = new Set<unknown>(damaged.map(({ record }) => record))
  const value: Standing = {
    design,
    snapshot,
    records: records.filter(record => !bad.has(record)),
    damaged: [
      ...raw.records
        .filter(value => !isJournalRecord(value))
        .map(content => ({ content, problem: 'It is no record.' })),
      ...damaged.map(({ record, why }) => ({ content: record, problem: why })),
    ],
    place: placeOf(raw, snapshot),
  }
  return { ok: true, value }
}

/** Ids of the newest records that a stored design is made of, those that had to be left out included. */
export function idsOfStanding({ snapshot, records, damaged }: Standing): string[] {
  const bad = damaged.flatMap(({ content }) => (isJournalRecord(content) ? [content.id] : []))
  return [...snapshot.ids, ...records.map(({ id }) => id), ...bad]
}

/** What is stored up to the first of these records: they came through too early, and wait for another place. */
export function upTo(raw: Raw, records: readonly JournalRecord[]): Raw {
  const ids = new Set<unknown>(records.map(({ id }) => id))
  const first = raw.records.findIndex(record => ids.has((record as { id?: unknown }).id))
  return first < 0 ? raw : { ...raw, records: raw.records.slice(0, first) }
}

/** The stored values that are records. */
export function recordsIn(raw: Raw): StoredRecord[] {
  return raw.records.filter(isJournalRecord) as StoredRecord[]
}

/** Where the stored document ends. */
function placeOf(raw: Raw, { life, seq }: SnapshotRow): Place {
  const last = raw.records.at(-1) as Partial<StoredRecord> | undefined
  return { life, seq: last?.seq ?? seq }
}

/** The format number above what this version reads, when anything here has one; otherwise null. */
export function newerSchema(rows: readonly unknown[]): number | null {
  const newest = rows.reduce<number>((newest, row) => {
    const schema = (row as { schema?: unknown } | null | undefined)?.schema
    return typeof schema === 'number' && schema > newest ? schema : newest
  }, 0)
  return newest > STORED_SCHEMA ? newest : null
}
