import fc from 'fast-check'
import { BRIEF_FIELDS } from '../../src/kinds/brief'
import { FLOW_FIELDS } from '../../src/kinds/flow-kinds'
import { fieldOfKind, fieldsOf, isKnownKind, KINDS, kindOf } from '../../src/kinds/index'
import type { Field } from '../../src/kinds/kind'
import type { Block, Design, Extra, Flow, Group, Id, Json, Props, PropValue, Waiver } from '../../src/model/design'
import { FLOW_KINDS, STEPS } from '../../src/model/design'
import { FIELDS, PARTS } from '../../src/model/text'

/** Any design that a file can hold: odd ids and keys, all of Unicode, places, lines, rooms, fields of other tools. */
export function wholeDesigns(): fc.Arbitrary<Design> {
  return fc.uniqueArray(ids(), { minLength: 1, maxLength: 14 }).chain(all => {
    const [groups, blocks, flows, waivers] = [all.slice(0, 3), all.slice(3, 9), all.slice(9, 12), all.slice(12)]
    const tables = {
      schema: fc.constant(1 as const),
      about: fc.record({ design: abouts() }),
      brief: fc.record({ design: briefs() }),
      groups: table(groups, (id, index) => groupRows(id, groups.slice(0, index))),
      blocks: table(blocks, id => blockRows(id, groups)),
      flows: blocks.length === 0 ? fc.constant({}) : table(flows, id => flowRows(id, blocks)),
      waivers: table(waivers, id => waiverRows(id, all)),
    }
    return recordWith(tables, { extra: extras(PARTS, fc.record({ $schema: texts() })) }) as fc.Arbitrary<Design>
  })
}

/** Ids, those of `Object.prototype` and whole numbers among them: they are the ones that go wrong. */
export function ids(): fc.Arbitrary<Id> {
  return fc.oneof(
    fc.constantFrom(
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      '10',
      '9',
      '0',
      'a',
      'B',
      'b',
      'rk',
      'design',
    ),
    fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,12}$/),
  )
}

/** A row of blocks with properties that fit their fields. */
export function blockRows(id: Id, groups: readonly Id[]): fc.Arbitrary<Block> {
  const kinds = fc.oneof(
    fc.constantFrom(...KINDS.map(kind => kind.id)),
    fc.constantFrom('their-kind', 'constructor', 'Ü x'),
  )
  return kinds.chain(kind => {
    const fields = isKnownKind(kind) ? fieldsOf(kindOf(kind)) : []
    const isFree = (key: string) => !isKnownKind(kind) || fieldOfKind(kindOf(kind), key) === undefined
    const always = { id: fc.constant(id), kind: fc.constant(kind), label: texts(), props: propsOf(fields, isFree) }
    return recordWith(always, {
      at: points(),
      size: sizes(),
      notes: texts(),
      locked: fc.constant(true as const),
      order: texts(),
      extra: extras(FIELDS.blocks),
      ...(groups.length > 0 ? { group: fc.constantFrom(...groups) } : {}),
    }) as fc.Arbitrary<Block>
  })
}

/** A row of flows between these blocks. */
export function flowRows(id: Id, blocks: readonly Id[]): fc.Arbitrary<Flow> {
  const known = new Set(FLOW_FIELDS.map(field => field.key))
  const always = {
    id: fc.constant(id),
    kind: fc.oneof(fc.constantFrom(...FLOW_KINDS), fc.constant('their-flow')),
    source: fc.constantFrom(...blocks),
    target: fc.constantFrom(...blocks),
  }
  return recordWith(always, {
    label: texts(),
    props: propsOf(FLOW_FIELDS, key => !known.has(key)).filter(props => Object.keys(props).length > 0),
    bends: fc.array(points(), { minLength: 2, maxLength: 5 }),
    extra: extras(FIELDS.flows),
  }) as fc.Arbitrary<Flow>
}

/** A row of groups, within one of those before it. */
export function groupRows(id: Id, around: readonly Id[]): fc.Arbitrary<Group> {
  const always = { id: fc.constant(id), label: texts() }
  return recordWith(always, {
    at: points(),
    size: sizes(),
    collapsed: fc.constant(true as const),
    locked: fc.constant(true as const),
    order: texts(),
    extra: extras(FIELDS.groups),
    ...(around.length > 0 ? { group: fc.constantFrom(...around) } : {}),
  }) as fc.Arbitrary<Group>
}

