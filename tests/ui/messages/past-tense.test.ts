import { expect, test } from 'vitest'
import { pastTense } from '../../../src/ui/messages/past-tense'

test.each([
  ['Move 3 blocks', 'Moved 3 blocks.'],
  ['Delete “Ranker”', 'Deleted “Ranker”.'],
  ['Tidy layout', 'Tidied layout.'],
  ['Set p99', 'Set p99.'],
  ['Put in a room', 'Put in a room.'],
  ['Connect', 'Connected.'],
  ['Scope: ranking', 'Scope: ranking.'],
  ['', ''],
])('“%s” is said as “%s” once it is done', (label, sentence) => {
  expect(pastTense(label)).toBe(sentence)
})
