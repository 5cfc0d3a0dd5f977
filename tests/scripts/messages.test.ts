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
    "import { findBar as say } from '/page/de.ts?part=findBar'; import { topBar } from '/page/de.ts?part=topBar'",
    "import { find } from './messages/end'",
  ])
})

test('the module of a part holds that part, what the file imports, and nothing else', () => {
  const source = [
    "import { plural } from './plural'",
    '/** The first. */',
    "export const first = { none: 'No match', of: (n: number) => plural(n, 'hit') }",
    "export const second = { title: 'Second' }",
  ].join('\n')
  expect(partOf(source, 'first').split('\n')).toEqual([
    "import { plural } from './plural'",
    "export const first = { none: 'No match', of: (n: number) => plural(n, 'hit') }",
  ])
  expect(() => partOf(source, 'third')).toThrow('The messages have no part “third”.')
})
