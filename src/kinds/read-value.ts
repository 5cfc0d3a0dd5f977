import type { PropValue } from '../model/design'
import type { Field } from './kind'
import { readNumber } from './read-number'
import { choiceHint, sameWord, shown } from './value-hints'

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

/** Splits at `|`, `;` and line ends; at commas only between single words, so that a sentence stays whole. */
function readList(typed: string): string[] {
  const parts = typed.split(/[|;\n]/)
  const words = typed.split(',')
  const isOfWords = parts.length === 1 && words.every(word => !/\s/.test(word.trim()))
  return (isOfWords ? words : parts).map(part => part.trim()).filter(part => part !== '')
}
