import { expect, test } from 'vitest'
import { storageOf } from '../../src/budget/storage'
import type { Block } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const block = (text: string) => sketch`x ${text}`.blocks.x as Block

test('a store comes to hold what a day brings times the days kept and the copies', () => {
  expect(
    storageOf(block('data-lake gbPerDay=100 retentionDays=365 replication=3 capacityGb=90000 storedGb=10000')),
  ).toMatchObject({
    need: { value: 109_500, formula: '100\u2009GB/day × 365\u2009days × 3\u2009copies = 109.5\u2009TB' },
    room: { value: 90_000 },
    perDay: { value: 300 },
    daysUntilFull: 200,
  })
})

test('a sampled log holds its share', () => {
  expect(
    storageOf(block('prediction-log gbPerDay=1000 retentionDays=30 sampleRate=0.1 capacityGb=5000')),
  ).toMatchObject({
    need: { value: 3000 },
    daysUntilFull: 50,
  })
})

test('a stream holds its events for the hours they are kept', () => {
  expect(
    storageOf(block('event-stream eventsPerSec=100000 bytesPerEvent=200 retentionHours=48 capacityGb=2000')),
  ).toMatchObject({
    need: { value: 3456, formula: '100k\u2009events/s × 200\u2009bytes × 48 × 3600 s = 3.456\u2009TB' },
    perDay: { value: 1728 },
  })
})

test('what is not filled in is named', () => {
  expect(storageOf(block('data-lake gbPerDay=1'))).toEqual({
    missing: [
      { block: 'x', key: 'capacityGb' },
      { block: 'x', key: 'retentionDays' },
    ],
  })
})

test('a store that is fuller than it can be is full today', () => {
  expect(storageOf(block('data-lake gbPerDay=1 retentionDays=9 capacityGb=10 storedGb=20'))).toMatchObject({
    daysUntilFull: 0,
  })
})
