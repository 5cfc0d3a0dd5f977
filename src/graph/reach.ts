import type { Block, Id } from '../model/design'
import type { Graph } from './graph'

/** Kinds of flow that a walk follows. */
export type Kinds = ReadonlySet<string>

/** Blocks that a walk does not enter. */
export type Avoid = (block: Block) => boolean

/** Over what data, features, models and labels travel to a training job: `LIN` of the catalogue. */
export const LINEAGE: Kinds = new Set(['data', 'stream', 'artifact', 'feedback'])
export const ARTIFACT: Kinds = new Set(['artifact'])
export const REQUEST: Kinds = new Set(['request'])

/**
 * The blocks from which a flow leads to `start`, directly or not, over the given kinds of flow.
 * A start is among them only when a cycle leads back to it. Avoided blocks are neither entered nor passed.
 */
export function ancestors(graph: Graph, start: Id | Iterable<Id>, kinds: Kinds, avoid?: Avoid): Set<Id> {
  return walk(graph, start, kinds, avoid, 'up')
}

/** The blocks that `start` leads to, directly or not, over the given kinds of flow; else as `ancestors`. */
export function descendants(graph: Graph, start: Id | Iterable<Id>, kinds: Kinds, avoid?: Avoid): Set<Id> {
  return walk(graph, start, kinds, avoid, 'down')
}

/**
 * Whether some path from `from` to `to` passes no gate. This is the cut test of the catalogue: every path is gated
 * when, without the gates, `to` is out of reach. The two ends are no gates of their own path.
 */
export function bypasses(graph: Graph, from: Id, to: Id, kinds: Kinds, isGate: Avoid): boolean {
  return descendants(graph, from, kinds, block => block.id !== to && isGate(block)).has(to)
}

function walk(graph: Graph, start: Id | Iterable<Id>, kinds: Kinds, avoid: Avoid | undefined, way: 'up' | 'down') {
  const found = new Set<Id>()
  const open = typeof start === 'string' ? [start] : [...start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const flow of way === 'up' ? graph.into(id) : graph.outOf(id)) {
      const next = way === 'up' ? flow.source : flow.target
      if (found.has(next) || !kinds.has(flow.kind)) continue
      const block = graph.block(next)
      if (!block || avoid?.(block)) continue
      found.add(next)
      open.push(next)
    }
  }
  return found
}
