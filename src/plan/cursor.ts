import { isId } from '../model/ids'
import type { Place } from './place'
import type { Flaw, Token } from './scan'
import { isKey, KEYWORDS, shown } from './words'

/** A word of the text with its place. */
export interface Name {
  readonly text: string
  readonly at: Place
}

/** One element of a value: `bare`, or `"a string"` without its quotes. */
export interface Atom {
  readonly text: string
  readonly isQuoted: boolean
}

/** `key=value`, not typed yet. */
export interface Pair {
  readonly key: string
  readonly at: Place
  readonly valueAt: Place
  readonly atoms: readonly Atom[]
}

/** Reads on through the tokens of a statement. After the first flaw there is nothing left to read. */
export interface Cursor {
  readonly tokens: Token[]
  next: number
  readonly end: Place
  flaw: Flaw | undefined
}

export function props(cursor: Cursor): Pair[] {
  const opening = peek(cursor)
  if (!isMark(opening, '{')) return []
  cursor.next++
  const read: Pair[] = []
  while (!cursor.flaw && !isMark(peek(cursor), '}')) {
    const token = peek(cursor)
    if (!token) fail(cursor, opening?.at ?? cursor.end, 'This { is not closed.', 'End it with } on the same line.')
    else read.push(pair(cursor))
    if (isMark(peek(cursor), ',')) cursor.next++
  }
  if (!cursor.flaw && read.length === 0)
    fail(cursor, opening?.at ?? cursor.end, 'Nothing stands in these braces.', 'Leave them out, or write {stage=1}')
  cursor.next++
  return read
}

export function pairs(cursor: Cursor): Pair[] {
  const read: Pair[] = []
  while (peek(cursor)) read.push(pair(cursor))
  return read
}

const PAIR_HINT = 'Write key=value without white space round the =; a value with spaces stands in quotes.'

function pair(cursor: Cursor): Pair {
  const token = word(cursor, 'A property is missing here.', PAIR_HINT)
  const equals = token.text.indexOf('=')
  const key = equals < 0 ? token.text : token.text.slice(0, equals)
  if (!cursor.flaw && (equals < 0 || !isKey(key)))
    fail(cursor, token.at, `“${shown(token.text)}” is no property with a value.`, PAIR_HINT)
  const valueAt = { line: token.at.line, column: token.at.column + equals + 1 }
  const bare = token.text.slice(equals + 1)
  const atoms: Atom[] = [bare === '' ? tightString(cursor, key, valueAt) : { text: bare, isQuoted: false }]
  while (isMark(peek(cursor), '|')) {
    cursor.next++
    atoms.push(atom(cursor, key))
  }
  const rest = peek(cursor)
  if (rest?.isTight && rest.type !== 'mark')
    fail(
      cursor,
      rest.at,
      `The value of “${shown(key)}” is neither bare nor one text.`,
      'Put all of it between one pair of quotes.',
    )
  return { key, at: token.at, valueAt, atoms }
}

function tightString(cursor: Cursor, key: string, at: Place): Atom {
  const token = peek(cursor)
  if (token?.type === 'string' && token.isTight) return atom(cursor, key)
  fail(cursor, at, `“${shown(key)}” has no value.`, PAIR_HINT)
  return { text: '', isQuoted: true }
}

function atom(cursor: Cursor, key: string): Atom {
  const token = peek(cursor)
  if (!token || token.type === 'mark')
    fail(
      cursor,
      token?.at ?? cursor.end,
      `An element is missing in the list of “${shown(key)}”.`,
      'Write a|b without a bar at the end.',
    )
  cursor.next++
  return { text: token?.text ?? '', isQuoted: token?.type === 'string' }
}

export function id(cursor: Cursor, missing: string, hint: string): Name {
  const name = word(cursor, missing, hint)
  if (cursor.flaw) return name
  if (KEYWORDS.has(name.text))
    fail(
      cursor,
      name.at,
      `“${name.text}” is a word of plan text, so it is no id.`,
      `Choose another, such as ${name.text}-1.`,
    )
  else if (!isId(name.text)) fail(cursor, name.at, `“${shown(name.text)}” is no id.`, idHint(name.text))
  return name
}

function idHint(text: string): string {
  if (text.includes('->')) return 'Put white space before and after the arrow: app -request-> rk'
  if (text.length > 200) return 'An id has at most 200 characters.'
  return 'An id starts with a letter or digit of ASCII; letters, digits and _ - . follow.'
}

export function word(cursor: Cursor, missing: string, hint: string): Name {
  const token = peek(cursor)
  if (token?.type !== 'word') fail(cursor, token?.at ?? cursor.end, missing, hint)
  cursor.next++
  return { text: token?.text ?? '', at: token?.at ?? cursor.end }
}

export function string(cursor: Cursor, missing: string, hint: string): string {
  const text = optionalString(cursor)
  if (text === undefined) fail(cursor, peek(cursor)?.at ?? cursor.end, missing, hint)
  return text ?? ''
}

export function optionalString(cursor: Cursor): string | undefined {
  const token = peek(cursor)
  if (token?.type !== 'string') return undefined
  cursor.next++
  return token.text
}

export function peek(cursor: Cursor): Token | undefined {
  return cursor.flaw ? undefined : cursor.tokens[cursor.next]
}

export function fail(cursor: Cursor, at: Place, message: string, hint: string): void {
  cursor.flaw ??= { at, message, hint }
}

export function isMark(token: Token | undefined, mark: string): boolean {
  return token?.type === 'mark' && token.text === mark
}

export function isArrow({ type, text }: Token): boolean {
  return type === 'word' && (text === '->' || (text.startsWith('-') && text.endsWith('->') && text.length > 2))
}
