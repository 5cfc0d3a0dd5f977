import { expect, test } from 'vitest'
import { pasteProps } from '../../src/kinds/carry-props'
import { type Design, emptyDesign } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'

const DESIGN: Design = {
  ...emptyDesign(),
  blocks: {
    gw: { id: 'gw', kind: 'gateway', label: 'Gateway', props: { p99Ms: 5 } },
    rk: { id: 'rk', kind: 'ranker', label: 'Ranker', props: { replicas: 3 } },
    sheet: { id: 'sheet', kind: 'note', label: 'Why', props: {} },
    card: { id: 'card', kind: 'brief-card', label: 'Scale', props: { shows: 'scale' } },
  },
  flows: { call: { id: 'call', kind: 'request', source: 'gw', target: 'rk' } },
}
const paste = (ids: string[], flows: string[], props: Record<string, string | number>) =>
  applyEdit(DESIGN, pasteProps(DESIGN, { blocks: ids, flows }, props))

test('a block takes what its kind knows, over what it had, and keeps the rest', () => {
  expect(paste(['rk'], [], { p99Ms: 40, replicas: 9, nobodyKnows: 1 }).blocks.rk?.props).toEqual({
    p99Ms: 40,
    replicas: 9,
  })
})

test('a word where a number belongs, and a choice that the field does not have, are left out', () => {
  expect(paste(['rk'], [], { p99Ms: 'fast', stage: 'no-such-stage' })).toBe(DESIGN)
})

test('notes and cards of the brief take nothing, flows take what flows have', () => {
  const design = paste(['sheet', 'card'], ['call'], { shows: 'goal', p99Ms: 4, timeoutMs: 50 })
  expect([design.blocks, design.flows.call?.props]).toEqual([DESIGN.blocks, { timeoutMs: 50 }])
})

test('what is set so already makes no edit', () => {
  expect(pasteProps(DESIGN, { blocks: ['gw'], flows: [] }, { p99Ms: 5 }).changes).toEqual([])
})
