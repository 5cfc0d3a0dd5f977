import type { Json, Table } from '../model/design'
import { isId } from '../model/ids'
import { fieldFlaws } from './field-flaws'
import type { Flaw } from './flaw'
import { MAX_BLOCKS, MAX_FLOWS, MAX_GROUPS, MAX_LIST, MAX_WAIVERS } from './limits'
import type { Raw } from './migrations'
import type { Path } from './scan'
import { recordSchemas } from './schema'
import { expected, grouped, ID_HINT, type Sentence, sentenceOf } from './sentences'

const MOST = { groups: MAX_GROUPS, blocks: MAX_BLOCKS, flows: MAX_FLOWS, waivers: MAX_WAIVERS } as const

/** What in raw JSON has the wrong shape or type, record by record, so that a reader can stop after some. */
export function* shapeFlaws(raw: Raw): Generator<Flaw> {
  for (const table of ['about', 'brief'] as const) yield* onlyDesign(table, raw[table])
  for (const table of ['groups', 'blocks', 'flows', 'waivers'] as const) yield* tableFlaws(table, raw[table])
}

/** `about` and `brief` hold the one record `design`. */
function* onlyDesign(table: 'about' | 'brief', rows: Json | undefined): Generator<Flaw> {
  if (rows === undefined) return
  if (!isMap(rows)) return yield { path: [table], ...expected('an object', rows) }
  for (const [id, row] of Object.entries(rows))
    if (id === 'design') yield* recordFlaws(table, id, row)
    else yield { path: [table, id], message: `has no place in ${table}.`, hint: 'It holds one record, “design”.' }
}

function* tableFlaws(table: keyof typeof MOST, rows: Json | undefined): Generator<Flaw> {
  if (rows === undefined) return
  if (!isMap(rows)) return yield { path: [table], ...expected('an object with ids as names', rows) }
  const ids = Object.keys(rows)
  if (ids.length > MOST[table])
    return yield {
      path: [table],
      message: `holds ${grouped(ids.length)} ${table}, the limit is ${grouped(MOST[table])}.`,
      hint: 'Divide the design into several files.',
    }
  for (const id of ids)
    if (isId(id)) yield* recordFlaws(table, id, rows[id])
    else yield { path: [table, id], message: 'this name is no id.', hint: ID_HINT }
}

function* recordFlaws(table: Table, id: string, row: Json | undefined): Generator<Flaw> {
  const path = [table, id]
  if (!isMap(row)) return yield { path, ...expected('an object', row) }
  const [long] = longLists(row, path)
  if (long) return yield long
  const checked = recordSchemas[table].safeParse(row)
  const told = new Set<string>()
  for (const issue of checked.error?.issues ?? []) {
    // One sentence a value: a list where a word belongs is also “too short”.
    const place = JSON.stringify(issue.path)
    if (told.has(place)) continue
    told.add(place)
    const value = valueAt(row, issue.path)
    const inner = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))
    if (value === undefined) yield { path: [...path, ...inner.slice(0, -1)], ...missing(String(inner.at(-1))) }
    else yield { path: [...path, ...inner], ...sentenceOf(issue, value) }
  }
  if (checked.success) yield* fieldFlaws(table, id, row)
}

/** Checked first, as the schema would list every wrong element of a list of millions. */
function* longLists(row: Raw, path: Path): Generator<Flaw> {
  const { props } = row
  const within = isMap(props) ? Object.entries(props).map(([key, value]) => [['props', key], value] as const) : []
  const fields = [
    ['props', props],
    ['at', row.at],
    ['bends', row.bends],
    ['notes', row.notes],
  ] as const
  for (const [inner, list] of [...fields.map(([key, value]) => [[key], value] as const), ...within]) {
    const length = Array.isArray(list) ? list.length : isMap(list) ? Object.keys(list).length : 0
    if (length > MAX_LIST)
      yield {
        path: [...path, ...inner],
        message: `holds ${grouped(length)} entries, the limit is ${grouped(MAX_LIST)}.`,
      }
  }
}

/** What a record cannot be without, as it would stand in the file. */
const EXAMPLES: Readonly<Record<string, string>> = {
  kind: '"kind": "ranker"',
  label: '"label": "Ranker"',
  source: '"source": "app"',
  target: '"target": "rk"',
  rule: '"rule": "no-fallback"',
  at: '"at": ["rk"], or [] for the whole design',
  reason: '"reason": "House ads are served instead."',
}

function missing(key: string): Sentence {
  return { message: `has no “${key}”.`, hint: `Add one, such as ${EXAMPLES[key] ?? `"${key}": 8`}.` }
}

function valueAt(row: Json, path: readonly PropertyKey[]): Json | undefined {
  let value: Json | undefined = row
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Readonly<Record<PropertyKey, Json>>)[part]
  }
  return value
}

function isMap(value: Json | undefined): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
