import type { PropValue } from '../model/design'
import { formatNumber, THIN_SPACE } from './figures'
import type { Field } from './kind'
import { numberHint, readNumber } from './read-number'

export type Reading =
  | { readonly ok: true; readonly value: PropValue }
  | { readonly ok: false; readonly message: string; readonly hint: string }

/**
 * The value that a person typed for a field: "300 000 000", "12.4k", "1.5 TB" in a field of GB, "yes", "ndcg; mrr".
 * When it cannot be read, a sentence and a hint with the unit and an example. Only the type is checked: a share of 1.2
 * is read, and `outOfRange` says what is wrong with it. A choice outside its list is kept.
 */
export function readValue(field: Field, text: string): Reading {
  const typed = text.trim()
  switch (field.type) {
    case 'number':
      return readNumber(field, typed)
    case 'yes-no':
      return readYesNo(typed)
    case 'choice':
      return typed === '' ? blankChoice(field) : { ok: true, value: sameWord(field.choices, typed) ?? typed }
    case 'list':
      return { ok: true, value: readList(typed) }
    case 'text':
      return { ok: true, value: typed }
  }
}

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

const YES: readonly string[] = ['true', 'yes', 'y', 'on']
const NO: readonly string[] = ['false', 'no', 'n', 'off']

function readYesNo(typed: string): Reading {
  const word = typed.toLowerCase()
  if (YES.includes(word)) return { ok: true, value: true }
  if (NO.includes(word)) return { ok: true, value: false }
  return { ok: false, message: `Expected yes or no, got ${shown(typed)}.`, hint: 'Write yes or no, or true or false.' }
}

function blankChoice(field: Field): Reading {
  return { ok: false, message: 'Expected one word, got nothing.', hint: choiceHint(field) }
}

/** The word of the list that was meant: "Two tower" is `two-tower`. */
function sameWord(words: readonly string[] | undefined, typed: string): string | undefined {
  const plain = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '-')
  return words?.find(word => word === typed) ?? words?.find(word => plain(word) === plain(typed))
}

/** Splits at `|`, `;` and line ends; at commas only between single words, so that a sentence stays whole. */
function readList(typed: string): string[] {
  const parts = typed.split(/[|;\n]/)
  const words = typed.split(',')
  const isOfWords = parts.length === 1 && words.every(word => !/\s/.test(word.trim()))
  return (isOfWords ? words : parts).map(part => part.trim()).filter(part => part !== '')
}

function choiceHint(field: Field): string {
  return field.choices ? `One of ${field.choices.join(', ')}.` : ''
}

function listHint(field: Field): string {
  const examples = (field.examples ?? ['first', 'second']).slice(0, 2)
  return `For example ${examples.join('|')}.`
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

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
