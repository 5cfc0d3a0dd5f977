import fc from 'fast-check'
import { commonFields, KINDS } from '../../src/kinds'
import { BRIEF_FIELDS } from '../../src/kinds/brief'
import { FLOW_FIELDS } from '../../src/kinds/flow-kinds'
import type { Field, Kind } from '../../src/kinds/kind'
import {
  type Block,
  type Brief,
  type Design,
  FLOW_KINDS,
  type Flow,
  type Group,
  type Id,
  isTaken,
  type PropValue,
  STEPS,
  type Waiver,
} from '../../src/model/design'
import { freeId } from '../../src/model/ids'

// Arbitraries are built once and without `chain`: that keeps a thousand designs a matter of seconds, and a failing one
// shrinks to few records.

/** Any text that JSON can hold: every plane of Unicode, control characters, marks of direction, no lone surrogates. */
function texts(maxLength = 24): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.constantFrom(
      'Heavy ranker',
      'Größe "p99"',
      'a|b;c,d{e}#f',
      'true',
      '12',
      '\u202Eabc',
      'back\\slash',
      'תיבה 盒子',
    ),
  )
}

const TEXT = texts()
const SHORT = texts(8)

/** Ids as the model allows them, many of them alike, and some that are names of JavaScript. */
function ids(): fc.Arbitrary<Id> {
  return fc
    .oneof(
      fc.stringMatching(/^[a-z]{1,2}[0-9]?$/),
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,11}$/),
      fc.constantFrom('constructor', 'toString', 'ranker', 'rk-2', '9', 'a-data-b'),
    )
    .filter(id => !KEYWORDS.includes(id))
}

/** Words that start a statement of plan text: its writer gives such records another id, so they have tests of their own. */
const KEYWORDS: readonly Id[] = ['title', 'brief', 'group', 'waive', 'note']

/** Finite numbers without minus zero, which JSON text does not keep. */
const NUMBER = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0)

/** A value of the type of that field; of a choice also a word outside its list, of a number also one out of its range. */
function valuesOf(field: Field): fc.Arbitrary<PropValue> {
  switch (field.type) {
    case 'number':
      return fc.oneof(fc.nat(), NUMBER, ...(field.choices ?? []).map(word => fc.constant(word)))
    case 'yes-no':
      return fc.boolean()
    case 'choice':
      return fc.oneof(fc.constantFrom(...(field.choices ?? ['other'])), SHORT)
    case 'text':
      return TEXT
    case 'list':
      return fc.array(SHORT, { minLength: 1, maxLength: 4 })
  }
}

type Answers = Record<string, PropValue>

/** Answers to some of the fields, at most so many. */
function answersTo(fields: readonly Field[], most: number): fc.Arbitrary<Answers> {
  if (fields.length === 0) return fc.constant({})
  const answer = fc.oneof(...fields.map(field => fc.tuple(fc.constant(field.key), valuesOf(field))))
  return fc.array(answer, { maxLength: most }).map(answers => Object.fromEntries(answers))
}

/** Some of these fields, and now and then a property that no kind knows. */
function propsOf(fields: readonly Field[]): fc.Arbitrary<Answers> {
  return fc.tuple(answersTo(fields, 4), UNKNOWN).map(([known, unknown]) => ({ ...known, ...unknown }))
}

const UNKNOWN = fc.dictionary(
  fc.constantFrom('xTeam', 'x.y', 'constructor', 'x_1'),
  fc.oneof(SHORT, NUMBER, fc.boolean(), fc.array(SHORT, { minLength: 2, maxLength: 3 })),
  { maxKeys: 1 },
)

const YES = maybe(fc.constant(true as const))
const COORDINATE = fc.integer({ min: -500, max: 500 }).map(n => n * 8)
const POINT = fc.record({ x: COORDINATE, y: COORDINATE })
const LENGTH = fc.integer({ min: 40, max: 900 })
const SIZE = fc.record({ width: LENGTH, height: LENGTH })

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined })
}

const ABOUT = fc.record({ title: TEXT, summary: maybe(TEXT), author: maybe(TEXT) })

const BRIEF = fc
  .tuple(answersTo(BRIEF_FIELDS, 6), maybe(fc.dictionary(fc.constantFrom(...STEPS), TEXT, { minKeys: 1, maxKeys: 3 })))
  .map(([answers, notes]) => withoutBlanks<Brief>({ ...answers, notes }))

/** Which of the things there are, as a number that is cut to their count when the design is put together. */
const PICK = fc.nat({ max: 50 })

