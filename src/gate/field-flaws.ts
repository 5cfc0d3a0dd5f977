import { briefField } from '../kinds/brief'
import { FLOW_FIELDS } from '../kinds/flow-kinds'
import { fieldOfKind, isKnownKind, kindOf } from '../kinds/index'
import type { Field } from '../kinds/kind'
import { isOfField } from '../kinds/values'
import type { Json, Table } from '../model/design'
import type { Flaw } from './flaw'
import type { Raw } from './migrations'
import { printable } from './places'
import { propSchema, textSchema } from './schema'
import { sentenceOf } from './sentences'

/**
 * Values that do not fit their field: “fast” where milliseconds belong. A choice outside its list, a property that the
 * kind does not know, and everything of a kind from another tool are kept as they are.
 */
export function* fieldFlaws(table: Table, id: string, row: Raw): Generator<Flaw> {
  if (table === 'brief') {
    yield* misfits([table, id], row, briefField)
    yield* hiddenFlaws([table, id, 'notes'], (row.notes ?? {}) as Raw, textSchema)
  }
  const props = row.props as Raw | undefined
  if (props === undefined || (table !== 'blocks' && table !== 'flows')) return
  const path = [table, id, 'props']
  yield* hiddenFlaws(path, props, propSchema)
  if (table === 'flows') yield* misfits(path, props, key => FLOW_FIELDS.find(field => field.key === key))
  const kind = String(row.kind)
  if (table === 'blocks' && isKnownKind(kind)) yield* misfits(path, props, key => fieldOfKind(kindOf(kind), key))
}

function* misfits(path: readonly string[], values: Raw, fieldAt: (key: string) => Field | undefined): Generator<Flaw> {
  for (const [key, value] of Object.entries(values)) {
    const field = fieldAt(key)
    const sentence = field ? isOfField(field, value) : null
    if (sentence) yield { path: [...path, key], message: printable(lowered(sentence), sentence.length) }
  }
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

/** The schema library passes over a key `__proto__`, which is a key like any other in a file. */
function* hiddenFlaws(
  path: readonly string[],
  map: Raw,
  schema: typeof propSchema | typeof textSchema,
): Generator<Flaw> {
  const hidden = Object.entries(map).find(([key]) => key === '__proto__')
  if (!hidden) return
  const [key, value]: [string, Json] = hidden
  const [issue] = schema.safeParse(value).error?.issues ?? []
  if (issue) yield { path: [...path, key], ...sentenceOf(issue, value) }
}
