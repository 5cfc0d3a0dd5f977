export const DATABASE_NAME = 'groundplan'

/** Goes up with every change of the stores below, and with every change of the design format. */
export const DATABASE_VERSION = 1

export type StoreName = 'documents' | 'snapshots' | 'records' | 'versions' | 'quarantine'

/** The version upgrade: creates the stores that are missing. */
export function upgradeDatabase(db: IDBDatabase): void {
  db.createObjectStore('documents', { keyPath: 'id' })
  // The index answers where a document stands without reading its text.
  db.createObjectStore('snapshots', { keyPath: 'doc' }).createIndex('place', ['doc', 'life', 'seq'])
  // The key generator numbers the records inside their transactions, so an append needs no read before it.
  const records = db.createObjectStore('records', { keyPath: 'seq', autoIncrement: true })
  records.createIndex('doc', 'doc')
  records.createIndex('id', 'id', { unique: true })
  for (const name of ['versions', 'quarantine'])
    db.createObjectStore(name, { keyPath: 'id', autoIncrement: true }).createIndex('doc', 'doc')
}

/** A reading transaction; rejects as `answer` does. */
export function reading(db: IDBDatabase, stores: readonly StoreName[]): IDBTransaction {
  return db.transaction([...stores], 'readonly')
}

/** A writing transaction. `relaxed`: survives a killed browser, but not a power cut of the next moments. */
export function writing(
  db: IDBDatabase,
  stores: readonly StoreName[],
  durability: 'relaxed' | 'strict',
): IDBTransaction {
  return db.transaction([...stores], 'readwrite', { durability })
}

/** What a request answers; rejects with its error. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/**
 * Resolves when everything in the transaction is stored, rejects when nothing of it is.
 * Listens to `abort`, because a full disk is reported there alone, without an error of any request.
 */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'))
  })
}

/**
 * Carries out one transaction whole: the work may read and write, then it is committed at once.
 * Rejects when the work or the commit fails; then nothing of it is stored.
 */
export async function within<T>(transaction: IDBTransaction, work: () => Promise<T>): Promise<T> {
  const end = completed(transaction)
  // The failure of the work is the one that is told; the abort that follows from it must not go unhandled.
  end.catch(() => undefined)
  try {
    const result = await work()
    if (transaction.mode === 'readwrite') transaction.commit()
    await end
    return result
  } catch (error) {
    abort(transaction)
    throw transaction.error ?? error
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // Already over: nothing of it is stored.
  }
}
