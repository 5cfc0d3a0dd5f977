import { type Design, type Id, TABLES, type Table } from '../model/design'
import type { Change, Edit } from '../model/edit'
import { isId } from '../model/ids'
import { carryOut } from './carry-out'
import type { JournalRecord } from './stored'

/** Whether a value has the shape of a journal record. What its edit makes of a design is for the gate to judge. */
export function isJournalRecord(value: unknown): value is JournalRecord {
  if (!isObject(value)) return false
  const { id, doc, tab, at, schema, edit } = value
  return [id, doc, tab].every(isText) && [at, schema].every(Number.isFinite) && isEdit(edit)
}

function isEdit(value: unknown): value is Edit {
  return isObject(value) && isText(value.label) && Array.isArray(value.changes) && value.changes.every(isChange)
}

function isChange(value: unknown): value is Change {
  if (!isObject(value) || !TABLES.includes(value.table as Table) || !isText(value.id) || !isId(value.id)) return false
  const { op, table, id, path, record } = value
  if (op === 'cut') return true
  if (op === 'set') return isText(path)
  const isNamed = table === 'about' || table === 'brief' || (isObject(record) && record.id === id)
  return op === 'put' && isObject(record) && isNamed
}

/** The design after all of the records in their order; an edit that changes nothing is passed over. */
export function replay(design: Design, records: readonly JournalRecord[]): Design {
  return records.reduce((before, { edit }) => carryOut(before, edit)?.design ?? before, design)
}

/**
 * The records that a tab left unstored, in the order to store them: from its first missing one on, so that a later edit
 * of the tab never comes to stand before an earlier one. What the snapshot holds is carried out there, and comes once
 * more only where it wrote over what a missing one is about to write. Empty when all of them are stored.
 */
export function unstoredRun(
  left: readonly JournalRecord[],
  inJournal: ReadonlySet<Id>,
  inSnapshot: ReadonlySet<Id>,
): JournalRecord[] {
  const missing = left.findIndex(({ id }) => !inJournal.has(id) && !inSnapshot.has(id))
  if (missing < 0) return []
  const touched = new Set<string>()
  return left.slice(missing).filter(({ id, edit }) => {
    const places = edit.changes.map(({ table, id }) => `${table} ${id}`)
    if (inSnapshot.has(id) && !places.some(place => touched.has(place))) return false
    for (const place of places) touched.add(place)
    return true
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
