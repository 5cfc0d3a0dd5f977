import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAllowedPair } from '../../src/kinds/flow-kinds'
import { removeAndHeal } from '../../src/kinds/heal'
import { KINDS } from '../../src/kinds/index'
import { spliceBlock, whyNotBetween } from '../../src/kinds/splice'
import type { Block } from '../../src/model/design'
import { applyEdit, invert } from '../../src/model/edit'
import { labelFlow } from '../../src/model/flows'
import { sketch } from '../../src/plan/sketch'
import { designs } from '../arbitraries/design'

const DRAWN = sketch`client -request-> ranker`
const [CALL_ID = ''] = Object.keys(DRAWN.flows)
const CALL = applyEdit(DRAWN, labelFlow(CALL_ID, 'feed'))
const block = (kind: string, id = 'new'): Block => ({ id, kind, label: 'New', props: {} })

test('the first half stays the flow with its label, the second goes on in the same kind', () => {
  const after = applyEdit(CALL, spliceBlock(CALL, CALL_ID, block('gateway')))
  expect(Object.values(after.flows)).toEqual([
    { ...CALL.flows[CALL_ID], target: 'new' },
    { id: 'new-request-ranker', kind: 'request', source: 'new', target: 'ranker' },
  ])
  expect(after.blocks.new).toEqual(block('gateway'))
})

test('a half whose pair does not take the kind gets the usual one of that pair', () => {
  const design = sketch`model-registry -artifact-> online-inference`
  const [id = ''] = Object.keys(design.flows)
  const kinds = Object.values(applyEdit(design, spliceBlock(design, id, block('offline-eval'))).flows)
  expect(kinds.map(({ kind, source, target }) => [source, kind, target])).toEqual([
    ['model-registry', 'artifact', 'new'],
    ['new', 'artifact', 'online-inference'],
  ])
  const data = sketch`data-source -data-> feature-store-offline`
  const [dataId = ''] = Object.keys(data.flows)
  const stream = Object.values(applyEdit(data, spliceBlock(data, dataId, block('event-stream'))).flows)
  expect(stream.map(({ kind }) => kind)).toEqual(['data', 'data'])
})

test('a pair that no flow may join is refused with its reason, and the ends, notes and cards without one', () => {
  expect(whyNotBetween(CALL, CALL_ID, block('training-job'))).toMatch(/client/)
  expect(spliceBlock(CALL, CALL_ID, block('training-job')).changes).toEqual([])
  expect(
    [block('note'), block('brief-card'), block('client', 'client')].map(b => whyNotBetween(CALL, CALL_ID, b)),
  ).toEqual(['', '', ''])
})

test('what is joined as of an earlier time is still joined so at its end', () => {
  const design = sketch`data-source -data-> dataset-builder`
  const [id = ''] = Object.keys(design.flows)
  const lagged = applyEdit(design, {
    label: '',
    changes: [{ op: 'set', table: 'flows', id, path: 'props.lagged', to: true }],
  })
  const after = applyEdit(lagged, spliceBlock(lagged, id, block('etl-job')))
  expect(Object.values(after.flows).find(flow => flow.source === 'new')?.props).toEqual({ lagged: true })
})

test('whatever the design: both halves are allowed and drawn once, nothing else changes, and one undo takes it back', () =>
  fc.assert(
    fc.property(
      designs(),
      fc.nat(),
      fc.constantFrom(...KINDS.map(kind => kind.id)),
      fc.nat(),
      (design, at, kind, pick) => {
        const flows = Object.values(design.flows)
        const flow = flows[at % Math.max(1, flows.length)]
        fc.pre(flow !== undefined)
        // Now a new block, now one that stands somewhere already.
        const standing = Object.values(design.blocks)[pick % (Object.keys(design.blocks).length + 1)]
        const inserted = standing ?? block(kind, 'a-new-one')
        const edit = spliceBlock(design, flow.id, inserted)
        const after = applyEdit(design, edit)
        expect(applyEdit(after, invert(design, edit))).toEqual(design)
        if (whyNotBetween(design, flow.id, inserted) !== null) expect(after).toBe(design)
        else {
          const isBetween = (from: string, to: string) =>
            Object.values(after.flows).filter(one => one.source === from && one.target === to)
          for (const [from, to] of [
            [flow.source, inserted.id],
            [inserted.id, flow.target],
          ] as const) {
            const halves = isBetween(from, to)
            const fresh = halves.filter(one => design.flows[one.id] !== one)
            const kindOfEnd = (id: string) => after.blocks[id]?.kind ?? ''
            expect(halves.length).toBeGreaterThan(0)
            expect(fresh.every(one => isAllowedPair(one.kind, kindOfEnd(from), kindOfEnd(to)))).toBe(true)
            expect(new Set(fresh.map(one => one.kind)).size).toBe(fresh.length)
          }
          const others = flows.filter(one => one.id !== flow.id).map(one => after.flows[one.id])
          expect(others).toEqual(flows.filter(one => one.id !== flow.id))
        }
      },
    ),
  ))

test('deleting a block right after it was put into a flow gives the flow back as it was', () =>
  fc.assert(
    fc.property(fc.constantFrom(...KINDS.map(kind => kind.id)), kind => {
      fc.pre(whyNotBetween(CALL, CALL_ID, block(kind)) === null)
      const between = applyEdit(CALL, spliceBlock(CALL, CALL_ID, block(kind)))
      expect(applyEdit(between, removeAndHeal(between, ['new']).edit)).toEqual(CALL)
    }),
  ))
