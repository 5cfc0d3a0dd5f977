import { expect, test } from 'vitest'
import { latencies, slowestRequest, waitFor, waitsIn } from '../../src/budget/latency'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { designOf, sketch } from '../../src/plan/sketch'
import { caseStudy } from './catalogue'

/** The upper bound and target of every case study, as its text states them. */
const STATED: readonly (readonly [name: string, ms: number])[] = [
  ['visual-search', 160],
  ['street-view-blurring', 55],
  ['video-search', 154],
  ['harmful-content-detection', 40],
  ['video-recommendation', 153],
  ['event-recommendation', 118],
  ['ad-click-prediction', 69],
  ['similar-listings', 62],
  ['personalised-news-feed', 200],
  ['people-you-may-know', 45],
  ['fraud-detection', 71],
  ['ecommerce-recommendation', 105],
  ['short-video-for-you', 124],
  ['rag-question-answering', 4680],
  ['delivery-eta', 65],
]

test.each(STATED)('the request path of %s takes at most %i ms', (name, ms) => {
  expect(waitsIn(caseStudy(name)).map(wait => wait.ms)[0]).toBe(ms)
})

const waits = (design: Design) => waitsIn(graphOf(design)).map(({ client, ms }) => [client.id, ms])

const slowest = (design: Design) => slowestRequest(graphOf(design))
const path = (design: Design) => slowest(design)?.parts.map(part => `${part.block.id} ${part.ms}`)

test('stages run one after another, calls of one stage side by side, a call without a stage alone', () => {
  const design = sketch`
    app-service app-service p99Ms=10; gw gateway p99Ms=5
    emb online-inference p99Ms=20; ann ann-index p99Ms=40; inv operational-store p99Ms=50
    rk ranker p99Ms=60; rr re-ranker p99Ms=15
    client -> gw -> app-service
    app-service -request-> emb {stage=1}
    app-service -request-> ann, inv {stage=2}
    app-service -request-> rk, rr
  `
  expect(slowest(design)).toEqual({
    value: 160,
    unit: 'ms',
    formula: '5\u2009ms + 10\u2009ms + 20\u2009ms + 50\u2009ms + 60\u2009ms + 15\u2009ms = 160\u2009ms',
    terms: [
      { label: 'Gateway / load balancer', value: 5, unit: 'ms', at: { block: 'gw', key: 'p99Ms' } },
      { label: 'Application service', value: 10, unit: 'ms', at: { block: 'app-service', key: 'p99Ms' } },
      { label: 'Online inference', value: 20, unit: 'ms', at: { block: 'emb', key: 'p99Ms' } },
      { label: 'Operational store', value: 50, unit: 'ms', at: { block: 'inv', key: 'p99Ms' } },
      { label: 'Ranker', value: 60, unit: 'ms', at: { block: 'rk', key: 'p99Ms' } },
      { label: 'Re-ranking / policy layer', value: 15, unit: 'ms', at: { block: 'rr', key: 'p99Ms' } },
    ],
    parts: [
      { block: design.blocks.client, ms: 0 },
      { block: design.blocks.gw, ms: 5 },
      { block: design.blocks['app-service'], ms: 10 },
      { block: design.blocks.emb, ms: 20 },
      { block: design.blocks.inv, ms: 50 },
      { block: design.blocks.rk, ms: 60 },
      { block: design.blocks.rr, ms: 15 },
    ],
    unset: [],
  })
})

test('a block that the path passes twice counts twice and is listed once', () => {
  const design = sketch`
    a app-service p99Ms=1; b candidate-generator p99Ms=2; c ranker p99Ms=3; d feature-store-online p99Ms=10
    client -> a -> b, c; b -> d; c -> d
  `
  expect(path(design)).toEqual(['client 0', 'a 1', 'b 2', 'c 3', 'd 20'])
})

test('blocks on the path whose time nobody set are named and count as nothing', () => {
  const design = sketch`a app-service p99Ms=10; client -> gateway -> a -> ranker`
  expect(slowest(design)?.unset.map(block => block.id)).toEqual(['gateway', 'ranker'])
  expect(slowest(design)?.value).toBe(10)
})

test('several calls of one flow run side by side, and a cache that may be missed saves nothing', () => {
  const design = sketch`
    cache cache hitRate=0.9 p99Ms=2; a app-service p99Ms=10; s operational-store p99Ms=5
    client -> cache -> a -request-> s {callsPerRequest=50}
  `
  expect(path(design)).toEqual(['client 0', 'cache 2', 'a 10', 's 5'])
})

