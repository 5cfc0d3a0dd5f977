import { briefField, cardContent } from '../kinds/brief'
import { FLOW_FIELDS, FLOW_NAMES } from '../kinds/flow-kinds'
import { fieldOfKind, kindOf } from '../kinds/index'
import type { Field } from '../kinds/kind'
import { formatProp } from '../kinds/values'
import {
  type Block,
  type Design,
  type Flow,
  type FlowKind,
  type Group,
  type Id,
  lookUp,
  type Props,
} from '../model/design'
import { type Stop, stopsOf } from './stops'

/** Characters that the name of an element has at most: a reader says it in one breath. */
const NAME_LIMIT = 250

/** Characters of one label within a name, and neighbours that a name lists. */
const LABEL_LIMIT = 40
const LISTED = 3

/** What is known of an element beside the design: its findings by severity, the total that its room shows. */
export interface Known {
  readonly errors?: number
  readonly warnings?: number
  readonly total?: string
}

/**
 * What a screen reader says of a block, a flow or a room: “Ranker, Model, 3 of 12, in room Online; receives from Feature
 * store and Candidate index; sends to API; 2 warnings”. Never an id or a coordinate, at most 250 characters; empty for
 * an element that is not there.
 */
export function nameOf(design: Design, stop: Stop, known: Known = {}): string {
  const parts = partsOf(design, stop, known, { label: LABEL_LIMIT, listed: LISTED })
  return clipped(parts.join('; '), NAME_LIMIT)
}

/**
 * Everything about an element in words: its name with all neighbours, its properties, its notes, and the sentences that
 * are said of it.
 */
export function detailsOf(design: Design, stop: Stop, known: Known = {}, said: readonly string[] = []): string {
  const row = lookUp<Block | Flow | Group>(design[stop.table], stop.id)
  if (!row) return ''
  const whole = partsOf(design, stop, known, { label: Number.POSITIVE_INFINITY, listed: Number.POSITIVE_INFINITY })
  const props = stop.table === 'blocks' ? blockProps(design, row as Block) : []
  const notes = 'notes' in row && row.notes ? [`Notes: ${words(row.notes)}`] : []
  return [whole.join('; '), ...props, ...notes, ...said].map(asSentence).join(' ')
}

/** What an element is called in a sentence: the label of a block or room, both ends of a flow. */
export function titleOf(design: Design, { table, id }: Stop): string {
  const flow = table === 'flows' ? lookUp(design.flows, id) : undefined
  if (flow) return `${blockTitle(design, flow.source)} to ${blockTitle(design, flow.target)}`
  if (table === 'groups') return words(lookUp(design.groups, id)?.label ?? '') || 'Room'
  return blockTitle(design, id)
}

/** The kind of an element in a word or two: “Ranker”, “Goal card”, “Request”, “Room”. */
export function kindWords(design: Design, { table, id }: Stop): string {
  if (table === 'groups') return 'Room'
  if (table === 'flows') return flowKind(lookUp(design.flows, id)?.kind ?? '')
  const block = lookUp(design.blocks, id)
  if (!block) return ''
  const card = block.kind === 'brief-card' ? cardContent(block.props.shows)?.name : undefined
  return card ? `${card} card` : kindOf(block.kind).name
}

interface Limits {
  readonly label: number
  readonly listed: number
}

function partsOf(design: Design, stop: Stop, known: Known, limits: Limits): string[] {
  switch (stop.table) {
    case 'blocks':
      return blockParts(design, stop, known, limits)
    case 'flows':
      return flowParts(design, stop, known, limits)
    case 'groups':
      return roomParts(design, stop, known, limits)
  }
}

