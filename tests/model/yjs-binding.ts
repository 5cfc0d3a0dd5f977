import * as Y from 'yjs'
import { type Design, emptyDesign, TABLES, type Table } from '../../src/model/design'
import type { Change, Edit } from '../../src/model/edit'

// A table is a Y.Map of records, a record a Y.Map of its fields by path: `label`, `props.p99Ms`, `notes.data`. A map of its
// own for `props` would lose an answer: two people who each set the first property would each make that map.

type Rec = Readonly<Record<string, unknown>>
type YRecord = Y.Map<unknown>
type YTable = Y.Map<YRecord>

const MAPS = ['props', 'notes', 'extra']

/** A shared document that holds the design. */
export function docOf(design: Design): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const table of TABLES)
      for (const [id, row] of Object.entries(design[table]))
        tableOf(doc, table).set(id, recordOf(row as unknown as Rec))
  })
  return doc
}

/** Applies an edit to a shared document, change by change. */
export function applyToDoc(doc: Y.Doc, edit: Edit): void {
  doc.transact(() => {
    for (const change of edit.changes) applyChange(tableOf(doc, change.table), change)
  })
}

/** The design that a shared document holds. */
export function designOf(doc: Y.Doc): Design {
  const tables = TABLES.map(table => {
    const rows = [...tableOf(doc, table)].map(([id, record]) => [id, rowOf(table, record)])
    return [table, Object.fromEntries(rows)]
  })
  return { ...emptyDesign(), ...Object.fromEntries(tables) }
}

/** Brings two documents together, as a network would once both are online again. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
  Y.applyUpdate(a, fromB)
  Y.applyUpdate(b, fromA)
}

/** Another document in the same state. */
export function replicaOf(doc: Y.Doc): Y.Doc {
  const replica = new Y.Doc()
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc))
  return replica
}

function tableOf(doc: Y.Doc, table: Table): YTable {
  return doc.getMap(table) as YTable
}

function applyChange(rows: YTable, change: Change): void {
  if (change.op === 'put') rows.set(change.id, recordOf(change.record as unknown as Rec))
  else if (change.op === 'cut') rows.delete(change.id)
  else {
    const record = rows.get(change.id)
    if (record) setField(record, change.path, change.to)
  }
}

function setField(record: YRecord, path: string, to: unknown): void {
  const isWholeMap = MAPS.includes(path) && typeof to !== 'string'
  if (isWholeMap) for (const key of [...record.keys()]) if (key.startsWith(`${path}.`)) record.delete(key)
  if (to === undefined) record.delete(path)
  else for (const [key, value] of pathsOf(path, to)) record.set(key, value)
}

function recordOf(row: Rec): YRecord {
  return new Y.Map(Object.entries(row).flatMap(([key, value]) => pathsOf(key, value)))
}

function pathsOf(field: string, value: unknown): [path: string, value: unknown][] {
  if (!MAPS.includes(field) || typeof value === 'string') return [[field, value]]
  return Object.entries(value as Rec).map(([key, item]) => [`${field}.${key}`, item])
}

function rowOf(table: Table, record: YRecord): Rec {
  const row = new Map<string, unknown>(table === 'blocks' ? [['props', {}]] : [])
  for (const [path, value] of record) {
    const dot = path.indexOf('.')
    const field = path.slice(0, dot)
    if (!MAPS.includes(field)) row.set(path, value)
    else row.set(field, { ...(row.get(field) as Rec), [path.slice(dot + 1)]: value })
  }
  return Object.fromEntries(row)
}
