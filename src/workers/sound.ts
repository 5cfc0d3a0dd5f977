import type { Edit } from '../model/edit'

/**
 * Hands an edit through in which every figure is one; throws when one is not, for a place that is none would lose its
 * block for good.
 */
export function sound(edit: Edit): Edit {
  const wrong = edit.changes.find(change => change.op === 'set' && !areFinite(change.to))
  if (wrong) throw new Error(`The layout has a figure that is none for ${wrong.table} ${wrong.id}.`)
  return edit
}

function areFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(areFinite)
}
