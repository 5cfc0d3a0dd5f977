import type { Graph } from '../graph/graph'
import { within } from '../graph/parts'
import { isTrue, wordOf } from '../graph/props'
import { searchesOf } from '../graph/tuning'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, systemPattern } from './sources'
import { named } from './words'

export default defineRule({
  id: 'no-experiment-tracking',
  step: 'model',
  sort: 'coverage',
  severity: 'info',
  summary: 'Every training run leaves a record: parameters, version of the data, code and metrics.',
  why: 'Months later someone asks why the model in production is better than today’s. Without the record of its run nobody can repeat it, nor say which of five changes helped.',
  cure: 'Send parameters, version of the data and metrics of each run to a tracker.',
  tradeoff: 'A tracker to run and a few lines in every job; little, next to a run that has to be guessed again.',
  silent: [
    'The job says itself that it tracks its runs.',
    'Its evaluation or its hyper-parameter search reports to the tracker for it.',
    'An online trainer learns without end and has no runs to tell apart.',
  ],
  source: [mlTestScore('Infra 1'), systemPattern('Data model versioning pattern')],
  good: [
    `dataset-builder -> training-job -> experiment-tracker`,
    `training-job training-job tracking=true; dataset-builder -> training-job`,
    `training-job -> offline-eval -> experiment-tracker`,
    `hyperparameter-tuning -artifact-> training-job; hyperparameter-tuning -> experiment-tracker`,
    `training-job training-job mode=online; event-stream -> training-job`,
    `pretrained-model -> online-inference`,
  ],
  bad: [
    `dataset-builder -> training-job`,
    `a training-job "Retrieval training"; b training-job "Ranking training"; dataset-builder -> a, b; a -> experiment-tracker`,
    `training-job training-job tracking=false; dataset-builder -> training-job -> offline-eval -> model-registry`,
  ],
  applies: graph => jobsWithRuns(graph).length > 0,
  *check(graph) {
    for (const training of jobsWithRuns(graph))
      if (!isTracked(graph, training))
        yield {
          at: [training.id],
          message: `Nothing records the runs of ${named(training)}: a good result cannot be repeated or explained later.`,
          fixes: () => [addTracker(graph, training), declareTracking(graph, training)],
        }
  },
})

function jobsWithRuns(graph: Graph): readonly Block[] {
  return graph.ofKind('training-job').filter(training => wordOf(training.props, 'mode') !== 'online')
}

/** Tracked by itself, or by what it hands its result to or was searched by. */
function isTracked(graph: Graph, training: Block): boolean {
  if (isTrue(training.props, 'tracking')) return true
  if (graph.ofKind('experiment-tracker').length === 0) return false
  const after = graph.outOf(training.id).map(flow => flow.target)
  const reporters = [training.id, ...after.filter(id => isRunBlock(graph, id)), ...idsOf(searchesOf(graph, training))]
  return reporters.some(id => neighbours(graph, id).some(other => graph.block(other)?.kind === 'experiment-tracker'))
}

/** What belongs to one run of training: the model it made and the evaluation of it. */
function isRunBlock(graph: Graph, id: Id): boolean {
  const kind = graph.block(id)?.kind
  return kind === 'offline-eval' || kind === 'model'
}

function neighbours(graph: Graph, id: Id): Id[] {
  return [...graph.outOf(id).map(flow => flow.target), ...graph.into(id).map(flow => flow.source)]
}

function idsOf(blocks: readonly Block[]): Id[] {
  return blocks.map(block => block.id)
}

function addTracker(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = within(graph, training, 'experiment-tracker')
  const tracker = existing?.id ?? draft.add('experiment-tracker', `${training.id}-tracker`, { beside: [training] })
  draft.link(training.id, tracker, ['metric'])
  return draft.done(existing ? `report to ${named(existing)}` : 'add an experiment tracker')
}

function declareTracking(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(training, 'tracking', true)
  return draft.done(`say that ${named(training)} tracks its runs`)
}
