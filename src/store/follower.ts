import type { Id } from '../model/design'
import { compact } from './compaction'
import type { Connection } from './connection'
import type { DesignDocument } from './document'
import { NewerStored, StorageFailure } from './failure'
import { type News, readNews } from './news'
import { newerSchema, type Raw } from './raw'
import { advance, type OwnEdit, type Replica, shown, startAgain } from './replica'

export interface FollowerSetup {
  readonly doc: Id
  readonly document: DesignDocument
  readonly connection: Connection
  readonly now: () => number
  /** Called when the document is not stored any more: deleted for good, or with all data of the site. */
  readonly onGone: () => void
}

/** Keeps the open design on top of what all tabs stored of it. */
export interface Follower {
  begin(replica: Replica): void
  /** Takes an own edit that was just made; it stays on top until it is read back from the journal. */
  add(own: OwnEdit): void
  /** Reads what is stored and not yet in the design. Rejects when it cannot be read; the design stays as it is. */
  read(): Promise<void>
  /** Ids of the newest records that stand in the design. */
  ids(): readonly string[]
  /** How many records the journal held when it was last read. */
  length(): number
}

const DAMAGED = 'What this browser stored of the design is damaged.'

/** A follower that has read nothing yet. */
export function createFollower({ doc, document, connection, now, onGone }: FollowerSetup): Follower {
  let replica: Replica | null = null
  let length = 0
  let isStale = false
  let reading: Promise<void> | null = null

  async function readOn(): Promise<void> {
    try {
      // Words that arrive in one task are answered by one look.
      await Promise.resolve()
      for (let db = connection.current(); db && replica && isStale; db = connection.current()) {
        isStale = false
        await take(db, await readNews(db, doc, replica.place), replica)
      }
    } finally {
      reading = null
    }
  }

  async function take(db: IDBDatabase, news: News, before: Replica): Promise<void> {
    if (news.sort === 'gone') return onGone()
    if (news.sort === 'anew') return takeAll(news.raw)
    length = news.length
    if (newerSchema(news.records) !== null) throw new NewerStored()
    // Own edits were added while the news were read.
    const advanced = advance({ ...before, own: replica?.own ?? [] }, news.records)
    if (advanced) {
      replica = advanced.replica
      if (advanced.isForeign) document.follow(shown(replica), advanced.slipped)
      return
    }
    // It sets aside what spoils the design, and every tab starts from the same snapshot.
    await compact(db, doc, { at: now(), isAnew: true })
    isStale = true
  }

  function takeAll(raw: Raw): void {
    if (newerSchema([raw.snapshot, ...raw.records]) !== null) throw new NewerStored()
    const next = startAgain({ own: replica?.own ?? [] }, raw)
    if (!next.ok) throw new StorageFailure(DAMAGED)
    length = raw.records.length
    replica = next.value
    document.follow(shown(replica), [])
  }

  return {
    begin(start) {
      replica = start
    },
    add(own) {
      if (replica) replica = { ...replica, own: [...replica.own, own] }
    },
    read() {
      isStale = true
      reading ??= readOn()
      return reading
    },
    ids: () => (replica ? [...replica.ids, ...replica.own.map(({ record }) => record.id)] : []),
    length: () => length,
  }
}
