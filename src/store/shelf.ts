import type { Id } from '../model/design'
import { answer, reading, within, writing } from './database'
import { type DocumentRow, readRow, type SnapshotRow } from './stored'
import { dropTail, findTails } from './tail'

/** All lines of the list, those in the bin included, newest first; documents that only a tail holds are among them. */
export async function readRows(db: IDBDatabase | null, area: Storage | null): Promise<DocumentRow[]> {
  const stored = db ? await storedRows(db) : []
  const known = new Set(stored.map(row => row.id))
  const rescued = findTails(area).flatMap(({ tail }) => (tail?.whole ? [tail.whole.row] : []))
  const rows = [...stored, ...rescued.filter(row => !known.has(row.id) && known.add(row.id))]
  return rows.sort((a, b) => b.updatedAt - a.updatedAt)
}

async function storedRows(db: IDBDatabase): Promise<DocumentRow[]> {
  const transaction = reading(db, ['documents'])
  const rows = await within(transaction, () => answer<unknown[]>(transaction.objectStore('documents').getAll()))
  return rows.map(readRow).filter(row => row !== null)
}

/** Stores a line of the list. */
export async function putRow(db: IDBDatabase, row: DocumentRow): Promise<void> {
  const transaction = writing(db, ['documents'], 'strict')
  await within(transaction, () => answer(transaction.objectStore('documents').put(row)))
}

/** Stores a new document whole. */
export async function putDocument(db: IDBDatabase, row: DocumentRow, snapshot: SnapshotRow): Promise<void> {
  const transaction = writing(db, ['documents', 'snapshots'], 'strict')
  await within(transaction, async () => {
    await answer(transaction.objectStore('documents').put(row))
    await answer(transaction.objectStore('snapshots').put(snapshot))
  })
}

/** Deletes a document with its journal, its versions and its tails, for good. */
export async function purgeDocument(db: IDBDatabase, area: Storage | null, doc: Id): Promise<void> {
  const transaction = writing(db, ['documents', 'snapshots', 'records', 'versions', 'quarantine'], 'strict')
  await within(transaction, async () => {
    await answer(transaction.objectStore('documents').delete(doc))
    await answer(transaction.objectStore('snapshots').delete(doc))
    for (const name of ['records', 'versions', 'quarantine']) {
      const store = transaction.objectStore(name)
      for (const key of await answer(store.index('doc').getAllKeys(doc))) await answer(store.delete(key))
    }
  })
  for (const { key } of findTails(area, doc)) dropTail(area, key)
}
