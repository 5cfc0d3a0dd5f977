import { expect, test } from 'vitest'
import type { Design } from '../../../src/model/design'
import { changesFrom } from '../../../src/ui/case/changes'
import { movedSentence } from '../../../src/ui/case/moved'
import { at, designOf } from '../../drawing/designs'

const STUDY: Design = {
  ...designOf(
    [
      at('app', 0, 0, { kind: 'client', label: 'App' }),
      at('rk', 200, 0, { label: 'Ranker', group: 'online', props: { p99Ms: 62 } }),
      at('fb', 400, 0, { kind: 'fallback', label: 'Newest first' }),
    ],
    [
      { source: 'app', target: 'rk', kind: 'request' },
      { source: 'rk', target: 'fb', kind: 'fallback' },
    ],
    [{ id: 'online', label: 'Request path', at: { x: 0, y: 0 }, size: { width: 400, height: 100 } }],
  ),
  brief: { design: { latencyP99Ms: 300, notes: { data: 'Labels mature.' } } },
}

const COPY: Design = {
  ...designOf(
    [
      at('app', 0, 8, { kind: 'client', label: 'App' }),
      at('rk', 200, 0, { label: 'Heavy ranker', props: { p99Ms: 45, hasWarmup: true } }),
      at('ca', 400, 0, { kind: 'cache', label: 'Cache' }),
    ],
    [{ source: 'app', target: 'rk', kind: 'async' }],
    [{ id: 'online', label: 'Online', at: { x: 0, y: 0 }, size: { width: 400, height: 120 } }],
  ),
  about: { design: { title: 'My feed' } },
  brief: { design: { latencyP99Ms: 200, peakQps: 45_000, notes: { data: 'Labels mature late.' } } },
  waivers: { w: { id: 'w', rule: 'no-fallback', at: ['rk'], reason: 'Cheap.' } },
}

test('lists every change in the words of the screen, part by part, each with its place', () => {
  expect(changesFrom(STUDY, COPY)).toEqual({
    changes: [
      {
        key: 'blocks ca',
        part: 'blocks',
        deed: 'added',
        name: 'Cache',
        detail: '',
        icon: 'zap',
        step: 'serve',
        fields: [],
        place: { blocks: ['ca'] },
      },
      {
        key: 'blocks rk',
        part: 'blocks',
        deed: 'changed',
        name: 'Heavy ranker',
        detail: 'Ranker',
        icon: 'arrow-down-wide-narrow',
        step: 'serve',
        fields: [
          { name: 'Name', before: 'Ranker', after: 'Heavy ranker' },
          { name: 'Room', before: 'Request path', after: null },
          { name: 'hasWarmup', before: null, after: 'yes' },
          { name: 'Own latency, p99', before: '62\u2009ms', after: '45\u2009ms' },
        ],
        place: { blocks: ['rk'] },
      },
      {
        key: 'blocks fb',
        part: 'blocks',
        deed: 'removed',
        name: 'Newest first',
        detail: 'Fallback',
        icon: 'life-buoy',
        step: 'serve',
        fields: [],
        place: null,
      },
      {
        key: 'flows app-rk',
        part: 'flows',
        deed: 'changed',
        name: 'App to Heavy ranker',
        detail: 'Queued call',
        icon: 'spline',
        fields: [{ name: 'Kind', before: 'Request', after: 'Queued call' }],
        place: { flow: 'app-rk' },
      },
      {
        key: 'flows rk-fb',
        part: 'flows',
        deed: 'removed',
        name: 'Ranker to Newest first',
        detail: 'Fallback',
        icon: 'spline',
        fields: [],
        place: null,
      },
      {
        key: 'groups online',
        part: 'rooms',
        deed: 'changed',
        name: 'Online',
        detail: '',
        icon: 'square-dashed',
        fields: [{ name: 'Name', before: 'Request path', after: 'Online' }],
        place: { group: 'online' },
      },
      {
        key: 'brief peakQps',
        part: 'brief',
        deed: 'added',
        name: 'Peak load',
        detail: '',
        icon: 'clipboard-list',
        step: 'clarify',
        fields: [{ name: '', before: null, after: '45k\u2009requests/s' }],
        place: { answer: 'peakQps' },
      },
      {
        key: 'brief latencyP99Ms',
        part: 'brief',
        deed: 'changed',
        name: 'Latency target, p99',
        detail: '',
        icon: 'clipboard-list',
        step: 'clarify',
        fields: [{ name: '', before: '300\u2009ms', after: '200\u2009ms' }],
        place: { answer: 'latencyP99Ms' },
      },
      {
        key: 'brief notes.data',
        part: 'brief',
        deed: 'changed',
        name: 'Notes, Data',
        detail: '',
        icon: 'clipboard-list',
        fields: [{ name: '', before: 'Labels mature.', after: 'Labels mature late.' }],
        place: null,
      },
      {
        key: 'about title',
        part: 'brief',
        deed: 'changed',
        name: 'Title',
        detail: '',
        icon: 'clipboard-list',
        fields: [{ name: '', before: 'Feed', after: 'My feed' }],
        place: null,
      },
      {
        key: 'waivers w',
        part: 'waivers',
        deed: 'added',
        name: 'no-fallback',
        detail: '',
        icon: 'circle-check',
        fields: [],
        place: { blocks: ['rk'] },
      },
    ],
    moved: { blocks: 1, rooms: 1 },
  })
})

test('a fresh copy has no changes', () => {
  expect(changesFrom(STUDY, structuredClone(STUDY))).toEqual({ changes: [], moved: { blocks: 0, rooms: 0 } })
})

test('numbers that read the same once rounded are shown in full', () => {
  const after = { ...STUDY, brief: { design: { ...STUDY.brief.design, latencyP99Ms: 300.04 } } }
  expect(changesFrom(STUDY, after).changes.map(({ fields }) => fields)).toEqual([
    [{ name: '', before: '300', after: '300.04' }],
  ])
})

test.each([
  [{ blocks: 0, rooms: 0 }, ''],
  [{ blocks: 1, rooms: 0 }, '1 block stands elsewhere.'],
  [{ blocks: 12, rooms: 2 }, '12 blocks and 2 rooms stand elsewhere.'],
])('says how much was moved: %o', (moved, sentence) => {
  expect(movedSentence(moved)).toBe(sentence)
})
