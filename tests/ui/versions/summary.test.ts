import { expect, test } from 'vitest'
import type { Design } from '../../../src/model/design'
import { restoreSummary } from '../../../src/ui/versions/summary'
import { block, designOf } from '../../store/samples'

const then: Design = {
  ...designOf('a', 'b'),
  flows: { f: { id: 'f', kind: 'data', source: 'a', target: 'b' } },
}

test.each([
  ['holds the same', then, null],
  ['lacks a block and its flow', designOf('a'), 'Brings back 1 block and 1 flow.'],
  ['has more', { ...then, blocks: { ...then.blocks, c: block('c'), d: block('d') } }, 'Removes 2 blocks.'],
  [
    'names one otherwise and drew the other elsewhere',
    { ...then, blocks: { a: block('a', 'Ranker'), b: { ...block('b'), at: { x: 8, y: 8 } } } },
    'Changes 1 block, moves 1 block.',
  ],
  ['has another brief', { ...then, brief: { design: { peakQps: 7 } } } as Design, 'Changes the brief.'],
])('says what a restore does to a design that %s', (_, now, sentence) => {
  expect(restoreSummary(now, then)).toBe(sentence)
})
