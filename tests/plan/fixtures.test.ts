import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Design } from '../../src/model/design'
import { readPlan } from '../../src/plan/read'
import { writePlan } from '../../src/plan/write'

const FOLDER = new URL('../fixtures/', import.meta.url)

function read(path: string): Design {
  const result = readPlan(readFileSync(new URL(path, FOLDER), 'utf8'))
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.problems, null, 1)}`)
  return result.value
}

/** The case studies of the catalogue with the counts that it states. */
const CASES = [
  ['visual-search', 27, 38],
  ['street-view-blurring', 24, 37],
  ['video-search', 29, 41],
  ['harmful-content-detection', 27, 44],
  ['video-recommendation', 30, 44],
  ['event-recommendation', 29, 41],
  ['ad-click-prediction', 29, 41],
  ['similar-listings', 26, 37],
  ['personalised-news-feed', 30, 44],
  ['people-you-may-know', 27, 39],
  ['fraud-detection', 28, 40],
  ['ecommerce-recommendation', 30, 44],
  ['short-video-for-you', 29, 41],
  ['rag-question-answering', 30, 43],
  ['delivery-eta', 28, 40],
] as const

test.each(CASES)('%s reads without a problem and has %i blocks and %i flows', (id, blocks, flows) => {
  const design = read(`catalogue/${id}.plan`)
  expect([Object.keys(design.blocks).length, Object.keys(design.flows).length]).toEqual([blocks, flows])
})

test.each(CASES)('%s knows all its properties and answers', id => {
  const { text } = writePlan(read(`catalogue/${id}.plan`))
  expect(read(`catalogue/${id}.plan`).brief.design.extra).toBeUndefined()
  expect(readPlan(text)).toEqual({ ok: true, value: read(`catalogue/${id}.plan`) })
})

test('every case study of the folder is in the list', () => {
  expect(readdirSync(new URL('catalogue/', FOLDER)).sort()).toEqual(CASES.map(([id]) => `${id}.plan`).sort())
})

test('the pipeline of the Wide & Deep paper reads, and draws nothing that the paper does not speak of', () => {
  const design = read('wide-and-deep.plan')
  const kinds = new Set(Object.values(design.blocks).map(block => block.kind))
  expect(Object.keys(design.blocks)).toHaveLength(20)
  for (const absent of ['fallback', 'drift-monitor', 'service-monitor', 'alerting', 'retraining-trigger', 'cache'])
    expect(kinds).not.toContain(absent)
})
