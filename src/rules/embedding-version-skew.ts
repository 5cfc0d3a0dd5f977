import type { Graph } from '../graph/graph'
import { hasLineage, haveCommonLineage, releasesOf, type VectorSpace, vectorSpaces } from '../graph/vector-spaces'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { discoverySystems, owaspLlm } from './sources'
import { listed, named } from './words'

export default defineRule({
  id: 'embedding-version-skew',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'Queries and items of an index are encoded by the same model, or by towers trained together.',
  why: 'Distances mean something only between vectors of one space. Two encoders that were not trained together put the same item in unrelated places, and the search returns neighbours without any error.',
  cure: 'Release the item encoder from the same training, checkpoint or registry as the query encoder.',
  tradeoff: 'A new encoder then means encoding the whole corpus again before any query may use it.',
  silent: [
    'The drawing does not say where the model of one of the two sides comes from.',
    'The index is asked by item: the query is a vector that the index holds already.',
    'The two share a training job, a checkpoint, a registry or a rollout, whatever else they are made from.',
    'A caller asks several models, so that the drawing does not say which of them encodes the query.',
  ],
  source: [discoverySystems(), owaspLlm('LLM08')],
  good: [
    `training-job -> model-registry -> embedding-job, cg; embedding-job -> ann-index; cg candidate-generator method=two-tower; client -> cg -> ann-index`,
    `pretrained-model -> embedding-job -> ann-index; pretrained-model -> online-inference; client -> app-service -> online-inference, ann-index`,
    `pretrained-model -> embedding-job -> ann-index; client -> app-service -> cg -> ann-index; cg candidate-generator method=embedding`,
    `cg candidate-generator method=embedding queryBy=item-id; training-job -> cg; pretrained-model -> embedding-job -> ann-index; client -> cg -> ann-index`,
    `training-job -> ranker; pretrained-model -> embedding-job -> ann-index; client -> ranker -> ann-index`,
    `enc online-inference; cls online-inference; training-job -> enc, cls; pretrained-model -> embedding-job -> ann-index; client -> app-service -> enc, cls, ann-index`,
  ],
  bad: [
    `pretrained-model -> embedding-job -> ann-index; training-job -> cg; cg candidate-generator "Query tower" method=two-tower; client -> cg -> ann-index`,
    `pretrained-model -> embedding-job -> ann-index; training-job -> model-registry -> online-inference; client -> app-service -> online-inference, ann-index`,
    `a training-job "Old encoder"; b training-job "New encoder"; a -> embedding-job -> ann-index; b -> safe-rollout -> cg; cg candidate-generator method=embedding; client -> app-service -> cg -> ann-index`,
    `pretrained-model -> embedding-job -> data-lake -data-> ann-index; training-job -> cg; cg candidate-generator method=two-tower; client -> cg -> ann-index`,
  ],
  applies: graph => judged(graph).length > 0,
  *check(graph) {
    for (const space of judged(graph)) {
      const { job, encoders } = space
      if (encoders.some(encoder => haveCommonLineage(graph, job, encoder))) continue
      yield {
        at: [job.id, ...encoders.map(encoder => encoder.id)],
        message: `${named(job)} and ${listed(encoders)} are made from different models: their vectors cannot be compared, and what the search finds is arbitrary.`,
        fixes: () => [encodeAlike(graph, space)],
      }
    }
  },
})

function judged(graph: Graph): readonly VectorSpace[] {
  return vectorSpaces(graph).filter(({ job, encoders }) => encoders.length > 0 && hasLineage(graph, job))
}

/** Gives the job what the query encoder is released from, in place of what it had if nothing else rests on that. */
function encodeAlike(graph: Graph, { job, encoders }: VectorSpace): EditFix | null {
  const draft = draftFix(graph)
  const releases = encoders.flatMap(encoder => releasesOf(graph, encoder))
  if (releases.length === 0) return null
  const isAlikeElsewhere = vectorSpaces(graph).some(
    space => space.job === job && space.encoders.some(encoder => haveCommonLineage(graph, job, encoder)),
  )
  const own = graph.into(job.id).filter(flow => flow.kind === 'artifact')
  if (!isAlikeElsewhere) for (const flow of own) draft.cut(flow)
  for (const release of releases) if (release !== job) draft.link(release.id, job.id, ['artifact'])
  return draft.done(`release ${named(job)} together with ${listed(encoders)}`)
}
