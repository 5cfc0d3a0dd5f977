import { expect, test } from 'vitest'
import { graphOf } from '../../../src/graph/graph'
import type { Design } from '../../../src/model/design'
import { sketch } from '../../../src/plan/sketch'
import { draftFix } from '../../../src/rules/fixes/draft'
import { handOn } from '../../../src/rules/fixes/hand-on'

const handedOn = (design: Design, source: string, target: string) => {
  const graph = graphOf(design)
  const draft = draftFix(graph)
  handOn(draft, graph, source, target)
  return draft.done('hand on')!.edit.changes.map(change => change.id)
}

test('data without personal data is handed on directly', () => {
  expect(handedOn(sketch`data-lake; annotation`, 'data-lake', 'annotation')).toEqual(['data-lake-data-annotation'])
})

test('untreated personal data is handed on through an anonymiser, the one that stands there or a new one', () => {
  expect(handedOn(sketch`lake data-lake containsPii=true; annotation`, 'lake', 'annotation')).toEqual([
    'lake-anonymiser',
    'lake-data-lake-anonymiser',
    'lake-anonymiser-data-annotation',
  ])
  const plan = sketch`lake data-lake containsPii=true; annotation; lake -> pii-anonymizer -> dataset-builder`
  expect(handedOn(plan, 'lake', 'annotation')).toEqual(['pii-anonymizer-data-annotation'])
})