const GROUP = fc.record({
  id: ids(),
  label: TEXT,
  at: maybe(POINT),
  size: maybe(SIZE),
  owner: PICK,
  collapsed: YES,
  locked: YES,
  order: maybe(fc.constantFrom('a0', 'a1')),
})

const BLOCK = fc.oneof(
  ...KINDS.map(kind =>
    fc.record({
      id: ids(),
      kind: fc.constant(kind.id),
      label: TEXT,
      at: maybe(POINT),
      size: kind.id === 'note' ? maybe(SIZE) : fc.constant(undefined),
      owner: PICK,
      props: propsOf(fieldsOf(kind)),
      notes: maybe(TEXT),
      locked: YES,
      order: maybe(fc.constantFrom('a0', 'a1')),
    }),
  ),
)

/** A kind's own fields, then the common ones that it does not word in its own way. */
function fieldsOf({ fields }: Kind): readonly Field[] {
  return [...fields, ...commonFields.filter(({ key }) => !fields.some(own => own.key === key))]
}

const FLOW = fc.record({
  id: maybe(ids()),
  kind: fc.constantFrom(...FLOW_KINDS),
  source: PICK,
  target: PICK,
  label: maybe(TEXT),
  props: maybe(propsOf(FLOW_FIELDS).filter(props => Object.keys(props).length > 0)),
  bends: maybe(fc.array(POINT, { minLength: 2, maxLength: 4 })),
})

const WAIVER = fc.record({
  rule: fc.constantFrom('no-fallback', 'unmonitored-model', 'another-rule'),
  at: fc.uniqueArray(PICK, { maxLength: 3 }),
  reason: TEXT.filter(text => text.trim() !== ''),
})

const PARTS = fc.record({
  about: ABOUT,
  brief: BRIEF,
  groups: fc.array(GROUP, { maxLength: 4 }),
  blocks: fc.array(BLOCK, { maxLength: 8 }),
  flows: fc.array(FLOW, { maxLength: 10 }),
  waivers: fc.array(WAIVER, { maxLength: 3 }),
})

type Parts = typeof PARTS extends fc.Arbitrary<infer T> ? T : never

/**
 * Whole designs as the gate lets them in: groups without rings, blocks of every kind, flows between blocks there are,
 * waivers of blocks there are, typed answers and properties, labels of all of Unicode, ids unique over the tables.
 */
export function designs(): fc.Arbitrary<Design> {
  return PARTS.map(assembled)
}

function assembled({ about, brief, groups, blocks, flows, waivers }: Parts): Design {
  let design: Design = {
    schema: 1,
    about: { design: withoutBlanks(about) },
    brief: { design: brief },
    groups: {},
    blocks: {},
    flows: {},
    waivers: {},
  }
  // A group stands in one that came before it, so there are no rings.
  for (const { owner, ...fields } of groups)
    design = withRow(design, 'groups', { ...fields, group: picked(Object.keys(design.groups), owner, true) })
  const rooms = Object.keys(design.groups)
  for (const { owner, ...fields } of blocks)
    design = withRow(design, 'blocks', { ...fields, group: picked(rooms, owner, true) })
  const ends = Object.keys(design.blocks)
  for (const { source, target, ...fields } of flows) {
    const [from, to] = [picked(ends, source), picked(ends, target)]
    if (from === undefined || to === undefined) continue
    const id = fields.id ?? `${from}-${fields.kind}-${to}`
    design = withRow(design, 'flows', { ...fields, id, source: from, target: to })
  }
  for (const { at: picks, ...fields } of waivers) {
    const at = [...new Set(picks.map(pick => picked(ends, pick)).filter(id => id !== undefined))]
    design = withRow(design, 'waivers', { ...fields, at, id: ['waive', fields.rule, ...at].join('-') })
  }
  return design
}

/** The thing of that number, counted round; where it may be none, as likely as any of them. */
function picked(things: readonly Id[], pick: number, mayBeNone = false): Id | undefined {
  return things[pick % (things.length + (mayBeNone ? 1 : 0))]
}

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined } & { readonly id: Id }

interface Rows {
  readonly groups: Group
  readonly blocks: Block
  readonly flows: Flow
  readonly waivers: Waiver
}

/** The design with one record more, under its id or the next that is free. */
function withRow<T extends keyof Rows>(design: Design, table: T, row: Loose<Rows[T]>): Design {
  const id = freeId(row.id, taken => isTaken(design, taken))
  return { ...design, [table]: { ...design[table], [id]: withoutBlanks({ ...row, id }) } }
}

/** The record without the fields that are undefined: a design holds no such values. */
function withoutBlanks<T extends object>(record: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}
