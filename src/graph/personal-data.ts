import type { Block, Flow, Id } from '../model/design'
import { calledAlongside } from './alongside'
import { CARRIES_DATA, type Leak, leaks, untreated } from './data-paths'
import { type Graph, perGraph } from './graph'
import { checks, guardsAround } from './guardrails'
import { isTrue, listOf, wordOf } from './props'
import { ancestors, descendants, type Kinds } from './reach'

/** Over what a prompt and what goes into it reach a language model. */
const FEEDS_PROMPTS: Kinds = new Set(['request', 'async', ...CARRIES_DATA])

const ASKS: Kinds = new Set(['request', 'async'])

/** Stores whose answers go into prompts. */
const HOLDS_RECORDS = new Set(['ann-index', 'operational-store'])

/** Where personal data goes untreated. */
export interface Exposure extends Leak {
  /** Hosted language models that get it in their prompts; the other targets get it as data. */
  readonly asked: readonly Block[]
}

/** Whether a block says that it holds data which identifies people. */
export function holdsPersonalData(block: Block): boolean {
  return isTrue(block.props, 'containsPii')
}

/**
 * Whether personal data that comes through a block is dealt with: an anonymiser, or a block that says what makes it
 * right to have it there. The word `none` says that nothing does; a word that we do not know is believed.
 */
function isHandled(block: Block): boolean {
  return block.kind === 'pii-anonymizer' || (wordOf(block.props, 'piiHandling') ?? 'none') !== 'none'
}

/** The blocks from which personal data gets into training or into the prompts of a vendor's model, treated nowhere. */
export const exposures: (graph: Graph) => readonly Exposure[] = perGraph(graph => {
  const places = untreated(graph, isExposed, isHandled)
  if (places.length === 0) return []
  const jobs = graph.ofKind('training-job').filter(job => !isHandled(job))
  const models = graph.ofKind('llm').filter(llm => isTrue(llm.props, 'hosted') && !isHandled(llm))
  const found = new Map<Id, Exposure>()
  for (const leak of leaks(graph, places, [...jobs, ...models], isHandled))
    found.set(leak.from.id, { ...leak, asked: [] })
  for (const model of models.filter(each => callsOf(graph, each).length > 0 && !isScreened(graph, each)))
    for (const from of prompting(graph, model, places, new Set([...found.values()].flatMap(each => each.exits)))) {
      const known = found.get(from.id) ?? { from, exits: [], to: [], asked: [] }
      found.set(from.id, { ...known, to: [...new Set([...known.to, model])], asked: [...known.asked, model] })
    }
  return places.flatMap(place => found.get(place.id) ?? [])
})

/** The blocks out of which untreated personal data flows: those that hold it, and what it passes on its way. */
export const carriersOfPersonalData: (graph: Graph) => ReadonlySet<Id> = perGraph(graph => {
  const places = untreated(graph, isExposed, isHandled).map(place => place.id)
  return new Set([...places, ...descendants(graph, places, CARRIES_DATA, isHandled)])
})

/** The calls of a language model, those of a queue among them. */
export function callsOf(graph: Graph, model: Block): readonly Flow[] {
  return graph.into(model.id).filter(flow => ASKS.has(flow.kind))
}

/** An index that shows each user only what they may see is judged by its filter. */
function isExposed(block: Block): boolean {
  return holdsPersonalData(block) && !(block.kind === 'ann-index' && isTrue(block.props, 'accessFilter'))
}

/** Whether a guardrail looks for personal data in what goes into a model. */
function isScreened(graph: Graph, model: Block): boolean {
  return guardsAround(graph, model).some(guard => checks(guard, 'input') && looksForPersonalData(guard.block))
}

/** A guardrail that does not say what it looks for is believed to look for this, too. */
function looksForPersonalData(guardrail: Block): boolean {
  const lookedFor = listOf(guardrail.props, 'checks')
  return lookedFor.length === 0 || lookedFor.some(check => /pii|personal|privacy/i.test(check))
}

/**
 * The places that put personal data into the prompts of a model: what leads to it, and the records that are read for
 * it. A flow that is known to carry data into a model is not told again.
 */
function prompting(graph: Graph, model: Block, places: readonly Block[], known: ReadonlySet<Flow>): Block[] {
  const stops = new Set(places.map(place => place.id))
  const isStop = (block: Block) => stops.has(block.id) || isHandled(block)
  const before = new Set([model.id, ...ancestors(graph, model.id, FEEDS_PROMPTS, isStop)])
  const isPrompt = (flow: Flow) => FEEDS_PROMPTS.has(flow.kind) && before.has(flow.target) && !known.has(flow)
  const askers = places.filter(place => graph.outOf(place.id).some(isPrompt))
  const read = calledAlongside(graph, model)
  return places.filter(place => askers.includes(place) || (HOLDS_RECORDS.has(place.kind) && read.has(place.id)))
}
