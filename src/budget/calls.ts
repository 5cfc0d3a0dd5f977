import { type Graph, perGraph } from '../graph/graph'
import { onRequestPath } from '../graph/request-path'
import type { Flow, Id } from '../model/design'
import { byEnd, type End } from './by-end'
import { amountOf } from './inputs'
import { type Loop, loopsAmong } from './loops'

/** The requests that clients set off, as the budget follows them: without the flows that close a bounded loop. */
export interface Calls {
  /** The calls of a block by the id of their flow, so that no sum depends on the order of tables. */
  outOf(id: Id): readonly Flow[]
  into(id: Id): readonly Flow[]
  /** The bounded loop that begins at a block; undefined for most. */
  loop(id: Id): Loop | undefined
  /** How often one call of this flow runs at most: `maxIterations` of a flow that closes no loop, else once. */
  rounds(flow: Flow): number
  /** Callers before callees; blocks in an unbounded circle, and those behind one, are left out. */
  readonly callersFirst: readonly Id[]
  /** Callees before callers; blocks in an unbounded circle, and those before one, are left out. */
  readonly calleesFirst: readonly Id[]
}

const NONE: readonly never[] = []

/** The calls of a design. A flow with a share of traffic of 0, or 0 calls per request, is none. */
export const callsIn: (graph: Graph) => Calls = perGraph(graph => {
  const onPath = onRequestPath(graph)
  const requests = graph.flows.filter(flow => flow.kind === 'request' && onPath.has(flow.source) && isTaken(flow))
  const circling = inCircles(requests)
  const loops = loopsAmong(graph, circling)
  const closing = new Set([...loops.values()].flatMap(loop => loop.back))
  const inLoop = new Set(circling)
  const calls = closing.size === 0 ? requests : requests.filter(flow => !closing.has(flow))
  const outOf = byEnd(calls, 'source')
  const into = byEnd(calls, 'target')
  return {
    outOf: id => outOf.get(id) ?? NONE,
    into: id => into.get(id) ?? NONE,
    loop: id => loops.get(id),
    rounds: flow => (inLoop.has(flow) ? 1 : Math.max(1, amountOf(flow.props, 'maxIterations') ?? 1)),
    callersFirst: sorted(calls, 'source', 'target'),
    calleesFirst: sorted(calls, 'target', 'source'),
  }
})

function isTaken({ props }: Flow): boolean {
  return amountOf(props, 'trafficShare') !== 0 && amountOf(props, 'callsPerRequest') !== 0
}

/** The flows that lie on a circle, and those that lead from one circle to another. */
function inCircles(flows: readonly Flow[]): readonly Flow[] {
  const before = new Set(sorted(flows, 'source', 'target'))
  const left = flows.filter(flow => !before.has(flow.source))
  const after = new Set(sorted(left, 'target', 'source'))
  return left.filter(flow => !after.has(flow.target))
}

/** The blocks in topological order, from one end of the flows to the other; what a circle holds back is missing. */
function sorted(flows: readonly Flow[], from: End, to: End): readonly Id[] {
  const waiting = new Map<Id, number>()
  for (const flow of flows) {
    waiting.set(flow[to], (waiting.get(flow[to]) ?? 0) + 1)
    if (!waiting.has(flow[from])) waiting.set(flow[from], 0)
  }
  const leaving = byEnd(flows, from)
  const open = [...waiting.keys()].filter(id => waiting.get(id) === 0)
  for (const id of open)
    for (const flow of leaving.get(id) ?? NONE) {
      const left = waiting.get(flow[to])! - 1
      waiting.set(flow[to], left)
      if (left === 0) open.push(flow[to])
    }
  return open
}
