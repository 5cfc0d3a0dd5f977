import type { Id } from '../model/design'
import { answer, reading, within } from './database'
import { type Place, type Raw, readRaw } from './raw'
import type { StoredRecord } from './stored'

/** What is stored of a document beyond the place up to which a tab has read it. */
export type News =
  /** The records after that place, in order, and how many the journal holds in all. */
  | { readonly sort: 'records'; readonly records: readonly StoredRecord[]; readonly length: number }
  /** Records that this tab lacks were compacted, or the order was changed: all has to be read again. */
  | { readonly sort: 'anew'; readonly raw: Raw }
  /** The document is not stored any more. */
  | { readonly sort: 'gone' }

/** Reads what a tab lacks. The text of the snapshot is read only when it has to be. Rejects when the storage fails. */
export async function readNews(db: IDBDatabase, doc: Id, place: Place): Promise<News> {
  const transaction = reading(db, ['documents', 'snapshots', 'records'])
  return within(transaction, async () => {
    const records = transaction.objectStore('records')
    const snapshot = await placeOfSnapshot(transaction, doc)
    if (!snapshot) return { sort: 'gone' }
    if (snapshot.life !== place.life || snapshot.seq > place.seq)
      return { sort: 'anew', raw: await readRaw(transaction, doc) }
    const [later, length] = await Promise.all([
      answer<StoredRecord[]>(records.getAll(IDBKeyRange.lowerBound(place.seq, true))),
      answer(records.index('doc').count(doc)),
    ])
    return { sort: 'records', records: later.filter(record => record.doc === doc), length }
  })
}

async function placeOfSnapshot(transaction: IDBTransaction, doc: Id): Promise<Place | null> {
  const index = transaction.objectStore('snapshots').index('place')
  const cursor = await answer(index.openKeyCursor(IDBKeyRange.bound([doc], [doc, []])))
  if (!cursor) return null
  const [, life, seq] = cursor.key as [Id, string, number]
  return { life, seq }
}
