import { expect, test } from 'vitest'
import { decisionRows } from '../../src/formats/document/decisions'
import { documentOf } from '../../src/formats/document/document'
import { sketch } from '../../src/plan/sketch'

/** Where, and what was chosen there. */
function decisions(design: Parameters<typeof decisionRows>[0]): string[] {
  return decisionRows(design).map(([where, , choice]) => `${where}: ${choice}`)
}

test('a decision is told with its question, what it gains and what it costs', () => {
  expect(decisionRows(sketch`ds dataset-builder "Training set" split=time`)).toEqual([
    [
      'Training set',
      'How are training and test data kept apart?',
      'time',
      'Estimates what the model will do on days it has not seen, as production asks.',
      'The last days are few and may be unusual, and they do not train.',
    ],
  ])
})

test('the brief decides first, then the blocks in the order of the steps', () => {
  const design = sketch`
brief predictionMode=online
trig retraining-trigger "Retrain" policy=schedule|drift
gpt llm "Model" hosted=false precision=int8
ds dataset-builder "Set" split=entity`
  expect(decisions(design)).toEqual([
    'Brief: online',
    'Set: entity',
    'Model: int8',
    'Model: no',
    'Retrain: schedule',
    'Retrain: drift',
  ])
})

test('a number is told with the option that it stands for', () => {
  const design = sketch`
ix ann-index "Index" bytesPerDim=1
fpb feature-pipeline-batch "Features" cadenceSec=7200
daily feature-pipeline-batch "Profiles" cadenceSec=86400`
  expect(decisions(design)).toEqual([
    'Profiles: daily',
    'Features: hourly (every 2\u2009h)',
    'Index: int8 (1\u2009byte)',
  ])
})

test('what nobody set, and what no option stands for, is no decision', () => {
  expect(decisions(sketch`ds dataset-builder split=none; ev offline-eval; brief mlTask=control`)).toEqual([])
})

test('the document has a section of decisions where there are some', () => {
  const headings = (design: Parameters<typeof documentOf>[0]) =>
    documentOf(design).flatMap(part => (part.kind === 'heading' && part.level === 2 ? [part.text] : []))
  expect(headings(sketch`ds dataset-builder split=time`)).toContain('Decisions')
  expect(headings(sketch`ds dataset-builder`)).not.toContain('Decisions')
})
