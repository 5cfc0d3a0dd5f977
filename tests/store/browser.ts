import { IDBFactory } from 'fake-indexeddb'
import type { BrowserStorage } from '../../src/store/browser'

/** What can go wrong at the border to the browser; each is switched on and off by a test. */
export interface Faults {
  /** Every request to open the database fails, or is never answered. */
  open?: 'refused' | 'silent'
  /** Writes to these stores end in an abort without any request error, as on a full disk. */
  fullDisk?: readonly string[]
  /** `localStorage` throws at everything. */
  isTailRefused?: boolean
}

export interface TestBrowser extends BrowserStorage {
  readonly factory: IDBFactory
  readonly faults: Faults
  readonly databases: IDBDatabase[]
  /** Another tab of the browser. One that starts after the others died finds all locks free. */
  tab(isAlone?: boolean): TestBrowser
}

/** A browser with an empty database and an empty localStorage. */
export function testBrowser(): TestBrowser {
  const factory = new IDBFactory()
  const faults: Faults = {}
  const databases: IDBDatabase[] = []
  const storage = memoryStorage(faults)
  let time = 1_000_000
  const now = () => time++
  const faulty = faultyFactory(factory, faults, databases)
  const withLocks = (locks: LockManager): TestBrowser => ({
    factory,
    faults,
    databases,
    indexedDB: () => faulty,
    localStorage: storage,
    locks,
    now,
    tab: (isAlone = false) => withLocks(isAlone ? memoryLocks() : locks),
  })
  return withLocks(memoryLocks())
}

function faultyFactory(factory: IDBFactory, faults: Faults, databases: IDBDatabase[]): IDBFactory {
  return Object.assign(Object.create(factory) as IDBFactory, {
    open(name: string, version: number) {
      if (faults.open === 'silent') return {} as IDBOpenDBRequest
      if (faults.open === 'refused') throw new DOMException('No storage here', 'SecurityError')
      const request = factory.open(name, version)
      request.addEventListener('success', () => {
        databases.push(request.result)
        spoilWrites(request.result, faults)
      })
      return request
    },
  })
}

/** A full disk is told by the abort of the transaction alone (measured in Chromium). */
function spoilWrites(db: IDBDatabase, faults: Faults): void {
  const begin = db.transaction.bind(db)
  db.transaction = (stores, mode, options) => {
    const transaction = begin(stores, mode, options)
    const commit = transaction.commit.bind(transaction)
    transaction.commit = () => {
      if (mode !== 'readwrite' || !faults.fullDisk?.some(name => [...stores].includes(name))) return commit()
      Object.defineProperty(transaction, 'error', { value: new DOMException('Disk full', 'QuotaExceededError') })
      transaction.abort()
    }
    return transaction
  }
}

function memoryStorage(faults: Faults): Storage {
  const values = new Map<string, string>()
  const allowed = () => {
    if (faults.isTailRefused) throw new DOMException('Refused', 'SecurityError')
    return values
  }
  return {
    get length() {
      return allowed().size
    },
    key: index => [...allowed().keys()][index] ?? null,
    getItem: key => allowed().get(key) ?? null,
    setItem: (key, value) => void allowed().set(key, value),
    removeItem: key => void allowed().delete(key),
    clear: () => allowed().clear(),
  }
}

/** Web Locks as far as the store uses them: exclusive, `ifAvailable`, `signal`. */
function memoryLocks(): LockManager {
  const lines = new Map<string, (() => void)[]>()
  type Callback = (lock: Lock | null) => unknown
  async function request(name: string, options: LockOptions, callback: Callback): Promise<unknown> {
    const line = lines.get(name)
    if (line && options.ifAvailable) return callback(null)
    if (line) await waitIn(line, options.signal)
    else lines.set(name, [])
    try {
      return await callback({ name, mode: 'exclusive' })
    } finally {
      const next = lines.get(name)?.shift()
      if (next) next()
      else lines.delete(name)
    }
  }
  return { request, query: async () => ({}) } as unknown as LockManager
}

function waitIn(line: (() => void)[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    line.push(resolve)
    signal?.addEventListener('abort', () => {
      const place = line.indexOf(resolve)
      if (place >= 0) line.splice(place, 1)
      reject(new DOMException('Waiting ended', 'AbortError'))
    })
  })
}
