import { briefField } from '../../kinds/brief'
import { FLOW_FIELDS, FLOW_NAMES } from '../../kinds/flow-kinds'
import { fieldOfKind, isKnownKind, kindOf } from '../../kinds/index'
import type { Field } from '../../kinds/kind'
import { STEP_NAMES } from '../../kinds/steps'
import { formatProp } from '../../kinds/values'
import { type Design, type Id, type Json, lookUp, type Table } from '../../model/design'
import type { FieldDifference } from '../../model/difference'
import { changedThings as say } from '../messages/en'
import { excerpts } from './excerpt'

/** One field that says something else, in words: “Latency, p99” was “62 ms” and is “45 ms”. */
export interface FieldChange {
  readonly name: string
  /** Null where it was not filled. */
  readonly before: string | null
  readonly after: string | null
}

/** The field of a record and where it stands. */
export interface FieldPlace {
  readonly table: Table
  readonly id: Id
  /** The two designs: what a field names by its id is named as in the design of its time. */
  readonly study: Design
  readonly copy: Design
}

/** A field in words, both values cut short around the place where they part. */
export function fieldChange(place: FieldPlace, { path, before, after }: FieldDifference): FieldChange {
  const { study, copy } = place
  const field = fieldAt(place, path)
  const [old, present] = [inWords(study, path, field, before), inWords(copy, path, field, after)]
  const name = field?.label ?? nameOf(place.table, path)
  if (old === null || present === null)
    return { name, before: old && excerpts(old, '')[0], after: present && excerpts(present, '')[0] }
  // Rounded to four digits two numbers may read the same.
  const [exactOld, exactNew] = old === present ? [String(before), String(after)] : [old, present]
  const [shortOld, shortNew] = excerpts(exactOld, exactNew)
  return { name, before: shortOld, after: shortNew }
}

function fieldAt({ table, id, study, copy }: FieldPlace, path: string): Field | undefined {
  if (table === 'brief') return briefField(path)
  if (!path.startsWith('props.')) return undefined
  const key = path.slice('props.'.length)
  if (table === 'flows') return FLOW_FIELDS.find(field => field.key === key)
  return [copy, study]
    .map(({ blocks }) => fieldOfKind(kindOf(lookUp(blocks, id)?.kind ?? ''), key))
    .find(field => field !== undefined)
}

/** A file may hold a kind of flow that is none of ours. */
const FLOWS: Readonly<Record<string, { readonly name: string }>> = FLOW_NAMES

/** The name of a field that belongs to no kind; of a field of another tool its own name. */
function nameOf(table: Table, path: string): string {
  const dot = path.indexOf('.')
  const key = path.slice(dot + 1)
  if (table === 'flows' && path === 'label') return say.flowLabel
  if (table === 'brief' && path.startsWith('notes.')) return say.stepNotes(lookUp(STEP_NAMES, key) ?? key)
  return lookUp(say.fields, path) ?? (dot < 0 ? path : key)
}

function inWords(design: Design, path: string, field: Field | undefined, value: Json | undefined): string | null {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (typeof value === 'number') return field ? formatProp(field, value) : String(value)
  if (typeof value === 'string') return named(design, path, value)
  return Array.isArray(value) ? value.map(item => named(design, path, String(item))).join(', ') : JSON.stringify(value)
}

/** A word of the file as people read it: ids by the names they stand for. */
function named({ blocks, flows, groups }: Design, path: string, word: string): string {
  switch (path) {
    case 'kind':
      return isKnownKind(word) ? kindOf(word).name : (lookUp(FLOWS, word)?.name ?? word)
    case 'group':
      return lookUp(groups, word)?.label || word
    case 'source':
    case 'target':
    case 'at':
      return lookUp(blocks, word)?.label || lookUp(flows, word)?.label || word
    default:
      return word
  }
}
