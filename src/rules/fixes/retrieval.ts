import type { Graph } from '../../graph/graph'
import { within } from '../../graph/parts'
import { isTrue } from '../../graph/props'
import { orchestratorOf } from '../../graph/request-path'
import { isWrittenByOutsiders } from '../../graph/trust'
import { isFilled, queryEncoders, releasesOf } from '../../graph/vector-spaces'
import type { Block, Id, Props } from '../../model/design'
import type { EditFix } from '../rule'
import { named } from '../words'
import { type Draft, draftFix } from './draft'

/**
 * Narrows the corpus before a ranker: candidate generation that whoever asks the ranker asks too, an index that it
 * searches, and a job that fills the index. Such blocks that the design has and does not use are used.
 */
export function addRetrieval(graph: Graph, ranker: Block): EditFix | null {
  const draft = draftFix(graph)
  const spare = within(graph, ranker, 'candidate-generator').find(block => isUnasked(graph, block))
  const generator = spare?.id ?? draft.add('candidate-generator', `${ranker.id}-candidates`, { beside: [ranker] })
  draft.link(orchestratorOf(graph, ranker).id, generator, ['request'])
  if (!spare || !graph.outOf(spare.id).some(flow => flow.kind === 'request'))
    draft.link(generator, indexFor(draft, graph, ranker), ['request'])
  return draft.done(spare ? `ask ${named(spare)} for candidates` : 'add candidate generation')
}

/** A filled index: one that nobody asks yet, or a new one. Tenants of one system see their own items alone. */
function indexFor(draft: Draft, graph: Graph, ranker: Block): Id {
  const isShared = isTrue(graph.brief, 'multiTenant')
  const idle = within(graph, ranker, 'ann-index').find(block => isUnasked(graph, block))
  const props: Props = isShared ? { accessFilter: true } : {}
  const index = idle?.id ?? draft.add('ann-index', `${ranker.id}-index`, { props, beside: [ranker] })
  if (idle && isShared) draft.setProp(idle, 'accessFilter', true)
  if (!idle || !isFilled(graph, idle)) embed(draft, graph, index, ranker, [])
  return index
}

/** Fills an index: an embedding job with the model that encodes its queries, and with items as far as they are drawn. */
export function fillIndex(graph: Graph, index: Block): EditFix | null {
  const draft = draftFix(graph)
  const job = embed(draft, graph, index.id, index, queryEncoders(graph, index))
  return draft.done(job ? `fill ${named(index)} from ${named(job)}` : 'add an embedding job')
}

/** Wires a job to an index; returns the design's own job where it had one that fills nothing. */
function embed(draft: Draft, graph: Graph, index: Id, near: Block, encoders: readonly Block[]): Block | undefined {
  const idle = within(graph, near, 'embedding-job').find(job => fillsNothing(graph, job))
  const job = idle?.id ?? draft.add('embedding-job', `${index}-embeddings`)
  draft.link(job, index, ['artifact'])
  // Queries and items are encoded by one release, or their vectors cannot be compared.
  for (const release of encoders.flatMap(encoder => releasesOf(graph, encoder)))
    if (release.id !== job) draft.link(release.id, job, ['artifact'])
  const items = idle ? undefined : itemsNear(graph, near)
  if (items) draft.link(items.id, job, ['data'])
  return idle
}

function isUnasked(graph: Graph, block: Block): boolean {
  return !graph.into(block.id).some(flow => flow.kind === 'request' || flow.kind === 'fallback')
}

function fillsNothing(graph: Graph, job: Block): boolean {
  return graph.outOf(job.id).every(flow => flow.kind === 'metric')
}

/** Checked items where something is checked, otherwise a source of the product's own. */
function itemsNear(graph: Graph, near: Block): Block | undefined {
  const sources = within(graph, near, 'data-lake', 'data-source').filter(source => !isWrittenByOutsiders(source))
  return within(graph, near, 'data-validation')[0] ?? sources[0]
}
