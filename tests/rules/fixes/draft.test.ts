import { expect, test } from 'vitest'
import { graphOf } from '../../../src/graph/graph'
import { applyEdit } from '../../../src/model/edit'
import { sketch } from '../../../src/plan/sketch'
import { draftFix } from '../../../src/rules/fixes/draft'

test('a fix says what it inserts, and Undo says the same', () => {
  const { title, edit } = draftFix(graphOf(sketch`client -> ranker`)).done('add A/B test')!
  expect([title, edit.label]).toEqual(['add A/B test', 'Add A/B test'])
})

test('a new block has no place, the name of its kind, and the group that its neighbours share', () => {
  const plan = sketch`group online "Request path"; app app-service in=online; rk ranker in=online; client -> app -> rk`
  const graph = graphOf(plan)
  const draft = draftFix(graph)
  draft.add('fallback', 'app-fallback', { beside: [graph.block('app')!, graph.block('rk')!] })
  draft.add('cache', 'app-cache', { beside: [graph.block('app')!, graph.block('client')!] })
  const fixed = applyEdit(plan, draft.done('add')!.edit)
  expect(fixed.blocks['app-fallback']).toEqual({
    id: 'app-fallback',
    kind: 'fallback',
    label: 'Fallback',
    group: 'online',
    props: {},
  })
  expect(fixed.blocks['app-cache']?.group).toBeUndefined()
})

test('an id that another kind of block has is not taken from it', () => {
  const draft = draftFix(graphOf(sketch`rk-monitor service-monitor; client -metric-> rk-monitor`))
  expect(draft.add('drift-monitor', 'rk-monitor')).toBe('rk-monitor-2')
})

test('a block that stands already under its id is used', () => {
  const draft = draftFix(graphOf(sketch`rk-monitor drift-monitor; prediction-log -> rk-monitor`))
  expect(draft.add('drift-monitor', 'rk-monitor')).toBe('rk-monitor')
  draft.link('prediction-log', 'rk-monitor', ['metric'])
  expect(draft.done('add monitor')!.edit.changes).toEqual([])
})

test('a flow takes the first preferred kind that the pair allows', () => {
  const draft = draftFix(graphOf(sketch`ranker -> re-ranker; prediction-log -> label-join`))
  draft.link('ranker', 'prediction-log', ['feedback', 'async'])
  expect(draft.done('log')!.edit.changes.map(change => change.id)).toEqual(['ranker-async-prediction-log'])
})

test('a flow that is led through a block goes on to where it went, and what is wired already stays one flow', () => {
  const plan = sketch`a data-source; a -> dataset-builder; a -> data-validation -> dataset-builder`
  const draft = draftFix(graphOf(plan))
  draft.lead(plan.flows['a-data-dataset-builder']!, 'data-validation')
  expect(Object.keys(applyEdit(plan, draft.done('validate')!.edit).flows).sort()).toEqual([
    'a-data-data-validation',
    'data-validation-data-dataset-builder',
  ])
})

test('a led flow keeps what it says of itself where it leaves its source', () => {
  const plan = sketch`a data-source; a -data-> dataset-builder {lagged=true}; data-validation`
  const draft = draftFix(graphOf(plan))
  draft.lead(plan.flows['a-data-dataset-builder']!, 'data-validation')
  const { flows } = applyEdit(plan, draft.done('validate')!.edit)
  expect(Object.values(flows).map(flow => [flow.id, flow.props])).toEqual([
    ['a-data-data-validation', { lagged: true }],
    ['data-validation-data-dataset-builder', undefined],
  ])
})

test('a fix that had to join what no flow can is none', () => {
  const draft = draftFix(graphOf(sketch`client -> ranker; alerting`))
  draft.link('alerting', 'client')
  expect(draft.done('call the client')).toBeNull()
})
