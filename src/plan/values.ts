import type { Field } from '../kinds/kind'
import type { PropValue } from '../model/design'
import type { Atom } from './cursor'
import { jsonNumber, shown } from './words'

/** A value, or a sentence why it is none with one that shows how it is written. */
type TypedValue =
  | { readonly ok: true; readonly value: PropValue }
  | { readonly ok: false; readonly message: string; readonly hint: string }

/**
 * What the atoms of `key=value` stand for in a field of that type. Without a field, bare `true`, `false` and numbers
 * are such, `a|b` is a list and all else text. A choice keeps a word outside its list.
 */
export function typedValue(key: string, field: Field | undefined, atoms: readonly Atom[]): TypedValue {
  const [atom] = atoms
  if (!field) return { ok: true, value: untyped(atoms) }
  if (field.type === 'list') return { ok: true, value: atoms.map(({ text }) => text) }
  if (!atom || atoms.length > 1) return refusal(key, field, atoms)
  switch (field.type) {
    case 'number': {
      const value = field.choices?.includes(atom.text) ? atom.text : numberOf(atom)
      return value === null ? refusal(key, field, atoms) : { ok: true, value }
    }
    case 'yes-no':
      if (atom.text !== 'true' && atom.text !== 'false') return refusal(key, field, atoms)
      return { ok: true, value: atom.text === 'true' }
    case 'choice':
    case 'text':
      return { ok: true, value: atom.text }
  }
}

function untyped(atoms: readonly Atom[]): PropValue {
  const [atom] = atoms
  if (!atom || atoms.length > 1) return atoms.map(({ text }) => text)
  if (atom.isQuoted) return atom.text
  if (atom.text === 'true' || atom.text === 'false') return atom.text === 'true'
  return jsonNumber(atom.text) ?? atom.text
}

/** A quoted number may be grouped: `"300 000 000"`, `"300_000_000"`. */
function numberOf({ text, isQuoted }: Atom): number | null {
  return jsonNumber(isQuoted ? text.trim().replace(/(?<=\d)[\s_](?=\d)/g, '') : text)
}

function refusal(key: string, field: Field, atoms: readonly Atom[]): TypedValue {
  const written = atoms.map(({ text }) => text).join('|')
  const message = `“${key}” takes ${TAKES[field.type]}, not “${shown(written)}”.`
  return { ok: false, message, hint: hintFor(key, field, written) }
}

const TAKES: Record<Field['type'], string> = {
  number: 'a number',
  'yes-no': 'true or false',
  choice: 'one word',
  text: 'one text',
  list: 'a list',
}

function hintFor(key: string, field: Field, written: string): string {
  switch (field.type) {
    case 'number':
      return `${field.unit ? `In ${field.unit}, as` : 'As'} in ${key}=${exampleNumber(field)}${orWords(field)}.`
    case 'yes-no':
      return `Write ${key}=true or ${key}=false.`
    case 'choice':
      return `One of ${(field.choices ?? []).join(', ')}, as in ${key}=${field.choices?.[0] ?? 'word'}.`
    case 'text':
      return `Put it in quotes, as in ${key}=${JSON.stringify(shown(written))}.`
    case 'list':
      return `As in ${key}=a|b.`
  }
}

function orWords({ choices }: Field): string {
  return choices && choices.length > 0 ? `, or ${choices.join(', ')}` : ''
}

function exampleNumber({ examples, max }: Field): number {
  const given = examples?.find(value => typeof value === 'number')
  return typeof given === 'number' ? given : max === 1 ? 0.05 : 200
}
