import { answer, within, writing } from './database'
import { StorageFailure } from './failure'
import { type DocumentRow, type JournalRecord, readSnapshot, type SnapshotRow, STORED_SCHEMA } from './stored'
import { addVersion, newestVersionAt, VERSION_EVERY_MS } from './versions'

/** Ids that a snapshot remembers of the records inside it: more than a tab leaves unconfirmed. */
const REMEMBERED = 1_000

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

/** Stores what is missing, in order, in one transaction. Tells whether the records or the whole design were written. */
export async function storeMissing(db: IDBDatabase, unstored: Unstored): Promise<'records' | 'whole'> {
  const transaction = writing(db, ['documents', 'records', 'snapshots'], 'relaxed')
  return within(transaction, async () => {
    const snapshots = transaction.objectStore('snapshots')
    const stored = await answer<unknown>(snapshots.get(unstored.row.id))
    if ((readSnapshot(stored)?.schema ?? 0) > STORED_SCHEMA) throw overtaken()
    await answer(transaction.objectStore('documents').put(unstored.row))
    if (stored === undefined) await answer(snapshots.put(unstored.whole))
    else await putInOrder(transaction.objectStore('records'), unstored.records)
    return stored === undefined ? 'whole' : 'records'
  })
}

/** A record that is stored already gets a new place behind the ones that were missing before it. */
async function putInOrder(store: IDBObjectStore, records: readonly JournalRecord[]): Promise<void> {
  for (const record of records) {
    const key = await answer(store.index('id').getKey(record.id))
    if (key !== undefined) await answer(store.delete(key))
    await answer(store.add(record))
  }
}

/** What a compaction puts in the place of the journal. */
export interface Compaction {
  /** Without `seq` and `ids`, which follow from the journal. */
  readonly snapshot: Omit<SnapshotRow, 'seq' | 'ids'>
  readonly row: DocumentRow
  /** Ids of the journal records that stand in the snapshot. */
  readonly covered: ReadonlySet<string>
}

/**
 * Replaces the journal of a document by a snapshot, in one transaction: either both are done or nothing is.
 * Answers 'foreign' and changes nothing when the journal holds a record that the snapshot does not cover.
 */
export async function compact(db: IDBDatabase, { snapshot, row, covered }: Compaction): Promise<'done' | 'foreign'> {
  const transaction = writing(db, ['documents', 'records', 'snapshots', 'versions'], 'strict')
  return within(transaction, async () => {
    const snapshots = transaction.objectStore('snapshots')
    const records = transaction.objectStore('records')
    const before = readSnapshot(await answer<unknown>(snapshots.get(snapshot.doc)))
    const stored = await answer<JournalRecord[]>(records.index('doc').getAll(snapshot.doc))
    if (!before || before.schema > STORED_SCHEMA || !isCovered(stored, covered)) return 'foreign'
    const keys = (await answer(records.index('doc').getAllKeys(snapshot.doc))) as number[]
    const ids = [...before.ids, ...stored.map(record => record.id)].slice(-REMEMBERED)
    await answer(snapshots.put({ ...snapshot, seq: keys.at(-1) ?? before.seq, ids }))
    for (const key of keys) await answer(records.delete(key))
    await answer(transaction.objectStore('documents').put(row))
    await keepOneInTenMinutes(transaction, snapshot)
    return 'done'
  })
}

/** Exactly the covered records: one more is another tab's, one less was compacted by another tab. */
function isCovered(stored: readonly JournalRecord[], covered: ReadonlySet<string>): boolean {
  return stored.length === covered.size && stored.every(record => covered.has(record.id))
}

async function keepOneInTenMinutes(transaction: IDBTransaction, snapshot: Compaction['snapshot']): Promise<void> {
  const { doc, at, schema, text } = snapshot
  const newest = await newestVersionAt(transaction, doc)
  // A clock that was set back must not stop the versions.
  if (newest !== null && at >= newest && at - newest < VERSION_EVERY_MS) return
  await addVersion(transaction, { doc, at, reason: 'Autosave', schema, text })
}

function overtaken(): StorageFailure {
  return new StorageFailure('A newer version of Groundplan stored this design. Reload the page to get that version.')
}
