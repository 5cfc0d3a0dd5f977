import type { Place } from './place'
import { type Phrase, scan } from './scan'

/** A statement of plan text and where it stands in it, from its first sign to behind its last. */
export interface Span {
  readonly phrase: Phrase
  readonly start: number
  readonly end: number
}

/** The statements of a plan text without a byte order mark, in order, with their offsets in UTF-16 code units. */
export function spansOf(text: string): Span[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(match => match.index + match[0].length)]
  const offset = ({ line, column }: Place) => (starts[line - 1] ?? 0) + column - 1
  return scan(text).map(phrase => {
    const start = phrase.tokens[0] ? offset(phrase.tokens[0].at) : 0
    return { phrase, start, end: start + text.slice(start, offset(phrase.end)).trimEnd().length }
  })
}

/** The statements of a plan as they are written, one each, without comments. */
export function statementTexts(text: string): string[] {
  return spansOf(text).map(({ start, end }) => text.slice(start, end))
}
