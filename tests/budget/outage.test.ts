import { describe, expect, test } from 'vitest'
import { outageOf } from '../../src/budget/outage'
import { graphOf } from '../../src/graph/graph'
import { designOf } from '../../src/plan/sketch'

function outage(plan: string, ...down: string[]) {
  const { health, taken, lost, seen } = outageOf(graphOf(designOf(plan)), new Set(down))
  return {
    health: Object.fromEntries([...health].sort()),
    taken: taken.map(flow => flow.id),
    lost: lost.map(flow => flow.id),
    seen: seen.map(({ client, health }) => [client.id, health]),
  }
}

const FEED = 'client -> gateway -> app-service -> ranker; app-service -fallback-> fallback'

describe('what comes of blocks that are down', () => {
  test('nothing while none is', () => {
    expect(outage(FEED)).toEqual({ health: {}, taken: [], lost: [], seen: [['client', 'well']] })
  })

  test('the caller falls back, and the client gets less than usual', () => {
    expect(outage(FEED, 'ranker')).toEqual({
      health: { ranker: 'failed', 'app-service': 'degraded', gateway: 'degraded', client: 'degraded' },
      taken: ['app-service-fallback-fallback'],
      lost: ['app-service-request-ranker'],
      seen: [['client', 'degraded']],
    })
  })

  test('without a fallback the failure climbs to the client', () => {
    const { seen, taken, health } = outage('client -> gateway -> app-service -> ranker', 'ranker')
    expect({ seen, taken, failed: Object.values(health) }).toEqual({
      seen: [['client', 'failed']],
      taken: [],
      failed: ['failed', 'failed', 'failed', 'failed'],
    })
  })

  test('a fallback that is down, or that needs what is down, is none', () => {
    expect(outage(FEED, 'ranker', 'fallback').seen).toEqual([['client', 'failed']])
    expect(outage(`${FEED}; fallback -request-> ranker`, 'ranker').seen).toEqual([['client', 'failed']])
  })

  test('the nearest caller with a way out takes it', () => {
    const plan = 'client -> gateway -> app-service -> ranker; gateway -fallback-> cache'
    expect(outage(plan, 'ranker')).toMatchObject({
      health: { 'app-service': 'failed', gateway: 'degraded', client: 'degraded' },
      taken: ['gateway-fallback-cache'],
      lost: ['app-service-request-ranker', 'gateway-request-app-service'],
    })
  })

  test('what is optional is left out', () => {
    const plan = 'rk ranker optional=true; client -> app-service -> rk'
    expect(outage(plan, 'rk')).toMatchObject({ lost: ['app-service-request-rk'], seen: [['client', 'degraded']] })
  })

  test('a cache that is down is passed by', () => {
    const plan = 'client -> cache -> app-service'
    expect(outage(plan, 'cache')).toEqual({
      health: { cache: 'degraded', client: 'degraded' },
      taken: [],
      lost: [],
      seen: [['client', 'degraded']],
    })
    expect(outage(plan, 'cache', 'app-service').seen).toEqual([['client', 'failed']])
  })

  test('what nobody waits for fails alone', () => {
    const plan = `${FEED}; data-source -> data-validation -> dataset-builder -> training-job; app-service -async-> feature-pipeline-stream`
    expect(outage(plan, 'training-job', 'feature-pipeline-stream')).toEqual({
      health: { 'training-job': 'failed', 'feature-pipeline-stream': 'failed' },
      taken: [],
      lost: [],
      seen: [['client', 'well']],
    })
  })

  test('of two clients only the one behind the failure notices; a circle of calls ends', () => {
    const plan = 'a client; b client; a -> app-service; b -> gateway; gateway -> llm; llm -request-> gateway'
    expect(outage(plan, 'llm').seen).toEqual([
      ['a', 'well'],
      ['b', 'failed'],
    ])
  })
})
