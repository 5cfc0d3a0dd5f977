import type { Design, Id, Json, Row, Table } from './design'

/** The whole vocabulary of change. `record` of a `put` carries its id, but for `about` and `brief`, whose id is `design`. */
export type Change =
  | { readonly op: 'put'; readonly table: Table; readonly id: Id; readonly record: Row }
  | { readonly op: 'set'; readonly table: Table; readonly id: Id; readonly path: string; readonly to?: Json }
  | { readonly op: 'cut'; readonly table: Table; readonly id: Id }

/** Changes that belong together: one undo step. The label names it ("Move 3 blocks") beside Undo. */
export interface Edit {
  readonly label: string
  readonly changes: readonly Change[]
}

type Rec = Record<string, unknown>

/** A private copy in the making: a table is copied once, when the first change reaches it. */
interface Draft {
  readonly tables: Record<Table, Record<Id, Rec>>
  readonly copied: Set<Table>
}

/**
 * The design after the edit; the one given stays as it is, and untouched records keep their identity.
 * A `set` to a record that is not there, and a `cut` of one, do nothing. An edit that changes nothing returns the same design.
 */
export function applyEdit(design: Design, edit: Edit): Design {
  const draft = draftOf(design)
  for (const change of edit.changes) apply(draft, change)
  return draft.copied.size === 0 ? design : (draft.tables as unknown as Design)
}

/** The edit that takes `edit` back: made from the design as it is before `edit` is applied to it. */
export function invert(design: Design, edit: Edit): Edit {
  const draft = draftOf(design)
  const changes: Change[] = []
  for (const change of edit.changes) {
    const undo = inverse(draft, change)
    if (undo) changes.push(undo)
    apply(draft, change)
  }
  return { label: edit.label, changes: changes.reverse() }
}

function draftOf(design: Design): Draft {
  return { tables: { ...design } as unknown as Draft['tables'], copied: new Set() }
}

function apply({ tables, copied }: Draft, change: Change): void {
  const { table, id } = change
  if (change.op !== 'put' && !Object.hasOwn(tables[table], id)) return
  if (!copied.has(table)) {
    tables[table] = { ...tables[table] }
    copied.add(table)
  }
  const rows = tables[table]
  switch (change.op) {
    case 'put':
      rows[id] = change.record as unknown as Rec
      break
    case 'cut':
      delete rows[id]
      break
    case 'set':
      rows[id] = withField(rows[id] as Rec, change.path, change.to)
  }
}

function inverse({ tables }: Draft, change: Change): Change | null {
  const { table, id } = change
  const record = own(tables[table], id) as Rec | undefined
  switch (change.op) {
    case 'put':
      return record ? { op: 'put', table, id, record: record as unknown as Row } : { op: 'cut', table, id }
    case 'cut':
      return record ? { op: 'put', table, id, record: record as unknown as Row } : null
    case 'set': {
      if (!record) return null
      const to = fieldOf(record, change.path)
      return { op: 'set', table, id, path: change.path, ...(to === undefined ? {} : { to }) }
    }
  }
}

/** Maps inside a record that are edited key by key: `props.p99Ms`, `notes.data`. The rest of a path is one key. */
const MAPS = new Set(['props', 'notes', 'extra'])

/** Splits a path at its first dot when its head is a map of the record: `props.a.b` is the key `a.b` of `props`. */
function splitPath(path: string): [field: string, key: string | null] {
  const dot = path.indexOf('.')
  const head = dot < 0 ? path : path.slice(0, dot)
  return dot > 0 && MAPS.has(head) ? [head, path.slice(dot + 1)] : [path, null]
}

/** The value at a path of a record, or undefined. */
export function fieldOf(record: object, path: string): Json | undefined {
  const [field, key] = splitPath(path)
  const value = own(record as Rec, field)
  if (key === null) return value as Json | undefined
  return own(value as Rec | undefined, key) as Json | undefined
}

function own(record: Rec | undefined, key: string): unknown {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

function withField(record: Rec, path: string, to: Json | undefined): Rec {
  const [field, key] = splitPath(path)
  if (key === null) return without(record, field, to)
  const map = without((own(record, field) ?? {}) as Rec, key, to)
  // A flow without properties and a brief without notes have no empty map; only a block always has `props`.
  const isGone = Object.keys(map).length === 0 && !('kind' in record && field === 'props' && !('source' in record))
  return without(record, field, isGone ? undefined : (map as Json))
}

function without(record: Rec, key: string, to: unknown): Rec {
  const copy = { ...record }
  if (to === undefined) delete copy[key]
  else Object.defineProperty(copy, key, { value: to, enumerable: true, configurable: true, writable: true })
  return copy
}
