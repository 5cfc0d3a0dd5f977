import type { Block, Flow, Id } from '../model/design'
import type { Graph } from './graph'
import { listOf, numberOf, wordOf } from './props'
import { ancestors, descendants, type Kinds, REQUEST } from './reach'

export type Side = 'input' | 'output'

/** A guardrail around a language model, and which sides of its traffic pass where it stands. */
export interface Guard {
  readonly block: Block
  readonly sees: ReadonlySet<Side>
}

/** Over what text goes into a language model and comes out of it. */
const CARRIES_TEXT: Kinds = new Set(['request', 'data', 'stream', 'async'])

const BOTH: ReadonlySet<Side> = new Set(['input', 'output'])

/**
 * The guardrails around a language model: those that wrap it, that text passes on its way in or out, or that a caller
 * of the model calls too: before the model for its input, after it for its output. Without stages either may be meant.
 */
export function guardsAround(graph: Graph, llm: Block): readonly Guard[] {
  const callers = ancestors(graph, llm.id, REQUEST)
  const into = ancestors(graph, llm.id, CARRIES_TEXT)
  const outOf = descendants(graph, llm.id, CARRIES_TEXT)
  return graph.ofKind('guardrail').flatMap(block => {
    const beside = sidesBeside(graph, block, llm.id, callers)
    const sees: ReadonlySet<Side> = callers.has(block.id)
      ? BOTH
      : new Set([
          ...beside,
          ...(into.has(block.id) ? ['input' as const] : []),
          ...(outOf.has(block.id) ? ['output' as const] : []),
        ])
    return sees.size > 0 ? [{ block, sees }] : []
  })
}

/**
 * Whether a guardrail checks that side: it says so and the side passes it, or it says both or nothing, because such a
 * service is drawn once and called twice.
 */
export function checks({ block, sees }: Guard, side: Side): boolean {
  const said = wordOf(block.props, 'side')
  if (said === side) return sees.has(side)
  return !(said === 'input' || said === 'output')
}

/**
 * Whether some guardrail checks what was read from a store before the model gets it: it stands between the two, or is
 * called later than the store. One that only saw the question does not. Where the stages leave the order open, one for
 * the input alone counts when it looks for injected orders.
 */
export function isContextChecked(graph: Graph, llm: Block, store: Block): boolean {
  const callers = ancestors(graph, llm.id, REQUEST)
  const readers = ancestors(graph, store.id, REQUEST)
  const holders = new Set([...readers, ...descendants(graph, store.id, CARRIES_TEXT)])
  const isGiven = (id: Id) => [id, ...ancestors(graph, id, REQUEST)].some(each => holders.has(each))
  return guardsAround(graph, llm).some(guard => {
    const { id } = guard.block
    if (!checks(guard, 'input') || readers.has(id)) return false
    if (holders.has(id) || callers.has(id)) return isGiven(id)
    return callsTo(graph, id, callers)
      .filter(call => !callers.has(call.target) && isGiven(call.source))
      .some(call =>
        callsTo(graph, store.id, new Set([call.source])).every(
          read => isBefore(read, call) ?? mayBeForContext(guard.block),
        ),
      )
  })
}

function mayBeForContext({ props }: Block): boolean {
  return wordOf(props, 'side') !== 'input' || listOf(props, 'checks').some(check => /inject|jailbreak/i.test(check))
}

function sidesBeside(graph: Graph, guard: Block, llm: Id, callers: ReadonlySet<Id>): Side[] {
  const found = new Set<Side>()
  for (const check of callsTo(graph, guard.id, callers)) {
    if (check.target === llm || callers.has(check.target) || isElsewhere(graph, check, guard)) continue
    for (const ask of callsTo(graph, llm, new Set([check.source]))) {
      if (isSameOrBefore(check, ask) !== false) found.add('input')
      if (isSameOrBefore(ask, check) !== false) found.add('output')
    }
  }
  return [...found]
}

/** What a client asks besides belongs to another page, unless it asks the guardrail itself. */
function isElsewhere(graph: Graph, call: Flow, guard: Block): boolean {
  return graph.block(call.source)?.kind === 'client' && call.target !== guard.id
}

/** The requests of these callers that lead to a block, directly or not. */
function callsTo(graph: Graph, id: Id, callers: ReadonlySet<Id>): Flow[] {
  const onTheWay = ancestors(graph, id, REQUEST)
  return [...callers].flatMap(caller =>
    graph.outOf(caller).filter(flow => flow.kind === 'request' && (flow.target === id || onTheWay.has(flow.target))),
  )
}

/** Undefined where a stage is not set, because the order of the two calls is then not known. */
function isBefore(first: Flow, second: Flow): boolean | undefined {
  const [a, b] = [numberOf(first.props, 'stage'), numberOf(second.props, 'stage')]
  return a === undefined || b === undefined ? undefined : a < b
}

function isSameOrBefore(first: Flow, second: Flow): boolean | undefined {
  const after = isBefore(second, first)
  return after === undefined ? undefined : !after
}