/** Any text that UTF-8 can hold: line breaks, quotes, direction marks. */
export function texts(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', ' ', '"\\\n\r\t', '\u202eabc', '\u2028', '__proto__', '</script>'),
  )
}

/** A place on the canvas, in pixels. */
export function points() {
  const pixels = fc.integer({ min: -4000, max: 4000 })
  return fc.record({ x: pixels, y: pixels }, { noNullPrototype: true })
}

/** A value of a property that no field speaks for. */
export function propValues(): fc.Arbitrary<PropValue> {
  return fc.oneof(texts(), numbers(), fc.boolean(), fc.array(texts(), { maxLength: 3 }))
}

function sizes() {
  const pixels = fc.nat({ max: 4000 })
  return fc.record({ width: pixels, height: pixels }, { noNullPrototype: true })
}

/** Finite, and never minus zero, which JSON text does not keep. */
function numbers(): fc.Arbitrary<number> {
  const any = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  return any.map(number => (number === 0 ? 0 : number))
}

function waiverRows(id: Id, all: readonly Id[]): fc.Arbitrary<Waiver> {
  const always = {
    id: fc.constant(id),
    rule: fc.constantFrom('no-fallback', 'their-rule'),
    at: fc.subarray([...all]),
    reason: texts(),
  }
  return recordWith(always, { extra: extras(FIELDS.waivers) }) as fc.Arbitrary<Waiver>
}

function abouts() {
  return recordWith({ title: texts() }, { summary: texts(), author: texts(), extra: extras(FIELDS.about) })
}

function briefs() {
  const known = BRIEF_FIELDS.map(field => field.key)
  const answers = Object.fromEntries(BRIEF_FIELDS.map(field => [field.key, fieldValues(field)]))
  const notes = fc.dictionary(fc.constantFrom(...STEPS), texts(), { minKeys: 1, maxKeys: 3, noNullPrototype: true })
  return recordWith({}, { ...answers, notes, extra: extras([...known, 'notes']) })
}

function propsOf(fields: readonly Field[], isFree: (key: string) => boolean): fc.Arbitrary<Props> {
  const known = Object.fromEntries(fields.map(field => [field.key, fieldValues(field)]))
  const free = fc.dictionary(keys().filter(isFree), propValues(), { maxKeys: 2, noNullPrototype: true })
  return fc
    .tuple(fc.record(known, { requiredKeys: [], noNullPrototype: true }), free)
    .map(([a, b]) => ({ ...a, ...b }) as Props)
}

function fieldValues(field: Field): fc.Arbitrary<PropValue> {
  switch (field.type) {
    case 'number':
      return numbers()
    case 'yes-no':
      return fc.boolean()
    case 'choice':
      return fc.oneof(fc.constantFrom(...(field.choices ?? ['other'])), texts())
    case 'list':
      return fc.array(texts(), { maxLength: 3 })
    case 'text':
      return texts()
  }
}

function extras(known: readonly string[], special?: fc.Arbitrary<Extra>): fc.Arbitrary<Extra> {
  const free = fc.dictionary(
    keys().filter(key => !known.includes(key)),
    fc.jsonValue({ maxDepth: 2 }).map(value => JSON.parse(JSON.stringify(value)) as Json),
    { minKeys: 1, maxKeys: 2, noNullPrototype: true },
  )
  return special ? fc.oneof(free, special) : free
}

function keys(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('__proto__', 'constructor', 'a.b', '', 'x-note', '7', '10', 'id', 'extra'), texts())
}

/** A record of which the parts of the first list are always there, the others now and then. */
function recordWith(always: Parts, sometimes: Parts): fc.Arbitrary<unknown> {
  return fc.record({ ...always, ...sometimes }, { requiredKeys: Object.keys(always), noNullPrototype: true })
}

type Parts = Readonly<Record<string, fc.Arbitrary<unknown>>>

function table<T>(all: readonly Id[], row: (id: Id, index: number) => fc.Arbitrary<T>): fc.Arbitrary<Record<Id, T>> {
  return fc.tuple(...all.map(row)).map(rows => Object.fromEntries(rows.map((each, i) => [all[i] as Id, each])))
}
