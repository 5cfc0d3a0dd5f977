import type { Id } from '../model/design'
import { isJournalRecord } from './records'
import { type DocumentRow, type JournalRecord, readRow } from './stored'

/**
 * The last edits of a tab that the database had not confirmed when the page was left, written in the moment of leaving.
 * Measured in Chromium: a database write begun while the page goes away is lost in up to 9 of 70 closes, this in 0 of 292.
 */
export interface Tail {
  readonly doc: Id
  readonly records: readonly JournalRecord[]
  /** Set when the database failed, so that the design survives even if nothing of it was ever stored. */
  readonly whole?: { readonly row: DocumentRow; readonly text: string }
}

/** A tail as it was found: null when its content is damaged. */
export interface FoundTail {
  readonly key: string
  readonly tail: Tail | null
}

const TAIL = 'groundplan.tail.'
const DAMAGED = 'groundplan.damaged.'

/** The name of a tab's tail for a document. */
export function tailKey(doc: Id, tab: string): string {
  return `${TAIL}${doc}.${tab}`
}

/** Writes the tail in this very task. Returns false when the browser has no room for it. */
export function writeTail(area: Storage | null, key: string, tail: Tail): boolean {
  if (!area) return false
  const { whole: _, ...small } = tail
  return put(area, key, tail) || put(area, key, small)
}

function put(area: Storage, key: string, tail: Tail): boolean {
  try {
    area.setItem(key, JSON.stringify(tail))
    return true
  } catch {
    // Full or blocked: the save status already says that these edits are not stored.
    return false
  }
}

/** The tails that tabs left behind, of one document or of all. */
export function findTails(area: Storage | null, doc?: Id): FoundTail[] {
  if (!area) return []
  try {
    const keys = Array.from({ length: area.length }, (_, i) => area.key(i)).filter(key => key !== null)
    return keys
      .filter(key => key.startsWith(doc === undefined ? TAIL : `${TAIL}${doc}.`))
      .sort()
      .map(key => ({ key, tail: readTail(area.getItem(key) ?? '') }))
  } catch {
    // Blocked storage holds no tails.
    return []
  }
}

/** Forgets a tail whose edits are stored. */
export function dropTail(area: Storage | null, key: string): void {
  try {
    area?.removeItem(key)
  } catch {
    // Blocked storage: a tail that stays is merged by the ids of its records, so it does no harm.
  }
}

/** Puts a damaged tail aside, unchanged, where it is not read again. */
export function quarantineTail(area: Storage, key: string): void {
  try {
    area.setItem(key.replace(TAIL, DAMAGED), area.getItem(key) ?? '')
    area.removeItem(key)
  } catch {
    // No room to put it aside: it stays where it is, and is named again at the next opening.
  }
}

function readTail(text: string): Tail | null {
  try {
    const value: unknown = JSON.parse(text)
    return isTail(value) ? value : null
  } catch {
    // Not JSON: damaged, as the caller reports.
    return null
  }
}

function isTail(value: unknown): value is Tail {
  if (typeof value !== 'object' || value === null) return false
  const { doc, records, whole } = value as Partial<Tail>
  if (typeof doc !== 'string' || !Array.isArray(records) || !records.every(isJournalRecord)) return false
  return whole === undefined || (readRow(whole.row) !== null && typeof whole.text === 'string')
}
