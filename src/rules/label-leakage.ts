import { CARRIES_DATA } from '../graph/data-paths'
import type { Graph } from '../graph/graph'
import { jobsWithFeatures, type OutcomeInFeatures, outcomesInFeatures } from '../graph/outcomes-in-features'
import { ancestors, descendants } from '../graph/reach'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { removeFlows } from './fixes/flows'
import { defineRule, type EditFix } from './rule'
import { awsLens, rulesOfMl } from './sources'
import { listed, named } from './words'

export default defineRule({
  id: 'label-leakage',
  step: 'data',
  sort: 'correctness',
  severity: 'error',
  summary: 'The outcome that a model learns to predict is not among its features.',
  why: 'A feature computed from labels knows at training what nobody knows when the prediction is made. Offline the model looks brilliant; in production that feature is empty and the gain is gone.',
  cure: 'Join features as of the time of the event, or let labels into features only with a delay.',
  tradeoff: 'A join as of the event time needs the history of every feature and makes training sets slower to build.',
  silent: [
    'The training set behind the features joins them as of the event time.',
    'The flow that carries the labels into features is marked as joined as of an earlier time.',
    'The labels are those of another model, so that a past outcome is a fair feature here.',
    'Labels reach training only through a feature store: there they may be kept as labels.',
    'What enters the features is the score of a model that learned from the labels.',
  ],
  source: [awsLens('MLREL03-BP03'), rulesOfMl(31)],
  good: [
    `label-join -> dataset-builder -> training-job; data-lake -> feature-pipeline-batch -> dataset-builder`,
    `ds dataset-builder pointInTime=true; label-join -> ds -> training-job; label-join -> feature-pipeline-batch -> feature-store-offline -> ds`,
    `lab label-join; fpb feature-pipeline-batch; lab -> dataset-builder -> training-job; lab -data-> fpb {lagged=true}; fpb -> feature-store-offline -> dataset-builder`,
    `spam annotation; ctr label-join; a training-job; b training-job; spam -> a; ctr -> dataset-builder -> b; spam -> feature-pipeline-batch -> dataset-builder`,
    `label-join -> feature-store-offline -> dataset-builder -> training-job`,
    `label-join -> dataset-builder -> training-job; label-join -> batch-inference -> feature-store-offline -> dataset-builder`,
  ],
  bad: [
    `lab label-join "Chargebacks"; fpb feature-pipeline-batch "Card history"; lab -> fpb -> dataset-builder -> training-job; lab -> dataset-builder`,
    `annotation -> training-job; annotation -> feature-store-offline -> training-job`,
    `lab label-join "Clicks"; lab -> data-lake -> feature-pipeline-batch -> feature-store-offline -> dataset-builder -> training-job; lab -> dataset-builder`,
    `lab label-join; a dataset-builder pointInTime=true; b dataset-builder; x training-job; y training-job; fs feature-store-offline; lab -> fs -> a, b; lab -> a, b; a -> x; b -> y`,
  ],
  applies: graph => jobsWithFeatures(graph).length > 0,
  *check(graph) {
    for (const leak of outcomesInFeatures(graph)) {
      const { labels, jobs, entries } = leak
      const through = [...new Set(entries.map(flow => flow.target))].sort().flatMap(id => graph.block(id) ?? [])
      yield {
        at: [labels.id],
        message: `${named(labels)} is the target of ${listed(jobs)} and reaches its features through ${listed(through)}: offline metrics count on an answer that is not there yet when the model is asked.`,
        fixes: () => [joinAsOf(graph, leak), lag(graph, leak), cutEntries(graph, leak)],
      }
    }
  },
})

/** Possible where every path from the features to training passes a training set, which can then join by time. */
function joinAsOf(graph: Graph, { jobs, entries }: OutcomeInFeatures): EditFix | null {
  const features = entries.map(flow => flow.target)
  const isSet = (block: Block) => block.kind === 'dataset-builder'
  const pastSets = descendants(graph, features, CARRIES_DATA, isSet)
  if (jobs.some(job => pastSets.has(job.id))) return null
  const after = descendants(graph, features, CARRIES_DATA)
  const before = ancestors(
    graph,
    jobs.map(job => job.id),
    CARRIES_DATA,
  )
  const sets = graph.ofKind('dataset-builder').filter(set => after.has(set.id) && before.has(set.id))
  const draft = draftFix(graph)
  for (const set of sets) draft.setProp(set, 'pointInTime', true)
  return draft.done(`join features in ${listed(sets)} as of the event time`)
}

function lag(graph: Graph, { labels, entries }: OutcomeInFeatures): EditFix | null {
  const draft = draftFix(graph)
  for (const flow of entries) draft.setFlow(flow, 'props.lagged', true)
  return draft.done(`let ${named(labels)} into features only from before the event`)
}

/**
 * Possible for what runs straight from the labels, since later flows carry other data, too; and where no other training
 * job gets its labels through the features.
 */
function cutEntries(graph: Graph, { labels, jobs, entries }: OutcomeInFeatures): EditFix | null {
  const features = entries.map(flow => flow.target)
  const fed = descendants(graph, features, CARRIES_DATA)
  const isForOthers = graph.ofKind('training-job').some(job => fed.has(job.id) && !jobs.includes(job))
  if (isForOthers || entries.some(flow => flow.source !== labels.id)) return null
  return removeFlows(graph, entries, `keep ${named(labels)} out of the features`)
}
