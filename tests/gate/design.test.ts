import { expect, test } from 'vitest'
import { readDesign } from '../../src/gate/index'
import { emptyDesign, lookUp } from '../../src/model/design'
import type { Problem } from '../../src/model/problem'

/** A valid file as JSON, to be spoilt in one place. */
function valid() {
  return {
    schema: 1,
    about: { design: { title: 'Ads' } },
    groups: { online: { label: 'Request path' } },
    blocks: {
      app: { kind: 'app-service', label: 'Ad service', group: 'online' },
      rk: { kind: 'ranker', label: 'Ranker', props: { p99Ms: 62 } },
    },
    flows: { f: { kind: 'request', source: 'app', target: 'rk' } },
    waivers: {},
  }
}

test('a file that was written by hand is read: any order, spaces, a byte order mark, line ends of Windows', () => {
  const text = `\ufeff{"flows":{"f":{"target":"rk","source":"app","kind":"request"}},\r\n
    "blocks":{"rk":{"label":"Ranker","kind":"ranker"},\r\n"app":{"label":"App","kind":"app-service","locked":false}},"schema":1}`
  expect(readDesign(text)).toEqual({
    ok: true,
    value: {
      ...emptyDesign(),
      blocks: {
        rk: { id: 'rk', kind: 'ranker', label: 'Ranker', props: {} },
        app: { id: 'app', kind: 'app-service', label: 'App', props: {} },
      },
      flows: { f: { id: 'f', kind: 'request', source: 'app', target: 'rk' } },
    },
  })
})

test('unknown fields, kinds, choices and properties are kept', () => {
  const file = spoilt('blocks', 'rk', {
    kind: 'ranker',
    label: 'R',
    props: { stage: 'medium', theirs: ['x'] },
    tint: { a: 1 },
  })
  Object.assign(file.blocks, { odd: { kind: 'quantum-ranker', label: 'Q', props: { p99Ms: 'fast' } } })
  Object.assign(file, { 'x-tool': true })
  const read = readDesign(JSON.stringify(file))
  expect(read.ok && { rk: read.value.blocks.rk, odd: read.value.blocks.odd, extra: read.value.extra }).toEqual({
    rk: { id: 'rk', kind: 'ranker', label: 'R', props: { stage: 'medium', theirs: ['x'] }, extra: { tint: { a: 1 } } },
    odd: { id: 'odd', kind: 'quantum-ranker', label: 'Q', props: { p99Ms: 'fast' } },
    extra: { 'x-tool': true },
  })
})

