import { CARRIES_DATA, unlagged } from '../graph/data-paths'
import { type Graph, perGraph } from '../graph/graph'
import { isAsOf } from '../graph/outcomes-in-features'
import { isTrue } from '../graph/props'
import { descendants } from '../graph/reach'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl } from './sources'
import { named } from './words'

export default defineRule({
  id: 'no-point-in-time-join',
  step: 'data',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Features from a store are joined to outcomes as they were when the event happened.',
  why: 'A store moves on after an event: joined with today’s values, an old example has features from its own future. The model then leans on knowledge that it will not have when it is asked.',
  cure: 'Join by event time in the training set builder, or log the features when they are served and train on the log.',
  tradeoff:
    'A join by time needs every past value of a feature; a log of features costs storage but ends skew as well.',
  silent: [
    'Labels come from people alone, who judge an item and not a moment.',
    'A prediction log with the features that were served reaches the training set.',
    'The flow from the store is marked as joined as of an earlier time.',
    'No offline feature store feeds the training set.',
  ],
  source: [rulesOfMl(29, 31)],
  good: [
    `ds dataset-builder pointInTime=true; feature-store-offline -> ds; label-join -> ds -> training-job`,
    `feature-store-offline -> dataset-builder; annotation -> dataset-builder -> training-job`,
    `pl prediction-log logsFeatures=true; pl -> label-join -> dataset-builder -> training-job; feature-store-offline -> dataset-builder`,
    `fs feature-store-offline; label-join -> dataset-builder; fs -data-> dataset-builder {lagged=true}; dataset-builder -> training-job`,
    `data-lake -> dataset-builder; label-join -> dataset-builder -> training-job`,
  ],
  bad: [
    `feature-store-offline -> dataset-builder; label-join -> dataset-builder -> training-job`,
    `pl prediction-log; pl -> label-join -> dataset-builder -> training-job; data-lake -> feature-pipeline-batch -> feature-store-offline -> dataset-builder`,
    `ds dataset-builder pointInTime=false; feature-store-offline -> ds; label-join -> ds; annotation -> ds -> training-job`,
  ],
  applies: graph => joining(graph).length > 0,
  *check(graph) {
    const logged = after(
      graph,
      graph.ofKind('prediction-log').filter(log => isTrue(log.props, 'logsFeatures')),
    )
    for (const set of joining(graph)) {
      if (isAsOf(set) || logged.has(set.id)) continue
      yield {
        at: [set.id],
        field: 'pointInTime',
        message: `${named(set)} joins features to outcomes without regard to time: old examples get values from after their event, which no live request will have.`,
        fixes: () => [joinByTime(graph, set), logFeatures(graph, set)],
      }
    }
  },
})

/** The training sets that read stored features and outcomes of events. */
const joining: (graph: Graph) => readonly Block[] = perGraph(graph => {
  const outcomes = after(graph, graph.ofKind('label-join'))
  const stored = after(unlagged(graph), graph.ofKind('feature-store-offline'))
  return graph.ofKind('dataset-builder').filter(set => outcomes.has(set.id) && stored.has(set.id))
})

function joinByTime(graph: Graph, set: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(set, 'pointInTime', true)
  return draft.done('join features as of the event time')
}

/** Possible where a log of predictions reaches the training set already. */
function logFeatures(graph: Graph, set: Block): EditFix | null {
  const log = graph.ofKind('prediction-log').find(each => after(graph, [each]).has(set.id))
  if (!log) return null
  const draft = draftFix(graph)
  draft.setProp(log, 'logsFeatures', true)
  return draft.done(`log the served features in ${named(log)}`)
}

function after(graph: Graph, blocks: readonly Block[]): ReadonlySet<string> {
  return descendants(
    graph,
    blocks.map(block => block.id),
    CARRIES_DATA,
  )
}
