import { COMPACTED, compactIn } from './compaction'
import { answer, within, writing } from './database'
import { NewerStored } from './failure'
import { unstoredRun } from './records'
import { type DocumentRow, type JournalRecord, readSnapshot, type SnapshotRow, STORED_SCHEMA } from './stored'

/**
 * Appends one record in a transaction of its own. Everything up to the commit happens in the calling task, so that a page
 * that goes away in the next one does not take the edit with it. The caller listens to `complete` and `abort`.
 */
export function append(db: IDBDatabase, record: JournalRecord, row: DocumentRow): IDBTransaction {
  const transaction = writing(db, ['documents', 'records'], 'relaxed')
  transaction.objectStore('records').add(record)
  transaction.objectStore('documents').put(row)
  transaction.commit()
  return transaction
}

/** What a recovery has to store. */
export interface Unstored {
  /** The tab's records from its first missing one on, in order; some of them may be stored already. */
  readonly records: readonly JournalRecord[]
  readonly row: DocumentRow
  /** The design with all of these records in it: stored instead when the database lost the document, or never had it. */
  readonly whole: SnapshotRow
}

/** Stores what is missing, in order and in one transaction: as records, or whole where there is no document. */
export async function storeMissing(db: IDBDatabase, { records, row, whole }: Unstored): Promise<void> {
  const transaction = writing(db, COMPACTED, 'relaxed')
  await within(transaction, async () => {
    const stored = await answer<unknown>(transaction.objectStore('snapshots').get(row.id))
    const snapshot = readSnapshot(stored)
    if ((snapshot?.schema ?? 0) > STORED_SCHEMA) throw new NewerStored()
    await answer(transaction.objectStore('documents').put(row))
    if (stored === undefined) await storeWhole(transaction, whole)
    else await storeRun(transaction, records, whole, new Set(snapshot?.ids))
  })
}

/** Records that another tab appended since the document was lost stay behind the snapshot, unless they are in it. */
async function storeWhole(transaction: IDBTransaction, whole: SnapshotRow): Promise<void> {
  const store = transaction.objectStore('records')
  const keys = await keysOf(store, whole.ids)
  for (const key of keys.values()) await answer(store.delete(key))
  await answer(transaction.objectStore('snapshots').put(whole))
}

/**
 * A record that came through before an earlier one of its tab gets a new place behind it. Other tabs may have read it
 * where it stood, so the journal is compacted at once, which they notice.
 */
async function storeRun(
  transaction: IDBTransaction,
  records: readonly JournalRecord[],
  { doc, at }: SnapshotRow,
  inSnapshot: ReadonlySet<string>,
): Promise<void> {
  const store = transaction.objectStore('records')
  const keys = await keysOf(
    store,
    records.map(({ id }) => id),
  )
  const run = unstoredRun(records, new Set(keys.keys()), inSnapshot)
  const moved = run.flatMap(({ id }) => keys.get(id) ?? [])
  for (const key of moved) await answer(store.delete(key))
  for (const record of run) await answer(store.add(record))
  if (moved.length > 0) await compactIn(transaction, doc, { at, isAnew: true })
}

async function keysOf(store: IDBObjectStore, ids: readonly string[]): Promise<Map<string, IDBValidKey>> {
  const keys = new Map<string, IDBValidKey>()
  for (const id of ids) {
    const key = await answer(store.index('id').getKey(id))
    if (key !== undefined) keys.set(id, key)
  }
  return keys
}
