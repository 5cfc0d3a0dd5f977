import { type Graph, perGraph } from '../graph/graph'
import { formatNumber } from '../kinds/figures'
import type { Block, Flow, Id } from '../model/design'
import { byEnd } from './by-end'
import { type Figure, figureOf, type Term } from './figure'
import { amountOf, blockTerm } from './inputs'

/** How old what lies in a store is at worst, in seconds, along the way that keeps it freshest. */
export interface Age extends Figure {
  /** From where the data arises to the store, both included. */
  readonly path: readonly Block[]
}

const CARRIES_DATA = new Set(['data', 'stream', 'feedback'])

/** What handles models and measurements: data does not travel on through it. */
const NO_DATA_PATH = new Set([
  'training-job',
  'hyperparameter-tuning',
  'model',
  'pretrained-model',
  'model-registry',
  'safe-rollout',
  'offline-eval',
  'online-experiment',
  'experiment-tracker',
  'drift-monitor',
  'performance-monitor',
  'service-monitor',
  'alerting',
  'retraining-trigger',
])

/**
 * The age of what each block holds, in seconds: the sum of what the producing blocks on the way take (`lagSec`, else
 * `cadenceSec`), over the freshest way, for one store is often written twice, by a slow job and by a fast one. A producer
 * without either counts 0, so that the figure is never too high. A block that no way of data leads to is not among them.
 */
export const agesIn: (graph: Graph) => ReadonlyMap<Id, number> = perGraph(graph => {
  const { into, outOf } = dataFlows(graph)
  const ages = new Map<Id, number>()
  const open: Id[] = []
  const reach = (id: Id, before: number) => {
    const age = before + delayOf(graph.block(id)!)
    if (age >= (ages.get(id) ?? Number.POSITIVE_INFINITY)) return
    ages.set(id, age)
    open.push(id)
  }
  for (const id of outOf.keys()) if (!into.has(id)) reach(id, 0)
  // Few delays differ from 0, so correcting an age now and then is cheaper than a queue by age.
  for (const id of open) for (const flow of outOf.get(id) ?? []) reach(flow.target, ages.get(id)!)
  for (const id of outOf.keys()) if (!into.has(id)) ages.delete(id)
  return ages
})

/** The age of what a block holds with what makes it; null where no way of data leads to the block. */
export function ageOf(graph: Graph, block: Block): Age | null {
  const value = agesIn(graph).get(block.id)
  if (value === undefined) return null
  const path = freshestPath(graph, block)
  const terms = path.flatMap(each => delayTerm(each) ?? [])
  const sum = terms.map(term => formatNumber(term.value, term.unit)).join(' + ')
  return { ...figureOf(value, 's', terms, sum || formatNumber(0, 's')), path }
}

/** The key of the property that says how long a producing block takes; undefined when neither is set. */
export function delayKeyOf(block: Block): 'lagSec' | 'cadenceSec' | undefined {
  const keys = ['lagSec', 'cadenceSec'] as const
  return keys.find(key => amountOf(block.props, key) !== undefined)
}

/** Backwards over the flows that keep the block so fresh, by the fewest of them, to where the data arises. */
function freshestPath(graph: Graph, block: Block): readonly Block[] {
  const ages = agesIn(graph)
  const { into } = dataFlows(graph)
  const ageAt = (id: Id) => ages.get(id) ?? (into.has(id) ? Number.NaN : delayOf(graph.block(id)!))
  const next = new Map<Id, Id | null>([[block.id, null]])
  for (const id of next.keys()) {
    const before = into.get(id)?.map(flow => flow.source)
    if (!before) return followed(graph, next, id)
    const tight = before.filter(source => ageAt(source) + delayOf(graph.block(id)!) === ages.get(id))
    for (const source of tight.sort()) if (!next.has(source)) next.set(source, id)
  }
  return [block]
}

function followed(graph: Graph, next: ReadonlyMap<Id, Id | null>, start: Id): readonly Block[] {
  const path: Block[] = []
  for (let id: Id | null = start; id !== null; id = next.get(id) ?? null) path.push(graph.block(id)!)
  return path
}

interface DataFlows {
  readonly into: ReadonlyMap<Id, readonly Flow[]>
  readonly outOf: ReadonlyMap<Id, readonly Flow[]>
}

const dataFlows: (graph: Graph) => DataFlows = perGraph(graph => {
  const flows = graph.flows.filter(flow => isOnDataPath(graph, flow))
  return { into: byEnd(flows, 'target'), outOf: byEnd(flows, 'source') }
})

/** Whether data moves along a flow on its way to a store. Of artefacts only embeddings are data. */
function isOnDataPath(graph: Graph, flow: Flow): boolean {
  if (!CARRIES_DATA.has(flow.kind) && flow.kind !== 'artifact') return false
  const source = graph.block(flow.source)?.kind ?? ''
  const target = graph.block(flow.target)?.kind ?? ''
  if (NO_DATA_PATH.has(source) || NO_DATA_PATH.has(target)) return false
  return flow.kind !== 'artifact' || source === 'embedding-job'
}

function delayOf(block: Block): number {
  const key = delayKeyOf(block)
  return key === undefined ? 0 : (amountOf(block.props, key) ?? 0)
}

function delayTerm(block: Block): Term | undefined {
  const key = delayKeyOf(block)
  return key === undefined ? undefined : { ...blockTerm(block, key, 0), value: delayOf(block), label: block.label }
}
