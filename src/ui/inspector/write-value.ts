import type { PropValue } from '../../model/design'

/** A stored value as the text that a field shows and reads back: `yes`, `a; b`, `800 000 000`. */
export function writeValue(value: PropValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return grouped(value)
  return typeof value === 'string' ? value : value.join('; ')
}

/** Thousands are set apart by a space from five digits on, so that 800 000 000 can be read. */
function grouped(value: number): string {
  const text = String(value)
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ' ') : text
}
