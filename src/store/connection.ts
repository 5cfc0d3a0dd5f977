import { DATABASE_NAME, DATABASE_VERSION, upgradeDatabase } from './database'
import { missingStorage, StorageFailure } from './failure'

/** How long the browser may take to open its storage, in milliseconds, before the person is told. */
const OPEN_LIMIT_MS = 5_000

const SILENT = 'The storage of this browser does not answer.'
const BLOCKED = 'Another tab with an older version of Groundplan keeps the storage busy. Close that tab.'

/** The way to the database: opened when first needed, and again after the browser closed it. */
export interface Connection {
  /** The open database, null while there is none. */
  current(): IDBDatabase | null
  /** The database, opened if it is not; rejects with why it cannot be had, and may be asked again. */
  open(): Promise<IDBDatabase>
  /** Calls the listener when the database was taken away; returns the function that ends it. */
  onLost(listener: (failure: StorageFailure) => void): () => void
  close(): void
}

/** A connection through the given factory; null where the browser has none. */
export function createConnection(factory: () => IDBFactory | null): Connection {
  const listeners = new Set<(failure: StorageFailure) => void>()
  let database: IDBDatabase | null = null
  let opening: Promise<IDBDatabase> | null = null
  let isClosed = false

  function adopt(db: IDBDatabase): IDBDatabase {
    if (database) {
      db.close()
      return database
    }
    if (isClosed) db.close()
    else database = db
    db.onversionchange = event => {
      db.close()
      lose(
        event.newVersion === null
          ? 'The data of this site is being deleted in the browser.'
          : 'A newer version of Groundplan was opened in another tab. Reload the page to get that version.',
      )
    }
    db.onclose = () => lose('The browser closed its storage, or its data was deleted.')
    return db
  }

  function lose(sentence: string): void {
    database = null
    for (const listener of [...listeners]) listener(new StorageFailure(sentence))
  }

  return {
    current: () => database,
    open() {
      if (database) return Promise.resolve(database)
      opening ??= request(factory, adopt).finally(() => {
        opening = null
      })
      return impatient(opening)
    },
    onLost(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      isClosed = true
      database?.close()
      database = null
    },
  }
}

/** One request to open, which stays open itself while an old tab blocks it: `adopt` takes a database that comes late. */
async function request(
  factory: () => IDBFactory | null,
  adopt: (db: IDBDatabase) => IDBDatabase,
): Promise<IDBDatabase> {
  const storage = factory()
  if (!storage) throw missingStorage()
  const request = storage.open(DATABASE_NAME, DATABASE_VERSION)
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => upgradeDatabase(request.result)
    request.onsuccess = () => resolve(adopt(request.result))
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new StorageFailure(BLOCKED))
  })
}

function impatient(opening: Promise<IDBDatabase>): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StorageFailure(SILENT)), OPEN_LIMIT_MS)
    opening.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
