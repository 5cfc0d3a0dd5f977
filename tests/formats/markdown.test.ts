import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasMarks, type Line, parseMarkdown, type Span } from '../../src/formats/markdown'

function linksOf(lines: readonly Line[]): string[] {
  const links = (span: Span): string[] => {
    if ('text' in span) return []
    return [...(span.kind === 'link' ? [span.href] : []), ...span.spans.flatMap(links)]
  }
  return lines.flatMap(line => line.spans.flatMap(links))
}

const text = (words: string): Span => ({ kind: 'text', text: words })

test('bold, italic, code and a link become pieces of a line', () => {
  expect(parseMarkdown('**p99** is *62 ms* by `rk` ([source](https://example.org/a?b=1))')).toEqual([
    {
      kind: 'text',
      spans: [
        { kind: 'strong', spans: [text('p99')] },
        text(' is '),
        { kind: 'em', spans: [text('62 ms')] },
        text(' by '),
        { kind: 'code', text: 'rk' },
        text(' ('),
        { kind: 'link', href: 'https://example.org/a?b=1', spans: [text('source')] },
        text(')'),
      ],
    },
  ])
})

test('lists keep their signs and their depth, headings their words', () => {
  expect(parseMarkdown('# Why\n- one\n  - two\n3. three')).toEqual([
    { kind: 'heading', spans: [text('Why')] },
    { kind: 'item', sign: '•', depth: 0, spans: [text('one')] },
    { kind: 'item', sign: '•', depth: 1, spans: [text('two')] },
    { kind: 'item', sign: '3.', depth: 0, spans: [text('three')] },
  ])
})

test('marks nest', () => {
  expect(parseMarkdown('**bold *and* `code`**')[0]?.spans).toEqual([
    {
      kind: 'strong',
      spans: [text('bold '), { kind: 'em', spans: [text('and')] }, text(' '), { kind: 'code', text: 'code' }],
    },
  ])
})

test.each([
  '2 * 3 * 4',
  'feature_store_online',
  'a ** b',
  '`',
  '[no link]',
  '**open',
  '45 000 × 400 = 18 M',
  '<b>bold</b>',
  '&lt;',
])('stays as it was written: %s', words => {
  expect(parseMarkdown(words)).toEqual([{ kind: 'text', spans: [text(words)] }])
  expect(hasMarks(words)).toBe(false)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert',
  'data:text/html,<script>',
  'vbscript:x',
  '//evil.example',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '\u0001javascript:x',
  'https:evil',
])('a link to %s is its words alone', href => {
  const lines = parseMarkdown(`[click](${href}) [ok](mailto:team@example.org)`)
  expect(linksOf(lines)).toEqual(['mailto:team@example.org'])
})

test('any text gives as many lines as it has, and safe links alone', () => {
  const pieces = fc.constantFrom(
    '**',
    '*',
    '_',
    '`',
    '[',
    '](',
    ')',
    'https://a.b',
    'javascript:x',
    'word',
    ' ',
    '\n',
    '- ',
    '# ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 }), parts => {
      const source = parts.join('')
      const lines = parseMarkdown(source)
      expect(lines).toHaveLength(source.split(/\r\n?|\n/).length)
      expect(linksOf(lines).filter(href => !/^(https?:\/\/|mailto:)/i.test(href))).toEqual([])
    }),
  )
})

test('long runs of marks end soon', () => {
  for (const mark of ['*', '**', '_', '`', '[', '[a](', '*a ', '**a'])
    expect(parseMarkdown(mark.repeat(20_000))).toHaveLength(1)
})
