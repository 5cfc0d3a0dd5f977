import { type Design, type Id, type Json, TABLES, type Table } from './design'
import { isSame } from './same'
import { FIELDS } from './text'

/** One field of a record that two designs fill differently. Its path is that of a `set`: `label`, `props.p99Ms`. */
export interface FieldDifference {
  readonly path: string
  /** Absent where the field was not filled. */
  readonly before?: Json
  readonly after?: Json
}

/** A record that only one of two designs has, or that says something else in each of them. */
export interface Difference {
  readonly table: Table
  readonly id: Id
  readonly deed: 'added' | 'changed' | 'removed'
  /** What a changed record says otherwise, in the order of the file; empty for the other two. */
  readonly fields: readonly FieldDifference[]
}

/** How one design differs from another. */
export interface Comparison {
  /** In the order of the tables; places and lines do not count. */
  readonly differences: readonly Difference[]
  /** Records of both designs that stand, or run, elsewhere. One that was changed, too, is in both lists. */
  readonly moved: readonly { readonly table: Table; readonly id: Id }[]
}

/** Fields that say where something is drawn, and nothing else. The `at` of a waiver names blocks. */
const PLACES: Readonly<Partial<Record<Table, readonly string[]>>> = {
  groups: ['at', 'size'],
  blocks: ['at', 'size'],
  flows: ['bends'],
}

/**
 * What became of `before` in `after`, record by record and field by field; empty when both hold the same records.
 * Fields of another tool that belong to a design as a whole are not compared: no edit reaches them.
 */
export function compareDesigns(before: Design, after: Design): Comparison {
  const differences: Difference[] = []
  const moved: { table: Table; id: Id }[] = []
  for (const table of TABLES) {
    const [old, present] = [rowsOf(before, table), rowsOf(after, table)]
    for (const [id, record] of Object.entries(old)) {
      const now = own(present, id) as Fields | undefined
      if (!now) differences.push({ table, id, deed: 'removed', fields: [] })
      else {
        const fields = changedFields(table, record, now)
        if (fields.length > 0) differences.push({ table, id, deed: 'changed', fields })
        if (isMoved(table, record, now)) moved.push({ table, id })
      }
    }
    for (const id of Object.keys(present))
      if (!Object.hasOwn(old, id)) differences.push({ table, id, deed: 'added', fields: [] })
  }
  return { differences, moved }
}

type Fields = Readonly<Record<string, unknown>>

function rowsOf(design: Design, table: Table): Readonly<Record<Id, Fields>> {
  return design[table] as unknown as Readonly<Record<Id, Fields>>
}

function isMoved(table: Table, before: Fields, after: Fields): boolean {
  return (PLACES[table] ?? []).some(field => !isSame(own(before, field), own(after, field)))
}

function changedFields(table: Table, before: Fields, after: Fields): FieldDifference[] {
  const [old, present] = [leavesOf(table, before), leavesOf(table, after)]
  return [...new Set([...old.keys(), ...present.keys()])]
    .filter(path => !isSame(old.get(path), present.get(path)))
    .sort((a, b) => rankOf(table, a) - rankOf(table, b) || (a < b ? -1 : 1))
    .map(path => ({ path, ...valueAs('before', old.get(path)), ...valueAs('after', present.get(path)) }))
}

/** Every field by its path; the maps of a record, such as its properties, key by key. */
function leavesOf(table: Table, record: Fields): Map<string, Json> {
  const leaves = new Map<string, Json>()
  for (const [field, value] of Object.entries(record)) {
    if (value === undefined || PLACES[table]?.includes(field)) continue
    if (isMap(value)) for (const [key, inner] of Object.entries(value)) leaves.set(`${field}.${key}`, inner)
    else leaves.set(field, value as Json)
  }
  return leaves
}

/** Where a field stands in the file; the answers of the brief stand there by their names alone. */
function rankOf(table: Table, path: string): number {
  return table === 'brief' ? 0 : FIELDS[table].indexOf(path.split('.', 1)[0] ?? path)
}

function valueAs(name: 'before' | 'after', value: Json | undefined): Partial<Record<typeof name, Json>> {
  return value === undefined ? {} : { [name]: value }
}

function own(record: Fields, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function isMap(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
