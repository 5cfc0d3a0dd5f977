import { CARRIES_DATA } from '../../graph/data-paths'
import type { Graph } from '../../graph/graph'
import { isSource } from '../../graph/lineage'
import { connected, within } from '../../graph/parts'
import { carriersOfPersonalData } from '../../graph/personal-data'
import { isTrue, wordOf } from '../../graph/props'
import { ancestors, descendants, LINEAGE } from '../../graph/reach'
import { allowedKinds } from '../../kinds/flow-kinds'
import { type KindId, kindOf } from '../../kinds/index'
import type { Block } from '../../model/design'
import type { EditFix } from '../rule'
import { named } from '../words'
import { draftFix } from './draft'
import { lowered } from './ranges'

/** Stores that take a result and raise no question of their own. */
const STORES: readonly string[] = ['feature-store-offline', 'data-lake'] satisfies KindId[]

/** Where data that nobody checked does harm: it is learned from, or read back to users. */
const SENSITIVE = ['training-job', 'embedding-job', 'ann-index', 'operational-store']

/** Splits that put test rows into training; a set with such a split has to be split anew first. */
const UNSAFE_SPLITS = new Set(['none', 'random'])

/** Leads a block that nothing uses to what usually follows it: a block of the drawing, or else a new store. */
export function leadOnward(graph: Graph, block: Block): EditFix | null {
  const draft = draftFix(graph)
  const { next } = kindOf(block.kind)
  const usual = within(graph, block, ...next).find(
    each => each.id !== block.id && allowedKinds(block.kind, each.kind).length > 0 && isSafe(graph, block, each),
  )
  if (usual) {
    draft.link(block.id, usual.id)
    return draft.done(`lead ${named(block)} to ${named(usual)}`)
  }
  const store = next.find((kind): kind is KindId => STORES.includes(kind))
  if (!store) return null
  draft.link(block.id, draft.add(store, `${block.id}-store`, { beside: [block] }))
  return draft.done(`add ${lowered(kindOf(store).name)} after ${named(block)}`)
}

/** Whether the new flow would bring no other gap: nothing unchecked, personal or split badly gets where it does harm. */
function isSafe(graph: Graph, block: Block, target: Block): boolean {
  if (block.kind === 'retraining-trigger') return true
  if (block.kind === 'dataset-builder' && UNSAFE_SPLITS.has(wordOf(block.props, 'split') ?? '')) return false
  if (target.kind === 'ann-index' && !isUnfilled(graph, block, target)) return false
  // Features that are served and that training never sees are skew.
  if (target.kind === 'feature-store-online' || target.kind === 'online-inference')
    return connected(graph, block, 'training-job').length === 0
  const after = descendants(graph, target.id, LINEAGE)
  const isHarmless = graph.ofKind(...SENSITIVE).every(each => each.id !== target.id && !after.has(each.id))
  return isHarmless || (isChecked(graph, block) && !carriersOfPersonalData(graph).has(block.id))
}

/** An index that nothing fills yet, and a job that is free to fill it: no model says which vectors it makes. */
function isUnfilled(graph: Graph, job: Block, index: Block): boolean {
  const isFilled = graph.into(index.id).some(flow => LINEAGE.has(flow.kind))
  return !isFilled && graph.into(job.id).every(flow => flow.kind !== 'artifact')
}

/** Whether all data that gets into a block from a source has been validated. */
function isChecked(graph: Graph, block: Block): boolean {
  if (block.kind === 'data-validation') return true
  const before = ancestors(graph, block.id, CARRIES_DATA, each => each.kind === 'data-validation')
  return [block, ...[...before].flatMap(id => graph.block(id) ?? [])].every(
    each => !isSource(each) || isTrue(each.props, 'curated'),
  )
}
