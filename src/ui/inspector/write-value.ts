import type { Field } from '../../kinds/kind'
import type { PropValue } from '../../model/design'

/** A stored value as the text that a field shows and reads back: `yes`, `a; b`, `45 000`, `300 M`. */
export function writeValue(value: PropValue, field?: Pick<Field, 'unit'>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return (isOfBytes(field) ? null : inMagnitudes(value)) ?? grouped(value)
  return typeof value === 'string' ? value : value.join('; ')
}

const MAGNITUDES = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
] as const

/** “300 M” where nothing is lost by it; null where it would be, and below a million. */
function inMagnitudes(value: number): string | null {
  const [size, sign] = MAGNITUDES.find(([size]) => Math.abs(value) >= size) ?? []
  if (size === undefined) return null
  const figure = Number((value / size).toPrecision(4))
  return Math.abs(figure) < 1000 && figure * size === value ? `${figure} ${sign}` : null
}

/** In bytes and GB a letter after the number is a unit, not a magnitude. */
function isOfBytes(field: Pick<Field, 'unit'> | undefined): boolean {
  return field?.unit !== undefined && /^(bytes|GB)/.test(field.unit)
}

/** Thousands are set apart by a space from five digits on, so that 45 000 can be read. */
function grouped(value: number): string {
  const text = String(value)
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ' ') : text
}
