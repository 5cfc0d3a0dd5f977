import { exceeds } from '../../budget/figure'
import { amountOf, sizeOf } from '../../budget/inputs'
import { type Latency, waitFor, waitsIn } from '../../budget/latency'
import { type Graph, graphOf } from '../../graph/graph'
import { formatNumber } from '../../kinds/figures'
import type { Block, Flow } from '../../model/design'
import { applyEdit } from '../../model/edit'
import type { EditFix } from '../rule'
import { listed, named } from '../words'
import { draftFix } from './draft'

/** Reads of a caller that do not wait for each other: look-ups by key, and sources of candidates among themselves. */
const SIDE_BY_SIDE: Readonly<Record<string, string>> = {
  'feature-store-online': 'look-up',
  'operational-store': 'look-up',
  'prediction-store': 'look-up',
  'candidate-generator': 'candidates',
}

/** The changes of calls that alone bring a client's slowest path within so many milliseconds; often there is none. */
export function fasterPaths(graph: Graph, client: Block, { parts }: Latency, withinMs: number): readonly EditFix[] {
  const path = parts.map(part => part.block)
  return [readSideBySide(graph, path), stopWaiting(graph, path, withinMs)].filter(
    fix => fix !== null && isEnough(graph, fix, client, withinMs),
  ) as readonly EditFix[]
}

/** Whether a fix leaves every request path within the latency target, or at least no longer than it was. */
export function staysInTime(graph: Graph, fix: EditFix | null): boolean {
  const target = sizeOf(graph.brief, 'latencyP99Ms')
  if (!fix || target === undefined) return true
  const before = new Map(waitsIn(graph).map(wait => [wait.client.id, wait.ms]))
  return waitsIn(graphOf(applyEdit(graph.design, fix.edit))).every(
    ({ client, ms }) => !exceeds(ms, Math.max(target, before.get(client.id) ?? 0)),
  )
}

function isEnough(graph: Graph, fix: EditFix, client: Block, withinMs: number): boolean {
  const wait = waitsIn(graphOf(applyEdit(graph.design, fix.edit))).find(each => each.client.id === client.id)
  return wait !== undefined && !exceeds(wait.ms, withinMs)
}

/**
 * Gives the reads of each caller on a path one stage. Only calls whose stage nobody set are moved: one that was set says
 * what waits for what.
 */
function readSideBySide(graph: Graph, path: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  const moved: Block[] = []
  for (const caller of path) {
    let stage = Math.max(0, ...requestsOf(graph, caller).map(flow => amountOf(flow.props, 'stage') ?? 0))
    for (const reads of independentReads(graph, caller)) {
      stage += 1
      for (const flow of reads) {
        draft.setFlow(flow, 'props.stage', stage)
        moved.push(graph.block(flow.target)!)
      }
    }
  }
  return moved.length > 0 ? draft.done(`read ${listed(moved)} side by side`) : null
}

function independentReads(graph: Graph, caller: Block): readonly (readonly Flow[])[] {
  const groups = new Map<string, Flow[]>()
  for (const flow of requestsOf(graph, caller)) {
    const group = SIDE_BY_SIDE[graph.block(flow.target)?.kind ?? '']
    if (group === undefined || amountOf(flow.props, 'stage') !== undefined) continue
    groups.set(group, [...(groups.get(group) ?? []), flow])
  }
  return [...groups.keys()].sort().flatMap(group => {
    const reads = groups.get(group) ?? []
    return reads.length > 1 ? [reads] : []
  })
}

/** Lets a caller that has a fallback stop waiting for its slowest call, after what is left of the time. */
function stopWaiting(graph: Graph, path: readonly Block[], withinMs: number): EditFix | null {
  const total = waitFor(graph, path[0])
  const calls = path.flatMap(caller => {
    const fallbacks = graph.outOf(caller.id).filter(flow => flow.kind === 'fallback')
    if (fallbacks.length === 0) return []
    const substitute = Math.max(...fallbacks.map(flow => amountOf(graph.block(flow.target)?.props, 'p99Ms') ?? 0))
    return requestsOf(graph, caller).flatMap(flow => {
      const ms = waitFor(graph, graph.block(flow.target))
      const timeout = Math.floor(withinMs - (total - ms) - substitute)
      // A timeout far below the usual time is no safety net: most answers would come from the fallback.
      return timeout > 0 && timeout >= ms / 2 ? [{ flow, ms, timeout }] : []
    })
  })
  const [slowest] = calls.sort((a, b) => b.ms - a.ms || (a.flow.id < b.flow.id ? -1 : 1))
  if (!slowest) return null
  const draft = draftFix(graph)
  draft.setFlow(slowest.flow, 'props.timeoutMs', slowest.timeout)
  const model = named(graph.block(slowest.flow.target)!)
  return draft.done(`stop waiting for ${model} after ${formatNumber(slowest.timeout, 'ms')}`)
}

function requestsOf(graph: Graph, caller: Block): readonly Flow[] {
  return graph
    .outOf(caller.id)
    .filter(flow => flow.kind === 'request')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
