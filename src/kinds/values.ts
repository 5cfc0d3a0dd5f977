import type { PropValue } from '../model/design'
import { formatNumber, THIN_SPACE } from './figures'
import type { Field } from './kind'
import { choiceHint, listHint, numberHint, sameWord, shown } from './value-hints'

/** What keeps a stored value from being of its field's type, in a sentence; null when it is. Ranges: `outOfRange`. */
export function isOfField(field: Field, value: unknown): string | null {
  switch (field.type) {
    case 'number':
      return isNumber(value) || (typeof value === 'string' && sameWord(field.choices, value) === value)
        ? null
        : `Expected a number, got ${shown(value)}. ${numberHint(field)}`
    case 'yes-no':
      return typeof value === 'boolean' ? null : `Expected true or false, got ${shown(value)}.`
    case 'choice':
      return typeof value === 'string' ? null : `Expected one word, got ${shown(value)}. ${choiceHint(field)}`
    case 'list':
      return isWords(value) ? null : `Expected a list of words, got ${shown(value)}. ${listHint(field)}`
    case 'text':
      return typeof value === 'string' ? null : `Expected text, got ${shown(value)}.`
  }
}

/** What is wrong with the size of a number ("… cannot be above 1"), in a sentence; null when nothing is. */
export function outOfRange(field: Field, value: unknown): string | null {
  if (field.type !== 'number' || !isNumber(value)) return null
  if (field.min !== undefined && value < field.min) return `${field.label} cannot be below ${field.min}, got ${value}.`
  if (field.max !== undefined && value > field.max) return `${field.label} cannot be above ${field.max}, got ${value}.`
  return null
}

/**
 * A value in a few words for a card: "62 ms", "daily", "800 M params", "5 %", "ndcg, mrr +2". A yes is its label, a no is
 * "label: no". A value of the wrong type is shown as it stands.
 */
export function formatProp(field: Field, value: PropValue): string {
  if (typeof value === 'boolean') return value ? field.label : `${field.label}: no`
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim()
  if (typeof value !== 'number') return formatList(value)
  if (field.key.startsWith('cadence')) return formatCadence(field.unit === 'hours' ? value * 3600 : value)
  if (isShare(field)) return formatNumber(value * 100, '%')
  return formatNumber(value, field.unit)
}

const CADENCES: ReadonlyMap<number, string> = new Map([
  [60, 'every minute'],
  [3600, 'hourly'],
  [86_400, 'daily'],
  [604_800, 'weekly'],
])

function formatCadence(seconds: number): string {
  return CADENCES.get(seconds) ?? `every ${formatNumber(seconds, 's')}`
}

function formatList(words: readonly string[]): string {
  const rest = words.length - 2
  return rest > 0 ? `${words.slice(0, 2).join(', ')}${THIN_SPACE}+${rest}` : words.join(', ')
}

/** Whether a field is a share from 0 to 1, shown in per cent. */
function isShare(field: Field): boolean {
  return field.type === 'number' && field.max === 1 && field.unit === undefined
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isWords(value: unknown): boolean {
  return Array.isArray(value) && value.every(word => typeof word === 'string')
}
