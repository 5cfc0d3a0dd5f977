import { type Graph, perGraph } from '../graph/graph'
import { numberOf } from '../graph/props'
import { descendants, REQUEST } from '../graph/reach'
import { formatNumber } from '../kinds/figures'
import type { Block, Flow, Id } from '../model/design'
import { type Calls, callsIn } from './calls'
import { type Figure, figureOf } from './figure'
import { amountOf } from './inputs'

/** What one block adds to a request path, in milliseconds, all its turns together. */
export interface PathPart {
  readonly block: Block
  readonly ms: number
  /** The call whose timeout the time is: its caller stopped waiting for the block and for all behind it. */
  readonly cutBy?: Flow
}

/** The slowest way of a client's request: its p99 values added up, in milliseconds. */
export interface Latency extends Figure {
  /** In the order in which the request passes them, each block once. */
  readonly parts: readonly PathPart[]
  /** Blocks on the path whose p99Ms nobody set; they count as 0. */
  readonly unset: readonly Block[]
}

/** How long a client waits, in milliseconds. */
export interface Wait {
  readonly client: Block
  readonly ms: number
}

/**
 * The slowest request path of each client that waits for something, slowest client first. Stages of a caller run one
 * after another, the calls of one stage side by side, as do the several calls of one flow (`callsPerRequest`); a bounded
 * loop counts with all its rounds; cache hits save nothing. A call with a timeout, from a caller that has a fallback,
 * takes at most the timeout and the fallback after it. The sum of p99 values is an upper bound, not the true p99: tails
 * rarely coincide. A client whose requests run into an unbounded circle is left out; the rule `request-cycle` names it.
 */
export const waitsIn: (graph: Graph) => readonly Wait[] = perGraph(graph =>
  graph
    .ofKind('client')
    .flatMap(client => {
      const ms = timesIn(graph).get(client.id)?.ms
      return ms === undefined ? [] : [{ client, ms }]
    })
    .sort((a, b) => b.ms - a.ms || (a.client.id < b.client.id ? -1 : 1)),
)

/** The slowest request path of all clients; null while none waits for anything, or all run into a circle. */
export function slowestRequest(graph: Graph): Latency | null {
  const [slowest] = waitsIn(graph)
  return slowest ? slowestPath(graph, slowest.client) : null
}

/** The slowest request path of each client, in the order of `waitsIn`. */
export const latencies: (graph: Graph) => readonly (Latency & { readonly client: Block })[] = perGraph(graph =>
  waitsIn(graph).flatMap(({ client }) => {
    const path = slowestPath(graph, client)
    return path ? [{ ...path, client }] : []
  }),
)

/** How long a caller of this block waits for it, in milliseconds; 0 where nothing is known. */
export function waitFor(graph: Graph, block: Block | undefined): number {
  return (block && timesIn(graph).get(block.id)?.ms) ?? 0
}

/** The slowest request path from a block on, with what each block on it adds; null where `waitsIn` has none. */
export function slowestPath(graph: Graph, from: Block): Latency | null {
  const value = timesIn(graph).get(from.id)?.ms
  if (value === undefined) return null
  const parts = partsOf(graph, from.id)
  const terms = parts
    .filter(part => part.ms > 0)
    .map(({ block, ms, cutBy }) => ({
      label: block.label,
      value: ms,
      unit: 'ms',
      at: cutBy ? { flow: cutBy.id, key: 'timeoutMs' } : { block: block.id, key: 'p99Ms' },
    }))
  const sum = terms.map(term => formatNumber(term.value, 'ms')).join(' + ')
  return {
    ...figureOf(value, 'ms', terms, sum || formatNumber(0, 'ms')),
    parts,
    unset: parts.filter(isUnset).map(part => part.block),
  }
}

function isUnset({ block, cutBy }: PathPart): boolean {
  return !cutBy && block.kind !== 'client' && amountOf(block.props, 'p99Ms') === undefined
}

/** How long a block takes from being called to its answer, and the slowest call of each of its stages. */
interface Timed {
  readonly ms: number
  readonly turns: number
  readonly legs: readonly Leg[]
}

interface Leg {
  readonly flow: Flow
  readonly ms: number
  readonly rounds: number
  /** The block that is given up on and what answers instead, each with its time. */
  readonly cut?: readonly PathPart[]
}

const timesIn: (graph: Graph) => ReadonlyMap<Id, Timed> = perGraph(graph => {
  const calls = callsIn(graph)
  const timed = new Map<Id, Timed>()
  for (const id of calls.calleesFirst) {
    const legs = stagesOf(calls, id).map(stage => slowest(stage.map(flow => legOf(graph, calls, timed, flow))))
    const turns = calls.loop(id)?.bound ?? 1
    timed.set(id, { ms: turns * legs.reduce((sum, leg) => sum + leg.ms, p99Of(graph.block(id))), turns, legs })
  }
  return timed
})

