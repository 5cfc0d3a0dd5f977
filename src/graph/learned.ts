import type { Block, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { trainingJobsOf } from './lineage'
import { isTrue } from './props'
import { ancestors, LINEAGE } from './reach'
import { servedModels } from './served'

/** What the training of a live model learned from. */
export interface Learned {
  readonly jobs: readonly Block[]
  /** All that its training jobs get data from, directly or not. */
  readonly ids: ReadonlySet<Id>
  /** Features that were logged when they were served are among it: they stand for all that was served. */
  readonly isLogged: boolean
}

/** For each served model whose training is drawn, what that training learned from. */
export const learnedFrom: (graph: Graph) => ReadonlyMap<Id, Learned> = perGraph(graph => {
  const byJobs = new Map<string, Learned>()
  const learned = new Map<Id, Learned>()
  for (const model of servedModels(graph)) {
    const jobs = trainingJobsOf(graph, model)
    if (jobs.length === 0) continue
    // Models of one training share the answer, so that it is worked out once.
    const key = jobs.map(job => job.id).join(' ')
    const answer = byJobs.get(key) ?? learnedBy(graph, jobs)
    byJobs.set(key, answer)
    learned.set(model.id, answer)
  }
  return learned
})

function learnedBy(graph: Graph, jobs: readonly Block[]): Learned {
  const ids = ancestors(
    graph,
    jobs.map(job => job.id),
    LINEAGE,
  )
  const isLogged = graph.ofKind('prediction-log').some(log => ids.has(log.id) && isTrue(log.props, 'logsFeatures'))
  return { jobs, ids, isLogged }
}
