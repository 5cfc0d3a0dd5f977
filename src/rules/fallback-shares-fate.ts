import type { Graph } from '../graph/graph'
import { isTrue, numberOf, wordOf } from '../graph/props'
import { type Avoid, descendants, REQUEST } from '../graph/reach'
import { servedModels } from '../graph/served'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { systemPattern } from './sources'
import { listed, named, verb } from './words'

export default defineRule({
  id: 'fallback-shares-fate',
  step: 'serve',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A fallback does not need what it stands in for.',
  why: 'Stores and encoders that several paths share are what fails most visibly: a simpler model that reads the same feature store is down in the same minute. A way out is worth as much as it differs from the usual path.',
  cure: 'Fall back on a cached or static answer, or run the shared block more than once.',
  tradeoff: 'A static answer is staler and knows nothing of the user; two replicas of a store cost twice as much.',
  silent: [
    'What both paths need runs at least twice, or is declared load-balanced.',
    'The fallback is a static default, or a cache or store that is not part of what failed.',
    'The fallback skips a stage: unranked candidates still come when the ranker is down.',
    'Another fallback of the same caller needs nothing of the usual path.',
  ],
  source: [systemPattern('Prediction circuit break pattern')],
  good: [
    `client -> app-service -> ranker -> feature-store-online; app-service -> fallback`,
    `fon feature-store-online replicas=3; client -> app-service -> ranker -> fon; app-service -> fallback -> fon`,
    `client -> app-service -> candidate-generator, ranker; app-service -fallback-> candidate-generator`,
    `client -> gateway -> cache -> app-service -> ranker; gateway -fallback-> cache`,
    `fb fallback strategy="static default"; client -> app-service -> ranker -> feature-store-online; app-service -> fb -> feature-store-online`,
    `client -> app-service -> ranker -> feature-store-online; app-service -> fallback -> feature-store-online; app-service -fallback-> cache`,
    `rk ranker optional=true; client -> app-service -> rk -> feature-store-online; app-service -> fallback -> feature-store-online`,
  ],
  bad: [
    `client -> app-service -> ranker -> feature-store-online; app-service -> fallback -> feature-store-online`,
    `client -> app-service -> online-inference, feature-store-online; fb fallback "Simple rules"; app-service -> fb -> feature-store-online`,
    `client -> app-service -> online-inference; app-service -fallback-> online-inference`,
    `b online-inference "Small model"; client -> app-service -> online-inference -> feature-store-online; app-service -fallback-> b -> feature-store-online`,
  ],
  applies: graph => waysOut(graph).length > 0,
  *check(graph) {
    for (const { caller, substitutes } of waysOut(graph)) {
      const shared = substitutes.map(substitute => sharedBy(graph, caller, substitute))
      if (shared.some(blocks => blocks.length === 0)) continue
      const needed = [...new Set(shared.flat())]
      yield {
        at: [caller.id, ...substitutes.map(block => block.id)],
        message: describe(caller, substitutes, needed),
        fixes: () => [addStaticDefault(graph, caller), runTwo(graph, needed)],
      }
    }
  },
})

function describe(caller: Block, substitutes: readonly Block[], needed: readonly Block[]): string {
  const others = needed.filter(block => !substitutes.includes(block))
  if (others.length === 0)
    return `${named(caller)} falls back on ${listed(substitutes)}, which its usual path needs, too: when that fails, the way out fails with it.`
  return `${listed(substitutes)} ${verb(substitutes, 'needs', 'need')} ${listed(others)}, and so does the usual path of ${named(caller)}: when that fails, the way out fails with it.`
}

interface WayOut {
  readonly caller: Block
  readonly substitutes: readonly Block[]
}

/** Callers with the blocks that they fall back on, where some usual path could fail. */
function waysOut(graph: Graph): readonly WayOut[] {
  const substitutes = new Map<Id, Block[]>()
  for (const { kind, source, target } of graph.flows) {
    const block = graph.block(target)
    if (kind === 'fallback' && block && source !== target)
      substitutes.set(source, [...new Set([...(substitutes.get(source) ?? []), block])])
  }
  return graph.blocks.flatMap(caller => {
    const all = substitutes.get(caller.id)
    return all && graph.outOf(caller.id).some(flow => flow.kind === 'request')
      ? [{ caller, substitutes: [...all].sort((a, b) => (a.id < b.id ? -1 : 1)) }]
      : []
  })
}

/** What runs once and is needed both by a substitute and by what it stands in for. */
function sharedBy(graph: Graph, caller: Block, substitute: Block): readonly Block[] {
  if (/static|default|constant/i.test(wordOf(substitute.props, 'strategy') ?? '')) return []
  const own = neededBy(graph, substitute, block => block === caller)
  const usual = neededBy(graph, caller)
  if (!usual.has(substitute.id)) return alone(graph, own, usual)
  // Part of the usual path itself: it helps wherever a model can fail without it.
  const models = servedModels(graph).filter(model => usual.has(model.id))
  const shared = models.map(model => alone(graph, own, neededBy(graph, model)))
  return shared.some(blocks => blocks.length === 0) ? [] : shared.flat()
}

/** What a block needs to answer: itself and all it calls, but what can be skipped. A cache answers by itself. */
function neededBy(graph: Graph, block: Block, isLeftOut: Avoid = () => false): ReadonlySet<Id> {
  if (block.kind === 'cache') return new Set([block.id])
  const isSkipped = (each: Block) => isTrue(each.props, 'optional') || isLeftOut(each)
  return new Set([block.id, ...descendants(graph, block.id, REQUEST, isSkipped)])
}

/** Of the blocks in both sets those that run once, by id. */
function alone(graph: Graph, some: ReadonlySet<Id>, others: ReadonlySet<Id>): readonly Block[] {
  const both = [...some].filter(id => others.has(id)).sort()
  return both
    .flatMap(id => graph.block(id) ?? [])
    .filter(({ kind, props }) => kind !== 'cache' && !isTrue(props, 'loadBalanced') && !isDoubled(props))
}

function isDoubled(props: Block['props']): boolean {
  return (numberOf(props, 'replicas') ?? 1) > 1
}

function addStaticDefault(graph: Graph, caller: Block): EditFix | null {
  const draft = draftFix(graph)
  const fallback = draft.add('fallback', `${caller.id}-static-fallback`, {
    label: 'Static default',
    props: { strategy: 'static default' },
    beside: [caller],
  })
  draft.link(caller.id, fallback, ['fallback'])
  return draft.done('add a static default')
}

function runTwo(graph: Graph, blocks: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  for (const block of blocks) draft.setProp(block, 'replicas', 2)
  return draft.done(`run two replicas of ${listed(blocks)}`)
}
