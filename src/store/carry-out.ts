import type { Design, Id } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { repairs } from '../model/repair'

/** An edit that was carried out: the design after it, and the edit with the repairs that it made necessary. */
export interface CarriedOut {
  readonly design: Design
  readonly edit: Edit
}

/** Applies an edit and repairs what it broke, as one edit. Returns null when nothing in the design would differ. */
export function carryOut(before: Design, edit: Edit): CarriedOut | null {
  const applied = applyEdit(before, edit)
  const mending = repairs(applied)
  const whole = mending.length === 0 ? edit : { ...edit, changes: [...edit.changes, ...mending] }
  const design = applyEdit(applied, { label: edit.label, changes: mending })
  return whole.changes.some(change => isChanged(before, design, change)) ? { design, edit: whole } : null
}

function isChanged(before: Design, after: Design, { table, id }: Change): boolean {
  return !isSame(rowOf(before[table], id), rowOf(after[table], id))
}

function rowOf(rows: object, id: Id): unknown {
  return Object.hasOwn(rows, id) ? (rows as Record<Id, unknown>)[id] : undefined
}

/** Whether two JSON values say the same; the order of fields does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(key => Object.hasOwn(b, key) && isSame(rowOf(a, key), rowOf(b, key)))
}
