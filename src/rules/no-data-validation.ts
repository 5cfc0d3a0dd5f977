import type { Graph } from '../graph/graph'
import { isSource, origins, upstream } from '../graph/lineage'
import { isTrue } from '../graph/props'
import { descendants, LINEAGE } from '../graph/reach'
import type { Block, Flow } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { googleMlops, mlTestScore, rulesOfMl } from './sources'
import { listed, named } from './words'

export default defineRule({
  id: 'no-data-validation',
  step: 'data',
  sort: 'coverage',
  severity: 'error',
  summary: 'Data is validated on every path from a source to training.',
  why: 'Most failures of a live ML system start in its data: a changed unit, a dropped column, a repeated file. A model trains on them without complaint and fails in production.',
  cure: 'Put data validation on the flow that leaves the source.',
  tradeoff:
    'Blocking checks stop bad models but can also stop a good pipeline at night: start with checks that only alert.',
  silent: [
    'The source is marked as curated: it was checked once and no longer changes.',
    'A pipeline on the path validates what it reads.',
    'The path runs through a prediction log: what the product recorded itself is no foreign data.',
    'A lake or stream that something feeds is judged where its data first came from.',
  ],
  source: [mlTestScore('Data 1', 'Monitor 2'), rulesOfMl(10), googleMlops(1)],
  good: [
    `data-source -> data-validation -> dataset-builder -> training-job`,
    `data-source -> data-lake -> data-validation -> dataset-builder -> training-job`,
    `data-source -> data-validation -> data-lake -> dataset-builder -> training-job`,
    `data-source data-source curated=true; data-source -> dataset-builder -> training-job`,
    `fp feature-pipeline-batch validates=true; data-lake -> fp -> feature-store-offline -> dataset-builder -> training-job`,
    `prediction-log -> label-join -> dataset-builder -> training-job`,
    `event-stream -> online-inference -async-> prediction-log -> label-join -> dataset-builder -> training-job`,
  ],
  bad: [
    `data-source -> dataset-builder -> training-job`,
    `a data-source "Orders"; b event-stream "Clicks"; a -> data-validation -> dataset-builder -> training-job; b -> dataset-builder`,
    `data-lake -> feature-pipeline-batch -> feature-store-offline -> dataset-builder -> training-job; data-lake -> label-join -> dataset-builder`,
  ],
  applies: graph => graph.ofKind('training-job').some(training => upstream(graph, training).some(isSource)),
  *check(graph) {
    const jobs = graph.ofKind('training-job')
    for (const source of origins(graph)) {
      if (isTrue(source.props, 'curated')) continue
      // The cut test for all jobs at once: no gate is a job.
      const reached = descendants(graph, source.id, LINEAGE, isGate)
      const unchecked = jobs.filter(training => reached.has(training.id))
      if (unchecked.length === 0) continue
      const checks = unchecked.flatMap(training => upstream(graph, training)).filter(isCheck)
      yield {
        at: [source.id],
        severity: checks.length > 0 ? 'warning' : 'error',
        message:
          checks.length > 0
            ? `${named(source)} bypasses data validation: a bad batch reaches ${listed(unchecked)} unchecked.`
            : `No data validation: a bad batch of ${named(source)} becomes a bad model in ${listed(unchecked)}.`,
        fixes: () => [validate(graph, source, unchecked)],
      }
    }
  },
})

function isCheck(block: Block): boolean {
  return block.kind === 'data-validation' || isTrue(block.props, 'validates')
}

/** Logs of served predictions are the product's own records: what goes through one is no unchecked source. */
function isGate(block: Block): boolean {
  return isCheck(block) || block.kind === 'prediction-log' || (isSource(block) && isTrue(block.props, 'curated'))
}

/** Leads what leaves the source towards training through a validation: the one its target has, or a new one. */
function validate(graph: Graph, source: Block, jobs: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  for (const flow of graph.outOf(source.id)) {
    if (!LINEAGE.has(flow.kind) || !isOnTheWay(graph, flow, jobs)) continue
    const validation = graph
      .into(flow.target)
      .map(each => graph.block(each.source))
      .find(block => block?.kind === 'data-validation')
    const target = graph.block(flow.target)
    const beside = target ? [source, target] : [source]
    draft.lead(flow, validation?.id ?? draft.add('data-validation', `${source.id}-validation`, { beside }))
  }
  return draft.done(`add data validation after ${named(source)}`)
}

function isOnTheWay(graph: Graph, flow: Flow, jobs: readonly Block[]): boolean {
  const target = graph.block(flow.target)
  if (!target || isGate(target)) return false
  const after = descendants(graph, target.id, LINEAGE, block => isGate(block))
  return jobs.some(training => training.id === target.id || after.has(training.id))
}
