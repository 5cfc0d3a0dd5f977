import type { Block, Id } from '../model/design'
import { type Graph, perGraph } from './graph'
import { descendants, type Kinds, REQUEST } from './reach'
import { onRequestPath } from './request-path'
import { servedModels } from './served'

/** Over what a request reaches a model that answers later: a queue or a stream in between. */
const REACHES_LATER: Kinds = new Set(['request', 'async', 'stream'])

/** Clients that ask for the same answers, and the models and precomputed results that give them. */
interface Audience {
  readonly clients: Id[]
  readonly answers: Set<Id>
  readonly kinds: Kinds
}

/**
 * The blocks on the request path without which no client of an audience reaches any model or precomputed result; a
 * model that is the only one is among them. Clients are left out.
 */
export const chokePoints: (graph: Graph) => readonly Block[] = perGraph(graph => {
  const found = new Set(audiences(graph).flatMap(audience => chokePointsOf(graph, audience)))
  return graph.blocks.filter(block => found.has(block.id))
})

/** A client that waits for no answer counts by what it reaches later: who sends posts to a classifier, for instance. */
function audiences(graph: Graph): readonly Audience[] {
  const answers = new Set([...servedModels(graph), ...graph.ofKind('prediction-store')].map(block => block.id))
  const all: Audience[] = []
  for (const { id } of graph.ofKind('client')) {
    const now = reached(graph, id, REQUEST, answers)
    const later = now.length > 0 ? [] : reached(graph, id, REACHES_LATER, answers)
    if (now.length > 0) join(all, id, now, REQUEST)
    else if (later.length > 0) join(all, id, later, REACHES_LATER)
  }
  return all
}

function reached(graph: Graph, client: Id, kinds: Kinds, answers: ReadonlySet<Id>): Id[] {
  return [...descendants(graph, client, kinds)].filter(id => answers.has(id))
}

/** Adds a client, and makes one audience of all that share an answer with it. */
function join(all: Audience[], client: Id, answers: readonly Id[], kinds: Kinds): void {
  const joined: Audience = { clients: [client], answers: new Set(answers), kinds }
  const isShared = (each: Audience) => each.kinds === kinds && answers.some(id => each.answers.has(id))
  for (const each of all.filter(isShared)) {
    joined.clients.push(...each.clients)
    for (const id of each.answers) joined.answers.add(id)
    all.splice(all.indexOf(each), 1)
  }
  all.push(joined)
}

/** What every path passes lies on each single path: so only the blocks of one shortest path are tried. */
function chokePointsOf(graph: Graph, { clients, answers, kinds }: Audience): Id[] {
  return shortestPath(graph, clients, answers, kinds).filter(id => {
    if (!onRequestPath(graph).has(id)) return false
    const left = descendants(graph, clients, kinds, block => block.id === id)
    return ![...left].some(each => answers.has(each))
  })
}

/** The blocks of one shortest path from a client to an answer, the answer included and the client not. */
function shortestPath(graph: Graph, clients: readonly Id[], answers: ReadonlySet<Id>, kinds: Kinds): Id[] {
  const cameFrom = new Map<Id, Id | null>(clients.map(client => [client, null]))
  for (const id of cameFrom.keys()) {
    if (answers.has(id)) return pathTo(id, cameFrom)
    for (const flow of graph.outOf(id))
      if (kinds.has(flow.kind) && graph.block(flow.target) && !cameFrom.has(flow.target)) cameFrom.set(flow.target, id)
  }
  return []
}

function pathTo(end: Id, cameFrom: ReadonlyMap<Id, Id | null>): Id[] {
  const path: Id[] = []
  for (let id: Id | null = end; id !== null; id = cameFrom.get(id) ?? null) path.unshift(id)
  return path.slice(1)
}
