import { briefField, cardContent } from '../../kinds/brief'
import { FLOW_NAMES } from '../../kinds/flow-kinds'
import { kindOf } from '../../kinds/index'
import { type Design, type Id, lookUp, type Step } from '../../model/design'
import { type Comparison, compareDesigns, type Difference, type FieldDifference } from '../../model/difference'
import { changedThings as say } from '../messages/en'
import type { IconName } from '../parts/chrome-icons'
import { type FieldChange, type FieldPlace, fieldChange } from './field-change'

/** The parts of the list, in its order. */
export const PARTS = ['blocks', 'flows', 'rooms', 'brief', 'waivers'] as const
export type Part = (typeof PARTS)[number]

/** One thing that was added, changed or removed, in the words of the list. */
export interface Change {
  /** Its own among all changes. */
  readonly key: string
  readonly part: Part
  readonly deed: Difference['deed']
  readonly name: string
  /** What it is: its kind, or nothing where the name says it. */
  readonly detail: string
  readonly icon: IconName
  readonly step?: Step
  readonly fields: readonly FieldChange[]
  /** Where it is to be seen; null when it is gone. */
  readonly place: ChangePlace | null
}

export type ChangePlace =
  | { readonly blocks: readonly Id[] }
  | { readonly flow: Id }
  | { readonly group: Id }
  | { readonly answer: string }

/** What a copy says otherwise than its case study, and how much merely stands elsewhere. */
export interface CaseChanges {
  readonly changes: readonly Change[]
  /** Blocks and rooms that were moved; lines go with their blocks. */
  readonly moved: { readonly blocks: number; readonly rooms: number }
}

/** What became of a case study in a copy of it: added before changed before removed in each part, then by name. */
export function changesFrom(study: Design, copy: Design): CaseChanges {
  const { differences, moved } = compareDesigns(study, copy)
  const changes = differences.flatMap(difference => changesOf(study, copy, difference))
  return {
    changes: changes.sort(
      (a, b) =>
        PARTS.indexOf(a.part) - PARTS.indexOf(b.part) ||
        DEEDS.indexOf(a.deed) - DEEDS.indexOf(b.deed) ||
        a.name.localeCompare(b.name, 'en'),
    ),
    moved: { blocks: countIn('blocks', moved), rooms: countIn('groups', moved) },
  }
}

const DEEDS: readonly Difference['deed'][] = ['added', 'changed', 'removed']

function countIn(table: 'blocks' | 'groups', moved: Comparison['moved']): number {
  return moved.filter(each => each.table === table).length
}

function changesOf(study: Design, copy: Design, difference: Difference): Change[] {
  const { table, id, deed } = difference
  // A record that is gone is named as it was.
  const design = deed === 'removed' ? study : copy
  const isGone = deed === 'removed'
  const where: FieldPlace = { table, id, study, copy }
  const fields = difference.fields.map(each => fieldChange(where, each))
  const common = { key: `${table} ${id}`, deed, fields }
  switch (table) {
    case 'about':
    case 'brief':
      return difference.fields.map(each => answerChange(where, each))
    case 'blocks':
      return [{ ...common, ...blockFace(design, id), part: 'blocks', place: isGone ? null : { blocks: [id] } }]
    case 'flows':
      return [{ ...common, ...flowFace(design, id), part: 'flows', place: isGone ? null : { flow: id } }]
    case 'groups': {
      const name = lookUp(design.groups, id)?.label || say.room
      const place = isGone ? null : { group: id }
      return [{ ...common, part: 'rooms', name, detail: '', icon: 'square-dashed', place }]
    }
    case 'waivers': {
      const { rule = '', at = [] } = lookUp(design.waivers, id) ?? {}
      const blocks = at.filter(block => Object.hasOwn(copy.blocks, block))
      const place = isGone || blocks.length === 0 ? null : { blocks }
      return [{ ...common, part: 'waivers', name: rule, detail: '', icon: 'circle-check', place }]
    }
  }
}

/** An answer of the brief, or what the design says of itself: one line of the list each. */
function answerChange(where: FieldPlace, difference: FieldDifference): Change {
  const { path, before, after } = difference
  const { name, ...values } = fieldChange(where, difference)
  const field = where.table === 'brief' ? briefField(path) : undefined
  return {
    key: `${where.table} ${path}`,
    part: 'brief',
    deed: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    name,
    detail: '',
    icon: 'clipboard-list',
    ...(field ? { step: field.step } : {}),
    fields: [{ name: '', ...values }],
    place: field ? { answer: path } : null,
  }
}

type Face = Pick<Change, 'name' | 'detail' | 'icon' | 'step'>

function blockFace({ blocks }: Design, id: Id): Face {
  const block = lookUp(blocks, id)
  const kind = kindOf(block?.kind ?? '')
  const card = block?.kind === 'brief-card' ? cardContent(block.props.shows) : undefined
  const detail = card ? say.card : kind.name
  const name = block?.label || detail
  return {
    name,
    detail: detail === name ? '' : detail,
    icon: card?.icon ?? kind.icon,
    step: card?.step ?? kind.step,
  }
}

function flowFace({ blocks, flows }: Design, id: Id): Face {
  const flow = lookUp(flows, id)
  const nameOf = (end: Id | undefined) => lookUp(blocks, end ?? '')?.label || say.block
  const kind = flow?.kind ?? ''
  const detail = Object.hasOwn(FLOW_NAMES, kind) ? FLOW_NAMES[kind as keyof typeof FLOW_NAMES].name : kind
  return { name: say.flow(nameOf(flow?.source), nameOf(flow?.target)), detail, icon: 'spline' }
}
