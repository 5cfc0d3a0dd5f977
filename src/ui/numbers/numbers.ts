import { type Load, loadsIn, tightestLoad } from '../../budget/capacity'
import { type MonthlyCost, monthlyCost } from '../../budget/cost'
import { demandIn } from '../../budget/demand'
import { type Fit, isMissing, type Missing } from '../../budget/figure'
import { type Latency, slowestRequest } from '../../budget/latency'
import { indexMemory, servingMemory } from '../../budget/memory'
import { peakLoad } from '../../budget/peak'
import { type Graph, graphOf, perGraph } from '../../graph/graph'
import { numberOf } from '../../graph/props'
import { requestCycles } from '../../graph/request-path'
import { formatNumber } from '../../kinds/figures'
import type { Block, Design, Id } from '../../model/design'
import { roomFigure as say } from '../messages/en'

/** What has to be kept in memory, and where. */
export interface Memory extends Fit {
  readonly block: Block
}

/** The numbers of a design: what the status bar, the cards, the rooms and the flows show. */
export interface Numbers {
  /** The slowest request path; null while no client waits for anything, or while requests run in a circle. */
  readonly slowest: Latency | null
  readonly isCircular: boolean
  /** Milliseconds that the brief allows. */
  readonly target: number | undefined
  readonly pathBlocks: ReadonlySet<Id>
  readonly pathFlows: ReadonlySet<Id>
  readonly loads: ReadonlyMap<Id, Load>
  /** The block nearest to its limit, or past it by most. */
  readonly tightest: Load | undefined
  /** Requests per second in the peak hour, by flow; empty while the load is not known. */
  readonly demands: ReadonlyMap<Id, number>
  /** What to fill in for the load to be known; null when it is. */
  readonly askedForLoad: Missing | null
  readonly cost: MonthlyCost
  /** US dollars a month that the brief allows. */
  readonly budget: number | undefined
  readonly index: Memory | undefined
  readonly model: Memory | undefined
  /** The one figure of a room, as text. */
  readonly totals: ReadonlyMap<Id, string>
}

/** Works out all numbers of a design; asked again for the same design, the same answer. */
export function numbersOf(design: Design): Numbers {
  return numbersIn(graphOf(design))
}

const numbersIn = perGraph((graph: Graph): Numbers => {
  const slowest = slowestRequest(graph)
  const pathBlocks = new Set(slowest?.parts.map(part => part.block.id))
  const demand = demandIn(graph)
  const peak = peakLoad(graph)
  const loads = loadsIn(graph)
  const target = numberOf(graph.brief, 'latencyP99Ms')
  return {
    slowest,
    isCircular: requestCycles(graph).length > 0,
    target,
    pathBlocks,
    pathFlows: flowsAlong(graph, pathBlocks),
    loads: new Map(loads.map(load => [load.block.id, load])),
    tightest: tightestLoad(graph),
    demands: isMissing(demand) ? new Map() : demand.ofFlow,
    askedForLoad: isMissing(peak) ? peak : null,
    cost: monthlyCost(graph),
    budget: numberOf(graph.brief, 'budgetPerMonth'),
    index: largest(memories(graph, indexMemory), memory => memory.need.value),
    model: largest(memories(graph, servingMemory), memory => memory.need.value),
    totals: totalsOf(slowest, target),
  }
})

/** Requests between the blocks of the path, first to last. */
function flowsAlong(graph: Graph, blocks: ReadonlySet<Id>): ReadonlySet<Id> {
  const along = graph.flows.filter(
    flow => flow.kind === 'request' && blocks.has(flow.source) && blocks.has(flow.target),
  )
  return new Set(along.map(flow => flow.id))
}

function memories(graph: Graph, ask: (block: Block) => Fit | Missing): readonly Memory[] {
  return graph.blocks.flatMap(block => {
    const fit = ask(block)
    return isMissing(fit) ? [] : [{ ...fit, block }]
  })
}

function largest<T>(items: readonly T[], size: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>((most, item) => (most && size(most) >= size(item) ? most : item), undefined)
}

/** The room that holds most of the slowest path says how long it takes. */
function totalsOf(slowest: Latency | null, target: number | undefined): ReadonlyMap<Id, string> {
  if (!slowest || slowest.value === 0) return new Map()
  const counts = new Map<Id, number>()
  for (const { block } of slowest.parts) if (block.group) counts.set(block.group, (counts.get(block.group) ?? 0) + 1)
  const [room] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  if (room === undefined) return new Map()
  const time = formatNumber(slowest.value, 'ms')
  return new Map([[room, target === undefined ? say.slowest(time) : say.slowestOf(time, formatNumber(target, 'ms'))]])
}