/** The calls of a block by stage, in the order of the stages; a call without a stage has one of its own, after those. */
function stagesOf(calls: Calls, id: Id): readonly (readonly Flow[])[] {
  const stages = new Map<number | string, Flow[]>()
  for (const flow of calls.outOf(id)) {
    const stage = numberOf(flow.props, 'stage') ?? flow.id
    stages.set(stage, [...(stages.get(stage) ?? []), flow])
  }
  const order = (stage: number | string) => (typeof stage === 'number' ? stage : Number.POSITIVE_INFINITY)
  return [...stages.keys()].sort((a, b) => order(a) - order(b) || 0).map(stage => stages.get(stage)!)
}

function slowest(legs: readonly Leg[]): Leg {
  return legs.reduce((worst, leg) => (leg.ms > worst.ms ? leg : worst))
}

function legOf(graph: Graph, calls: Calls, timed: ReadonlyMap<Id, Timed>, flow: Flow): Leg {
  const rounds = calls.rounds(flow)
  const { ms } = timed.get(flow.target)!
  const cut = cutOff(graph, flow, ms)
  if (!cut) return { flow, ms: rounds * ms, rounds }
  return { flow, ms: rounds * cut.reduce((sum, part) => sum + part.ms, 0), rounds, cut }
}

/** What a call takes when its caller stops waiting and falls back; null while waiting for the answer is no longer. */
function cutOff(graph: Graph, flow: Flow, ms: number): readonly PathPart[] | null {
  const timeout = amountOf(flow.props, 'timeoutMs')
  if (timeout === undefined || timeout >= ms) return null
  const fallbacks = graph.outOf(flow.source).filter(each => each.kind === 'fallback')
  const substitutes = fallbacks.flatMap(each => substituteOf(graph, each) ?? [])
  if (substitutes.length === 0 || substitutes.length < fallbacks.length) return null
  // With several to choose from, the slowest: nothing says which one answers.
  const substitute = substitutes.reduce((worst, each) => (each.ms > worst.ms ? each : worst))
  if (timeout + substitute.ms >= ms) return null
  return [{ block: graph.block(flow.target)!, ms: timeout, cutBy: flow }, substitute]
}

/** A fallback with the time of all that it calls, one after another at worst; null when it calls its caller. */
function substituteOf(graph: Graph, { source, target }: Flow): PathPart | null {
  const behind = descendants(graph, target, REQUEST)
  if (behind.has(source) || behind.has(target) || source === target) return null
  const all = [target, ...[...behind].sort()]
  return { block: graph.block(target)!, ms: all.reduce((sum, id) => sum + p99Of(graph.block(id)), 0) }
}

function p99Of(block: Block | undefined): number {
  return amountOf(block?.props, 'p99Ms') ?? 0
}

/** The blocks along the slowest way from a start, in order, with the time of all their turns. */
function partsOf(graph: Graph, start: Id): readonly PathPart[] {
  const timed = timesIn(graph)
  const runs = new Map<Id, number>([[start, 1]])
  const parts: PathPart[] = []
  for (const stop of stopsFrom(timed, start)) {
    if (typeof stop !== 'string') {
      const times = turnsAt(runs, timed, stop.flow.source) * stop.rounds
      parts.push(...(stop.cut ?? []).map(part => ({ ...part, ms: part.ms * times })))
      continue
    }
    const turns = turnsAt(runs, timed, stop)
    const block = graph.block(stop)!
    parts.push({ block, ms: turns * p99Of(block) })
    for (const { flow, rounds, cut } of timed.get(stop)!.legs)
      if (!cut) runs.set(flow.target, (runs.get(flow.target) ?? 0) + turns * rounds)
  }
  return parts
}

function turnsAt(runs: ReadonlyMap<Id, number>, timed: ReadonlyMap<Id, Timed>, id: Id): number {
  return runs.get(id)! * timed.get(id)!.turns
}

/** Callers before what they call, and the calls of a caller in the order of its stages. */
function stopsFrom(timed: ReadonlyMap<Id, Timed>, start: Id): readonly (Id | Leg)[] {
  const seen = new Set<Id>()
  const stops: (Id | Leg)[] = []
  const visit = (id: Id): void => {
    if (seen.has(id)) return
    seen.add(id)
    for (const leg of [...timed.get(id)!.legs].reverse()) {
      if (leg.cut) stops.push(leg)
      else visit(leg.flow.target)
    }
    stops.push(id)
  }
  visit(start)
  return stops.reverse()
}
