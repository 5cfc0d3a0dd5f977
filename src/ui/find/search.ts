import { cardContent } from '../../kinds/brief'
import { FLOW_NAMES } from '../../kinds/flow-kinds'
import { kindOf } from '../../kinds/index'
import type { Block, Design, Flow, FlowKind, Id, Point } from '../../model/design'
import type { Finding } from '../../rules/rule'
import { findHits as say } from '../messages/en'
import { fold, wordsOf } from './fold'

/** Where the words of a query stand: what is read first on the canvas comes first. */
const PLACES = ['name', 'label', 'kind', 'notes', 'finding'] as const
export type Place = (typeof PLACES)[number]

/** A block or flow that holds every word of a query. */
export interface Hit {
  readonly id: Id
  readonly table: 'blocks' | 'flows'
  readonly place: Place
  /** What it is called: the name of the block, both ends of the flow. */
  readonly name: string
  /** The text that holds the words. */
  readonly text: string
}

/**
 * Blocks and flows with every word of the query in one of their texts: name, label, kind, notes, findings. One hit for
 * each, names before labels before kinds and so on, then as one reads: from top to bottom, from left to right.
 */
export function findOnCanvas(design: Design, findings: readonly Finding[], query: string): Hit[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const said = messagesById(findings)
  const hits = [
    ...Object.values(design.blocks).flatMap(block => hitOf(words, blockTexts(block, said), 'blocks', block.id)),
    ...Object.values(design.flows).flatMap(flow => hitOf(words, flowTexts(design, flow, said), 'flows', flow.id)),
  ]
  const order = (hit: Hit) => PLACES.indexOf(hit.place)
  return hits.sort((a, b) => order(a) - order(b) || compare(placeOf(design, a), placeOf(design, b)))
}

interface Texts {
  readonly name: string
  readonly texts: readonly (readonly [Place, string | undefined])[]
}

function blockTexts(block: Block, said: ReadonlyMap<Id, string[]>): Texts {
  const kind = kindOf(block.kind)
  const card = block.kind === 'brief-card' ? cardContent(block.props.shows)?.name : undefined
  return {
    name: block.label,
    texts: [
      ['name', block.label],
      ['kind', card ?? kind.name],
      ['notes', block.notes],
      ...(said.get(block.id) ?? []).map(message => ['finding', message] as const),
    ],
  }
}

function flowTexts({ blocks }: Design, flow: Flow, said: ReadonlyMap<Id, string[]>): Texts {
  return {
    name: say.flow(blocks[flow.source]?.label ?? '', blocks[flow.target]?.label ?? ''),
    texts: [
      ['label', flow.label],
      ['kind', FLOW_NAMES[flow.kind as FlowKind]?.name ?? flow.kind],
      ...(said.get(flow.id) ?? []).map(message => ['finding', message] as const),
    ],
  }
}

function hitOf(words: readonly string[], { name, texts }: Texts, table: Hit['table'], id: Id): Hit[] {
  for (const [place, text] of texts) {
    if (text === undefined) continue
    const folded = fold(text)
    if (words.every(word => folded.includes(word))) return [{ id, table, place, name, text }]
  }
  return []
}

function messagesById(findings: readonly Finding[]): Map<Id, string[]> {
  const said = new Map<Id, string[]>()
  for (const { at, message } of findings) for (const id of at) said.set(id, [...(said.get(id) ?? []), message])
  return said
}

/** Where a hit stands: a flow where it leaves. */
function placeOf(design: Design, { id, table }: Hit): Point {
  const block = design.blocks[table === 'blocks' ? id : (design.flows[id]?.source ?? '')]
  return block?.at ?? { x: 0, y: 0 }
}

function compare(a: Point, b: Point): number {
  return a.y - b.y || a.x - b.x
}
