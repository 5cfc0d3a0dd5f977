import type { Design, Id } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { repairs } from '../model/repair'
import { isSame } from '../model/same'

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
