import { type Block, type Design, type Flow, type Id, lookUp, type Props, type PropValue } from '../model/design'
import type { Change, Edit } from '../model/edit'
import { FLOW_FIELDS } from './flow-kinds'
import { fieldsOf, kindOf } from './index'
import type { Field } from './kind'
import { standsInFlows } from './pair-kind'

/**
 * Gives blocks and flows the properties that another one has: those that their kind knows and that mean something there.
 * Others stay as they are; what has them already is not changed.
 */
export function pasteProps(design: Design, ids: { blocks: Iterable<Id>; flows: Iterable<Id> }, props: Props): Edit {
  const rows = [
    ...[...ids.blocks].flatMap(id => lookUp(design.blocks, id) ?? []),
    ...[...ids.flows].flatMap(id => lookUp(design.flows, id) ?? []),
  ]
  const changes = rows.flatMap(row => fitting(row, props))
  return { label: 'Paste properties', changes }
}

function fitting(row: Block | Flow, props: Props): Change[] {
  const table = 'source' in row ? 'flows' : 'blocks'
  const fields = new Map(fieldsFor(row).map(field => [field.key, field]))
  return Object.entries(props).flatMap(([key, value]): Change[] => {
    const field = fields.get(key)
    if (!field || !isFitting(field, value) || isEqual(row.props?.[key], value)) return []
    return [{ op: 'set', table, id: row.id, path: `props.${key}`, to: value }]
  })
}

/** Free text and cards of the brief have no properties of their own. */
function fieldsFor(row: Block | Flow): readonly Field[] {
  if ('source' in row) return FLOW_FIELDS
  return standsInFlows(row.kind) ? fieldsOf(kindOf(row.kind)) : []
}

function isFitting({ type, choices }: Field, value: PropValue): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && choices?.includes(value) === true)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && choices?.includes(value) === true
    case 'text':
      return typeof value === 'string'
    case 'list':
      return Array.isArray(value)
  }
}

function isEqual(a: PropValue | undefined, b: PropValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
