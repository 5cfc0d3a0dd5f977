import type { Field } from '../kinds/kind'
import type { PropValue } from '../model/design'
import type { Atom } from './cursor'
import { typedValue } from './values'
import { isKey } from './words'

const BARE = /^[A-Za-z0-9_.@+-]+$/

/**
 * `key=value` in the shortest form that reads back as the same value: bare where that does, a string elsewhere.
 * Null when no form does, as for a list of one word under a key that no kind knows.
 */
export function pairText(key: string, value: PropValue, field: Field | undefined): string | null {
  if (!isKey(key)) return null
  for (const atoms of formsOf(value)) {
    const read = typedValue(key, field, atoms)
    if (read.ok && isSame(read.value, value)) return `${key}=${atoms.map(atomText).join('|')}`
  }
  return null
}

function formsOf(value: PropValue): Atom[][] {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return [[{ text: String(value), isQuoted: false }]]
    case 'string':
      return [...(BARE.test(value) ? [[{ text: value, isQuoted: false }]] : []), [{ text: value, isQuoted: true }]]
    default:
      // No value stands for a list without words: the key is left out.
      return value.length === 0 ? [] : [value.map(text => ({ text, isQuoted: !BARE.test(text) }))]
  }
}

function atomText({ text, isQuoted }: Atom): string {
  return isQuoted ? quote(text) : text
}

function isSame(a: PropValue, b: PropValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return a.length === b.length && a.every((word, index) => word === b[index])
}

// What JSON leaves as it is, but an editor hides, moves or takes for a line end: control characters, line and paragraph
// separators, the byte order mark, and the marks that turn the direction of what follows them.
const UNSEEN = /[\p{Cc}\u2028\u2029\uFEFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** A text as a JSON string on one line, in which nothing stands that cannot be seen. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
