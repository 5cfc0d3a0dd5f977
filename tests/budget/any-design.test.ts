import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOf } from '../../src/budget/age'
import { monthlyCost } from '../../src/budget/cost'
import { demandIn } from '../../src/budget/demand'
import { isMissing } from '../../src/budget/figure'
import { slowestPath, waitsIn } from '../../src/budget/latency'
import { graphOf } from '../../src/graph/graph'
import { type Block, type Design, emptyDesign, type Flow } from '../../src/model/design'

/** Callers and callees of a request path; the first is the client. */
const KINDS = ['client', 'gateway', 'cache', 'app-service', 'ranker', 'llm', 'feature-store-online', 'prediction-store']

const PROPS = fc.record(
  {
    p99Ms: fc.nat({ max: 300 }),
    hitRate: fc.constantFrom(0, 0.25, 0.5, 1),
    costPerHour: fc.nat({ max: 9 }),
    pricePer1kTokens: fc.constantFrom(0.001, 0.5),
    tokensOut: fc.nat({ max: 900 }),
    cadenceSec: fc.nat({ max: 900 }),
  },
  { requiredKeys: [] },
)

const FLOW_PROPS = fc.record(
  {
    stage: fc.nat({ max: 2 }),
    trafficShare: fc.constantFrom(0, 0.25, 1),
    callsPerRequest: fc.nat({ max: 3 }),
    maxIterations: fc.nat({ max: 4 }),
    timeoutMs: fc.nat({ max: 200 }),
  },
  { requiredKeys: [] },
)

const END = fc.nat({ max: 9 })
const FLOW_KIND = fc.constantFrom(
  'request' as const,
  'request' as const,
  'request' as const,
  'fallback' as const,
  'data' as const,
)

/** A client and nine blocks, tangled by requests, fallbacks and data, circles among them. */
const tangles: fc.Arbitrary<Design> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...KINDS), PROPS), { minLength: 9, maxLength: 9 }),
    fc.uniqueArray(fc.tuple(FLOW_KIND, END, END, FLOW_PROPS), {
      maxLength: 20,
      selector: flow => flow.slice(0, 3).join(),
    }),
    fc.integer({ min: 1, max: 5000 }),
  )
  .map(([blocks, flows, peakQps]) => ({
    ...emptyDesign(),
    brief: { design: { peakQps } },
    blocks: byId([
      { id: 'b0', kind: 'client', label: '', props: {} },
      ...blocks.map(([kind, props], i) => blockOf(i + 1, kind, props)),
    ]),
    flows: byId(flows.map(([kind, from, to, props]) => flowOf(kind, from, to, props))),
  }))

test('the order of tables never matters', () => {
  fc.assert(
    fc.property(tangles, design => {
      const turned = { ...design, blocks: reversed(design.blocks), flows: reversed(design.flows) }
      expect(everything(turned)).toEqual(everything(design))
    }),
  )
})

test('twice the peak load is twice the load on every block and flow', () => {
  fc.assert(
    fc.property(tangles, design => {
      const busier = { ...design, brief: { design: { peakQps: (design.brief.design.peakQps as number) * 2 } } }
      const [once, twice] = [demandIn(graphOf(design)), demandIn(graphOf(busier))]
      if (isMissing(once) || isMissing(twice)) throw new Error('The brief states a peak load.')
      expect([...twice.ofBlock]).toEqual([...once.ofBlock].map(([id, value]) => [id, value * 2]))
      expect([...twice.ofFlow]).toEqual([...once.ofFlow].map(([id, value]) => [id, value * 2]))
    }),
  )
})

test('one more call makes no path faster', () => {
  fc.assert(
    fc.property(tangles, END, fc.nat({ max: 100 }), (design, caller, p99Ms) => {
      const added = blockOf(10, 'ranker', { p99Ms })
      const longer = {
        ...design,
        blocks: { ...design.blocks, b10: added },
        flows: { ...design.flows, ...byId([flowOf('request', caller, 10, {})]) },
      }
      const after = new Map(waitsIn(graphOf(longer)).map(({ client, ms }) => [client.id, ms]))
      for (const { client, ms } of waitsIn(graphOf(design))) expect(after.get(client.id)).toBeGreaterThanOrEqual(ms)
    }),
  )
})

test('the parts of a path add up to it', () => {
  fc.assert(
    fc.property(tangles, design => {
      const graph = graphOf(design)
      for (const { client, ms } of waitsIn(graph))
        expect(slowestPath(graph, client)?.parts.reduce((sum, part) => sum + part.ms, 0)).toBe(ms)
    }),
  )
})

/** All figures of a design without its records, which the order of tables may not change. */
function everything(design: Design) {
  const graph = graphOf(design)
  const demand = demandIn(graph)
  const ids = Object.keys(design.blocks).sort()
  return {
    waits: waitsIn(graph),
    paths: waitsIn(graph).map(wait => slowestPath(graph, wait.client)),
    demand: isMissing(demand) ? demand : [demand.ofBlock, demand.ofFlow],
    ages: ids.map(id => ageOf(graph, graph.block(id)!)),
    cost: { ...monthlyCost(graph) },
  }
}

function blockOf(index: number, kind: string, props: Block['props']): Block {
  return { id: `b${index}`, kind, label: `Block ${index}`, props }
}

function flowOf(kind: Flow['kind'], from: number, to: number, props: NonNullable<Flow['props']>): Flow {
  return { id: `b${from}-${kind}-b${to}`, kind, source: `b${from}`, target: `b${to}`, props }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Record<string, T> {
  return Object.fromEntries(records.map(record => [record.id, record]))
}

function reversed<T>(table: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).reverse())
}