test.each<[what: string, table: string, id: string, record: unknown, path: string, sentence: string]>([
  [
    'a word where milliseconds belong',
    'blocks',
    'rk',
    { kind: 'ranker', label: 'R', props: { p99Ms: 'fast' } },
    'blocks.rk.props.p99Ms, line 23',
    'expected a number, got "fast". In ms, for example 20.',
  ],
  ['a record that is no object', 'blocks', 'rk', 7, 'blocks.rk, line 19', 'expected an object, got 7.'],
  [
    'no kind',
    'blocks',
    'rk',
    { label: 'R' },
    'blocks.rk, line 19',
    'has no “kind”. Add one, such as "kind": "ranker".',
  ],
  [
    'an empty kind',
    'blocks',
    'rk',
    { kind: '', label: 'R' },
    'blocks.rk.kind, line 20',
    'expected a text, got an empty one.',
  ],
  [
    'a label that is null',
    'blocks',
    'rk',
    { kind: 'ranker', label: null },
    'blocks.rk.label, line 21',
    'expected a text, got null. Leave the field out instead.',
  ],
  [
    'a label beyond the limit',
    'blocks',
    'rk',
    { kind: 'ranker', label: 'x'.repeat(10_001) },
    'blocks.rk.label, line 21',
    'this text has 10,001 characters, the limit is 10,000.',
  ],
  [
    'half a place',
    'blocks',
    'rk',
    { kind: 'ranker', label: 'R', at: { x: 8 } },
    'blocks.rk.at, line 22',
    'has no “y”. Add one, such as "y": 8.',
  ],
  [
    'a place with a third direction',
    'blocks',
    'rk',
    { kind: 'ranker', label: 'R', at: { x: 8, y: 8, z: 1 } },
    'blocks.rk.at, line 22',
    '“z” has no meaning here. Remove it: fields of other tools stand beside “at” and “size”, not in them.',
  ],
  [
    'a place in another galaxy',
    'blocks',
    'rk',
    { kind: 'ranker', label: 'R', at: { x: 1e8, y: 8 } },
    'blocks.rk.at.x, line 23',
    'expected at most 10,000,000, got 100000000.',
  ],
  [
    'a size below nothing',
    'groups',
    'online',
    { label: 'G', size: { width: -1, height: 8 } },
    'groups.online.size.width, line 12',
    'expected at least 0, got -1.',
  ],
  [
    'a property that is an object',
    'blocks',
    'rk',
    { kind: 'ranker', label: 'R', props: { theirs: { a: 1 } } },
    'blocks.rk.props.theirs, line 23',
    'expected a text, a number, true or false, or a list of texts, got an object.',
  ],
  [
    'a property named __proto__ that is an object',
    'blocks',
    'rk',
    JSON.parse('{"kind": "ranker", "label": "R", "props": {"__proto__": {"isAdmin": true}}}'),
    'blocks.rk.props.__proto__, line 23',
    'expected a text, a number, true or false, or a list of texts, got an object.',
  ],
  [
    'a group that is not there',
    'blocks',
    'rk',
    { kind: 'ranker', label: 'R', group: 'offline' },
    'blocks.rk.group, line 22',
    'there is no group “offline”. Add the group, or remove this field.',
  ],
  [
    'a flow to nowhere',
    'flows',
    'f',
    { kind: 'request', source: 'app', target: 'rk2' },
    'flows.f.target, line 31',
    'there is no block “rk2”. Add the block, or remove the flow.',
  ],
  [
    'a flow to a method of objects',
    'flows',
    'f',
    { kind: 'request', source: 'app', target: 'constructor' },
    'flows.f.target, line 31',
    'there is no block “constructor”. Add the block, or remove the flow.',
  ],
  [
    'a flow to no id',
    'flows',
    'f',
    { kind: 'request', source: 'app', target: 'a b' },
    'flows.f.target, line 31',
    '"a b" is no id. An id is a letter or digit, then letters, digits, “_”, “-” or “.”, at most 200 in all.',
  ],
  [
    'a property of a flow that does not fit',
    'flows',
    'f',
    { kind: 'request', source: 'app', target: 'rk', props: { lagged: 'no' } },
    'flows.f.props.lagged, line 33',
    'expected true or false, got "no".',
  ],
  [
    'a point of a line that is no point',
    'flows',
    'f',
    { kind: 'request', source: 'app', target: 'rk', bends: [{ x: 1, y: 1 }, [2, 2]] },
    'flows.f.bends.1, line 37',
    'expected an object, got a list.',
  ],
  [
    'an id with a space',
    'blocks',
    'my ranker',
    { kind: 'ranker', label: 'R' },
    'blocks.my ranker, line 26',
    'this name is no id. An id is a letter or digit, then letters, digits, “_”, “-” or “.”, at most 200 in all.',
  ],
  [
    'an id beyond the limit',
    'blocks',
    'x'.repeat(201),
    { kind: 'ranker', label: 'R' },
    `blocks.${'x'.repeat(60)}…, line 26`,
    'this name is no id. An id is a letter or digit, then letters, digits, “_”, “-” or “.”, at most 200 in all.',
  ],
  [
    'a group with the id of a block',
    'groups',
    'rk',
    { label: 'G' },
    'blocks.rk, line 22',
    'has the id of a group, line 12. Give one of the two another id.',
  ],
  [
    'a waiver without a reason',
    'waivers',
    'w',
    { rule: 'no-fallback', at: ['rk'] },
    'waivers.w, line 35',
    'has no “reason”. Add one, such as "reason": "House ads are served instead.".',
  ],
  [
    'an answer of the brief that does not fit',
    'brief',
    'design',
    { peakQps: true },
    'brief.design.peakQps, line 37',
    'expected a number, got true. In requests/s, for example 1200.',
  ],
  [
    'notes that are no text',
    'brief',
    'design',
    { notes: { data: 7 } },
    'brief.design.notes.data, line 38',
    'expected a text, got 7.',
  ],
  [
    'a second brief',
    'brief',
    'mine',
    {},
    'brief.mine, line 36',
    'has no place in brief. It holds one record, “design”.',
  ],
  [
    'direction marks in a name',
    'about',
    '\u202eevil\n',
    {},
    'about.\\u202eevil\\u000a, line 7',
    'has no place in about. It holds one record, “design”.',
  ],
])('%s', (_, table, id, record, path, sentence) => {
  expect(told(spoilt(table, id, record))).toEqual([`${path}: ${sentence}`])
})

