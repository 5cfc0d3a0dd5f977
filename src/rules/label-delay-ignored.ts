import { CARRIES_DATA } from '../graph/data-paths'
import { type Graph, perGraph } from '../graph/graph'
import { numberOf, wordOf } from '../graph/props'
import { descendants } from '../graph/reach'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { facebookAdClicks, mlTestScore } from './sources'
import { listed, named, verb } from './words'

/** A target that is measured at the end is missing before, and not taken for a negative. */
const MEASURED_AT_THE_END = new Set(['regression', 'forecasting'])

export default defineRule({
  id: 'label-delay-ignored',
  step: 'data',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Training does not take outcomes that have not happened yet for negatives.',
  why: 'Until its outcome is known, an example looks like a negative. Where training runs more often than labels mature, the newest rows of every run are wrong, and it is the newest that matter most.',
  cure: 'Wait until the window of a label has closed, correct for outcomes that are still to come, or train on an earlier proxy.',
  tradeoff: 'Waiting is accurate and stale; a correction or a proxy is fresh and an approximation.',
  silent: [
    'The label builder says how it treats the delay.',
    'It waits at least as long as the delay, so that only matured rows are used.',
    'The task is regression or forecasting: a target that is not measured yet is missing, not negative.',
    'The delay or the cadence of training is not given.',
  ],
  source: [facebookAdClicks('Section 4'), mlTestScore('Model 4')],
  good: [
    `lab label-join labelDelayHours=2; tr training-job cadenceHours=24; lab -> dataset-builder -> tr`,
    `lab label-join labelDelayHours=48 windowHours=48; tr training-job cadenceHours=24; lab -> dataset-builder -> tr`,
    `lab label-join labelDelayHours=48 delayHandling="importance correction"; tr training-job cadenceHours=24; lab -> dataset-builder -> tr`,
    `brief mlTask=regression; lab label-join labelDelayHours=48; tr training-job cadenceHours=24; lab -> dataset-builder -> tr`,
    `lab label-join labelDelayHours=48; lab -> dataset-builder -> training-job`,
  ],
  bad: [
    `lab label-join "Purchases" labelDelayHours=48; tr training-job "Train ranker" cadenceHours=6; lab -> dataset-builder -> tr`,
    `lab label-join labelDelayHours=48 windowHours=1; a training-job cadenceHours=1; b training-job cadenceHours=720; lab -> dataset-builder -> a, b`,
    `lab label-join labelDelayHours=0.5; tr training-job mode=continual cadenceHours=0.25; lab -stream-> tr`,
  ],
  applies: graph => timed(graph).length > 0,
  *check(graph) {
    for (const { labels, jobs } of timed(graph)) {
      const delay = delayOf(labels)
      const early = jobs.filter(job => cadenceOf(job) < delay)
      const isWaiting = (numberOf(labels.props, 'windowHours') ?? 0) >= delay
      if (early.length === 0 || isWaiting || wordOf(labels.props, 'delayHandling') !== undefined) continue
      const often = formatNumber(Math.min(...early.map(cadenceOf)), 'hours')
      yield {
        at: [labels.id],
        field: 'delayHandling',
        message: `${named(labels)} takes ${formatNumber(delay, 'hours')} to mature and ${listed(early)} ${verb(early, 'runs', 'run')} every ${often}: outcomes that are still to come are learned as negatives.`,
        fixes: () => [
          wait(graph, labels),
          {
            title: 'say how the delay is treated',
            field: 'delayHandling',
            examples: ['importance correction', 'proxy label', 'late outcomes are added again'],
          },
        ],
      }
    }
  },
})

interface Timed {
  readonly labels: Block
  readonly jobs: readonly Block[]
}

/** Label builders with a delay, and the jobs with a cadence that they feed. */
const timed: (graph: Graph) => readonly Timed[] = perGraph(graph => {
  if (MEASURED_AT_THE_END.has(wordOf(graph.brief, 'mlTask') ?? '')) return []
  const jobs = graph.ofKind('training-job').filter(job => numberOf(job.props, 'cadenceHours') !== undefined)
  const delayed = jobs.length > 0 ? graph.ofKind('label-join').filter(labels => delayOf(labels) > 0) : []
  return delayed.flatMap(labels => {
    const after = descendants(graph, labels.id, CARRIES_DATA)
    const fed = jobs.filter(job => after.has(job.id))
    return fed.length > 0 ? [{ labels, jobs: fed }] : []
  })
})

function delayOf(labels: Block): number {
  return numberOf(labels.props, 'labelDelayHours') ?? 0
}

function cadenceOf(job: Block): number {
  return numberOf(job.props, 'cadenceHours') ?? Number.POSITIVE_INFINITY
}

function wait(graph: Graph, labels: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(labels, 'windowHours', delayOf(labels))
  return draft.done(`wait ${formatNumber(delayOf(labels), 'hours')} for outcomes`)
}
