import type { Block, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { numberOf, wordOf } from './props'
import { ARTIFACT, ancestors, descendants, REQUEST } from './reach'
import { calleesOf } from './request-path'
import { isRunElsewhere } from './served'

/** An experiment that starts with no more of the traffic than this, in per cent, is a limited exposure, too. */
const SMALL_RAMP_PERCENT = 10

interface Rollouts {
  /** What a rollout deploys, directly or not, or lets only some requests through to. */
  readonly behind: ReadonlySet<Id>
  /** What is made from the same artefacts as a rollout of which nobody drew where it leads. */
  readonly beside: ReadonlySet<Id>
  /** Whether such a rollout stands without artefacts: it may be anybody's. */
  readonly isOpen: boolean
}

/** Whether a new version of a served block meets a part of the traffic first: by a rollout, or by a slow experiment. */
export function isExposedSlowly(graph: Graph, model: Block): boolean {
  if (graph.ofKind('online-experiment').some(startsSmall)) return true
  const { isOpen, beside } = rollouts(graph)
  return isOpen || beside.has(model.id) || isBehindRollout(graph, model)
}

const rollouts: (graph: Graph) => Rollouts = perGraph(graph => {
  const all = graph.ofKind('safe-rollout')
  const ids = all.map(rollout => rollout.id)
  const leadsNowhere = (id: Id) => !graph.outOf(id).some(flow => ARTIFACT.has(flow.kind) || REQUEST.has(flow.kind))
  const open = ids.filter(leadsNowhere)
  const isFed = (id: Id) => graph.into(id).some(flow => ARTIFACT.has(flow.kind))
  return {
    behind: new Set([...descendants(graph, ids, ARTIFACT), ...descendants(graph, ids, REQUEST)]),
    beside: descendants(graph, ancestors(graph, open, ARTIFACT), ARTIFACT),
    isOpen: open.some(id => !isFed(id)),
  }
})

/** Behind one itself, or when nothing is deployed to it, by the model that it calls. */
function isBehindRollout(graph: Graph, model: Block): boolean {
  const { behind } = rollouts(graph)
  if (behind.has(model.id)) return true
  const isDeployed = graph.into(model.id).some(flow => ARTIFACT.has(flow.kind))
  return !isDeployed && behind.size > 0 && calleesOf(graph, model.id).some(callee => behind.has(callee.id))
}

function startsSmall(experiment: Block): boolean {
  const percent = numberOf(experiment.props, 'rampPercent')
  return percent !== undefined && percent <= SMALL_RAMP_PERCENT
}

/** Whether versions of a block are released at all: not where it is fitted in each run, or run by someone else. */
export function isReleased(model: Block): boolean {
  return wordOf(model.props, 'fit') !== 'at-scoring' && !isRunElsewhere(model)
}
