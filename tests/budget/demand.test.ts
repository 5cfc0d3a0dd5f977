import { expect, test } from 'vitest'
import { loadsIn } from '../../src/budget/capacity'
import { demandIn, demandOf } from '../../src/budget/demand'
import { isMissing } from '../../src/budget/figure'
import { graphOf } from '../../src/graph/graph'
import type { Block, Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { caseStudy } from './catalogue'

function demands(design: Design): Record<string, number> {
  const demand = demandIn(graphOf(design))
  return isMissing(demand) ? {} : Object.fromEntries(demand.ofBlock)
}

const demand = (design: Design, id: string) => demandOf(graphOf(design), design.blocks[id] as Block)

test('without a peak load, and without users to work it out from, nothing is known', () => {
  expect(demandIn(graphOf(sketch`client -> app-service`))).toEqual({
    missing: [{ brief: 'peakQps' }, { brief: 'dau' }, { brief: 'requestsPerUserPerDay' }],
  })
})

test('users, requests and the peak factor stand in for a peak load', () => {
  const design = sketch`brief dau=8640000 requestsPerUserPerDay=10 peakFactor=2; client -> app-service`
  expect(demands(design)).toEqual({ client: 2000, 'app-service': 2000 })
})

test('shares of traffic and calls per request multiply, with the arithmetic', () => {
  const design = sketch`
    brief peakQps=45000; a app-service "Feed"
    client -> a -request-> ranker {trafficShare=0.5 callsPerRequest=2}
  `
  expect(demand(design, 'ranker')).toEqual({
    value: 45_000,
    unit: 'requests/s',
    formula: '45k\u2009requests/s × 0.5 × 2\u2009calls = 45k\u2009requests/s',
    terms: [
      { label: 'Feed', value: 45_000, unit: 'requests/s' },
      { label: 'Share of traffic', value: 0.5, at: { flow: 'a-request-ranker', key: 'trafficShare' } },
      { label: 'Calls per request', value: 2, unit: 'calls', at: { flow: 'a-request-ranker', key: 'callsPerRequest' } },
    ],
  })
})

test('a cache passes on what it misses, and callers add up', () => {
  const design = sketch`
    brief peakQps=1000; cache cache hitRate=0.25
    client -> cache -> app-service -> feature-store-online; app-service -> ranker -> feature-store-online
  `
  expect(demands(design)).toEqual({
    client: 1000,
    cache: 1000,
    'app-service': 750,
    ranker: 750,
    'feature-store-online': 1500,
  })
})

test('clients share the load as they say, those that do not say divide the rest', () => {
  const design = sketch`
    brief peakQps=1000; web client trafficShare=0.6; tv client; phone client; sensor client
    web, tv, phone -> app-service; sensor -stream-> event-stream; app-service -feedback-> event-stream
  `
  expect(demands(design)).toEqual({ web: 600, tv: 200, phone: 200, 'app-service': 1000 })
  expect(demand(design, 'tv')).toEqual({
    value: 200,
    unit: 'requests/s',
    formula: '1\u2009000\u2009requests/s × 0.2 = 200\u2009requests/s',
    terms: [
      { label: 'Peak load', value: 1000, unit: 'requests/s', at: { brief: 'peakQps' } },
      { label: 'Share of the load', value: 0.2, at: { block: 'tv', key: 'trafficShare' }, isAssumed: true },
    ],
  })
})

test('two drawings side by side each carry the whole load', () => {
  const design = sketch`
    brief peakQps=1000; c1 client; c2 client; a1 app-service; a2 app-service; c1 -> a1; c2 -> a2
  `
  expect(demands(design)).toEqual({ c1: 1000, a1: 1000, c2: 1000, a2: 1000 })
})

test('a bounded loop loads its blocks as often as it usually runs, and once when that is not said', () => {
  const plan = 'brief peakQps=10; client -> app-service -> llm -> operational-store'
  const loop = (props: string) => demands(sketch`${plan}; llm -request-> app-service {${props}}`).llm
  expect([loop('maxIterations=5'), loop('maxIterations=5 callsPerRequest=2')]).toEqual([10, 30])
  expect(loop('maxIterations=5 callsPerRequest=9')).toBe(50)
})

test('what a loop adds is part of the arithmetic', () => {
  const design = sketch`brief peakQps=10; client -> llm -request-> llm {maxIterations=5 callsPerRequest=2}`
  expect(demand(design, 'llm')).toEqual({
    value: 30,
    unit: 'requests/s',
    formula: '10\u2009requests/s + 20\u2009requests/s = 30\u2009requests/s',
    terms: [
      { label: 'Client', value: 10, unit: 'requests/s' },
      {
        label: 'Calls per request',
        value: 20,
        unit: 'requests/s',
        at: { flow: 'llm-request-llm', key: 'callsPerRequest' },
      },
    ],
  })
})

test('nothing is known of an unbounded circle and of what is behind it, the rest keeps its load', () => {
  const design = sketch`
    brief peakQps=10; client -> gateway -> app-service -> ranker -request-> app-service; ranker -> re-ranker
  `
  expect(demands(design)).toEqual({ client: 10, gateway: 10 })
  expect(demand(design, 're-ranker')).toEqual({ missing: [] })
})

test('a block that is fed by events or used in need has no load from clients', () => {
  const design = sketch`
    brief peakQps=10; client -> app-service -> fallback; event-stream -> online-inference -> feature-store-online
  `
  expect(demands(design)).toEqual({ client: 10, 'app-service': 10 })
})

test('the load is known where replicas and their capacity are', () => {
  const design = sketch`
    brief peakQps=450; app-service app-service replicas=3 qpsPerReplica=200; rk ranker replicas=3; client -> app-service -> rk
  `
  expect(loadsIn(graphOf(design))).toEqual([{ block: design.blocks['app-service'], demand: 450, capacity: 600 }])
})

test('after the cache of video search 4 200 requests a second reach the orchestrator', () => {
  const graph = caseStudy('video-search')
  expect(demandOf(graph, graph.block('app')!)).toMatchObject({
    value: 4200,
    formula: '6\u2009000\u2009requests/s × 0.7 = 4\u2009200\u2009requests/s',
  })
})

test('the cache of the shop absorbs a quarter', () => {
  const graph = caseStudy('ecommerce-recommendation')
  expect(demandOf(graph, graph.block('app')!)).toMatchObject({ value: 6000 })
})