test('fields that a record of ours does not have may hold anything', () => {
  const file = spoilt('groups', 'online', { label: 'G', props: null, notes: 5, bends: {}, kind: [] })
  const read = readDesign(JSON.stringify(file))
  expect(read.ok && read.value.groups.online?.extra).toEqual({ props: null, notes: 5, bends: {}, kind: [] })
})

test('a value with several faults is told once', () => {
  expect(told(spoilt('blocks', 'rk', { kind: [], label: 'R' }))).toEqual([
    'blocks.rk.kind, line 20: expected a text, got an empty list.',
  ])
})

test('groups within each other are named, once for the ring', () => {
  const file = {
    ...valid(),
    groups: { a: { label: 'A', group: 'b' }, b: { label: 'B', group: 'a' }, online: { label: 'O' } },
  }
  expect(told(file)).toEqual([
    'groups.a.group, line 11: groups stand within each other: “a” in “b” in “a”. Remove this field from one of them.',
  ])
})

test('groups nest 64 deep and no deeper', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [
        `g${i}`,
        { label: 'G', ...(i === 0 ? { group: 'online' } : { group: `g${i - 1}` }) },
      ]),
    )
  expect(told({ ...valid(), groups: { online: { label: 'O' }, ...chain(63) } })).toEqual([])
  expect(told({ ...valid(), groups: { online: { label: 'O' }, ...chain(66) } })).toEqual([
    'groups.g63.group, line 266: this group stands in 64 others, one within the next. Groups nest 64 deep.',
  ])
})

test('a number beyond what computers hold is told', () => {
  const text = JSON.stringify(valid(), null, 2).replace('62', '1e999')
  expect(toldOf(text)).toEqual([
    'blocks.rk.props.p99Ms, line 23: this number is too large. Numbers reach up to 1.8e308.',
  ])
})

test('the limits on blocks and flows are told before the rest is looked at', () => {
  const many = (count: number, record: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, record]))
  expect(told({ ...valid(), blocks: many(5_001, 7), flows: many(20_001, 7) })).toEqual([
    'blocks, line 13: holds 5,001 blocks, the limit is 5,000. Divide the design into several files.',
    'flows, line 5016: holds 20,001 flows, the limit is 20,000. Divide the design into several files.',
  ])
})

test('a list of a million wrong elements is one problem', () => {
  const bends = Array.from({ length: 1_000_000 }, () => 1)
  expect(told(spoilt('flows', 'f', { kind: 'request', source: 'app', target: 'rk', bends }))).toEqual([
    'flows.f.bends, line 32: holds 1,000,000 entries, the limit is 10,000.',
  ])
})

test('at most 50 problems are told', () => {
  const blocks = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`n${i}`, 7]))
  expect(told({ ...valid(), blocks })).toHaveLength(50)
})

