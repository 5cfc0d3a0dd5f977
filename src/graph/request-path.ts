import type { Block, Flow, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { numberOf } from './props'
import { descendants, REQUEST } from './reach'

/** The blocks that a client waits for, the clients themselves included: `OnReq` of the catalogue. */
export const onRequestPath: (graph: Graph) => ReadonlySet<Id> = perGraph(graph => {
  const clients = graph.ofKind('client').map(client => client.id)
  return new Set([...clients, ...descendants(graph, clients, REQUEST)])
})

/** Who waits for this block, directly or not; clients left out. Nearest callers first. */
export function callersOf(graph: Graph, id: Id): Block[] {
  return nearestFirst(graph, id, 'callers').filter(block => block.kind !== 'client')
}

/** What this block waits for, directly or not. Nearest first. */
export function calleesOf(graph: Graph, id: Id): Block[] {
  return nearestFirst(graph, id, 'callees')
}

/** A block that orchestrates the request of `id`: its nearest caller that takes requests for the product, or itself. */
export function orchestratorOf(graph: Graph, block: Block): Block {
  const callers = callersOf(graph, block.id)
  return callers.find(caller => caller.kind === 'app-service') ?? callers.find(c => c.kind !== 'gateway') ?? block
}

/**
 * Requests that run in a circle, one shortest circle through each block that stands in one, as flows in order.
 * A flow with `maxIterations` bounds its loop and closes no circle; so does a response drawn into a client.
 */
export const requestCycles: (graph: Graph) => readonly (readonly Flow[])[] = perGraph(graph => {
  const flows = looping(graph.flows.filter(flow => flow.kind === 'request' && !isBounded(flow)))
  const outOf = new Map<Id, Flow[]>()
  for (const flow of flows) outOf.set(flow.source, [...(outOf.get(flow.source) ?? []), flow])
  const cycles: Flow[][] = []
  const covered = new Set<Id>()
  for (const start of [...outOf.keys()].sort()) {
    if (covered.has(start)) continue
    const cycle = shortestCycle(start, outOf)
    if (!cycle) continue
    cycles.push(cycle)
    for (const flow of cycle) covered.add(flow.source)
  }
  return cycles
})

function isBounded(flow: Flow): boolean {
  return numberOf(flow.props, 'maxIterations') !== undefined
}

/** Peels off what starts or ends nowhere until only circles, and what links them, are left. */
function looping(flows: readonly Flow[]): readonly Flow[] {
  for (;;) {
    const sources = new Set(flows.map(flow => flow.source))
    const targets = new Set(flows.map(flow => flow.target))
    const left = flows.filter(flow => targets.has(flow.source) && sources.has(flow.target))
    if (left.length === flows.length) return flows
    flows = left
  }
}

function shortestCycle(start: Id, outOf: ReadonlyMap<Id, readonly Flow[]>): Flow[] | null {
  const cameBy = new Map<Id, Flow>()
  const open = [start]
  for (const id of open) {
    for (const flow of outOf.get(id) ?? []) {
      if (flow.target === start) return pathBack(flow, start, cameBy)
      if (cameBy.has(flow.target)) continue
      cameBy.set(flow.target, flow)
      open.push(flow.target)
    }
  }
  return null
}

function pathBack(last: Flow, start: Id, cameBy: ReadonlyMap<Id, Flow>): Flow[] {
  const path = [last]
  for (let flow = last; flow.source !== start; ) {
    flow = cameBy.get(flow.source)!
    path.unshift(flow)
  }
  return path
}

function nearestFirst(graph: Graph, id: Id, way: 'callers' | 'callees'): Block[] {
  const found = new Set<Id>()
  const open = [id]
  for (const at of open) {
    for (const flow of way === 'callers' ? graph.into(at) : graph.outOf(at)) {
      const next = way === 'callers' ? flow.source : flow.target
      if (flow.kind !== 'request' || found.has(next)) continue
      found.add(next)
      open.push(next)
    }
  }
  return [...found].flatMap(other => graph.block(other) ?? [])
}
