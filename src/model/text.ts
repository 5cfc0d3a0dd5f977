import type { Design, Json, Point, Size, Table } from './design'

/** The fields of each record, in the order of the file. Any other field is another tool's, and kept in `extra`. */
export const FIELDS: Readonly<Record<Exclude<Table, 'brief'>, readonly string[]>> = {
  about: ['title', 'summary', 'author'],
  groups: ['label', 'at', 'size', 'group', 'collapsed', 'locked', 'order'],
  blocks: ['kind', 'label', 'at', 'size', 'group', 'props', 'notes', 'locked', 'order'],
  flows: ['kind', 'source', 'target', 'label', 'props', 'bends'],
  waivers: ['rule', 'at', 'reason'],
}

/** Names that the file itself has for its parts: `extra` of a design never holds them. */
export const PARTS = ['schema', 'about', 'brief', 'groups', 'blocks', 'flows', 'waivers'] as const

type Rec = Readonly<Record<string, unknown>>
type Member = readonly [key: string, text: string]

/**
 * The text of a design file: the same bytes for the same design, whatever the order of its keys in memory.
 * Tables, properties and answers are sorted by UTF-16 code unit, so that a diff reads as the change that was made.
 */
export function designText(design: Design): string {
  const { $schema, ...others } = (design.extra ?? {}) as Rec
  const members: Member[] = [
    ...(typeof $schema === 'string' ? [member('$schema', $schema)] : []),
    ['schema', '1'],
    ['about', object([['design', record('about', design.about.design)]], 2)],
    ...table('brief', { design: design.brief.design }, answers),
    ...table('groups', design.groups, row => record('groups', row)),
    ...table('blocks', design.blocks, row => record('blocks', row)),
    ...table('flows', design.flows, row => record('flows', row)),
    ...table('waivers', design.waivers, row => record('waivers', row)),
    ...extras(typeof $schema === 'string' ? others : design.extra, PARTS, 2),
  ]
  return `${object(members, 0)}\n`
}

/** The table as a member of the file; none when no record of it has anything to say. */
function table(name: Table, rows: object, write: (row: Rec) => string): Member[] {
  const members = sorted(rows as Readonly<Record<string, Rec>>).map(([id, row]): Member => [id, write(row)])
  const isEmpty = name === 'brief' ? members.every(([, text]) => text === '{}') : members.length === 0
  return isEmpty ? [] : [[name, object(members, 2)]]
}

/** Known fields in their order, then the fields of other tools. The id is the key of the record and not repeated. */
function record(name: keyof typeof FIELDS, row: object): string {
  const { extra, ...fields } = row as Rec
  const known = FIELDS[name].flatMap(key => fieldMember(key, fields[key]))
  return object([...known, ...extras(extra as Rec | undefined, FIELDS[name], 6)], 4)
}

function fieldMember(key: string, value: unknown): Member[] {
  if (value === undefined || value === false) return []
  switch (key) {
    case 'at':
      return Array.isArray(value) ? [member(key, value)] : [[key, pointText(value as Point)]]
    case 'size':
      return [[key, sizeText(value as Size)]]
    case 'bends':
      return isLine(value) ? [[key, `[${value.map(pointText).join(', ')}]`]] : []
    case 'props':
      return mapMember(key, value as Rec)
    default:
      return [member(key, value)]
  }
}

/** A line has two ends at least; with fewer points the flow is routed where it is drawn. */
function isLine(value: unknown): value is readonly Point[] {
  return Array.isArray(value) && value.length > 1
}

function pointText({ x, y }: Point): string {
  return `{ "x": ${JSON.stringify(x)}, "y": ${JSON.stringify(y)} }`
}

function sizeText({ width, height }: Size): string {
  return `{ "width": ${JSON.stringify(width)}, "height": ${JSON.stringify(height)} }`
}

/** The brief: answers, notes and fields of other tools in one sorted list, as nothing here says which answers exist. */
function answers(brief: Rec): string {
  const { extra, ...fields } = brief
  const all = Object.fromEntries([...Object.entries((extra ?? {}) as Rec), ...Object.entries(fields)])
  const members = sorted(all).flatMap(([key, value]): Member[] => {
    if (value === undefined) return []
    return key === 'notes' && isMap(value) ? mapMember(key, value) : [member(key, value)]
  })
  return object(members, 4)
}

function mapMember(key: string, map: Rec): Member[] {
  const members = sorted(map).flatMap(([name, value]) => (value === undefined ? [] : [member(name, value, 8)]))
  return members.length === 0 ? [] : [[key, object(members, 6)]]
}

function extras(extra: Rec | undefined, taken: readonly string[], indent: number): Member[] {
  return sorted(extra ?? {}).flatMap(([key, value]) =>
    value === undefined || taken.includes(key) ? [] : [member(key, value, indent)],
  )
}

function member(key: string, value: unknown, indent = 6): Member {
  return [key, jsonText(value as Json, indent)]
}

/** Objects over several lines, lists with all that they hold on one. */
function jsonText(value: Json, indent: number): string {
  if (!isMap(value)) return inline(value)
  const members = sorted(value).map(([key, item]): Member => [key, jsonText(item as Json, indent + 2)])
  return object(members, indent)
}

function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (!isMap(value)) return JSON.stringify(value)
  const members = sorted(value).map(([key, item]) => `${JSON.stringify(key)}: ${inline(item as Json)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** The text of an object that starts on a line with this indent, in spaces. */
function object(members: readonly Member[], indent: number): string {
  if (members.length === 0) return '{}'
  const margin = ' '.repeat(indent)
  const lines = members.map(([key, text]) => `${margin}  ${JSON.stringify(key)}: ${text}`)
  return `{\n${lines.join(',\n')}\n${margin}}`
}

function isMap(value: unknown): value is Rec {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Entries by UTF-16 code unit of the key, the order of `<`; no locale decides. */
function sorted<T>(map: Readonly<Record<string, T>>): [key: string, value: T][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
