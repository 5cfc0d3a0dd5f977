import { expect, test } from 'vitest'
import { capacityOf } from '../../src/budget/capacity'
import type { Block } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const block = (props: string) => sketch`rk ranker ${props}`.blocks.rk as Block

test('capacity is replicas times what one sustains', () => {
  expect(capacityOf(block('replicas=12 qpsPerReplica=150'))).toEqual({
    value: 1800,
    unit: 'requests/s',
    terms: [
      { label: 'Replicas', value: 12, unit: 'replicas', at: { block: 'rk', key: 'replicas' } },
      { label: 'Capacity per replica', value: 150, unit: 'requests/s', at: { block: 'rk', key: 'qpsPerReplica' } },
    ],
    formula: '12\u2009replicas × 150\u2009requests/s = 1\u2009800\u2009requests/s',
  })
})

test('what is not filled in, zero among it, is named', () => {
  expect(capacityOf(block('replicas=0'))).toEqual({
    missing: [
      { block: 'rk', key: 'replicas' },
      { block: 'rk', key: 'qpsPerReplica' },
    ],
  })
})
