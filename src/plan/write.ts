import { fieldOfKind, kindOf } from '../kinds'
import { BRIEF_FIELDS } from '../kinds/brief'
import type { Field } from '../kinds/kind'
import {
  type About,
  type Block,
  type Brief,
  type Design,
  type Flow,
  type Group,
  type Id,
  type PropValue,
  STEPS,
  type Waiver,
} from '../model/design'
import { carried } from './carried'
import { flowField } from './flows'
import { pairText, quote } from './pair-text'
import { flowBase, idGiver, waiverBase } from './twins'

/**
 * The canonical plan text of a design: title, brief, groups, blocks, flows and waivers, each sorted by id, one record a
 * line (of the brief, one answer). What it reads back as and writes again is the same, byte for byte. `leftOut` names in
 * sentences what plan text cannot hold.
 */
export function writePlan(design: Design): { readonly text: string; readonly leftOut: readonly string[] } {
  const { design: plan, leftOut } = carried(design)
  const taken = new Set([...Object.keys(plan.groups), ...Object.keys(plan.blocks)])
  const free = idGiver(taken)
  /** `id=…` where the reader would give another one. Each id is taken in turn, as the reader takes them. */
  const idPair = (id: Id, base: string) => {
    const isGiven = free(base) === id
    taken.add(id)
    return isGiven ? [] : [`id=${id}`]
  }
  const lines = [
    titleLine(plan.about.design),
    ...briefLines(plan.brief.design),
    ...sorted(plan.groups).map(groupLine),
    ...sorted(plan.blocks).map(blockLine),
    ...sorted(plan.flows).map(flow => flowLine(flow, idPair(flow.id, flowBase(flow.source, flow.kind, flow.target)))),
    ...sorted(plan.waivers).map(waiver => waiverLine(waiver, idPair(waiver.id, waiverBase(waiver.rule, waiver.at)))),
  ]
  return { text: `${lines.join('\n')}\n`, leftOut }
}

function titleLine({ title, summary, author }: About): string {
  return words(['title', quote(title), text('summary', summary), text('author', author)])
}

/** The lines of the answers of a brief, one each. */
export function briefLines({ notes, extra, ...answers }: Brief): string[] {
  const known = BRIEF_FIELDS.map(field => pair(field.key, answers[field.key], field))
  const others = Object.entries(extra ?? {}).sort(byKey)
  return [
    ...known,
    ...others.map(([key, value]) => pair(key, value, undefined)),
    ...STEPS.map(step => text(`notes.${step}`, notes?.[step])),
  ].flatMap(written => (written === '' ? [] : [`brief ${written}`]))
}

function groupLine({ id, label, group, collapsed, locked }: Group): string {
  return words(['group', id, quote(label), text('in', group), flag('collapsed', collapsed), flag('locked', locked)])
}

/** The line that declares a block. */
export function blockLine({ id, kind, label, group, props, notes, locked }: Block): string {
  const written = Object.entries(props).sort(byKey)
  return words([
    id,
    kind,
    quote(label),
    ...written.map(([key, value]) => pair(key, value, fieldOfKind(kindOf(kind), key))),
    text('in', group),
    text('notes', notes),
    flag('locked', locked),
  ])
}

/** The line that draws a flow, with `id=…` where one is given. */
export function flowLine({ kind, source, target, label, props }: Flow, idPair: readonly string[]): string {
  const written = Object.entries(props ?? {}).sort(byKey)
  const pairs = [...written.map(([key, value]) => pair(key, value, flowField(key))), text('label', label), ...idPair]
  return words([source, `-${kind}->`, target, braces(pairs)])
}

function waiverLine({ rule, at, reason }: Waiver, idPair: readonly string[]): string {
  return words(['waive', rule, at.length > 0 ? `@${at.join(', ')}` : '', quote(reason), braces(idPair)])
}

function braces(pairs: readonly string[]): string {
  const written = words(pairs)
  return written === '' ? '' : `{${written}}`
}

function words(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' ')
}

function flag(key: string, value: true | undefined): string {
  return value ? `${key}=true` : ''
}

function text(key: string, value: string | undefined): string {
  return pair(key, value, { key, label: key, type: 'text' })
}

/** A pair, or nothing for a value that is not there; what does not fit was left out before. */
function pair(key: string, value: unknown, field: Field | undefined): string {
  return value === undefined ? '' : (pairText(key, value as PropValue, field) ?? '')
}

function sorted<T>(rows: Readonly<Record<Id, T>>): T[] {
  return Object.entries(rows)
    .sort(byKey)
    .map(([, row]) => row)
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
