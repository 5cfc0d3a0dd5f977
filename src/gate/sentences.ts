import type * as z from 'zod/mini'
import type { Json } from '../model/design'
import { printable } from './places'

export interface Sentence {
  readonly message: string
  readonly hint?: string
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

/** What an id looks like, in words. */
export const ID_HINT = 'An id is a letter or digit, then letters, digits, “_”, “-” or “.”, at most 200 in all.'

const NO_NULL = 'Leave the field out instead.'

/** What the schema found wrong with a value, as people read it. */
export function sentenceOf(issue: z.core.$ZodIssue, value: Json | undefined): Sentence {
  if (typeof value === 'number' && !Number.isFinite(value))
    return { message: 'this number is too large.', hint: 'Numbers reach up to 1.8e308.' }
  switch (issue.code) {
    case 'invalid_type':
      return expected(TYPES[issue.expected] ?? issue.expected, value, value === null ? NO_NULL : undefined)
    case 'invalid_union':
      return expected('a text, a number, true or false, or a list of texts', value)
    case 'invalid_format':
      return { message: `${got(value)} is no id.`, hint: ID_HINT }
    case 'too_big':
      return tooBig(Number(issue.maximum), value)
    case 'too_small':
      if (typeof value === 'string') return { message: 'expected a text, got an empty one.' }
      return expected(`at least ${grouped(Number(issue.minimum))}`, value)
    case 'unrecognized_keys':
      return {
        message: `${issue.keys
          .slice(0, 3)
          .map(key => `“${printable(key)}”`)
          .join(', ')} has no meaning here.`,
        hint: 'Remove it: fields of other tools stand beside “at” and “size”, not in them.',
      }
    default:
      return { message: `${got(value)} does not fit.` }
  }
}

/** `expected a number, got "fast".` */
export function expected(what: string, value: Json | undefined, hint?: string): Sentence {
  return { message: `expected ${what}, got ${got(value)}.`, ...(hint ? { hint } : {}) }
}

/** A number with a comma between thousands: 10,000. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

function tooBig(maximum: number, value: Json | undefined): Sentence {
  if (typeof value !== 'string') return expected(`at most ${grouped(maximum)}`, value)
  return { message: `this text has ${grouped(value.length)} characters, the limit is ${grouped(maximum)}.` }
}

/** A value of the file within a sentence: short values as they stand, long ones cut, lists and objects by name. */
function got(value: Json | undefined): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'string' ? `"${printable(value, 40)}"` : String(value)
}
