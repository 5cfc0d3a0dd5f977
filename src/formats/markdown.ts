/** A piece of a line: words, marked or not, or a link with its words. */
export type Span =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly href: string; readonly spans: readonly Span[] }

/** One line of a text: an item of a list with its sign, a heading, or plain. */
export interface Line {
  readonly kind: 'text' | 'item' | 'heading'
  /** What stands before an item: a dot, or its number. */
  readonly sign?: string
  /** How deep an item is indented, from 0. */
  readonly depth?: number
  readonly spans: readonly Span[]
}

/** Emphasis spans at most so many characters: a stray star never makes a long text slow. */
const REACH = 500

/** Marks nest at most so deep. */
const DEPTH = 4

const HEADING = /^\s{0,3}#{1,6}\s+(.*)$/
const ITEM = /^(\s*)(?:[-*+]|(\d{1,4})[.)])\s+(.*)$/
const LINK = /\[([^\][\n]{1,500})\]\(([^()\s]{1,2000})\)/y
const SAFE = /^(https?:\/\/|mailto:)[^\s]+$/i

/**
 * Light Markdown as data: **bold**, *italic*, `code`, lists, headings and links to http, https and mail addresses. Any
 * other link is its words alone; any other text stays as it was written. Nothing of it is ever markup.
 */
export function parseMarkdown(text: string): readonly Line[] {
  return text.split(/\r\n?|\n/).map(lineOf)
}

/** Whether a text has any mark of Markdown: without one it reads as it is written. */
export function hasMarks(text: string): boolean {
  return parseMarkdown(text).some(line => line.kind !== 'text' || line.spans.some(span => span.kind !== 'text'))
}

function lineOf(text: string): Line {
  const heading = HEADING.exec(text)
  if (heading) return { kind: 'heading', spans: spansOf(heading[1] ?? '') }
  const item = ITEM.exec(text)
  if (!item) return { kind: 'text', spans: spansOf(text) }
  const [, indent = '', number, words = ''] = item
  const sign = number === undefined ? '•' : `${number}.`
  return { kind: 'item', sign, depth: Math.min(3, Math.floor(indent.length / 2)), spans: spansOf(words) }
}

function spansOf(text: string, depth = 0): Span[] {
  const spans: Span[] = []
  let words = ''
  const flush = () => {
    if (words !== '') spans.push({ kind: 'text', text: words })
    words = ''
  }
  for (let at = 0; at < text.length; ) {
    const found = markAt(text, at, depth)
    if (!found) {
      words += text[at]
      at += 1
      continue
    }
    flush()
    spans.push(...found.spans)
    at = found.end
  }
  flush()
  return spans
}

interface Found {
  readonly spans: readonly Span[]
  readonly end: number
}

/** The marked piece that begins at this character, or null. */
function markAt(text: string, at: number, depth: number): Found | null {
  if (depth >= DEPTH) return null
  switch (text[at]) {
    case '`':
      return codeAt(text, at)
    case '[':
      return linkAt(text, at, depth)
    case '*':
      return text[at + 1] === '*' ? emphasisAt(text, at, '**', depth) : emphasisAt(text, at, '*', depth)
    case '_':
      return text[at + 1] === '_' ? emphasisAt(text, at, '__', depth) : emphasisAt(text, at, '_', depth)
    default:
      return null
  }
}

function codeAt(text: string, at: number): Found | null {
  const close = text.slice(at + 1, at + 1 + REACH).indexOf('`')
  if (close < 1) return null
  return { spans: [{ kind: 'code', text: text.slice(at + 1, at + 1 + close) }], end: at + close + 2 }
}

function linkAt(text: string, at: number, depth: number): Found | null {
  LINK.lastIndex = at
  const match = LINK.exec(text)
  if (!match) return null
  const [whole, words = '', href = ''] = match
  const spans = spansOf(words, depth + 1)
  return { spans: SAFE.test(href) ? [{ kind: 'link', href, spans }] : spans, end: at + whole.length }
}

/** Marks hug their words: `2 * 3 * 4` and `snake_case_name` are no emphasis. */
function emphasisAt(text: string, at: number, mark: string, depth: number): Found | null {
  const start = at + mark.length
  if (!/\S/.test(text[start] ?? ' ')) return null
  if (mark[0] === '_' && isWord(text[at - 1])) return null
  const near = text.slice(start, start + REACH)
  for (let close = near.indexOf(mark, 1); close > 0; close = near.indexOf(mark, close + 1)) {
    const before = near[close - 1] ?? ' '
    const after = near[close + mark.length]
    const isOther = mark.length === 1 && (before === mark || after === mark)
    if (/\s/.test(before) || isOther || (mark[0] === '_' && isWord(after))) continue
    const kind = mark.length === 2 ? 'strong' : 'em'
    return { spans: [{ kind, spans: spansOf(near.slice(0, close), depth + 1) }], end: start + close + mark.length }
  }
  return null
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
