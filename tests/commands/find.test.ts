import { expect, test } from 'vitest'
import type { Design } from '../../src/model/design'
import { emptyDesign } from '../../src/model/design'
import type { Finding } from '../../src/rules/rule'
import { findOnCanvas } from '../../src/ui/find/search'

const DESIGN: Design = {
  ...emptyDesign(),
  blocks: {
    app: { id: 'app', kind: 'app-service', label: 'Feed API', at: { x: 200, y: 100 }, props: {} },
    rk: {
      id: 'rk',
      kind: 'ranker',
      label: 'Heavy model',
      at: { x: 0, y: 100 },
      props: {},
      notes: 'Trained on clicks.',
    },
    low: { id: 'low', kind: 'ranker', label: 'Feed fallback', at: { x: 0, y: 300 }, props: {} },
  },
  flows: { f: { id: 'f', kind: 'request', source: 'app', target: 'rk', label: '500 ads' } },
}

const FINDING: Finding = {
  rule: 'no-fallback',
  severity: 'warning',
  at: ['rk'],
  step: 'serve',
  message: 'No way out: the feed is empty when it is late.',
  fixes: [],
}

const found = (query: string) => findOnCanvas(DESIGN, [FINDING], query).map(({ id, place, text }) => [id, place, text])

test('names come first, from top to bottom; then what findings say of a block', () => {
  expect(found('feed')).toEqual([
    ['app', 'name', 'Feed API'],
    ['low', 'name', 'Feed fallback'],
    ['rk', 'finding', FINDING.message],
  ])
})

test('the kind of a block finds it, as one reads: from left to right on one height', () => {
  expect(found('ranker')).toEqual([
    ['rk', 'kind', 'Ranker'],
    ['low', 'kind', 'Ranker'],
  ])
})

test('notes and labels of flows are searched; a flow is named by its ends', () => {
  expect(found('CLICKS')).toEqual([['rk', 'notes', 'Trained on clicks.']])
  expect(findOnCanvas(DESIGN, [], '500')).toEqual([
    { id: 'f', table: 'flows', place: 'label', name: 'Feed API to Heavy model', text: '500 ads' },
  ])
  expect(found('request')).toEqual([['f', 'kind', 'Request']])
})

test('all words must stand in one text', () => {
  expect(found('api feed')).toEqual([['app', 'name', 'Feed API']])
  expect(found('feed clicks')).toEqual([])
})

test('accents do not count, and an empty query finds nothing', () => {
  expect(found('fèed apí')).toEqual([['app', 'name', 'Feed API']])
  expect([found(''), found('  ')]).toEqual([[], []])
})
