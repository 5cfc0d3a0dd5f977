import { readdirSync, readFileSync } from 'node:fs'
import { marked, type Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../../src/formats/document/document'
import { writeMarkdown } from '../../src/formats/document/write-markdown'
import { readDesign } from '../../src/gate'
import type { Design } from '../../src/model/design'
import { applyEdit, type Change } from '../../src/model/edit'
import { designOf } from '../../src/plan/sketch'

const NAMES = readdirSync('templates').filter(name => name.endsWith('.groundplan.json'))

/** What a label may hold that means something in HTML or Markdown. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '"><script>alert(1)</script>',
  '`</code><script>alert(1)</script>`',
  '| a | b |\n| --- | --- |\n| <script>alert(1)</script> | c |',
  '# heading\n\n<iframe src="https://example.com"></iframe>',
  '&lt;script&gt;alert(1)&lt;/script&gt; <!-- <script>alert(1)</script> -->',
  '1. one\n- two\n***\n```\n<script>alert(1)</script>\n```',
]

describe.each(NAMES)('%s', name => {
  const parts = documentOf(caseOf(name))
  const tokens = marked.lexer(writeMarkdown(parts, 'picture.svg'))

  test('reads as the same headings, tables and rows in a parser of GitHub’s Markdown', () => {
    expect(tokens.flatMap(token => (token.type === 'heading' ? [token.depth] : []))).toEqual(
      parts.flatMap(part => (part.kind === 'heading' ? [part.level] : [])),
    )
    expect(tokens.flatMap(token => (token.type === 'table' ? [sizeOf(token)] : []))).toEqual(
      parts.flatMap(part => (part.kind === 'table' ? [[part.head.length, part.rows.length]] : [])),
    )
  })

  test('describes its picture for people who do not see it', () => {
    const picture = parts.find(part => part.kind === 'picture')
    const images = tokens.flatMap(token => (token.type === 'paragraph' ? (token.tokens ?? []) : []))
    expect(picture?.description).toMatch(/^\d+ blocks, \d+ flows\. /)
    // The lexer gives the words of a picture with their escapes.
    expect(images.flatMap(token => (token.type === 'image' ? [token.text.replaceAll('\\', '')] : []))).toEqual([
      `${picture?.title}: ${picture?.description}`,
    ])
  })

  test('has its brief, numbers with their arithmetic, blocks, flows and notes', () => {
    const headings = parts.flatMap(part => (part.kind === 'heading' && part.level === 2 ? [part.text] : []))
    expect(headings).toEqual(
      expect.arrayContaining(['Brief', 'Metrics', 'Numbers', 'Slowest request path', 'Blocks', 'Flows']),
    )
    expect(headings).not.toContain('Open findings')
  })
})

test.each(PAYLOADS)('%j stays text wherever a design can hold it', payload => {
  const design = poisoned(caseOf('fraud-detection.groundplan.json'), payload)
  const parts = documentOf(design)
  // The case's own notes link to its sources.
  const html = marked.parse(writeMarkdown(parts), { async: false }).replace(/<a href="https:[^"<>]*">/g, '')
  expect(html).not.toMatch(/<(script|img|svg|iframe|a)\b/i)
  const tokens = marked.lexer(writeMarkdown(parts))
  expect(kindsOf(tokens, 'heading')).toBe(parts.filter(part => part.kind === 'heading').length)
  expect(kindsOf(tokens, 'table')).toBe(parts.filter(part => part.kind === 'table').length)
  expect(kindsOf(tokens, 'html') + kindsOf(tokens, 'code')).toBe(0)
})

test('accepted findings stand with their reasons, open ones with their rule', () => {
  const design = designOf('client -> app-service -> ranker; waive no-fallback @ranker "House ads | are served."')
  const text = writeMarkdown(documentOf(design))
  expect(text).toContain('| no-fallback | Ranker | House ads \\| are served. |')
  expect(text).toMatch(/\| error \| Monitor \| No monitor sees “Ranker”.*\| unmonitored-model \|/)
})

test('an empty design is its title and what its brief lacks', () => {
  const headings = documentOf(designOf('')).flatMap(part => (part.kind === 'heading' ? [part.text] : []))
  expect(headings).toEqual(['Untitled design', 'Open findings'])
})

function caseOf(name: string): Design {
  const read = readDesign(readFileSync(`templates/${name}`, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

function sizeOf(token: Token): [columns: number, rows: number] {
  return 'header' in token ? [token.header.length, token.rows.length] : [0, 0]
}

function kindsOf(tokens: readonly Token[], type: string): number {
  return tokens.filter(token => token.type === type).length
}

/** The payload in the title, the summary, the brief, every label, a property, a flow, a room and a waiver. */
function poisoned(design: Design, payload: string): Design {
  const set = (table: Change['table'], id: string, path: string): Change => ({
    op: 'set',
    table,
    id,
    path,
    to: payload,
  })
  const [flow = ''] = Object.keys(design.flows)
  const waiver = { id: 'w', rule: 'no-fallback', at: [], reason: payload }
  return applyEdit(design, {
    label: '',
    changes: [
      set('about', 'design', 'title'),
      set('about', 'design', 'summary'),
      set('brief', 'design', 'businessGoal'),
      ...Object.keys(design.blocks).map(id => set('blocks', id, 'label')),
      ...Object.keys(design.blocks).map(id => set('blocks', id, 'props.owner')),
      ...Object.keys(design.groups).map(id => set('groups', id, 'label')),
      set('flows', flow, 'label'),
      { op: 'put', table: 'waivers', id: 'w', record: waiver },
    ],
  })
}
