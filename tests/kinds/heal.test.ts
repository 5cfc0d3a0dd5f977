import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAllowedPair } from '../../src/kinds/flow-kinds'
import { removeAndHeal } from '../../src/kinds/heal'
import type { Block, Design } from '../../src/model/design'
import { applyEdit, invert } from '../../src/model/edit'
import { labelFlow } from '../../src/model/flows'
import { repair } from '../../src/model/repair'
import { sketch } from '../../src/plan/sketch'
import { designs } from '../arbitraries/design'

const linesOf = (design: Design) =>
  Object.values(design.flows).map(({ source, kind, target }) => `${source} ${kind} ${target}`)
const without = (design: Design, ...ids: string[]) => linesOf(applyEdit(design, removeAndHeal(design, ids).edit))

const CHAIN = sketch`client -request-> gateway -request-> app-service -request-> ranker`

test('the neighbours of a block with one flow in and one out are joined in the kind of the flow in', () => {
  expect(without(CHAIN, 'gateway')).toEqual(['client request app-service', 'app-service request ranker'])
  expect(removeAndHeal(CHAIN, ['gateway']).joined.map(pair => pair.map(block => block.id))).toEqual([
    ['client', 'app-service'],
  ])
})

test('a chain of blocks that go together is bridged, and one that goes as a whole leaves nothing', () => {
  expect(without(CHAIN, 'app-service', 'gateway')).toEqual(['client request ranker'])
  expect(without(CHAIN, 'client', 'gateway', 'app-service', 'ranker')).toEqual([])
})

test('the label of the flow in stays; without one that of the flow out does', () => {
  const [, second = ''] = Object.keys(CHAIN.flows)
  const design = applyEdit(CHAIN, labelFlow(second, '50 posts'))
  const after = applyEdit(design, removeAndHeal(design, ['gateway']).edit)
  expect(Object.values(after.flows).map(flow => flow.label)).toEqual(['50 posts', undefined])
})

test('where no kind of flow may run, where a line is drawn already or where it would lead back, nothing is joined', () => {
  expect(
    without(sketch`online-inference -metric-> drift-monitor -trigger-> retraining-trigger`, 'drift-monitor'),
  ).toEqual([])
  const drawn = sketch`
    client -request-> gateway -request-> ranker
    client -request-> ranker
  `
  expect(without(drawn, 'gateway')).toEqual(['client request ranker'])
  const twice = sketch`
    client -request-> gateway -request-> ranker
    client -request-> app-service -request-> ranker
  `
  expect(without(twice, 'gateway', 'app-service')).toEqual(['client request ranker'])
  expect(
    without(
      sketch`
    app-service -request-> ranker
    ranker -request-> app-service
  `,
      'ranker',
    ),
  ).toEqual([])
})

test('a fork is cut, and so is what passes a note', () => {
  const fork = sketch`
    client -request-> gateway -request-> ranker
    gateway -request-> app-service
  `
  expect(without(fork, 'gateway')).toEqual([])
  const note = { ...CHAIN.blocks.gateway, kind: 'note' } as Block
  expect(without({ ...CHAIN, blocks: { ...CHAIN.blocks, gateway: note } }, 'gateway')).toEqual([
    'app-service request ranker',
  ])
})

test('a flow that is selected as well is meant to go', () => {
  const [first = ''] = Object.keys(CHAIN.flows)
  const { edit, joined } = removeAndHeal(CHAIN, ['gateway'], new Set([first]))
  expect([linesOf(applyEdit(CHAIN, edit)), joined]).toEqual([['app-service request ranker'], []])
})

test('whatever is deleted from whatever design: no flow dangles, leads back or is drawn twice, and all that are new are allowed', () =>
  fc.assert(
    fc.property(designs(), fc.array(fc.nat({ max: 12 }), { maxLength: 6 }), (design, picks) => {
      const all = Object.keys(design.blocks)
      const gone = [...new Set(picks.flatMap(pick => all[pick] ?? []))]
      const { edit, joined } = removeAndHeal(design, gone)
      const after = applyEdit(design, edit)
      expect(repair(after)).toBe(after)
      expect(Object.keys(after.blocks)).toEqual(all.filter(id => !gone.includes(id)))
      const fresh = Object.values(after.flows).filter(flow => design.flows[flow.id] !== flow)
      expect(fresh).toHaveLength(joined.length)
      const endsOf = (one: { source: string; kind: string; target: string }) =>
        `${one.source} ${one.kind} ${one.target}`
      for (const flow of fresh) {
        const [source, target] = [after.blocks[flow.source], after.blocks[flow.target]]
        expect(isAllowedPair(flow.kind, source?.kind ?? '', target?.kind ?? '')).toBe(true)
        expect(flow.source).not.toBe(flow.target)
        expect(Object.values(after.flows).filter(one => endsOf(one) === endsOf(flow))).toHaveLength(1)
      }
      expect(applyEdit(after, invert(design, edit))).toEqual(design)
    }),
  ))
