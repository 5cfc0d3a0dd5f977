import type { Design } from '../model/design'
import type { Result } from '../model/problem'
import { carryOut } from './carry-out'
import { REMEMBERED } from './compaction'
import type { Slipped } from './history'
import { idsOfStanding, type Place, type Raw, recordsIn, standing, upTo } from './raw'
import { isJournalRecord, unstoredRun } from './records'
import { isSound } from './sift'
import { type JournalRecord, readSnapshot, type StoredRecord } from './stored'

/** An edit of this tab, and the revision of the document that it made. */
export interface OwnEdit {
  readonly record: JournalRecord
  readonly revision: number
}

/** What a tab knows of a document: what is stored, as far as it has read it, and its own edits that are not in that. */
export interface Replica {
  readonly base: Design
  readonly place: Place
  /** Ids of the newest records in `base`. */
  readonly ids: readonly string[]
  readonly own: readonly OwnEdit[]
}

/** A replica that has read on, and what came to stand before edits of this tab. */
export interface Advanced {
  readonly replica: Replica
  readonly slipped: readonly Slipped[]
  /** Whether another tab made any of it. */
  readonly isForeign: boolean
}

/** What the person sees: the own edits on top of what is stored. */
export function shown({ base, own }: Replica): Design {
  return own.reduce((design, { record }) => carryOut(design, record.edit)?.design ?? design, base)
}

/**
 * Reads on: takes the own edits back, applies the stored records in their order, and leaves the own ones that were not
 * among them on top. Returns null when the records hold something that no design may: then the journal has to be sifted.
 */
export function advance(replica: Replica, records: readonly StoredRecord[]): Advanced | null {
  if (!records.every(isJournalRecord)) return null
  try {
    const advanced = applyAll(replica, records)
    return advanced.isForeign && !isSound(advanced.replica.base) ? null : advanced
  } catch {
    // A stored edit is foreign data: one that cannot even be applied is set aside when the journal is sifted.
    return null
  }
}

function applyAll({ base: start, place, ids, own: before }: Replica, records: readonly StoredRecord[]): Advanced {
  const slipped: Slipped[] = []
  const applied: string[] = []
  let base = start
  let own = before
  let seq = place.seq
  let isForeign = false
  for (const record of records) {
    const mine = own.findIndex(one => one.record.id === record.id)
    // An earlier edit of this tab is missing: once that is stored this one comes behind it, and all is read again.
    if (mine > 0) break
    seq = record.seq
    if (mine === 0) own = own.slice(1)
    else isForeign = true
    applied.push(record.id)
    const done = carryOut(base, record.edit)
    if (!done) continue
    base = done.design
    const [first] = own
    if (mine < 0 && first) slipped.push({ edit: done.edit, beneath: base, revision: first.revision })
  }
  return {
    replica: { base, place: { ...place, seq }, ids: [...ids, ...applied].slice(-REMEMBERED), own },
    slipped,
    isForeign,
  }
}

/** Reads all again from what is stored; the own edits that are not in it stay on top. */
export function startAgain({ own }: Pick<Replica, 'own'>, raw: Raw): Result<Replica> {
  const records = own.map(({ record }) => record)
  const inSnapshot = new Set(readSnapshot(raw.snapshot)?.ids)
  const left = unstoredRun(records, new Set(recordsIn(raw).map(({ id }) => id)), inSnapshot)
  const stood = standing(upTo(raw, left))
  if (!stood.ok) return stood
  const { design, place } = stood.value
  const value: Replica = {
    base: design,
    place,
    ids: idsOfStanding(stood.value),
    own: own.filter(({ record }) => left.includes(record)),
  }
  return { ok: true, value }
}
