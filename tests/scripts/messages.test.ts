import { expect, test } from 'vitest'
import { partOf, withOwnModules } from '../../scripts/messages.mjs'

test('a module takes each part of the messages from a module of its own, under the name that it uses', () => {
  const code = [
    "import { useState } from 'react'",
    'import {',
    '  findBar as say,',
    '  topBar,',
    "} from '../../messages/en'",
    "import { find } from './messages/end'",
  ].join('\n')
  expect(withOwnModules(code, '/page/de.ts').split('\n')).toEqual([
    "import { useState } from 'react'",
    "import * as say from '/page/de.ts?part=findBar'; import * as topBar from '/page/de.ts?part=topBar'",
    "import { find } from './messages/end'",
  ])
})

test('the module of a part holds its texts, each as an export, the imports that they use, and nothing else', () => {
  const source = [
    "import { plural } from './plural'",
    "import { listed } from './listed'",
    '/** The first. */',
    "export const first = { none: 'No match', of: (n: number) => plural(n, 'hit'), 'in-all': { de: 'le' } }",
    "export const second = { title: 'Second' }",
  ].join('\n')
  expect(partOf(source, 'first').split('\n')).toEqual([
    "import { plural } from './plural'",
    "const text0 = 'No match'",
    "const text1 = (n: number) => plural(n, 'hit')",
    "const text2 = { de: 'le' }",
    "export { text0 as none, text1 as of, text2 as 'in-all' }",
  ])
})

test('a part that is not there, or no list of texts, fails with its name', () => {
  expect(() => partOf("export const first = { none: 'No match' }", 'third')).toThrow(
    'The messages have no part “third”.',
  )
  const shared = "export const first = { none: 'No match' }\nexport const second = { ...first }"
  expect(() => partOf(shared, 'second')).toThrow('The part “second” of the messages is no list of texts.')
})
