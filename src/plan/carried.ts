import { fieldOfKind, isKnownKind, kindOf } from '../kinds'
import { briefField } from '../kinds/brief'
import { defaultFlowKind } from '../kinds/flow-kinds'
import type { Field } from '../kinds/kind'
import {
  type About,
  type Block,
  type Brief,
  type Design,
  FLOW_KINDS,
  type Flow,
  type Group,
  type Json,
  type Props,
  type PropValue,
  STEPS,
  type Waiver,
} from '../model/design'
import { applyEdit } from '../model/edit'
import { repairs } from '../model/repair'
import { OWN_OF_BLOCK } from './blocks'
import { flowField, OWN_OF_FLOW } from './flows'
import { collectLeftOut, type LeftOut } from './left-out'
import { pairText } from './pair-text'
import { withPlanIds } from './plan-ids'
import { isWord } from './words'

/** What of a design plan text can hold: reading the written text gives exactly `design`. */
interface Carried {
  readonly design: Design
  /** Sentences that name the rest. */
  readonly leftOut: readonly string[]
}

/** The part of a design that plan text carries, and sentences on what it does not. */
export function carried(design: Design): Carried {
  const leftOut = collectLeftOut()
  const changes = repairs(design)
  for (const _ of changes) leftOut.count('loose')
  const whole = withPlanIds(applyEdit(design, { label: 'Repair', changes }), leftOut)
  if (design.extra) leftOut.count('extra')
  const blocks = mapped(whole.blocks, block => carriedBlock(block, leftOut))
  const flows = mapped(whole.flows, flow => carriedFlow(flow, blocks, leftOut))
  const groups = mapped(whole.groups, group => carriedGroup(group, leftOut))
  const isThere = (id: string) => [blocks, flows, groups].some(table => Object.hasOwn(table, id))
  return {
    design: {
      schema: 1,
      about: { design: carriedAbout(whole.about.design, leftOut) },
      brief: { design: carriedBrief(whole.brief.design, leftOut) },
      groups,
      blocks,
      flows,
      waivers: mapped(whole.waivers, waiver => carriedWaiver(waiver, isThere, leftOut)),
    },
    leftOut: leftOut.sentences(),
  }
}

function mapped<T extends { readonly id: string }>(
  rows: Readonly<Record<string, T>>,
  change: (row: T) => T | null,
): Record<string, T> {
  const kept = Object.values(rows).map(change)
  return Object.fromEntries(kept.filter(row => row !== null).map(row => [row.id, row]))
}

function carriedAbout({ extra, ...about }: About, leftOut: LeftOut): About {
  if (extra) leftOut.count('extra')
  return about
}

function carriedBrief({ notes, extra, ...answers }: Brief, leftOut: LeftOut): Brief {
  const known: Record<string, PropValue> = {}
  const others: Record<string, Json> = {}
  for (const [key, value] of Object.entries({ ...extra, ...answers })) {
    const field = briefField(key)
    if (isPropValue(value) && !isNotes(key) && pairText(key, value, field) !== null)
      (field ? known : others)[key] = value
    else if (value !== undefined) leftOut.say(`The answer “${key}” of the brief.`)
  }
  const steps = STEPS.filter(step => notes?.[step] !== undefined)
  const unknown = Object.keys(notes ?? {}).filter(key => !STEPS.some(step => step === key))
  for (const key of unknown) leftOut.say(`The notes of the brief on “${key}”.`)
  return {
    ...known,
    ...(steps.length > 0 ? { notes: Object.fromEntries(steps.map(step => [step, notes?.[step]])) } : {}),
    ...(Object.keys(others).length > 0 ? { extra: others } : {}),
  }
}

function isNotes(key: string): boolean {
  return key === 'notes' || key.startsWith('notes.')
}

function isPropValue(value: unknown): value is PropValue {
  return Array.isArray(value)
    ? value.every(word => typeof word === 'string')
    : ['string', 'number', 'boolean'].includes(typeof value)
}

function carriedGroup({ at, size, order, extra, ...group }: Group, leftOut: LeftOut): Group {
  if (at || size) leftOut.count('room')
  if (order !== undefined) leftOut.count('order')
  if (extra) leftOut.count('extra')
  return group
}

function carriedBlock({ at, size, order, extra, ...block }: Block, leftOut: LeftOut): Block {
  if (at) leftOut.count('position')
  if (size) leftOut.count('size')
  if (order !== undefined) leftOut.count('order')
  if (extra) leftOut.count('extra')
  if (!isKnownKind(block.kind))
    leftOut.say(`The kind “${block.kind}” of “${block.label}”: it is written as a component.`)
  const kind = isKnownKind(block.kind) ? block.kind : 'component'
  const fieldOf = (key: string) => fieldOfKind(kindOf(kind), key)
  return { ...block, kind, props: carriedProps(block.props, OWN_OF_BLOCK, fieldOf, `“${block.label}”`, leftOut) }
}

function carriedFlow(
  { bends, extra, props, ...flow }: Flow,
  blocks: Readonly<Record<string, Block>>,
  leftOut: LeftOut,
): Flow {
  if (bends) leftOut.count('line')
  if (extra) leftOut.count('extra')
  const [from, to] = [blocks[flow.source], blocks[flow.target]]
  const what = `the flow from “${from?.label}” to “${to?.label}”`
  const isKnown = FLOW_KINDS.some(kind => kind === flow.kind)
  const kind = isKnown ? flow.kind : defaultFlowKind(from?.kind ?? '', to?.kind ?? '')
  if (!isKnown) leftOut.say(`The kind “${flow.kind}” of ${what}: it is written as ${kind}.`)
  const kept = carriedProps(props ?? {}, OWN_OF_FLOW, flowField, what, leftOut)
  return { ...flow, kind, ...(Object.keys(kept).length > 0 ? { props: kept } : {}) }
}

function carriedProps(
  props: Props,
  own: readonly string[],
  fieldOf: (key: string) => Field | undefined,
  what: string,
  leftOut: LeftOut,
): Props {
  const entries = Object.entries(props).filter(([key, value]) => {
    const isWritable = !own.includes(key) && pairText(key, value, fieldOf(key)) !== null
    if (!isWritable) leftOut.say(`The property “${key}” of ${what}.`)
    return isWritable
  })
  return Object.fromEntries(entries)
}

function carriedWaiver(
  { extra, ...waiver }: Waiver,
  isThere: (id: string) => boolean,
  leftOut: LeftOut,
): Waiver | null {
  if (extra) leftOut.count('extra')
  const at = waiver.at.filter(isThere)
  const isLost = waiver.at.length > 0 && at.length === 0
  // Without a block it would accept the rule everywhere, which nobody said.
  if (isLost || !isWord(waiver.rule) || waiver.reason.trim() === '') {
    leftOut.say(
      `The waiver of “${waiver.rule}”, which ${isLost ? 'names nothing on the design' : 'has no reason or no rule'}.`,
    )
    return null
  }
  for (const _ of waiver.at.slice(at.length)) leftOut.count('loose')
  return { ...waiver, at }
}
