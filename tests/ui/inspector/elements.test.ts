import { expect, test } from 'vitest'
import { takeElements, withElements } from '../../../src/ui/inspector/elements'

test.each([
  ['ndcg', [], 'ndcg'],
  ['ndcg;', ['ndcg'], ''],
  ['ndcg, mrr', ['ndcg'], 'mrr'],
  ['click-through rate, return rate;', ['click-through rate', 'return rate'], ''],
  ['a | b\nc\r\nd', ['a', 'b', 'c'], 'd'],
  [' ; , ;; x', [], 'x'],
  ['users are signed in, mostly', [], 'users are signed in, mostly'],
  ['users are signed in, mostly; one region', ['users are signed in, mostly'], 'one region'],
  ['two words ', [], 'two words '],
])('“%s” holds the elements %j, and “%s” is still being typed', (typed, complete, rest) => {
  expect(takeElements(typed)).toEqual({ complete, rest })
})

test('an element is put to the end of a list, and not a second time in other letters', () => {
  expect(withElements(['ndcg'], ['mrr', 'nDCG', 'map', 'MRR'])).toEqual(['ndcg', 'mrr', 'map'])
})
