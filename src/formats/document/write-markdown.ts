import type { Line, Span } from '../markdown'
import type { Part, Table } from './parts'

/**
 * A document as GitHub-flavoured Markdown. Words of the design are escaped: none of them becomes markup, a link, HTML
 * or another row or column of a table. `picture` is the name of the file that holds the drawing; without it the drawing
 * is left out.
 */
export function writeMarkdown(parts: readonly Part[], picture?: string): string {
  const blocks = parts.flatMap(part => {
    const text = partText(part, picture)
    return text === '' ? [] : [text]
  })
  return `${blocks.join('\n\n')}\n`
}

function partText(part: Part, picture: string | undefined): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${escapeText(part.text)}`
    case 'paragraph':
      return withoutMarker(spansText(part.spans))
    case 'note':
      return noteText(part.lines)
    case 'list':
      return part.items.map(item => `- ${spansText(item)}`).join('\n')
    case 'table':
      return tableText(part)
    case 'picture':
      return picture === undefined
        ? ''
        : `![${escapeText(`${part.title}: ${part.description}`)}](${encodeURI(picture)})`
  }
}

function tableText({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeText).join(' | ')} |`
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** Each line of a note is one paragraph or item; its headings are strong words, so that the document keeps its outline. */
function noteText(lines: readonly Line[]): string {
  const blocks: string[] = []
  let wasItem = false
  for (const line of lines) {
    const words = spansText(line.spans)
    if (words.trim() === '') {
      wasItem = false
      continue
    }
    const text = lineText(line, words)
    const isItem = line.kind === 'item'
    if (isItem && wasItem) blocks.push(`${blocks.pop()}\n${text}`)
    else blocks.push(text)
    wasItem = isItem
  }
  return blocks.join('\n\n')
}

function lineText({ kind, sign, depth = 0 }: Line, words: string): string {
  if (kind === 'heading') return `**${words}**`
  if (kind === 'text') return withoutMarker(words)
  return `${'  '.repeat(depth)}${sign === '•' ? '-' : sign} ${words}`
}

/** A line that begins like an item of a list begins with an escaped mark instead. */
function withoutMarker(line: string): string {
  return line
    .trimStart()
    .replace(/^(?:([-+])|(\d+)([.)]))(?=\s|$)/, (_, sign, number, end) => (sign ? `\\${sign}` : `${number}\\${end}`))
}

function spansText(spans: readonly Span[]): string {
  return spans.map(spanText).join('')
}

function spanText(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escapeText(span.text)
    case 'code':
      return `\`${oneLine(span.text).replaceAll('`', "'").replaceAll('|', '\\|')}\``
    case 'strong':
      return `**${spansText(span.spans)}**`
    case 'em':
      return `*${spansText(span.spans)}*`
    case 'link':
      return `[${spansText(span.spans)}](<${span.href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
  }
}

/** Everything that could begin a construct of GFM or HTML inside a line. */
const MARKS = /[\\`*_{}[\]<>#!|~&]/g

/** Marks that a browser or a reader would not show as they are: controls, and what turns the direction of text. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

function escapeText(text: string): string {
  return oneLine(text).replace(MARKS, mark => `\\${mark}`)
}

function oneLine(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ').replace(HIDDEN, '')
}
