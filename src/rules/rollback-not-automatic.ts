import type { Graph } from '../graph/graph'
import { within } from '../graph/parts'
import { isTrue, wordOf } from '../graph/props'
import { MONITORS } from '../kinds/allowed-pairs'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore } from './sources'
import { named } from './words'

const WATCHES: ReadonlySet<string> = new Set([...MONITORS, 'alerting'])

export default defineRule({
  id: 'rollback-not-automatic',
  step: 'monitor',
  sort: 'correctness',
  severity: 'info',
  summary: 'A rollout can take a bad version back.',
  why: 'A new version fails in ways that no test has seen. Going back to the one before is the only cure that needs no diagnosis, and it works in minutes when it was prepared.',
  cure: 'Let a monitor or an alert trigger the rollout, or keep the version before ready and say so.',
  tradeoff:
    'The old version must stay deployable, with its features; an automatic rollback also fires on noise and hides who broke what.',
  silent: [
    'The rollout is marked as able to roll back, by a person or by itself.',
    'A monitor or an alert triggers the rollout.',
    'Its method is blue-green: the old side stands by, and traffic switches back.',
  ],
  source: [mlTestScore('Infra 7')],
  good: [
    `ro safe-rollout rollback=true; model-registry -> ro -> ranker`,
    `ro safe-rollout autoRollback=true; model-registry -> ro -> ranker`,
    `model-registry -> safe-rollout -> ranker; service-monitor -> alerting -> safe-rollout`,
    `model-registry -> safe-rollout -> ranker; performance-monitor -trigger-> safe-rollout`,
    `ro safe-rollout method=blue-green; model-registry -> ro -> ranker`,
  ],
  bad: [
    `model-registry -> safe-rollout -> ranker`,
    `model-registry -> safe-rollout -> ranker; drift-monitor -> alerting`,
    `ro safe-rollout "Canary" rollback=false; model-registry -> ro -> ranker; online-experiment -trigger-> ro; ranker -metric-> service-monitor -> alerting -> retraining-trigger`,
  ],
  applies: graph => graph.ofKind('safe-rollout').length > 0,
  *check(graph) {
    for (const rollout of graph.ofKind('safe-rollout'))
      if (!canRollBack(graph, rollout))
        yield {
          at: [rollout.id],
          field: 'rollback',
          message: `Nothing says how ${named(rollout)} takes a bad version back: it stays live until someone notices and redeploys.`,
          fixes: () => [letAlertRollBack(graph, rollout), keepReady(graph, rollout)],
        }
  },
})

function canRollBack(graph: Graph, rollout: Block): boolean {
  return (
    isTrue(rollout.props, 'rollback') ||
    isTrue(rollout.props, 'autoRollback') ||
    wordOf(rollout.props, 'method') === 'blue-green' ||
    graph.into(rollout.id).some(flow => flow.kind === 'trigger' && WATCHES.has(graph.block(flow.source)?.kind ?? ''))
  )
}

function letAlertRollBack(graph: Graph, rollout: Block): EditFix | null {
  const [alerting] = within(graph, rollout, 'alerting')
  if (!alerting) return null
  const draft = draftFix(graph)
  draft.link(alerting.id, rollout.id, ['trigger'])
  return draft.done(`let ${named(alerting)} roll back ${named(rollout)}`)
}

function keepReady(graph: Graph, rollout: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(rollout, 'rollback', true)
  return draft.done('keep the version before ready')
}
