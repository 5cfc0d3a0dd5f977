import { exceeds, type Fit, isMissing } from '../budget/figure'
import { sizeOf } from '../budget/inputs'
import { indexMemory } from '../budget/memory'
import type { Graph } from '../graph/graph'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { discoverySystems, houseRule } from './sources'
import { named } from './words'

export default defineRule({
  id: 'ann-memory-exceeded',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'The vectors of an index fit into the memory of its shards.',
  why: 'Nearest-neighbour search is fast because the vectors lie in memory: each takes its dimensions × bytes and the links, ids and metadata beside them. An index that does not fit swaps, or is not built at all.',
  cure: 'Spread it over more shards, or store fewer bytes a vector.',
  tradeoff: 'Compression loses recall; more shards cost machines and wait for the slowest of them.',
  silent: [
    'Vectors, dimensions or bytes per dimension are not set.',
    'No memory of a shard is given, as for an index that lies on disk.',
  ],
  source: [discoverySystems(), houseRule('Vectors × bytes')],
  good: [
    `ann ann-index vectors=1000000000 dim=256 bytesPerDim=0.25 overheadBytes=16 memGb=64 shards=4; embedding-job -> ann`,
    `ann ann-index vectors=1000000 dim=1000 bytesPerDim=1 memGb=1; embedding-job -> ann`,
    `ann ann-index vectors=1000000000 dim=768 memGb=1; embedding-job -> ann`,
  ],
  bad: [
    `ann ann-index "Item vectors" vectors=1000000000 dim=256 bytesPerDim=4 overheadBytes=16 memGb=64 shards=4; embedding-job -> ann`,
    `ann ann-index vectors=50000000 dim=768 bytesPerDim=2 overheadBytes=200 memGb=48; embedding-job -> ann`,
    `ann ann-index vectors=50000000 dim=768 bytesPerDim=4 memGb=48; embedding-job -> ann`,
  ],
  applies: graph => sized(graph).length > 0,
  *check(graph) {
    for (const [index, fit] of sized(graph)) {
      if (!exceeds(fit.need.value, fit.room.value)) continue
      yield {
        at: [index.id],
        field: 'memGb',
        message: `${named(index)} needs ${fit.need.formula} and has ${fit.room.formula}: what does not fit into memory is not found in time.`,
        fixes: () => [
          ...['1', '0.25'].map(bytes => compress(graph, index, Number(bytes))),
          addShards(graph, index, fit),
        ],
      }
    }
  },
})

function sized(graph: Graph): readonly (readonly [Block, Fit])[] {
  return graph.ofKind('ann-index').flatMap(index => {
    const fit = indexMemory(index)
    return isMissing(fit) ? [] : [[index, fit] as const]
  })
}

/** One byte a dimension is scalar quantisation, a quarter of one product quantisation; null when it does not suffice. */
function compress(graph: Graph, index: Block, bytesPerDim: number): EditFix | null {
  const fit = indexMemory({ ...index, props: { ...index.props, bytesPerDim } })
  const isSmaller = (sizeOf(index.props, 'bytesPerDim') ?? 0) > bytesPerDim
  if (!isSmaller || isMissing(fit) || exceeds(fit.need.value, fit.room.value)) return null
  const draft = draftFix(graph)
  draft.setProp(index, 'bytesPerDim', bytesPerDim)
  return draft.done(bytesPerDim === 1 ? 'use 1 byte a dimension' : 'use product quantisation: 0.25 bytes a dimension')
}

function addShards(graph: Graph, index: Block, { need }: Fit): EditFix | null {
  const shards = Math.ceil(need.value / (sizeOf(index.props, 'memGb') ?? 1) - 1e-9)
  const draft = draftFix(graph)
  draft.setProp(index, 'shards', shards)
  return draft.done(`spread it over ${shards} shards`)
}
