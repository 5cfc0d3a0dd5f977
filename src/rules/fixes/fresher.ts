import { type Age, agesIn, delayKeyOf } from '../../budget/age'
import { batchWindowOf } from '../../budget/batch-window'
import { isMissing } from '../../budget/figure'
import { amountOf } from '../../budget/inputs'
import type { Graph } from '../../graph/graph'
import { upstream } from '../../graph/lineage'
import { isTrue } from '../../graph/props'
import { ancestors, type Kinds, LINEAGE } from '../../graph/reach'
import { formatNumber } from '../../kinds/figures'
import type { Block, Id } from '../../model/design'
import type { EditFix } from '../rule'
import { listed, named } from '../words'
import { draftFix } from './draft'

/** Seconds below which nobody schedules a job: what has to be newer is computed as it arrives. House figure. */
const SHORTEST_CADENCE = 300

/** How old a store is, and how old it may be, in seconds. */
export interface Staleness {
  readonly age: Age
  readonly allowedSec: number
}

const MOVES: Kinds = new Set(['data', 'stream'])
const CHECKS = new Set(['data-validation', 'pii-anonymizer'])

/** The producing blocks on the freshest way to a store, the slowest first. */
export function producersOn({ path }: Age): readonly Block[] {
  return path.filter(block => delayOf(block) > 0).sort((a, b) => delayOf(b) - delayOf(a) || (a.id < b.id ? -1 : 1))
}

/**
 * How long each producer on a path may take at most so that all of them together take no longer than asked: those that
 * take less keep their time. Whole seconds; null when there is less than one for each.
 */
export function allowedDelay(producers: readonly Block[], withinSec: number): number | null {
  let left = withinSec
  let slow = producers
  for (;;) {
    const each = left / slow.length
    const quick = slow.filter(block => delayOf(block) <= each)
    if (quick.length === 0 || quick.length === slow.length) return each >= 1 ? Math.floor(each) : null
    left -= quick.reduce((sum, block) => sum + delayOf(block), 0)
    slow = slow.filter(block => !quick.includes(block))
  }
}

/** Runs the slow producers of a path more often; null when a run would then take longer than its window. */
export function refreshSooner(graph: Graph, age: Age, withinSec: number): EditFix | null {
  const producers = producersOn(age)
  const delay = allowedDelay(producers, withinSec)
  const slow = producers.filter(block => delayOf(block) > (delay ?? 0))
  if (delay === null || slow.some(block => runOf(block) > delay || !canRunEvery(block, delay))) return null
  const draft = draftFix(graph)
  for (const block of slow) draft.setProp(block, delayKeyOf(block) ?? 'cadenceSec', delay)
  return draft.done(`refresh ${listed(slow)} within ${formatNumber(delay, 's')}`)
}

/**
 * Feeds an online feature store from streaming features: those that the design has for the same data, else new ones,
 * computed by the code that training uses, from its events behind their checks. Null where they feed it already.
 */
export function streamFeatures(graph: Graph, store: Block, { age, allowedSec }: Staleness): EditFix | null {
  if (age.path.some(block => block.kind === 'feature-pipeline-stream')) return null
  const draft = draftFix(graph)
  const existing = freshPipeline(graph, store, allowedSec)
  if (existing) {
    draft.link(existing.id, store.id, ['stream', 'data'])
    return draft.done(`feed it from ${named(existing)}`)
  }
  const events = eventsBefore(graph, store)
  const pipeline = draft.add('feature-pipeline-stream', `${store.id}-stream`, {
    props: { sharedTransform: true },
    beside: [store],
  })
  if (events && (agesIn(graph).get(events) ?? 0) > allowedSec) return null
  draft.link(events ?? draft.add('event-stream', `${store.id}-events`), pipeline, ['stream', 'data'])
  draft.link(pipeline, store.id, ['stream', 'data'])
  return draft.done('add streaming features')
}

/** Streaming features from the same origins that are fresh enough, and that training sees as serving will. */
function freshPipeline(graph: Graph, store: Block, withinSec: number): Block | undefined {
  const before = ancestors(graph, store.id, LINEAGE)
  const ages = agesIn(graph)
  return graph
    .ofKind('feature-pipeline-stream')
    .filter(pipeline => {
      const age = ages.get(pipeline.id)
      const isRelated = before.has(pipeline.id) || graph.into(pipeline.id).some(flow => before.has(flow.source))
      return age !== undefined && age <= withinSec && isRelated && isSeenByTraining(graph, pipeline)
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0]
}

function isSeenByTraining(graph: Graph, pipeline: Block): boolean {
  if (isTrue(pipeline.props, 'sharedTransform')) return true
  const jobs = graph.ofKind('training-job').map(job => job.id)
  return ancestors(graph, jobs, LINEAGE).has(pipeline.id)
}

/** Events behind the checks that they pass first, from a stream that reaches the store already; else the first stream. */
function eventsBefore(graph: Graph, store: Block): Id | undefined {
  const near = upstream(graph, store).filter(block => block.kind === 'event-stream')
  const streams = near.length > 0 ? near : graph.ofKind('event-stream')
  const [first] = streams.map(block => block.id).sort()
  return first === undefined ? undefined : checked(graph, first)
}

function checked(graph: Graph, start: Id): Id {
  const passed = [start]
  for (const id of passed) {
    const next = graph
      .outOf(id)
      .filter(flow => MOVES.has(flow.kind) && CHECKS.has(graph.block(flow.target)?.kind ?? ''))
      .map(flow => flow.target)
      .filter(target => !passed.includes(target))
      .sort()[0]
    if (next !== undefined) passed.push(next)
  }
  return passed.at(-1) ?? start
}

function delayOf(block: Block): number {
  const key = delayKeyOf(block)
  return key === undefined ? 0 : (amountOf(block.props, key) ?? 0)
}

function canRunEvery(block: Block, seconds: number): boolean {
  return seconds >= SHORTEST_CADENCE || delayKeyOf(block) === 'lagSec'
}

function runOf(block: Block): number {
  const window = batchWindowOf(block)
  return isMissing(window) ? 0 : window.run.value
}
