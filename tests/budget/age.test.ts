import { expect, test } from 'vitest'
import { ageOf } from '../../src/budget/age'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { caseStudy } from './catalogue'

function age(design: Design, id: string) {
  const graph = graphOf(design)
  const found = ageOf(graph, graph.block(id)!)
  return found && { seconds: found.value, path: found.path.map(block => block.id), formula: found.formula }
}

test('the freshest way counts when a store is written twice', () => {
  const design = sketch`
    fpb feature-pipeline-batch cadenceSec=86400; fps feature-pipeline-stream lagSec=20
    data-lake -> fpb -> feature-store-offline -> feature-store-online
    event-stream -> data-validation -> fps -> feature-store-online
  `
  expect(age(design, 'feature-store-online')).toEqual({
    seconds: 20,
    path: ['event-stream', 'data-validation', 'fps', 'feature-store-online'],
    formula: '20\u2009s',
  })
  expect(age(design, 'feature-store-offline')).toEqual({
    seconds: 86_400,
    path: ['data-lake', 'fpb', 'feature-store-offline'],
    formula: '1\u2009day',
  })
})

test('producing blocks in a row add up, each with where its delay is set', () => {
  const design = sketch`
    etl etl-job "Chunks" cadenceSec=900; emb embedding-job "Embed" lagSec=30 cadenceSec=3600
    data-source -> etl -> emb -> ann-index; model-registry -artifact-> emb
  `
  const graph = graphOf(design)
  expect(ageOf(graph, graph.block('ann-index')!)).toMatchObject({
    value: 930,
    terms: [
      { label: 'Chunks', value: 900, unit: 's', at: { block: 'etl', key: 'cadenceSec' } },
      { label: 'Embed', value: 30, unit: 's', at: { block: 'emb', key: 'lagSec' } },
    ],
    formula: '15\u2009min + 30\u2009s = 15.5\u2009min',
  })
})

test('a producer without a delay counts nothing, so that the age is never too high', () => {
  const design = sketch`
    fpb feature-pipeline-batch cadenceSec=3600
    data-lake -> fpb -> feature-store-online; event-stream -> feature-pipeline-stream -> feature-store-online
  `
  expect(age(design, 'feature-store-online')?.seconds).toBe(0)
})

test('a job that nothing feeds still delays what it writes', () => {
  expect(age(sketch`bi batch-inference cadenceSec=3600; bi -> prediction-store`, 'prediction-store')).toEqual({
    seconds: 3600,
    path: ['bi', 'prediction-store'],
    formula: '1\u2009h',
  })
})

test('models, measurements and requests carry no data, and a store that nothing writes has no age', () => {
  const design = sketch`
    data-lake -> training-job -> model-registry -> batch-inference; app-service -> prediction-store
    training-job -artifact-> ann-index
  `
  expect([age(design, 'prediction-store'), age(design, 'ann-index')]).toEqual([null, null])
})

test('data that runs in a circle without an origin has no age', () => {
  const design = sketch`event-stream -> feature-pipeline-stream -> event-stream -> feature-store-online`
  expect(age(design, 'feature-store-online')).toBe(null)
})

test('what streams in a circle with an origin keeps the age of the origin', () => {
  const design = sketch`
    fps feature-pipeline-stream lagSec=5; client -> event-stream -> fps -> event-stream; fps -> feature-store-online
  `
  expect(age(design, 'feature-store-online')).toMatchObject({
    seconds: 5,
    path: ['client', 'event-stream', 'fps', 'feature-store-online'],
  })
})

test('the ad case study keeps its features within 20 s', () => {
  const graph = caseStudy('ad-click-prediction')
  expect(graph.ofKind('feature-store-online').map(store => ageOf(graph, store)?.value)).toEqual([20])
})
