import { expect, test } from 'vitest'
import { batchWindowOf } from '../../src/budget/batch-window'
import type { Block } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const block = (props: string) => sketch`x batch-inference ${props}`.blocks.x as Block

test('a run takes its items through what all replicas do', () => {
  const window = batchWindowOf(block('itemsPerRun=150000000000 itemsPerSec=100000 replicas=20 cadenceSec=86400'))
  expect(window).toMatchObject({
    run: { value: 75_000, formula: '150\u2009B\u2009items / (20\u2009replicas × 100k\u2009items/s) = 20.83\u2009h' },
    window: { value: 86_400, at: { block: 'x', key: 'cadenceSec' } },
  })
})

test('one replica is assumed', () => {
  expect(batchWindowOf(block('itemsPerRun=100 itemsPerSec=10 cadenceSec=60'))).toMatchObject({
    run: { value: 10 },
    replicas: { value: 1, isAssumed: true },
  })
})

test('without a speed nothing is known', () => {
  expect(batchWindowOf(block('itemsPerRun=100 cadenceSec=60'))).toEqual({
    missing: [{ block: 'x', key: 'itemsPerSec' }],
  })
})
