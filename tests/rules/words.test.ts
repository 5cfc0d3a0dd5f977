import { expect, test } from 'vitest'
import type { Block } from '../../src/model/design'
import { listed, named } from '../../src/rules/words'

const ranker = (label: string): Block => ({ id: label || 'rk', kind: 'ranker', label, props: {} })

test('a block is named as the user wrote it, and by its kind while it has no name', () => {
  expect(named(ranker('Heavy ranker'))).toBe('“Heavy ranker”')
  expect(named(ranker(' '))).toBe('“Ranker”')
})

test('two blocks are named, further ones counted', () => {
  const blocks = ['A', 'B', 'C'].map(ranker)
  expect([1, 2, 3].map(n => listed(blocks.slice(0, n)))).toEqual(['“A”', '“A” and “B”', '“A” and 2 more'])
})
