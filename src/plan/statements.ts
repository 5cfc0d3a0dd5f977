import { isId } from '../model/ids'
import {
  type Cursor,
  fail,
  id,
  isArrow,
  isMark,
  type Name,
  optionalString,
  type Pair,
  pairs,
  peek,
  props,
  string,
  word,
} from './cursor'
import type { Place } from './place'
import type { Flaw, Phrase, Token } from './scan'
import { isWord, KEYWORDS, shown } from './words'

/** One arrow with the ends at both sides of it. An arrow without a kind takes the default one. */
export interface Link {
  readonly at: Place
  readonly kind?: string
  readonly sources: readonly Name[]
  readonly targets: readonly Name[]
  readonly pairs: readonly Pair[]
}

/** A statement as it is written: what its words stand for is settled when all of them are read. */
export type Statement =
  | { readonly type: 'title'; readonly at: Place; readonly title: string; readonly pairs: readonly Pair[] }
  | { readonly type: 'brief'; readonly pairs: readonly Pair[] }
  | { readonly type: 'group'; readonly id: Name; readonly label?: string; readonly pairs: readonly Pair[] }
  | {
      readonly type: 'block'
      readonly id: Name
      readonly kind: Name
      readonly label?: string
      readonly pairs: readonly Pair[]
    }
  | { readonly type: 'flows'; readonly links: readonly Link[] }
  | {
      readonly type: 'waive'
      readonly at: Place
      readonly rule: string
      readonly blocks: readonly Name[]
      readonly reason: string
      readonly pairs: readonly Pair[]
    }

/** The statement that a phrase is, or its flaw with the ids that it may have meant to declare. */
export function readStatement(phrase: Phrase): { statement: Statement } | { flaw: Flaw; meant: readonly string[] } {
  const cursor: Cursor = { tokens: [...phrase.tokens], next: 0, end: phrase.end, flaw: phrase.flaw }
  const statement = anyStatement(cursor)
  const rest = peek(cursor)
  if (rest)
    fail(cursor, rest.at, `“${shown(rest.text)}” does not belong here.`, 'Start a new line, or put a ; before it.')
  return cursor.flaw ? { flaw: cursor.flaw, meant: meantIds(phrase) } : { statement }
}

function meantIds({ tokens }: Phrase): string[] {
  return tokens.filter(({ type, text }) => type === 'word' && isId(text)).map(({ text }) => text)
}

function anyStatement(cursor: Cursor): Statement {
  const [first, second] = cursor.tokens
  if (second && (isArrow(second) || isMark(second, ','))) return flows(cursor)
  if (first?.type === 'word' && KEYWORDS.has(first.text)) {
    cursor.next++
    if (first.text === 'title') return title(cursor, first.at)
    if (first.text === 'brief') return brief(cursor)
    if (first.text === 'group') return group(cursor)
    if (first.text === 'waive') return waive(cursor, first.at)
    return note(cursor, first)
  }
  return block(cursor)
}

function title(cursor: Cursor, at: Place): Statement {
  const text = string(cursor, 'The title is missing.', 'Write it in quotes: title "Ad ranking"')
  return { type: 'title', at, title: text, pairs: pairs(cursor) }
}

function brief(cursor: Cursor): Statement {
  const first = peek(cursor)
  if (!first) fail(cursor, cursor.end, 'The brief has no answer here.', 'Write one: brief peakQps=45000')
  return { type: 'brief', pairs: pairs(cursor) }
}

function group(cursor: Cursor): Statement {
  const name = id(cursor, 'A group needs an id.', 'Write: group online "Request path"')
  const label = optionalString(cursor)
  return { type: 'group', id: name, ...(label === undefined ? {} : { label }), pairs: pairs(cursor) }
}

function waive(cursor: Cursor, at: Place): Statement {
  const hint = 'Write: waive no-fallback @rk "answers are precomputed"'
  const rule = word(cursor, 'A waiver needs the id of a rule.', hint)
  if (!cursor.flaw && !isWord(rule.text)) fail(cursor, rule.at, `“${shown(rule.text)}” is no id of a rule.`, hint)
  const blocks = waivedBlocks(cursor)
  const reason = string(cursor, 'This waiver has no reason.', hint)
  if (!cursor.flaw && reason.trim() === '') fail(cursor, at, 'This waiver has no reason.', hint)
  return { type: 'waive', at, rule: rule.text, blocks, reason, pairs: peek(cursor) ? props(cursor) : [] }
}

/** `@rk,app` or `@ rk, app`; none when there is no `@`. */
function waivedBlocks(cursor: Cursor): Name[] {
  const first = peek(cursor)
  if (first?.type !== 'word' || !first.text.startsWith('@')) return []
  const { line, column } = first.at
  if (first.text === '@') cursor.next++
  else cursor.tokens[cursor.next] = { ...first, text: first.text.slice(1), at: { line, column: column + 1 } }
  return ends(cursor, 'The id of a block is missing after @.')
}

function note(cursor: Cursor, keyword: Token): Statement {
  const hint = 'Write: n1 note "free text"'
  const name = id(cursor, 'A note needs an id.', hint)
  const label = string(cursor, 'The text of this note is missing.', hint)
  return { type: 'block', id: name, kind: { text: 'note', at: keyword.at }, label, pairs: pairs(cursor) }
}

function block(cursor: Cursor): Statement {
  const name = id(cursor, 'A statement starts with a word.', 'Write: rk ranker "Heavy ranker" p99Ms=70')
  const second = peek(cursor)
  if (!second) return { type: 'block', id: name, kind: name, pairs: [] }
  if (second.type !== 'word' || second.text.includes('=')) {
    const example = `${name.text} ranker${second.type === 'string' ? ` ${JSON.stringify(shown(second.text))}` : ' p99Ms=70'}`
    fail(cursor, second.at, `The kind of “${name.text}” is missing.`, `Write the kind behind the id, as in: ${example}`)
  }
  const kind = word(cursor, 'A kind is missing.', '')
  const label = optionalString(cursor)
  return { type: 'block', id: name, kind, ...(label === undefined ? {} : { label }), pairs: pairs(cursor) }
}

function flows(cursor: Cursor): Statement {
  const links: Link[] = []
  let sources = ends(cursor, 'The start of this flow is missing.')
  do {
    const arrow = arrowOf(cursor)
    const targets = ends(cursor, 'The end of this flow is missing.')
    links.push({ ...arrow, sources, targets, pairs: isMark(peek(cursor), '{') ? props(cursor) : [] })
    sources = targets
  } while (peek(cursor))
  return { type: 'flows', links }
}

function arrowOf(cursor: Cursor): { at: Place; kind?: string } {
  const token = peek(cursor)
  const hint = 'Write: app -request-> rk, with white space before and after the arrow.'
  if (!token || !isArrow(token)) {
    fail(cursor, token?.at ?? cursor.end, 'An arrow is missing.', hint)
    return { at: cursor.end }
  }
  cursor.next++
  return token.text === '->' ? { at: token.at } : { at: token.at, kind: token.text.slice(1, -2) }
}

function ends(cursor: Cursor, missing: string): Name[] {
  const hint = 'Write: app -request-> rk, feature-store-online'
  const names = [id(cursor, missing, hint)]
  while (isMark(peek(cursor), ',')) {
    cursor.next++
    names.push(id(cursor, 'An id is missing after the comma.', hint))
  }
  return names
}
