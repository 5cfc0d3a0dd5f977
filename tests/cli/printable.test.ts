import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable, printableJson, printablePath, printableProse } from '../../src/cli/printable'

test('control characters, line ends and marks of direction are written out', () => {
  expect(printable('a\u001b[31mb\r\nc\u009bd\u202ee\u2028f\tg')).toBe('a\\x1b[31mb\\x0d\\nc\\x9bd\\u202ee\\u2028f g')
})

test('ordinary text of any script stays as it is', () => {
  expect(printable('“Ranker” для 検索 👩🏽‍💻 #1 ## a[0]')).toBe('“Ranker” для 検索 👩🏽‍💻 #1 ## a[0]')
})

test('commands of build runners inside a line are broken', () => {
  expect(printable('x ##[set-env name=A]b ##vso[task.x] ##TeamCity[y]')).toBe(
    'x \\x23#[set-env name=A]b \\x23#vso[task.x] \\x23#TeamCity[y]',
  )
})

test('a path never starts a line as a command of GitHub', () => {
  expect(['::error::x.plan', '  ::stop', 'a::b'].map(printablePath)).toEqual([
    './::error::x.plan',
    './  ::stop',
    'a::b',
  ])
})

test('a word of prose never starts a line as a command of GitHub, wherever the line is broken', () => {
  expect(printableProse('::a b ::c d::e\n::f')).toBe('\\x3a:a b \\x3a:c d::e\\n::f')
})

test('JSON reads as the same value and holds no control character but its line feeds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const json = printableJson(JSON.stringify({ value, text, runner: '##[x]\u009b' }, null, 2))
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text, runner: '##[x]\u009b' })))
      expect(json.replaceAll('\n', '')).not.toMatch(/\p{Cc}|##\[/u)
    }),
  )
})
