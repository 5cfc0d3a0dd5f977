import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_DEPTH } from '../../src/gate/limits'
import { offsetsOf } from '../../src/gate/places'
import { scan } from '../../src/gate/scan'

const QUOTES = 'Write a line break as \\n, a quote as \\", a backslash as \\\\.'
const NESTED = `${'[{"a":'.repeat(MAX_DEPTH / 2)}1${'}]'.repeat(MAX_DEPTH / 2)}`

test.each([
  ['{"a": 1,}', 'expected a name, got “}”.', 'Remove the comma before it.'],
  ['{"a": [1, 2,]}', 'expected a value, got “]”.', 'Remove the comma before it.'],
  ["{'a': 1}", "expected a name, got “'”.", 'Put names in double quotes.'],
  ['{a: 1}', 'expected a name, got “a”.', 'Put names in double quotes.'],
  ['{"a": fast}', 'expected a value, got “f”.', 'Put texts in double quotes.'],
  ['{"a": /* fast */ 1}', 'expected a value, got “/”.', 'JSON has no comments.'],
  ['{"a" 1}', 'expected “:”, got “1”.', 'Names and values come as "name": value.'],
  [
    '{"a": 1 "b": 2}',
    'expected “,” or “}”, got “"”.',
    'Names and values come as "name": value, with a comma between two.',
  ],
  ['{"a": [1 2]}', 'expected “,” or “]”, got “2”.', 'Put a comma between two elements.'],
  ['{"a": 01}', 'expected “,” or “}”, got “1”.', 'Names and values come as "name": value, with a comma between two.'],
  ['{"a": "x\ny"}', 'expected the closing quote of a text, got the end of the line.', QUOTES],
  ['{"a": "\\x"}', 'expected the closing quote of a text, got “\\”.', QUOTES],
  ['{"a": 1} {}', 'expected the end, got “{”.', 'A file holds one design.'],
  ['{"a":\u00a01}', 'expected a value, got the sign U+00A0.', 'Put texts in double quotes.'],
  ['{"a": "x', 'the text ends in the middle of the design.', 'A part of the file is missing.'],
  ['{"a": 1', 'the text ends in the middle of the design.', 'A part of the file is missing.'],
  ['{\n<<<<<<< ours\n"a": 1}', 'a merge conflict stands here.', 'Resolve the merge, then open the file again.'],
])('%j is told as “%s”', (text, message, hint) => {
  expect(scan(text)).toEqual([{ offset: expect.any(Number), message, hint }])
})

test('objects and lists nest 64 deep and no deeper', () => {
  expect(scan(NESTED)).toEqual([])
  expect(scan(`[${NESTED}]`)).toEqual([
    { offset: 1 + NESTED.lastIndexOf('{'), message: 'nested deeper than 64 levels.', hint: 'A design needs five.' },
  ])
  expect(scan('['.repeat(1_000_000))).toHaveLength(1)
})

test('a name that stands twice in one object is told with both places, however it is escaped', () => {
  expect(scan('{"b": {"x": 1, "\\u0078": 2}, "c": {"x": 3}}')).toEqual([
    {
      offset: 15,
      message: 'stands here twice',
      hint: 'Keep one of the two, or give one another name.',
      twin: { path: ['b', 'x'], first: 7 },
    },
  ])
})

test('texts of many megabytes are read', () => {
  expect(
    scan(`{"a": "${'x'.repeat(10_000_000)}", "b": "${'\\n'.repeat(1_000_000)}", "c": ${'1'.repeat(1_000_000)}}`),
  ).toEqual([])
})

test('paths are found where they stand, and one that is missing at what is around it', () => {
  const text = '{"a": {"list": [1, {"x": 2}]}, "x": 3}'
  const wanted = [['a', 'list', 1, 'x'], ['x'], ['a', 'gone', 'x'], ['gone'], []]
  expect(offsetsOf(text, wanted)).toEqual([text.indexOf('"x": 2'), text.indexOf('"x": 3'), 1, 0, 0])
})

test('the scanner and JSON.parse agree on what is JSON', () => {
  const jsonish = fc.string({
    unit: fc.constantFrom(
      ...'{}[]":,-+.eE0159 \n\tabt\\/u',
      'true',
      'false',
      'null',
      '"a":',
      '\\u00e9',
      '"b"',
      '\u00a0',
    ),
    maxLength: 14,
  })
  fc.assert(
    fc.property(fc.oneof(jsonish, fc.json()), text => {
      const isSyntax = scan(text).some(fault => !fault.twin)
      expect([text, isSyntax]).toEqual([text, !parses(text)])
    }),
    { numRuns: 2000 },
  )
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
