import { readDesign } from '../gate'
import type { Design, Id } from '../model/design'
import type { Problem } from '../model/problem'
import { reading, within } from './database'
import type { Quarantined } from './quarantine'
import { idsOfStanding, newerSchema, type Place, type Raw, readRaw, recordsIn, standing, upTo } from './raw'
import { unstoredRun } from './records'
import { sift } from './sift'
import { type DocumentRow, type JournalRecord, readRow, readSnapshot, rowOf, STORED_SCHEMA } from './stored'
import { type FoundTail, findTails, type Tail } from './tail'

/** A document as it is stored, with what a tab could not store before it was left. */
export interface Loaded {
  /** What is shown: `base` with the edits of `own` on top. */
  readonly design: Design
  /** What is stored, up to `place`. */
  readonly base: Design
  readonly place: Place
  /** Ids of the newest records in `base`. */
  readonly ids: readonly string[]
  readonly own: readonly JournalRecord[]
  readonly row: DocumentRow
  /** Whether the database holds it; otherwise it was rescued from a tail. */
  readonly isStored: boolean
  /** Records that have yet to be stored, in order. */
  readonly unstored: readonly JournalRecord[]
  /** Whether stored records could not be read, and have to be set aside. */
  readonly isDamaged: boolean
  /** Unstored records that no design may hold, to be set aside. */
  readonly spoilt: readonly Quarantined[]
  readonly tails: readonly FoundTail[]
  /** What the person should know. */
  readonly problems: readonly Problem[]
}

/** A document that cannot be opened. Nothing was written. */
export interface Unreadable {
  readonly ok: false
  readonly problems: readonly Problem[]
  /** Everything stored of it as JSON text, to be downloaded. */
  readonly raw: string
  /** The format that this version reads, when a newer version of Groundplan stored the design. */
  readonly newerThan?: number
}

const NOTHING: Raw = { row: undefined, snapshot: undefined, records: [] }

/**
 * Reads a document from the database (null: there is none) and from the tails, through the gate.
 * Writes nothing; rejects when the storage fails.
 */
export async function load(
  db: IDBDatabase | null,
  area: Storage | null,
  doc: Id,
  now: number,
): Promise<{ readonly ok: true; readonly value: Loaded } | Unreadable> {
  const raw = db ? await readStored(db, doc) : NOTHING
  const tails = findTails(area, doc)
  const rescue = tails.find(({ tail }) => tail?.whole)?.tail
  if (raw.snapshot === undefined && !rescue?.whole) return unreadable(raw, 'This design is not stored in this browser.')

  const newer = newerSchema([raw.snapshot, ...raw.records, ...tails.flatMap(({ tail }) => tail?.records ?? [])])
  if (newer !== null) return tooNew(raw, newer)
  return raw.snapshot === undefined ? rescued(raw, tails, rescue as Tail) : stored(raw, tails, doc, now)
}

/** All that is stored of a document. Rejects when the storage fails. */
async function readStored(db: IDBDatabase, doc: Id): Promise<Raw> {
  const transaction = reading(db, ['documents', 'snapshots', 'records'])
  return within(transaction, () => readRaw(transaction, doc))
}

function stored(
  raw: Raw,
  tails: readonly FoundTail[],
  doc: Id,
  now: number,
): { readonly ok: true; readonly value: Loaded } | Unreadable {
  const left = leftOver(tails, recordsIn(raw), readSnapshot(raw.snapshot)?.ids ?? [])
  const stood = standing(upTo(raw, left))
  if (!stood.ok) return { ...unreadable(raw, ''), ...stood }
  const { design: base, place, damaged } = stood.value
  const { design, own, spoilt } = withOwn(base, left)
  const value: Loaded = {
    design,
    base,
    place,
    ids: idsOfStanding(stood.value),
    own,
    row: readRow(raw.row) ?? rowOf(design, { id: doc, createdAt: now }, now),
    isStored: true,
    unstored: own,
    isDamaged: damaged.length > 0,
    spoilt,
    tails,
    problems: problemsOf(damaged.length + spoilt.length, tails),
  }
  return { ok: true, value }
}

/** A document that only tails hold: the text of one, and the records of all. */
function rescued(
  raw: Raw,
  tails: readonly FoundTail[],
  rescue: Tail,
): { readonly ok: true; readonly value: Loaded } | Unreadable {
  const { row, text } = rescue.whole as NonNullable<Tail['whole']>
  const start = readDesign(text)
  if (!start.ok) return { ...unreadable(raw, ''), ...start }
  const unstored = leftOver(tails, [], [])
  const inText = idsOf(rescue.records)
  const { design, spoilt } = withOwn(
    start.value,
    unstored.filter(({ id }) => !inText.has(id)),
  )
  const value: Loaded = {
    design,
    base: design,
    place: { life: '', seq: 0 },
    ids: [...idsOf(unstored)],
    own: [],
    row,
    isStored: false,
    unstored,
    isDamaged: false,
    spoilt,
    tails,
    problems: problemsOf(spoilt.length, tails),
  }
  return { ok: true, value }
}

/** A design with what was left unstored on top of it, without the edits that spoil it. */
function withOwn(base: Design, left: readonly JournalRecord[]) {
  const { design, damaged } = sift(base, left)
  const bad = idsOf(damaged.map(({ record }) => record))
  const spoilt: Quarantined[] = damaged.map(({ record, why }) => ({ content: record, problem: why }))
  return { design, own: left.filter(({ id }) => !bad.has(id)), spoilt }
}

/** What the tails hold beyond the journal. Two tails may hold the same record: left again before it was stored. */
function leftOver(
  tails: readonly FoundTail[],
  stored: readonly JournalRecord[],
  compacted: readonly string[],
): JournalRecord[] {
  const inJournal = idsOf(stored)
  const inSnapshot = new Set(compacted)
  const runs = tails.flatMap(({ tail }) => unstoredRun(tail?.records ?? [], inJournal, inSnapshot))
  const seen = new Set<string>()
  return runs.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function idsOf(records: readonly JournalRecord[]): Set<string> {
  return new Set(records.map(({ id }) => id))
}

function tooNew(raw: Raw, schema: number): Unreadable {
  const message = `A newer version of Groundplan stored this design: its format is ${schema}, this version reads up to ${STORED_SCHEMA}.`
  const hint = 'Reload the page to get the newer version, or download what is stored; nothing was changed.'
  return { ...unreadable(raw, message, hint), newerThan: STORED_SCHEMA }
}

function unreadable(raw: Raw, message: string, hint = 'Download what is stored; nothing was changed.'): Unreadable {
  return { ok: false, problems: [{ path: '', message, hint }], raw: JSON.stringify(raw, null, 2) }
}

function problemsOf(unread: number, tails: readonly FoundTail[]): Problem[] {
  const count = unread + tails.filter(({ tail }) => tail === null).length
  if (count === 0) return []
  const message = count === 1 ? '1 stored edit could not be read.' : `${count} stored edits could not be read.`
  return [{ path: '', message, hint: 'They were set aside unchanged; everything else is here.' }]
}
