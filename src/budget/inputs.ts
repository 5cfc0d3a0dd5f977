import { numberOf } from '../graph/props'
import { BRIEF_FIELDS } from '../kinds/brief'
import { FLOW_FIELDS } from '../kinds/flow-kinds'
import { fieldOfKind, kindOf } from '../kinds/index'
import type { Field } from '../kinds/kind'
import type { Block, Brief, Flow } from '../model/design'
import type { Missing, Place, Term } from './figure'

type Values = Readonly<Record<string, unknown>> | undefined

/**
 * The number under a key as an amount of something; undefined when it is not set, no number or below zero. A number
 * that cannot be is the business of the rule `property-out-of-range`, no quantity is worked out from it.
 */
export function amountOf(values: Values, key: string): number | undefined {
  const value = numberOf(values, key)
  return value !== undefined && value >= 0 ? value : undefined
}

/** The amount under a key when there is any of it: nobody means zero replicas, or a zero that an empty field left. */
export function sizeOf(values: Values, key: string): number | undefined {
  return amountOf(values, key) || undefined
}

/** The number under a key as a share from 0 to 1, or undefined. */
export function shareOf(values: Values, key: string): number | undefined {
  const value = amountOf(values, key)
  return value !== undefined && value <= 1 ? value : undefined
}

/** A property of a block as a term; not set, it is the given default, marked as assumed. */
export function blockTerm(block: Block, key: string, otherwise: number): Term {
  const at = { block: block.id, key }
  return termOf(fieldOfKind(kindOf(block.kind), key), key, sizeOf(block.props, key), otherwise, at)
}

/** A property of a flow as a term with the value that the arithmetic uses. */
export function flowTerm(flow: Flow, key: string, value: number): Term {
  const field = FLOW_FIELDS.find(each => each.key === key)
  return termOf(field, key, value, value, { flow: flow.id, key })
}

/** An answer of the brief as a term; not given, it is the default, marked as assumed. */
export function briefTerm(brief: Brief, key: string, otherwise: number): Term {
  const field = BRIEF_FIELDS.find(each => each.key === key)
  return termOf(field, key, sizeOf(brief, key), otherwise, { brief: key })
}

/** These properties of a block as terms, or those of them that have to be filled in first. */
export function needed<K extends string>(block: Block, ...keys: readonly K[]): Readonly<Record<K, Term>> | Missing {
  const missing = keys.filter(key => sizeOf(block.props, key) === undefined)
  if (missing.length > 0) return { missing: missing.map(key => ({ block: block.id, key })) }
  return Object.fromEntries(keys.map(key => [key, blockTerm(block, key, 0)])) as Record<K, Term>
}

/** These answers of the brief as terms, or those of them that have to be given first. */
export function neededAnswers<K extends string>(
  brief: Brief,
  ...keys: readonly K[]
): Readonly<Record<K, Term>> | Missing {
  const missing = keys.filter(key => sizeOf(brief, key) === undefined)
  if (missing.length > 0) return { missing: missing.map(key => ({ brief: key })) }
  return Object.fromEntries(keys.map(key => [key, briefTerm(brief, key, 0)])) as Record<K, Term>
}

function termOf(field: Field | undefined, key: string, value: number | undefined, otherwise: number, at: Place): Term {
  return {
    label: field?.label ?? key,
    value: value ?? otherwise,
    ...(field?.unit === undefined ? {} : { unit: field.unit }),
    at,
    ...(value === undefined ? { isAssumed: true } : {}),
  }
}
