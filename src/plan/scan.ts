import type { Place } from './place'

/** A piece of plan text. A `mark` is one of `| , ; { }`; the text of a string is without quotes and escapes. */
export interface Token {
  readonly type: 'word' | 'string' | 'mark'
  readonly text: string
  readonly at: Place
  /** No white space stands before it. */
  readonly isTight: boolean
}

/** What keeps a statement from being read. */
export interface Flaw {
  readonly at: Place
  readonly message: string
  readonly hint?: string
}

/** The tokens of one statement, without the `;` that ends it. A flaw says why they are not all of it. */
export interface Phrase {
  readonly tokens: readonly Token[]
  readonly end: Place
  readonly flaw?: Flaw
}

interface Piece {
  readonly length: number
  readonly token?: Token
  readonly flaw?: Flaw
}

const LINE_END = /\r\n|\n|\r/
const SPACE = /\s+/uy
const WORD = /[^\s"|,;{}\p{Cc}]+/uy
const CONTROL = /\p{Cc}/u

/** Cuts plan text into statements. Empty statements and comments are dropped; a byte order mark is no character. */
export function scan(text: string): Phrase[] {
  const lines = text.replace(/^\uFEFF/, '').split(LINE_END)
  return lines.flatMap((line, index) => scanLine(line.replaceAll('\t', ' '), index + 1))
}

function scanLine(text: string, line: number): Phrase[] {
  const phrases: Phrase[] = []
  let tokens: Token[] = []
  let flaw: Flaw | undefined
  const close = (column: number) => {
    if (tokens.length > 0 || flaw) phrases.push({ tokens, end: { line, column }, ...(flaw ? { flaw } : {}) })
    tokens = []
    flaw = undefined
  }
  let index = 0
  while (index < text.length) {
    const space = match(SPACE, text, index).length
    index += space
    const isTight = space === 0 && index > 0 && text[index - 1] !== ';'
    if (index >= text.length || (text[index] === '#' && !isTight)) break
    if (text[index] === ';') {
      close(++index)
      continue
    }
    const piece = pieceAt(text, index, { line, column: index + 1 }, isTight)
    flaw ??= piece.flaw
    if (piece.token) tokens.push(piece.token)
    index += piece.length
  }
  close(index + 1)
  return phrases
}

function pieceAt(text: string, index: number, at: Place, isTight: boolean): Piece {
  const word = match(WORD, text, index)
  if (word !== '') return { length: word.length, token: { type: 'word', text: word, at, isTight } }
  const sign = text.charAt(index)
  if (sign === '"') return stringAt(text, index, at, isTight)
  if (CONTROL.test(sign)) return { length: 1, flaw: controlFlaw(sign, at) }
  return { length: 1, token: { type: 'mark', text: sign, at, isTight } }
}

function stringAt(text: string, index: number, at: Place, isTight: boolean): Piece {
  const last = closingQuote(text, index)
  if (last < 0) {
    const hint = 'End it with " on the same line; a quote inside is \\".'
    return { length: text.length - index, flaw: { at, message: 'This text is not closed.', hint } }
  }
  const quoted = text.slice(index, last + 1)
  const value = readString(quoted)
  if (value === null) return { length: quoted.length, flaw: stringFlaw(quoted, at) }
  return { length: quoted.length, token: { type: 'string', text: value, at, isTight } }
}

function match(pattern: RegExp, text: string, index: number): string {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0] ?? ''
}

/** Where the string that opens at `index` ends, or -1 when nothing closes it. */
function closingQuote(text: string, index: number): number {
  for (let i = index + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return -1
}

function readString(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function stringFlaw(quoted: string, at: Place): Flaw {
  return CONTROL.test(quoted)
    ? { at, message: 'This text holds a control character.', hint: 'Write it as \\u and four hexadecimal digits.' }
    : { at, message: 'This text holds an escape that JSON does not know.', hint: 'A backslash is written as \\\\.' }
}

function controlFlaw(sign: string, at: Place): Flaw {
  const code = (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
  return { at, message: `A control character (U+${code.toUpperCase()}) stands here.`, hint: 'Delete it.' }
}