function blockParts(design: Design, stop: Stop, known: Known, limits: Limits): string[] {
  const block = lookUp(design.blocks, stop.id)
  if (!block) return []
  const { order, placeOf, into, outOf } = stopsOf(design)
  const title = clipped(blockTitle(design, stop.id), limits.label)
  const kind = kindWords(design, stop)
  const room = block.group === undefined ? undefined : lookUp(design.groups, block.group)
  const first = [
    title,
    ...(kind === title ? [] : [kind]),
    `${(placeOf.get(stop.id) ?? 0) + 1} of ${order.length}`,
    ...(room ? [`in room ${clipped(titleOf(design, { table: 'groups', id: room.id }), limits.label)}`] : []),
    ...(block.locked ? ['locked'] : []),
  ]
  const listed = (ids: readonly Id[]) =>
    enumerated(
      [...new Set(ids)].map(id => blockTitle(design, id)),
      limits,
    )
  const sources = into(stop.id).map(flow => flow.source)
  const targets = outOf(stop.id).map(flow => flow.target)
  return [
    first.join(', '),
    ...(sources.length > 0 ? [`receives from ${listed(sources)}`] : []),
    ...(targets.length > 0 ? [`sends to ${listed(targets)}`] : []),
    ...findings(known),
  ]
}

function flowParts(design: Design, stop: Stop, known: Known, limits: Limits): string[] {
  const flow = lookUp(design.flows, stop.id)
  if (!flow) return []
  const ends = [flow.source, flow.target].map(id => clipped(blockTitle(design, id), limits.label))
  const label = words(flow.label ?? '')
  const first = [ends.join(' to '), flowKind(flow.kind), ...(label === '' ? [] : [clipped(label, limits.label)])]
  return [[...first, ...sentences(flow.props ?? {}, FLOW_FIELDS)].join(', '), ...findings(known)]
}

function roomParts(design: Design, stop: Stop, known: Known, limits: Limits): string[] {
  if (!lookUp(design.groups, stop.id)) return []
  const held = Object.values(design.blocks).filter(block => block.group === stop.id).length
  const rooms = Object.values(design.groups).filter(group => group.group === stop.id).length
  const first = [
    clipped(titleOf(design, stop), limits.label),
    'Room',
    counted(held, 'block'),
    ...(rooms > 0 ? [counted(rooms, 'room')] : []),
    ...(lookUp(design.groups, stop.id)?.collapsed ? ['collapsed'] : []),
    ...(lookUp(design.groups, stop.id)?.locked ? ['locked'] : []),
    ...(known.total ? [known.total] : []),
  ]
  return [first.join(', '), ...findings(known)]
}

function findings({ errors = 0, warnings = 0 }: Known): string[] {
  const said = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ]
  return said.length > 0 ? [said.join(', ')] : []
}

/** What is set of a block; of a card of the brief, the answers that it shows. */
function blockProps({ brief }: Design, block: Block): string[] {
  if (block.kind === 'brief-card') {
    const shown = (cardContent(block.props.shows)?.fields ?? []).flatMap(key => briefField(key) ?? [])
    return sentences(brief.design as Props, shown)
  }
  const kind = kindOf(block.kind)
  const fields = Object.keys(block.props).flatMap(key => fieldOfKind(kind, key) ?? [])
  return sentences(block.props, fields)
}

function sentences(props: Props, fields: readonly Field[]): string[] {
  return fields.flatMap(field => {
    const value = Object.hasOwn(props, field.key) ? props[field.key] : undefined
    if (value === undefined || value === '') return []
    const text = words(formatProp(field, value))
    return typeof value === 'boolean' ? [text] : [`${field.label} ${text}`]
  })
}

// Every name says the titles of its neighbours, and records never change.
const titles = new WeakMap<Block, string>()

function blockTitle(design: Design, id: Id): string {
  const block = lookUp(design.blocks, id)
  if (!block) return 'a block'
  const title = titles.get(block) ?? (words(block.label) || kindOf(block.kind).name)
  titles.set(block, title)
  return title
}

function flowKind(kind: string): string {
  return Object.hasOwn(FLOW_NAMES, kind) ? FLOW_NAMES[kind as FlowKind].name : kind
}

/** “A, B and C”, “A, B, C and 4 more”. */
function enumerated(names: readonly string[], { label, listed }: Limits): string {
  const shown = names.slice(0, names.length > listed + 1 ? listed : names.length).map(name => clipped(name, label))
  if (shown.length < names.length) return `${shown.join(', ')} and ${names.length - shown.length} more`
  const last = shown.pop() ?? ''
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** One line, without signs that no one hears and that turn the direction of what follows. */
function words(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function clipped(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text
}
