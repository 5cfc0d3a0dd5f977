import { type Design, type Id, type Row, TABLES, type Table } from '../model/design'
import type { Change, Edit } from '../model/edit'
import { isSame } from '../model/same'

/** The edit that turns one design into another, record by record; without changes when they hold the same records. */
export function difference(from: Design, to: Design, label: string): Edit {
  return { label, changes: TABLES.flatMap(table => [...changesOf(table, rows(from, table), rows(to, table))]) }
}

function* changesOf(table: Table, from: Record<Id, Row>, to: Record<Id, Row>): Iterable<Change> {
  for (const id of Object.keys(from)) if (!Object.hasOwn(to, id)) yield { op: 'cut', table, id }
  for (const [id, record] of Object.entries(to))
    if (!Object.hasOwn(from, id) || !isSame(from[id], record)) yield { op: 'put', table, id, record }
}

function rows(design: Design, table: Table): Record<Id, Row> {
  return design[table] as Record<Id, Row>
}
