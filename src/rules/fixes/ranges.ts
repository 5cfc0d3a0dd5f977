import type { Field } from '../../kinds/kind'
import { formatProp } from '../../kinds/values'

/** A share of 1.2 was rounded badly, one of 2 or more was typed in per cent. */
const LEAST_PERCENT = 2

/**
 * What a number out of the range of its field most likely meant: one with a stray minus sign, or a share in per cent;
 * else the nearest limit. Always within the range.
 */
export function meantBy({ min = -Infinity, max = Infinity }: Field, value: number): number {
  const size = min === 0 ? Math.abs(value) : value
  const share = max === 1 && size >= LEAST_PERCENT && size <= 100 ? size / 100 : size
  return Math.min(Math.max(share, min), max)
}

/** “set hit rate to 40 %”: the title of the fix that sets what was meant. */
export function settingTitle(field: Field, value: number): string {
  return `set ${lowered(field.label)} to ${formatProp(field, meantBy(field, value))}`
}

/** The label of a field as it stands in the middle of a sentence. */
export function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
