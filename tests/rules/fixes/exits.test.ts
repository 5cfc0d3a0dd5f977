import { expect, test } from 'vitest'
import { graphOf } from '../../../src/graph/graph'
import { applyEdit } from '../../../src/model/edit'
import { sketch } from '../../../src/plan/sketch'
import { draftFix } from '../../../src/rules/fixes/draft'
import { leadExits } from '../../../src/rules/fixes/exits'

test('flows leave through the block of that kind that feeds their target, the others through one new block', () => {
  const plan = sketch`
    es event-stream; checked data-lake; a data-lake; b data-lake
    data-source -> data-validation -> checked; es -> checked, a, b
  `
  const graph = graphOf(plan)
  const draft = draftFix(graph)
  leadExits(draft, graph, graph.outOf('es'), { kind: 'data-validation', id: 'es-validation', label: 'Spam filter' })
  const fixed = applyEdit(plan, draft.done('filter')!.edit)
  expect(fixed.blocks['es-validation']?.label).toBe('Spam filter')
  expect(
    Object.values(fixed.flows)
      .map(flow => `${flow.source} ${flow.target}`)
      .sort(),
  ).toEqual([
    'data-source data-validation',
    'data-validation checked',
    'es data-validation',
    'es es-validation',
    'es-validation a',
    'es-validation b',
  ])
})
