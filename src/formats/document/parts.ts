import type { Line, Span } from '../markdown'

/** A piece of a design document, whatever it is written as: a Markdown file or a page to print. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  /** The lines of a note: lists, headings and emphasis as they were written. */
  | { readonly kind: 'note'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | Table
  /** The drawing; the description says in words what it shows. */
  | { readonly kind: 'picture'; readonly title: string; readonly description: string }

export interface Table {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function heading(level: 1 | 2 | 3, text: string): Part {
  return { kind: 'heading', level, text }
}

/** A paragraph of words without marks. */
export function paragraph(text: string): Part {
  return { kind: 'paragraph', spans: [{ kind: 'text', text }] }
}

/** A table with its heading; nothing where it has no row. */
export function tableUnder(
  title: Part,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Part[] {
  return rows.length === 0 ? [] : [title, { kind: 'table', head, rows }]
}
