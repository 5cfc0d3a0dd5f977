import { expect, test } from 'vitest'
import { costOfDrawings, monthlyCost } from '../../src/budget/cost'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { caseStudy } from './catalogue'

const cost = (design: Design) => monthlyCost(graphOf(design))
const byBlock = (design: Design) => cost(design).blocks.map(({ block, value }) => [block.id, value])

test('the assistant costs 13 140 dollars a month', () => {
  const { value, formula, blocks } = monthlyCost(caseStudy('rag-question-answering'))
  expect(value).toBe(13_140)
  expect(formula).toBe('$11.7k + $1\u2009460 = $13.1k')
  expect(blocks.map(({ block, formula }) => [block.id, formula])).toEqual([
    ['llm', '4\u2009replicas × $4/h × 730\u2009hours/month = $11.7k'],
    ['rk', '2\u2009replicas × $1/h × 730\u2009hours/month = $1\u2009460'],
  ])
})

test('a job costs what it runs, a trainer that learns all the time the whole month', () => {
  const design = sketch`
    bi batch-inference costPerHour=2 replicas=10 itemsPerRun=864000 itemsPerSec=10 cadenceSec=86400
    tr training-job costPerHour=8 replicas=2 gpusPerReplica=4 cadenceHours=73 gpuHours=80
    on training-job costPerHour=1 mode=online; emb embedding-job costPerHour=3 lagSec=5
  `
  expect(byBlock(design)).toEqual([
    ['emb', 2190],
    ['tr', 1600],
    ['bi', 1460],
    ['on', 730],
  ])
})

test('a job whose hours are not known is not counted, and what would tell them is named', () => {
  const design = sketch`tr training-job costPerHour=30 cadenceHours=24; bi batch-inference costPerHour=2; etl etl-job costPerHour=1`
  expect(cost(design)).toEqual({
    value: 0,
    unit: 'US dollars',
    terms: [],
    formula: '$0',
    blocks: [],
    uncounted: [
      { block: 'bi', key: 'itemsPerRun' },
      { block: 'bi', key: 'itemsPerSec' },
      { block: 'bi', key: 'cadenceSec' },
      { block: 'tr', key: 'gpuHours' },
    ],
  })
})

test('tokens of a hosted model are paid for the average load, prompt and answer', () => {
  const design = sketch`
    brief peakQps=10 peakFactor=2
    pb prompt-builder tokensIn=3000; llm llm hosted=true pricePer1kTokens=0.002 tokensOut=500
    client -> app-service -> pb, llm
  `
  const requests = 5 * 730 * 3600
  expect(byBlock(design)).toEqual([['llm', (requests * 3500 * 0.002) / 1000]])
  expect(cost(design).blocks[0]?.formula).toBe(
    '13.1\u2009M\u2009requests × 3\u2009500\u2009tokens × $0.002 / 1000 = $92k',
  )
})

test('the prompt is that of the builder that calls the model, else the shortest that its callers use', () => {
  const price = 'llm llm pricePer1kTokens=1; long prompt-builder tokensIn=2000; short prompt-builder tokensIn=1000'
  const chained = sketch`brief peakQps=1; ${price}; client -> app-service -> long -> llm; app-service -> short`
  const side = sketch`brief peakQps=1; ${price}; client -> app-service -> long, short, llm`
  expect(cost(chained).value / cost(side).value).toBe(2)
})

test('tokens are not counted while the load or their number is unknown', () => {
  const plan = 'llm llm pricePer1kTokens=0.002; client -> llm'
  expect(cost(sketch`${plan}`).uncounted).toContainEqual({ brief: 'peakQps' })
  expect(cost(sketch`brief peakQps=1; ${plan}`).uncounted).toEqual([{ block: 'llm', key: 'tokensOut' }])
})

test('machines and tokens of one block add up', () => {
  const design = sketch`
    brief peakQps=1 peakFactor=1; llm llm pricePer1kTokens=0.001 tokensOut=1000 costPerHour=10; client -> llm
  `
  expect(byBlock(design)).toEqual([['llm', 7300 + 730 * 3.6]])
  expect(cost(design).blocks[0]?.formula).toBe('$7\u2009300 + $2\u2009628 = $9\u2009928')
})

test('each drawing has its cost, the dearest first', () => {
  const design = sketch`a llm costPerHour=1; b llm costPerHour=2; c ranker costPerHour=1; b -> c`
  const costs = costOfDrawings(graphOf(design))
  expect(costs.map(({ value, blocks }) => [value, ...blocks.map(each => each.block.id)])).toEqual([
    [2190, 'b', 'c'],
    [730, 'a'],
  ])
})
