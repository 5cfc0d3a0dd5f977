import { expect, test } from 'vitest'
import { listed } from '../../../src/ui/messages/listed'

test('the last of several parts is joined by the word, those before it by commas', () => {
  expect(listed(['2 blocks', '1 flow', '1 room'], 'and')).toBe('2 blocks, 1 flow and 1 room')
  expect(listed(['2 blocks', '1 flow'], 'and')).toBe('2 blocks and 1 flow')
})

test('one part stands alone, and none is nothing', () => {
  expect([listed(['2 blocks'], 'and'), listed([], 'and')]).toEqual(['2 blocks', ''])
})
