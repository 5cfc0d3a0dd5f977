import type { Graph } from '../graph/graph'
import { ARTIFACT, ancestors, bypasses, descendants } from '../graph/reach'
import { haveCommonLineage, lineageOf, type VectorSpace, vectorSpaces } from '../graph/vector-spaces'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { houseRule, owaspLlm } from './sources'
import { named } from './words'

export default defineRule({
  id: 'index-rollout-skew',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'A rollout that holds back the query encoder holds back the item encoder, too.',
  why: 'A new version of an encoder moves every vector. While one side of an index runs the new version and the other the old one, the search compares vectors of two spaces; a canary of 5 % then fails for its whole share.',
  cure: 'Release the embedding job behind the same rollout as the query encoder, or let the rollout switch the index as well.',
  tradeoff: 'Two versions of the index are live during a rollout, with twice the memory.',
  silent: [
    'The rollout reaches the index as well, as a blue-green switch does: encoder and vectors change together.',
    'The index is asked by item, so that no query is encoded.',
    'What the two sides share is a fixed checkpoint: it does not change.',
    'Both sides are behind some rollout, or neither is.',
  ],
  source: [owaspLlm('LLM08'), houseRule('One version on both sides of an index')],
  good: [
    `training-job -> model-registry -> safe-rollout -> cg, embedding-job; embedding-job -> ann-index; cg candidate-generator method=two-tower; client -> cg -> ann-index`,
    `training-job -> model-registry -> cg, embedding-job; embedding-job -> ann-index; cg candidate-generator method=two-tower; client -> cg -> ann-index`,
    `roll safe-rollout method=blue-green; training-job -> model-registry -> roll -> cg, ann-index; model-registry -> embedding-job -> ann-index; cg candidate-generator method=two-tower; client -> cg -> ann-index`,
    `cg candidate-generator method=embedding queryBy=item-id; training-job -> model-registry -> safe-rollout -> cg; model-registry -> embedding-job -> ann-index; client -> cg -> ann-index`,
    `pretrained-model -> embedding-job -> ann-index; pretrained-model -> training-job -> safe-rollout -> cg; cg candidate-generator method=two-tower; client -> cg -> ann-index`,
  ],
  bad: [
    `training-job -> model-registry -> safe-rollout -> cg; model-registry -> embedding-job -> ann-index; cg candidate-generator "Query tower" method=two-tower; client -> cg -> ann-index`,
    `training-job -> model-registry -> safe-rollout -> embedding-job -> ann-index; model-registry -> cg; cg candidate-generator "Query tower" method=two-tower; client -> cg -> ann-index`,
    `training-job -> offline-eval -artifact-> safe-rollout -> online-inference; training-job -> embedding-job -> ann-index; client -> app-service -> online-inference, ann-index`,
  ],
  applies: graph => judged(graph).length > 0,
  *check(graph) {
    for (const { index, job, encoders } of judged(graph)) {
      const alike = encoders.filter(encoder => haveCommonLineage(graph, job, encoder))
      const skews = alike.map(encoder => skewsOf(graph, index, job, encoder))
      const [skew] = skews.flat()
      // One encoder that moves with the job may be the one that encodes.
      if (!skew || skews.some(each => each.length === 0)) continue
      yield {
        at: [job.id, ...alike.map(encoder => encoder.id)],
        message: `${named(skew.rollout)} holds back new versions of ${named(skew.held)} but not of ${named(skew.free)}: until it is done, queries and items are encoded by different versions.`,
        fixes: () => [holdBack(graph, skews.flat(), skew)],
      }
    }
  },
})

interface Skew {
  /** What both sides are made from. */
  readonly root: Id
  readonly rollout: Block
  /** The side whose new versions wait for the rollout. */
  readonly held: Block
  /** The side that takes a new version at once. */
  readonly free: Block
}

function judged(graph: Graph): readonly VectorSpace[] {
  if (graph.ofKind('safe-rollout').length === 0) return []
  return vectorSpaces(graph).filter(({ job, encoders }) =>
    encoders.some(encoder => haveCommonLineage(graph, job, encoder)),
  )
}

function skewsOf(graph: Graph, index: Block, job: Block, encoder: Block): Skew[] {
  const lineage = lineageOf(graph, encoder)
  const own = lineageOf(graph, job)
  // What is behind the same rollouts changes with them.
  if (graph.ofKind('safe-rollout').every(({ id }) => lineage.has(id) === own.has(id))) return []
  const common = [...own].filter(id => lineage.has(id)).sort()
  return common.flatMap(root => {
    // A checkpoint stays as it is, so nothing of it is rolled out.
    if (graph.block(root)?.kind === 'pretrained-model') return []
    return [...skewFrom(graph, root, encoder, job, index), ...skewFrom(graph, root, job, encoder, index)]
  })
}

function skewFrom(graph: Graph, root: Id, held: Block, free: Block, index: Block): Skew[] {
  if (root === held.id || root === free.id) return []
  const rollouts = rolloutsBetween(graph, root, held.id)
  const [rollout] = rollouts
  const isHeld = rollout !== undefined && !bypasses(graph, root, held.id, ARTIFACT, isRollout)
  const isFree = rolloutsBetween(graph, root, free.id).length === 0
  const isSwitched = rollouts.some(each => reaches(graph, each, index.id))
  return isHeld && isFree && !isSwitched ? [{ root, rollout, held, free }] : []
}

function isRollout(block: Block): boolean {
  return block.kind === 'safe-rollout'
}

/** Rollouts on the way from one block to another; a rollout at the start of the way holds back nothing of it. */
function rolloutsBetween(graph: Graph, from: Id, to: Id): Block[] {
  const after = descendants(graph, from, ARTIFACT)
  const before = ancestors(graph, to, ARTIFACT)
  return graph
    .ofKind('safe-rollout')
    .filter(rollout => rollout.id !== from && after.has(rollout.id) && before.has(rollout.id))
}

/** Whether a rollout switches the index by itself, not only by way of the job that fills it. */
function reaches(graph: Graph, rollout: Block, index: Id): boolean {
  return descendants(graph, rollout.id, ARTIFACT, block => block.kind === 'embedding-job').has(index)
}

/**
 * Releases the free side behind the rollout of the other, and with it whatever else fills or asks the same indexes and
 * is as free: or the next pair would be apart. What a block had from before the rollout comes through it now.
 */
function holdBack(graph: Graph, skews: readonly Skew[], first: Skew): EditFix | null {
  const draft = draftFix(graph)
  const pairs = pairsAround(graph, first.free)
  for (const { root, rollout } of skews) {
    const before = ancestors(graph, rollout.id, ARTIFACT)
    for (const block of pairs) {
      const isFree = lineageOf(graph, block).has(root) && rolloutsBetween(graph, root, block.id).length === 0
      if (!isFree || block.id === root) continue
      for (const flow of graph.into(block.id)) if (flow.kind === 'artifact' && before.has(flow.source)) draft.cut(flow)
      draft.link(rollout.id, block.id, ['artifact'])
    }
  }
  return draft.done(`release ${named(first.free)} through ${named(first.rollout)}`)
}

/** The jobs and encoders that a block shares an index with, directly or by way of one of them; itself included. */
function pairsAround(graph: Graph, start: Block): ReadonlySet<Block> {
  const found = new Set([start])
  for (const block of found)
    for (const { job, encoders } of vectorSpaces(graph)) {
      const sides = [job, ...encoders]
      if (sides.includes(block)) for (const side of sides) found.add(side)
    }
  return found
}
