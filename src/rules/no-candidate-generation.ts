import { calledAlongside } from '../graph/alongside'
import type { Graph } from '../graph/graph'
import { numberOf, wordOf } from '../graph/props'
import { ancestors, REQUEST } from '../graph/reach'
import { onRequestPath } from '../graph/request-path'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { addRetrieval } from './fixes/retrieval'
import { defineRule, type FieldFix } from './rule'
import { discoverySystems, youtubeRecommendations } from './sources'
import { named } from './words'

/** What a heavy ranker can score for one request; public designs hand it hundreds (Covington et al., 2016). */
const MOST_SCORED = 5_000

const NARROWS = new Set(['candidate-generator', 'ann-index', 'prediction-store'])
/** Where a store could be the search, the ranker can say how few items it gets. */
const SAY_HOW_MANY: FieldFix = {
  title: 'say how many candidates the ranker gets',
  field: 'candidatesIn',
  examples: [500, 1000],
}

const AFTER_RANKING = new Set(['re-ranker', 'decision-policy', 'guardrail'])

const CARRIES_CANDIDATES = new Set(['request', 'data', 'stream'])

export default defineRule({
  id: 'no-candidate-generation',
  step: 'serve',
  sort: 'coverage',
  severity: 'error',
  summary: 'A heavy ranker scores candidates, not the whole corpus.',
  why: 'Cost and latency of a heavy ranker grow with every item it scores. Public designs first narrow millions of items to hundreds with a cheap retrieval stage, and rank only those.',
  cure: 'Put candidate generation before the ranker: nearest neighbours in an index, a filter, or both.',
  tradeoff:
    'Items that retrieval misses can never be ranked; in exchange the heavy model runs on thousands of times fewer.',
  silent: [
    'The corpus size is not set, or the ranker is a light one.',
    'Retrieval of any kind is drawn: an index, a filter by place or rule, precomputed candidates.',
    'The ranker declares at most 5 000 candidates and the request reads an operational store that could supply them, or one whose type says that it searches.',
  ],
  source: [discoverySystems(), youtubeRecommendations()],
  good: [
    `brief corpusSize=2000000; client -> app-service -> candidate-generator, ranker; candidate-generator -> ann-index`,
    `client -> app-service -> ranker`,
    `brief corpusSize=3000; client -> app-service -> ranker`,
    `brief corpusSize=2000000; rk ranker stage=light; client -> app-service -> rk`,
    `brief corpusSize=2000000; cg candidate-generator method=geo; client -> app-service -> cg -> ranker`,
    `brief corpusSize=2000000; client -> app-service -> ann-index, ranker`,
    `brief corpusSize=2000000; client -> candidate-generator; client -> ranker`,
    `brief corpusSize=2000000; batch-inference -> prediction-store; client -> app-service -> prediction-store, ranker`,
    `brief corpusSize=2000000; rk ranker candidatesIn=800; client -> app-service -> operational-store, rk`,
    `brief corpusSize=2000000; os operational-store storeType="inverted index"; client -> app-service -> os, ranker`,
  ],
  bad: [
    `brief corpusSize=2000000 peakQps=4000; client -> app-service -> ranker`,
    `brief corpusSize=2000000; rk ranker "Ranker" candidatesIn=500; client -> gateway -> app-service -> rk, feature-store-online`,
    `brief corpusSize=2000000; os operational-store storeType=key-value; rk ranker candidatesIn=500; client -> app-service -> rk, re-ranker; re-ranker -> os`,
    `brief corpusSize=40000; client -> ranker; data-source -> data-validation -> embedding-job`,
    `brief corpusSize=2000000; client -> app-service -> ranker -> re-ranker; app-service -> operational-store; candidate-generator`,
    `brief corpusSize=2000000; a app-service; b app-service; c1 client; c2 client; c1 -> a -> candidate-generator; c2 -> b -> ranker; a -> feature-store-online; b -> feature-store-online`,
  ],
  applies: graph => corpusOf(graph) > MOST_SCORED && heavyRankers(graph).length > 0,
  *check(graph) {
    for (const ranker of heavyRankers(graph)) {
      const before = blocksBefore(graph, ranker)
      if (before.some(block => NARROWS.has(block.kind) || isSearch(block, ranker))) continue
      // A store without a type may be the search that narrows; nothing says so.
      const store = before.find(isStore)
      yield {
        at: [ranker.id],
        severity: store ? 'warning' : 'error',
        message: describe(graph, ranker, store),
        fixes: () => [addRetrieval(graph, ranker), ...(store ? [SAY_HOW_MANY] : [])],
      }
    }
  },
})

function corpusOf(graph: Graph): number {
  return numberOf(graph.brief, 'corpusSize') ?? 0
}

/** Rankers that users wait for; heavy when nothing says light. */
function heavyRankers(graph: Graph): readonly Block[] {
  return graph
    .ofKind('ranker')
    .filter(ranker => wordOf(ranker.props, 'stage') !== 'light' && onRequestPath(graph).has(ranker.id))
}

function describe(graph: Graph, ranker: Block, store: Block | undefined): string {
  const corpus = formatNumber(corpusOf(graph), 'items')
  const peakQps = numberOf(graph.brief, 'peakQps')
  const gap = store ? `Nothing says that ${named(store)} supplies candidates: otherwise` : 'No candidate generation:'
  const scored = `${gap} ${named(ranker)} scores all ${corpus} for each request`
  if (peakQps === undefined) return `${scored}, which no ranker does in time.`
  const load = formatNumber(peakQps * corpusOf(graph), 'scores/s')
  return `${scored}, ${formatNumber(peakQps, 'requests/s')} x ${corpus} = ${load}.`
}

/** What the ranker may get candidates from: whatever leads to it, and all that is asked for the same request. */
function blocksBefore(graph: Graph, ranker: Block): readonly Block[] {
  const before = ancestors(graph, ranker.id, CARRIES_CANDIDATES)
  const clients = [...ancestors(graph, ranker.id, REQUEST)].filter(id => graph.block(id)?.kind === 'client')
  const asked = clients.flatMap(id =>
    graph
      .outOf(id)
      .filter(flow => flow.kind === 'request')
      .map(flow => flow.target),
  )
  const ids = new Set([...before, ...calledAlongside(graph, ranker), ...asked])
  return [...ids].flatMap(id => graph.block(id) ?? []).filter(block => !isReadAfterRanking(graph, block))
}

/** Stock, prices and blocks are looked up for what was ranked: such a store finds no candidates. */
function isReadAfterRanking(graph: Graph, block: Block): boolean {
  const readers = graph.into(block.id).filter(flow => flow.kind === 'request')
  return readers.length > 0 && readers.every(flow => AFTER_RANKING.has(graph.block(flow.source)?.kind ?? ''))
}

/** An inverted index or a geographic one is drawn as a store; its type says so, or the ranker says how few it gets. */
function isSearch(block: Block, ranker: Block): boolean {
  if (!isStore(block)) return false
  const declared = numberOf(ranker.props, 'candidatesIn') ?? Number.POSITIVE_INFINITY
  return declared <= MOST_SCORED || /search|invert|index|geo/i.test(wordOf(block.props, 'storeType') ?? '')
}

function isStore(block: Block): boolean {
  return block.kind === 'operational-store'
}