test('problems of one file are told together, in the order of the file', () => {
  const text = `{"schema": 1,
"blocks": {"a": {"kind": "ranker"},
"b": {"kind": "ranker", "label": "B", "props": {"p99Ms": "fast", "p50Ms": "slow"}}}}`
  expect(toldOf(text)).toEqual([
    'blocks.a, line 2: has no “label”. Add one, such as "label": "Ranker".',
    'blocks.b.props.p99Ms, line 3: expected a number, got "fast". In ms, for example 20.',
    'blocks.b.props.p50Ms, line 3: expected a number, got "slow". In ms, for example 20.',
  ])
})

test('a file on one very long line is told with the column', () => {
  const text = JSON.stringify({ about: { design: { summary: 'x'.repeat(400) } }, schema: 1, blocks: { a: 7 } })
  expect(toldOf(text)).toEqual([`blocks.a, line 1, column ${text.indexOf('"a":7') + 1}: expected an object, got 7.`])
})

test('a name that stands twice is told with both lines', () => {
  const text = '{\n  "schema": 1,\n  "blocks": {\n    "a": {},\n    "a": {}\n  }\n}'
  expect(toldOf(text)).toEqual([
    'blocks.a, line 5: stands here twice, first on line 4. Keep one of the two, or give one another name.',
  ])
})

test('text that is no JSON is told with line and column', () => {
  expect(toldOf('{\n  "schema": 1,\n}')).toEqual([
    'line 3, column 1: expected a name, got “}”. Remove the comma before it.',
  ])
})

test('a schema that is no number of a schema is told', () => {
  expect(told({ ...valid(), schema: '1' })).toEqual([
    'schema, line 2: expected the number of a schema, got "1". Designs of this version have "schema": 1.',
  ])
  const { schema: _, ...none } = valid()
  expect(told(none)).toEqual([
    'schema, line 1: this file does not say which schema it follows. Designs of this version have "schema": 1.',
  ])
})

test('a design of a newer version is refused with both numbers, whatever else it holds', () => {
  const newer = { ...valid(), schema: 7, blocks: ['new', 'shape'] }
  expect(readDesign(JSON.stringify(newer, null, 2))).toEqual({
    ok: false,
    newerThan: 1,
    problems: [
      {
        path: 'schema, line 2',
        message: 'this design has schema 7, this version of Groundplan reads up to schema 1.',
        hint: 'Open it with a newer version; the file stays as it is.',
      },
    ],
  })
})

test('a file beyond 20 MB is refused unread', () => {
  expect(toldOf(' '.repeat(20 * 1024 * 1024 + 1))).toEqual([
    ': This file is too large: 21 MB, the limit is 20 MB. Divide the design into several files.',
  ])
})

test('no file changes what all objects have', () => {
  const text = `{"schema": 1, "__proto__": {"polluted": 1}, "brief": {"design": {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}},
    "blocks": {"constructor": {"kind": "__proto__", "label": "", "__proto__": {"polluted": 1}, "props": {"__proto__": "polluted"}}}}`
  const read = readDesign(text)
  expect(read.ok).toBe(true)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  const block = read.ok ? lookUp(read.value.blocks, 'constructor') : undefined
  expect([Object.getPrototypeOf(block), 'polluted' in (block ?? {})]).toEqual([Object.prototype, false])
  expect(Object.getPrototypeOf(block?.props)).toBe(Object.prototype)
})

function spoilt(table: string, id: string, record: unknown) {
  const file = valid() as ReturnType<typeof valid> & Record<string, object>
  return { ...file, [table]: { ...file[table], [id]: record } }
}

function told(file: unknown): string[] {
  return toldOf(JSON.stringify(file, null, 2))
}

function toldOf(text: string): string[] {
  const read = readDesign(text)
  return read.ok ? [] : read.problems.map(sentence)
}

function sentence({ path, message, hint }: Problem): string {
  return `${path}: ${message}${hint ? ` ${hint}` : ''}`
}
