import type { Id } from '../model/design'
import { CARRIES_DATA } from './data-paths'
import { type Graph, perGraph } from './graph'
import { wordOf } from './props'
import { descendants } from './reach'

/** The training jobs that learn from what users or events did after a prediction: natural labels reach them as rows. */
export const jobsOnOutcomes: (graph: Graph) => ReadonlySet<Id> = perGraph(graph => {
  const joins = graph.ofKind('label-join').filter(join => wordOf(join.props, 'labelType') === 'natural')
  const after = descendants(
    graph,
    joins.map(join => join.id),
    CARRIES_DATA,
  )
  return new Set(graph.ofKind('training-job').flatMap(job => (after.has(job.id) ? job.id : [])))
})
