import type { Id, Json } from '../model/design'
import { designText } from '../model/text'
import { answer, within, writing } from './database'
import { setAside } from './quarantine'
import { idsOfStanding, newerSchema, type Raw, readRaw, standing } from './raw'
import { readRow, rowOf, type SnapshotRow, STORED_SCHEMA, type StoredRecord } from './stored'
import { addVersion, newestVersion, VERSION_EVERY_MS } from './versions'

/** Ids that a snapshot remembers of the records inside it: more than a tab leaves unconfirmed. */
export const REMEMBERED = 1_000

export interface CompactionOptions {
  readonly at: number
  /** What the list of documents shows beside this one; what stands there stays when absent. */
  readonly summary?: Json | undefined
  /** The journal is not what the tabs know: what cannot be read is set aside, and all of them read it again. */
  readonly isAnew?: boolean
}

/** The stores that a compaction reads and writes. */
export const COMPACTED = ['documents', 'snapshots', 'records', 'versions', 'quarantine'] as const

/**
 * Replaces the journal of a document by a snapshot, in one transaction that reads what it replaces: whatever the tab that
 * asks for it knows, no record is lost, and of two tabs that ask at once the second finds nothing to do. A stored design
 * of a newer format, or one that is damaged, is left as it is: the next opening tells, and sets aside what it must.
 */
export async function compact(db: IDBDatabase, doc: Id, options: CompactionOptions): Promise<void> {
  const transaction = writing(db, COMPACTED, 'strict')
  await within(transaction, () => compactIn(transaction, doc, options))
}

/** The compaction in a transaction over `COMPACTED` that is under way. */
export async function compactIn(transaction: IDBTransaction, doc: Id, options: CompactionOptions): Promise<void> {
  const raw = await readRaw(transaction, doc)
  if (newerSchema([raw.snapshot, ...raw.records]) !== null) return
  if (raw.records.length > 0) await replaceJournal(transaction, doc, raw, options)
  const row = readRow(raw.row)
  const { summary } = options
  if (row && summary !== undefined) await answer(transaction.objectStore('documents').put({ ...row, summary }))
}

async function replaceJournal(
  transaction: IDBTransaction,
  doc: Id,
  raw: Raw,
  { at, isAnew }: CompactionOptions,
): Promise<void> {
  const stood = standing(raw)
  if (!stood.ok || (stood.value.damaged.length > 0 && !isAnew)) return
  const { design, damaged, place, snapshot: before } = stood.value
  await setAside(transaction, doc, damaged, at)
  const seq = isAnew ? await freshSeq(transaction, raw) : place.seq
  const ids = idsOfStanding(stood.value).slice(-REMEMBERED)
  const snapshot = { doc, schema: STORED_SCHEMA, life: before.life, seq, text: designText(design), ids, at }
  await answer(transaction.objectStore('snapshots').put(snapshot))
  for (const record of raw.records) await answer(transaction.objectStore('records').delete(seqOf(record)))
  const row = readRow(raw.row)
  if (!row) await answer(transaction.objectStore('documents').put(rowOf(design, { id: doc, createdAt: at }, at)))
  await keepOneInTenMinutes(transaction, snapshot)
}

/** A number that no tab has seen: whoever compares it with its own place knows that the journal was changed. */
async function freshSeq(transaction: IDBTransaction, { records }: Raw): Promise<number> {
  const { seq, ...last } = records.at(-1) as StoredRecord
  const store = transaction.objectStore('records')
  await answer(store.delete(seq))
  const fresh = (await answer(store.add(last))) as number
  await answer(store.delete(fresh))
  return fresh
}

function seqOf(record: unknown): number {
  return (record as StoredRecord).seq
}

async function keepOneInTenMinutes(transaction: IDBTransaction, snapshot: SnapshotRow): Promise<void> {
  const { doc, at, schema, text } = snapshot
  const newest = await newestVersion(transaction, doc)
  // A clock that was set back must not stop the versions.
  if (newest && at >= newest.at && at - newest.at < VERSION_EVERY_MS) return
  await addVersion(transaction, { doc, at, reason: 'Autosave', schema, text })
}
