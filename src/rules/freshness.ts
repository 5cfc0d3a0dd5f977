import { ageOf, agesIn, delayKeyOf } from '../budget/age'
import { exceeds } from '../budget/figure'
import { sizeOf } from '../budget/inputs'
import type { Graph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { allowedDelay, producersOn, refreshSooner, type Staleness, streamFeatures } from './fixes/fresher'
import { defineRule, type EditFix, type Fix, type Gap } from './rule'
import { rulesOfMl } from './sources'
import { named } from './words'

const SILENT = [
  'Where a store is written by several jobs, the one that keeps it freshest counts.',
  'A job without a cadence or lag counts as no delay at all.',
  'Only fallbacks read it: what answers in need may be old.',
]

export const featureFreshnessStale = defineRule({
  id: 'feature-freshness-stale',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'Features and precomputed results are as fresh as the brief asks.',
  why: 'A value is as old as the jobs on its way take together: what runs once a day hands on yesterday. A model that was promised the last minute decides on what was true before.',
  cure: 'Compute the features as events arrive, or run the jobs on the way more often.',
  tradeoff:
    'Streaming costs more to run and to debug than a nightly job, and its features need the same code in training.',
  silent: [
    'Neither the brief nor the store says how old values may be; a store that does goes before the brief.',
    ...SILENT,
  ],
  source: [rulesOfMl(8)],
  good: [
    `brief freshnessSec=60; fps feature-pipeline-stream lagSec=20; event-stream -> fps -> feature-store-online`,
    `brief freshnessSec=60; fpb feature-pipeline-batch cadenceSec=86400; fps feature-pipeline-stream lagSec=20; data-lake -> fpb -> feature-store-online; event-stream -> fps -> feature-store-online`,
    `brief freshnessSec=86400; bi batch-inference cadenceSec=86400; bi -> prediction-store`,
    `brief freshnessSec=60; data-lake -> feature-pipeline-batch -> feature-store-online`,
    `brief freshnessSec=60; bi batch-inference cadenceSec=86400; ps prediction-store; bi -> ps; client -> app-service -fallback-> ps`,
    `brief freshnessSec=60; bi batch-inference cadenceSec=86400; ps prediction-store freshnessSec=90000; bi -> ps; client -> app-service -> ps`,
    `fpb feature-pipeline-batch cadenceSec=86400; data-lake -> fpb -> feature-store-online`,
  ],
  bad: [
    `brief freshnessSec=60; fpb feature-pipeline-batch "Daily counts" cadenceSec=86400; data-lake -> fpb -> feature-store-online; client -> app-service -> feature-store-online`,
    `brief freshnessSec=3600; etl etl-job cadenceSec=1800; bi batch-inference cadenceSec=3600; data-source -> etl -> bi -> prediction-store; client -> app-service -> prediction-store`,
    `fps feature-pipeline-stream lagSec=30; fs feature-store-online freshnessSec=10; event-stream -> fps -> fs`,
    `brief freshnessSec=60; fpb feature-pipeline-batch cadenceSec=3600; fps feature-pipeline-stream lagSec=5; event-stream -> data-validation -> fps -> feature-store-offline -> dataset-builder -> training-job; data-validation -> fpb -> feature-store-online`,
    `brief freshnessSec=600; bi batch-inference cadenceSec=3600 itemsPerRun=1000000 itemsPerSec=1000; bi -> prediction-store`,
  ],
  applies: graph => aged(graph, 'feature-store-online', 'prediction-store').some(store => allowed(graph, store)),
  *check(graph) {
    for (const store of aged(graph, 'feature-store-online', 'prediction-store')) {
      const stale = staleness(graph, store, allowed(graph, store))
      if (!stale) continue
      const stream = store.kind === 'feature-store-online' ? streamFeatures(graph, store, stale) : null
      yield gapOf(graph, store, stale, stream, OF_STORES)
    }
  },
})

export const indexFreshnessStale = defineRule({
  id: 'index-freshness-stale',
  step: 'serve',
  sort: 'correctness',
  severity: 'warning',
  summary: 'New items are found as soon as the brief asks.',
  why: 'An item is found once every job on its way to the index has run: chunking, embedding, building. Until then a search answers as if it did not exist.',
  cure: 'Embed items as they arrive, or run the jobs on the way more often.',
  tradeoff:
    'An index that is written all the time needs compaction and answers a little slower; rebuilding it in batches is simpler.',
  silent: ['The brief does not say how soon items must be found.', ...SILENT],
  source: [rulesOfMl(8)],
  good: [
    `brief indexFreshnessSec=60; emb embedding-job lagSec=30; event-stream -> emb -> ann-index`,
    `brief indexFreshnessSec=86400; emb embedding-job cadenceSec=86400; data-lake -> emb -> ann-index`,
    `brief indexFreshnessSec=60; data-lake -> embedding-job -> ann-index`,
    `emb embedding-job cadenceSec=86400; data-lake -> emb -> ann-index`,
  ],
  bad: [
    `brief indexFreshnessSec=3600; emb embedding-job "Embed catalogue" cadenceSec=86400; data-lake -> emb -> ann-index`,
    `brief indexFreshnessSec=3600; etl etl-job cadenceSec=900; emb embedding-job cadenceSec=3600; data-source -> etl -> emb -> ann-index`,
  ],
  applies: graph => aged(graph, 'ann-index').some(() => sizeOf(graph.brief, 'indexFreshnessSec')),
  *check(graph) {
    for (const index of aged(graph, 'ann-index')) {
      const stale = staleness(graph, index, sizeOf(graph.brief, 'indexFreshnessSec'))
      if (stale) yield gapOf(graph, index, stale, null, OF_INDEXES)
    }
  },
})

export const cacheStalerThanRequirement = defineRule({
  id: 'cache-staler-than-requirement',
  step: 'serve',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A cache forgets before its answers are older than the brief allows.',
  why: 'A cached answer is as old as its time to live, on top of what was old when it was cached. However fresh the features are, a hit never sees them.',
  cure: 'Let entries expire within the freshness that the brief asks for, or drop them when their inputs change.',
  tradeoff: 'A shorter time to live means fewer hits, and the blocks behind the cache carry the difference.',
  silent: [
    'The cache has no time to live, or the brief does not say how old values may be.',
    'Only fallbacks read it: what answers in need may be old.',
  ],
  source: [rulesOfMl(8)],
  good: [
    `brief freshnessSec=300; cache cache ttlSec=120; client -> cache -> app-service`,
    `brief freshnessSec=300; cache cache ttlSec=300; client -> cache -> app-service`,
    `brief freshnessSec=300; cache cache ttlSec=86400; client -> app-service -fallback-> cache`,
    `cache cache ttlSec=86400; client -> cache -> app-service`,
  ],
  bad: [
    `brief freshnessSec=60; cache cache "Page cache" ttlSec=600; client -> cache -> app-service`,
    `brief freshnessSec=60; cache cache ttlSec=61; client -> app-service -> cache; gateway -fallback-> cache`,
  ],
  applies: graph => sizeOf(graph.brief, 'freshnessSec') !== undefined && expiring(graph).length > 0,
  *check(graph) {
    const allowedSec = sizeOf(graph.brief, 'freshnessSec')
    for (const cache of expiring(graph)) {
      const ttl = sizeOf(cache.props, 'ttlSec')
      if (ttl === undefined || allowedSec === undefined || !exceeds(ttl, allowedSec)) continue
      yield {
        at: [cache.id],
        field: 'ttlSec',
        message: `${named(cache)} keeps answers for ${formatNumber(ttl, 's')} where at most ${formatNumber(allowedSec, 's')} is asked for: a hit can be older than that.`,
        fixes: () => [expireAfter(graph, cache, allowedSec)],
      }
    }
  },
})

/** The stores that data reaches and that somebody may read, by id. */
function aged(graph: Graph, ...kinds: readonly string[]): readonly Block[] {
  const ages = agesIn(graph)
  return graph.ofKind(...kinds).filter(store => ages.has(store.id) && !isForEmergencies(graph, store))
}

function expiring(graph: Graph): readonly Block[] {
  return graph
    .ofKind('cache')
    .filter(cache => sizeOf(cache.props, 'ttlSec') !== undefined && !isForEmergencies(graph, cache))
}

function isForEmergencies(graph: Graph, store: Block): boolean {
  const readers = graph.into(store.id)
  return readers.some(flow => flow.kind === 'fallback') && !readers.some(flow => flow.kind === 'request')
}

/** Seconds that values in a store may be old: its own word goes before that of the brief. */
function allowed(graph: Graph, store: Block): number | undefined {
  return sizeOf(store.props, 'freshnessSec') ?? sizeOf(graph.brief, 'freshnessSec')
}

function staleness(graph: Graph, store: Block, allowedSec: number | undefined): Staleness | null {
  if (allowedSec === undefined || !exceeds(agesIn(graph).get(store.id) ?? 0, allowedSec)) return null
  const age = ageOf(graph, store)
  return age && { age, allowedSec }
}

interface Words {
  readonly holds: (age: string) => string
  readonly cost: string
}

const OF_STORES: Words = {
  holds: age => `holds values up to ${age} old`,
  cost: 'decisions rest on what was true before',
}

const OF_INDEXES: Words = {
  holds: age => `finds new items up to ${age} late`,
  cost: 'until then a search answers as if they did not exist',
}

function gapOf(
  graph: Graph,
  store: Block,
  { age, allowedSec }: Staleness,
  stream: EditFix | null,
  { holds, cost }: Words,
): Gap {
  const producers = producersOn(age)
  const way = age.path.filter(block => producers.includes(block)).map(block => `${named(block)} ${delayText(block)}`)
  const refresh = refreshSooner(graph, age, allowedSec)
  const fixes = [stream, refresh].filter(fix => fix !== null)
  return {
    at: [...producers.slice(0, 1).map(block => block.id), store.id],
    ...fieldOf(producers),
    message: `${named(store)} ${holds(formatNumber(age.value, 's'))} where at most ${formatNumber(allowedSec, 's')} is asked for, on its freshest way ${way.join(' > ')}: ${cost}.`,
    fixes: () => (fixes.length > 0 ? fixes : [runSooner(producers, allowedSec)]),
  }
}

function delayText(block: Block): string {
  return formatNumber(sizeOf(block.props, delayKeyOf(block) ?? '') ?? 0, 's')
}

function fieldOf([slowest]: readonly Block[]) {
  const field = slowest && delayKeyOf(slowest)
  return field === undefined ? {} : { field }
}

function runSooner(producers: readonly Block[], allowedSec: number): Fix {
  const [slowest] = producers
  const field = (slowest && delayKeyOf(slowest)) ?? 'cadenceSec'
  return { title: 'shorten the slowest step', field, examples: [allowedDelay(producers, allowedSec) ?? allowedSec] }
}

function expireAfter(graph: Graph, cache: Block, ttlSec: number): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(cache, 'ttlSec', ttlSec)
  return draft.done(`expire entries after ${formatNumber(ttlSec, 's')}`)
}
