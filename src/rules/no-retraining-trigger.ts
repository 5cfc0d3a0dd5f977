import type { Graph } from '../graph/graph'
import { numberOf, wordOf } from '../graph/props'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens, googleMlops, mlTestScore } from './sources'
import { named } from './words'

export default defineRule({
  id: 'no-retraining-trigger',
  step: 'monitor',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Something decides when each training job runs again.',
  why: 'A deployed model ages while the world moves on, faster for ads and fraud than for images. Who or what starts the next run is the difference between a project and a system.',
  cure: 'Add a trigger on a schedule, and on drift where a monitor is drawn.',
  tradeoff:
    'Drift triggers react but can fire on noise and train on bad data; schedules are predictable and pay for runs that were not needed.',
  silent: [
    'An online trainer never stops learning.',
    'Any trigger counts, that of an alert or of an evaluation among them.',
    'No training job is drawn.',
    'The scope is training, experiment or data.',
  ],
  source: [awsLens('MLPERF06-BP05'), googleMlops(1), mlTestScore('Monitor 4')],
  good: [
    `retraining-trigger -> training-job`,
    `alerting -trigger-> training-job`,
    `training-job training-job mode=online; event-stream -> training-job`,
    `pretrained-model -> online-inference`,
  ],
  bad: [
    `data-source -> dataset-builder -> training-job`,
    `training-job training-job cadenceHours=168; data-source -> training-job`,
    `group ops "Operations"; drift-monitor drift-monitor in=ops; prediction-log -> drift-monitor -> alerting; data-lake -> training-job`,
    `retraining-trigger; drift-monitor -> retraining-trigger; data-lake -> training-job`,
  ],
  applies: graph => trainers(graph).length > 0,
  *check(graph) {
    for (const training of trainers(graph)) {
      if (graph.into(training.id).some(flow => flow.kind === 'trigger')) continue
      const hours = numberOf(training.props, 'cadenceHours')
      yield {
        at: [training.id],
        ...(hours === undefined ? {} : { severity: 'info' as const }),
        message:
          hours === undefined
            ? `Nothing retrains ${named(training)}: its model ages from the day it ships.`
            : `${named(training)} runs every ${hours}\u2009h whatever happens: drift between two runs waits for the next.`,
        fixes: () => [addTrigger(graph, training)],
      }
    }
  },
})

/** Jobs that run and end; an online trainer never stops learning. */
function trainers(graph: Graph): readonly Block[] {
  return graph.ofKind('training-job').filter(training => wordOf(training.props, 'mode') !== 'online')
}

function addTrigger(graph: Graph, training: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = graph.ofKind('retraining-trigger')
  const monitors = graph.ofKind('drift-monitor', 'performance-monitor')
  const trigger = existing?.id ?? newTrigger()
  draft.link(trigger, training.id, ['trigger'])
  return draft.done(existing ? `let ${named(existing)} start ${named(training)}` : 'add retraining trigger')

  function newTrigger() {
    const policy = monitors.length > 0 ? ['schedule', 'drift'] : ['schedule']
    const id = draft.add('retraining-trigger', `${training.id}-trigger`, { props: { policy }, beside: monitors })
    for (const monitor of monitors) draft.link(monitor.id, id, ['trigger'])
    return id
  }
}
