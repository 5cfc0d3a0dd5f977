import { exceeds, isMissing } from '../budget/figure'
import { shareOf, sizeOf } from '../budget/inputs'
import { type Storage, storageOf } from '../budget/storage'
import type { Graph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens, houseRule } from './sources'
import { named } from './words'

const SECONDS_A_DAY = 86_400

export default defineRule({
  id: 'storage-over-capacity',
  step: 'data',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A store has room for all that it keeps.',
  why: 'Volume per day × days kept × copies is what a store comes to hold. One that is smaller fills up long before its oldest data is deleted, and a full store takes no more.',
  cure: 'Keep less of it: for a shorter time, as a sample or compressed, or make more room.',
  tradeoff: 'Less history for backtests, audits and labels that come late.',
  silent: [
    'Volume, retention or capacity is not set.',
    'What is stored today is no measure: only what a day brings and how long it stays are compared with the room.',
  ],
  source: [awsLens('MLSEC03-BP05'), houseRule('Volume × retention')],
  good: [
    `data-lake data-lake gbPerDay=100 retentionDays=365 capacityGb=40000`,
    `data-lake data-lake gbPerDay=100 retentionDays=365 capacityGb=36500`,
    `prediction-log prediction-log gbPerDay=1000 retentionDays=30 sampleRate=0.1 capacityGb=5000`,
    `data-lake data-lake gbPerDay=100 capacityGb=5`,
    `event-stream event-stream eventsPerSec=1000 bytesPerEvent=200 retentionHours=48 capacityGb=40`,
  ],
  bad: [
    `lake data-lake "Events" gbPerDay=100 retentionDays=365 replication=3 capacityGb=90000; lake -> dataset-builder`,
    `prediction-log prediction-log gbPerDay=1000 retentionDays=30 capacityGb=20000`,
    `event-stream event-stream eventsPerSec=100000 bytesPerEvent=200 retentionHours=48 capacityGb=2000`,
    `data-lake data-lake gbPerDay=100 retentionDays=30 capacityGb=20`,
    `data-lake data-lake gbPerDay=1 retentionDays=90 capacityGb=50 storedGb=60`,
  ],
  applies: graph => stores(graph).length > 0,
  *check(graph) {
    for (const [block, storage] of stores(graph)) {
      const { need, room, daysUntilFull } = storage
      if (!exceeds(need.value, room.value)) continue
      const full = daysUntilFull > 0 ? `full in ${formatNumber(daysUntilFull * SECONDS_A_DAY, 's')}` : 'full today'
      yield {
        at: [block.id],
        field: retentionKey(block),
        message: `${named(block)} comes to hold ${need.formula} and has room for ${formatNumber(room.value, 'GB')}: it is ${full}.`,
        fixes: () => [
          keepShorter(graph, block, storage),
          sampleMore(graph, block, storage),
          { title: 'make room', field: 'capacityGb', examples: [Math.ceil(need.value)] },
        ],
      }
    }
  },
})

function stores(graph: Graph): readonly (readonly [Block, Storage])[] {
  return graph.blocks.flatMap(block => {
    if (sizeOf(block.props, 'capacityGb') === undefined) return []
    const storage = storageOf(block)
    return isMissing(storage) ? [] : [[block, storage] as const]
  })
}

function retentionKey(block: Block): 'retentionHours' | 'retentionDays' {
  return block.kind === 'event-stream' ? 'retentionHours' : 'retentionDays'
}

function keepShorter(graph: Graph, block: Block, { room, perDay }: Storage): EditFix | null {
  const isHours = block.kind === 'event-stream'
  const kept = Math.floor((room.value / perDay.value) * (isHours ? 24 : 1))
  if (kept < 1) return null
  const draft = draftFix(graph)
  draft.setProp(block, retentionKey(block), kept)
  return draft.done(`keep it for ${formatNumber(kept * (isHours ? 3600 : SECONDS_A_DAY), 's')}`)
}

/** Logs a smaller share of requests, in whole percent. */
function sampleMore(graph: Graph, block: Block, { need, room }: Storage): EditFix | null {
  const share = Math.floor((shareOf(block.props, 'sampleRate') ?? 1) * (room.value / need.value) * 100) / 100
  if (block.kind !== 'prediction-log' || share === 0) return null
  const draft = draftFix(graph)
  draft.setProp(block, 'sampleRate', share)
  return draft.done(`log ${formatNumber(share * 100)} % of the requests`)
}