test('a call that no request makes takes no time', () => {
  const design = sketch`a app-service p99Ms=10; client -> a -request-> ranker {trafficShare=0}; ranker ranker p99Ms=99`
  expect(path(design)).toEqual(['client 0', 'a 10'])
})

test('each client has its own path, the slowest first', () => {
  const design = sketch`
    web client; tv client; a app-service p99Ms=10; b app-service p99Ms=30; log client
    web -> a; tv -> b; log -stream-> event-stream
  `
  expect(waits(design)).toEqual([
    ['tv', 30],
    ['web', 10],
  ])
})

test('the paths of all clients can be listed, and what a block alone takes is known', () => {
  const graph = graphOf(
    sketch`web client; tv client; a app-service p99Ms=10; rk ranker p99Ms=5; web -> a -> rk; tv -> rk`,
  )
  expect(latencies(graph).map(({ client, value, parts }) => [client.id, value, parts.length])).toEqual([
    ['web', 15, 3],
    ['tv', 5, 2],
  ])
  expect([waitFor(graph, graph.block('a')), waitFor(graph, undefined)]).toEqual([15, 0])
})

test('nobody waits where no client calls, and a response drawn into a client is no call', () => {
  expect(waits(sketch`a app-service p99Ms=10; a -> ranker; a -request-> client`)).toEqual([])
})

test('a client whose requests run into an unbounded circle has no figure, others have theirs', () => {
  const design = sketch`
    web client; tv client; a app-service p99Ms=10; b ranker p99Ms=20; c re-ranker p99Ms=5
    web -> a -> b -request-> a; b -> c; tv -> c
  `
  expect(waits(design)).toEqual([['tv', 5]])
})

test('a bounded loop counts with all its rounds, wherever the bound is drawn', () => {
  const blocks = 'a app-service p99Ms=10; b llm p99Ms=100; t operational-store p99Ms=5; client -> a'
  const drawn = [
    'a -> b; b -> t; b -request-> b {maxIterations=3}',
    'a -> b; b -> t; b -request-> a {maxIterations=3}',
    'a -request-> b {maxIterations=3}; b -> t; b -request-> a',
    'a -request-> b {maxIterations=3}; b -> t',
  ]
  const values = drawn.map(flows => slowest(designOf(`${blocks}; ${flows}`))?.value)
  expect(values).toEqual([10 + 3 * 105, 3 * 115, 3 * 115, 10 + 3 * 105])
})

test('a loop of which one way round is not bounded has no figure', () => {
  expect(
    slowest(sketch`client -> app-service -> llm -request-> app-service; llm -request-> llm {maxIterations=2}`),
  ).toBe(null)
})

test('a call with a timeout takes no longer than the timeout and the fallback after it', () => {
  const design = sketch`
    a app-service p99Ms=10; rk ranker p99Ms=300; fb fallback p99Ms=4
    client -> a -request-> rk {timeoutMs=80}; rk -> feature-store-online; a -> fb
  `
  expect(path(design)).toEqual(['client 0', 'a 10', 'rk 80', 'fb 4'])
  expect(slowest(design)?.terms[1]).toEqual({
    label: 'Ranker',
    value: 80,
    unit: 'ms',
    at: { flow: 'a-request-rk', key: 'timeoutMs' },
  })
})

test('a timeout saves nothing without a fallback, nor where the fallback asks the caller again', () => {
  const without = sketch`rk ranker p99Ms=300; a app-service; client -> a -request-> rk {timeoutMs=80}`
  const circular = sketch`
    rk ranker p99Ms=300; a app-service; b re-ranker; client -> a -request-> rk {timeoutMs=80}
    a -fallback-> b -request-> a {maxIterations=2}
  `
  expect([slowest(without)?.value, slowest(circular)?.value]).toEqual([300, 300])
})

test('paths that part and meet again thirty times are added up at once', () => {
  const design = sketch`client -> b0; ${diamonds(30)}`
  expect(slowest(design)?.value).toBe(2 ** 31 - 1)
})

function diamonds(count: number): string {
  const levels = Array.from(
    { length: count },
    (_, i) => `b${i} ranker p99Ms=1; b${i} -> b${i + 1}, c${i}; c${i} ranker; c${i} -> b${i + 1}`,
  )
  return [...levels, `b${count} ranker p99Ms=1`].join('; ')
}
