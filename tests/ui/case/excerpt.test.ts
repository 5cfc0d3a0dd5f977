import { expect, test } from 'vitest'
import { excerpts } from '../../../src/ui/case/excerpt'

const LONG = 'Labels mature after two hours, and clicks that came later are joined by the nightly job of the warehouse.'

test('short texts stay whole', () => {
  expect(excerpts('Ranker', 'Heavy ranker')).toEqual(['Ranker', 'Heavy ranker'])
})

test('long texts are cut to where they part', () => {
  expect(excerpts(LONG, LONG.replace('nightly', 'hourly'))).toEqual([
    '…later are joined by the nightly job of the warehouse.',
    '…later are joined by the hourly job of the warehouse.',
  ])
})

test('a long text beside none is cut at its end, between characters', () => {
  const [long, none] = excerpts(`${'🙂'.repeat(70)}`, '')
  expect([long, none]).toEqual([`${'🙂'.repeat(64)}…`, ''])
})
