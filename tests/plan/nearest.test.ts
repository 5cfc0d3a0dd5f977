import { expect, test } from 'vitest'
import { nearest } from '../../src/plan/nearest'

test.each([
  ['rankr', 'ranker'],
  ['reranker', 're-ranker'],
  ['chace', 'cache'],
  ['Gateway', 'gateway'],
  ['store', null],
  ['ann', 'ann-index'],
  ['zebra', null],
])('the nearest word to %s is %s', (word, found) => {
  const words = ['ranker', 're-ranker', 'cache', 'gateway', 'prediction-store', 'operational-store', 'ann-index']
  expect(nearest(word, words)).toBe(found)
})
