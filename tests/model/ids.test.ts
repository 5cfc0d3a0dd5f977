import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../src/model/design'
import { flowId, freeId, isId, newId } from '../../src/model/ids'
import { ids, texts } from '../arbitraries/whole-design'

const RANKER = { id: 'app-request-rk', kind: 'ranker', label: 'Ranker', props: {} }
const DESIGN: Design = { ...emptyDesign(), blocks: { 'app-request-rk': RANKER } }

test('an id is a letter or digit, then letters, digits, “_”, “-” or “.”, at most 200 in all', () => {
  expect(['rk', '9', 'a.b_c-D', 'constructor', 'x'.repeat(200)].filter(text => !isId(text))).toEqual([])
  expect(['', '_rk', '-rk', 'a b', 'é', '__proto__', 'a\n', 'x'.repeat(201)].filter(isId)).toEqual([])
})

test('a new id names its kind and ends at random; a flow is named by its ends', () => {
  expect(newId(DESIGN, 'ranker', () => 0)).toBe('ranker-aaaa')
  expect(flowId(DESIGN, 'app', 'data', 'rk')).toBe('app-data-rk')
  expect(flowId(DESIGN, 'app', 'request', 'rk', () => 0)).toBe('app-request-rk-aaaa')
})

test('an id that follows from another counts up where it is taken', () => {
  const used = new Set(['rk-monitor', 'rk-monitor-2'])
  expect(freeId('rk-monitor', id => used.has(id))).toBe('rk-monitor-3')
})

test('new ids are ids, whatever another tool calls its kinds', () => {
  fc.assert(
    fc.property(ids(), texts(), ids(), (source, kind, target) => {
      expect([newId(DESIGN, kind), flowId(DESIGN, source, kind, target)].filter(id => !isId(id))).toEqual([])
    }),
  )
})
