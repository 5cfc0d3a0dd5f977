import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { BrowserStorage } from '../../src/store/browser'

globalThis.IDBKeyRange ??= IDBKeyRange

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
  /** Another tab of the browser. */
  tab(): TestTab
}

/** A tab that can die: what it sent to the database is stored, but no other tab hears of it, and it hears of none. */
export interface TestTab extends TestBrowser {
  die(): void
}

/** A browser with an empty database and an empty localStorage, seen from its first tab. */
export function testBrowser(): TestTab {
  const factory = new IDBFactory()
  const faults: Faults = {}
  const databases: IDBDatabase[] = []
  const storage = memoryStorage(faults)
  const air = new Set<TestChannel>()
  let time = 1_000_000
  const now = () => time++
  const faulty = faultyFactory(factory, faults, databases)
  const tab = (): TestTab => {
    const life = { isDead: false }
    return {
      factory,
      faults,
      databases,
      indexedDB: () => faulty,
      localStorage: storage,
      channel: name => testChannel(air, name, life),
      now,
      tab,
      die() {
        life.isDead = true
      },
    }
  }
  return tab()
}

type TestChannel = Pick<BroadcastChannel, 'name' | 'onmessage'> & { readonly life: { readonly isDead: boolean } }

/** A channel to the other tabs of this browser, whose words arrive in a later task, as in a browser. */
function testChannel(air: Set<TestChannel>, name: string, life: TestChannel['life']): BroadcastChannel {
  const channel = {
    name,
    life,
    onmessage: null,
    postMessage(data: unknown) {
      if (life.isDead) return
      for (const other of air) if (other !== channel && other.name === name) setImmediate(arrive, other, data)
    },
    close: () => air.delete(channel),
  } as TestChannel & Pick<BroadcastChannel, 'postMessage' | 'close'>
  air.add(channel)
  return channel as unknown as BroadcastChannel
}

function arrive(channel: TestChannel, data: unknown): void {
  if (!channel.life.isDead) channel.onmessage?.call(channel as never, { data } as MessageEvent)
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
