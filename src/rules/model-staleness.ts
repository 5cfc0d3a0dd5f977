import type { Graph } from '../graph/graph'
import { numberOf, wordOf } from '../graph/props'
import { ARTIFACT, descendants } from '../graph/reach'
import { formatNumber } from '../kinds/figures'
import { fieldOfKind, kindOf } from '../kinds/index'
import { formatProp } from '../kinds/values'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, rulesOfMl } from './sources'
import { named } from './words'

export default defineRule({
  id: 'model-staleness',
  step: 'monitor',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A model is trained again before it gets stale.',
  why: 'How fast a model loses quality is measured once, by serving an old one beside a new one. A cadence slower than that gives the loss back between any two runs.',
  cure: 'Train at least as often as the model gets stale, or measure again how long it stays good.',
  tradeoff: 'Each run costs compute, an evaluation and a release: half the cadence is twice the bill.',
  silent: [
    'No limit is stated on the model, or no cadence on its training.',
    'The training job learns online: it never stops.',
    'Another job trains the same model often enough.',
  ],
  source: [mlTestScore('Model 4'), rulesOfMl(8)],
  good: [
    `tr training-job cadenceHours=24; m model maxStalenessHours=48; tr -> m -> offline-eval`,
    `tr training-job mode=online cadenceHours=100; m model maxStalenessHours=1; tr -> m`,
    `tr training-job; m model maxStalenessHours=1; tr -> m`,
    `tr training-job cadenceHours=720; m model; tr -> m`,
    `weekly training-job cadenceHours=168; hourly training-job cadenceHours=1; m model maxStalenessHours=24; weekly, hourly -> m`,
    `base training-job cadenceHours=720; tune training-job cadenceHours=24; m model maxStalenessHours=48; base -artifact-> tune -> m`,
  ],
  bad: [
    `tr training-job cadenceHours=168; m model "Click model" maxStalenessHours=24; tr -> m -> offline-eval`,
    `tr training-job cadenceHours=24; m model maxStalenessHours=12; tr -> model-registry; model-registry -> m`,
    `a training-job cadenceHours=72; b training-job cadenceHours=48; m model maxStalenessHours=24; a, b -> m`,
  ],
  applies: graph => pairs(graph).length > 0,
  *check(graph) {
    for (const { training, cadence, model, limit } of pairs(graph)) {
      if (cadence <= limit) continue
      yield {
        at: [training.id, model.id],
        field: 'cadenceHours',
        message: `${named(training)} runs ${rhythm(cadence)}, but ${named(model)} is stale after ${hours(limit)}: for ${hours(cadence - limit)} of each run it is worse than it could be.`,
        fixes: () => [retrain(graph, training, limit)],
      }
    }
  },
})

interface Pair {
  readonly training: Block
  /** Hours between two runs. */
  readonly cadence: number
  readonly model: Block
  /** Hours until the model is stale. */
  readonly limit: number
}

/** Each model that states a limit, with the job that trains it most often. */
function pairs(graph: Graph): Pair[] {
  const models = graph.ofKind('model').flatMap(model => {
    const limit = numberOf(model.props, 'maxStalenessHours') ?? 0
    return limit > 0 ? [{ model, limit }] : []
  })
  if (models.length === 0) return []
  const jobs = graph.ofKind('training-job').map(training => ({
    training,
    cadence: wordOf(training.props, 'mode') === 'online' ? 0 : numberOf(training.props, 'cadenceHours'),
    // A model that is trained on from is the business of the later job.
    made: descendants(graph, training.id, ARTIFACT, block => block.kind === 'training-job'),
  }))
  return models.flatMap(({ model, limit }) => {
    const own = jobs.filter(job => job.made.has(model.id))
    const dated = own.flatMap(({ training, cadence }) => (cadence === undefined ? [] : [{ training, cadence }]))
    const [first, ...rest] = dated
    if (!first || dated.length < own.length) return []
    const { training, cadence } = rest.reduce((best, each) => (each.cadence < best.cadence ? each : best), first)
    return [{ training, cadence, model, limit }]
  })
}

function hours(value: number): string {
  return formatNumber(value, 'hours')
}

/** “daily”, “every 12 h”. */
function rhythm(cadence: number): string {
  const field = fieldOfKind(kindOf('training-job'), 'cadenceHours')
  return field ? formatProp(field, cadence) : hours(cadence)
}

function retrain(graph: Graph, training: Block, limit: number): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(training, 'cadenceHours', limit)
  return draft.done(`run ${named(training)} ${rhythm(limit)}`)
}
