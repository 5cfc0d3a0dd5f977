import { expect, test } from 'vitest'
import { sketch } from '../../../src/plan/sketch'
import { replicasFor } from '../../../src/rules/fixes/replicas'

const block = sketch`rk ranker replicas=4 qpsPerReplica=100`.blocks.rk!

test.each([
  [1000, 13],
  [800, 10],
  [801, 11],
  [0, 1],
])('%i requests a second of 100 each need %i replicas with a quarter to spare', (demand, replicas) => {
  expect(replicasFor({ block, demand, capacity: 400 })).toBe(replicas)
})
