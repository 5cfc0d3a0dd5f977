import { expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../src/model/design'
import { readPlan } from '../../src/plan/read'
import { sketch } from '../../src/plan/sketch'
import { writePlan } from '../../src/plan/write'

const rk = { id: 'rk', kind: 'ranker', label: 'Ranker', props: {} }

/** A design with one ranker and whatever else a test is about. */
function withRanker(parts: Partial<Design>): Design {
  return { ...emptyDesign('T'), blocks: { rk }, ...parts }
}

test('title, brief, groups, blocks, flows and waivers stand in that order, each sorted by id', () => {
  const design = sketch`
    waive no-fallback @rk, app "answers are precomputed"
    app -request-> rk, feature-store-online {stage=1}
    rk ranker "Heavy ranker" stage=heavy p99Ms=70 in=online locked=true notes="Why *this*"
    app app-service "Feed service" replicas=100 p99Ms=20 in=online
    group online "Request path" in=all
    group all "All of it" collapsed=true
    brief notes.data="Two\nlines" zz=1 mlTask=ranking offlineMetrics=ndcg|"recall at 5" dau="300 000 000"
    title "News feed" author="Ada L." summary=short
  `
  expect(writePlan(design)).toEqual({
    text: `title "News feed" summary=short author="Ada L."
brief dau=300000000
brief mlTask=ranking
brief offlineMetrics=ndcg|"recall at 5"
brief zz=1
brief notes.data="Two\\nlines"
group all "All of it" collapsed=true
group online "Request path" in=all
app app-service "Feed service" p99Ms=20 replicas=100 in=online
feature-store-online feature-store-online "Online feature store"
rk ranker "Heavy ranker" p99Ms=70 stage=heavy in=online notes="Why *this*" locked=true
app -request-> feature-store-online {stage=1}
app -request-> rk {stage=1}
waive no-fallback @rk, app "answers are precomputed"
`,
    leftOut: [],
  })
})

test('the empty design is its title', () => {
  expect(writePlan(emptyDesign())).toEqual({ text: 'title "Untitled design"\n', leftOut: [] })
})

test('an id is written only where the reader would give another', () => {
  const design = sketch`
    client -> gateway; client -> gateway; client -> gateway {id=third}
    waive drift "a"; waive drift "b" {id=w}`
  expect(writePlan(design).text).toBe(
    `title "Untitled design"
client client "Client"
gateway gateway "Gateway / load balancer"
client -request-> gateway
client -request-> gateway
client -request-> gateway {id=third}
waive drift "b" {id=w}
waive drift "a"
`,
  )
})

test('a value is bare where that reads back as the same value, and a string elsewhere', () => {
  const props = {
    owner: '12',
    stage: 'heavy',
    objectives: ['click', 'a b'],
    'x.a': '12',
    'x.b': 12,
    'x.c': 'true',
    'x.d': 'a@b.c',
    'x.e': '',
    p99Ms: 1e21,
  }
  expect(writePlan(withRanker({ blocks: { rk: { ...rk, props } } })).text).toBe(
    'title "T"\n' +
      'rk ranker "Ranker" objectives=click|"a b" owner=12 p99Ms=1e+21 stage=heavy ' +
      'x.a="12" x.b=12 x.c="true" x.d=a@b.c x.e=""\n',
  )
})

test('what cannot be seen is escaped: control characters, direction marks, line separators', () => {
  const label = 'a\u0000\u0085\u202Eb\u2028\uFEFFc\n\td'
  expect(writePlan(withRanker({ blocks: { rk: { ...rk, label } } })).text).toBe(
    'title "T"\nrk ranker "a\\u0000\\u0085\\u202eb\\u2028\\ufeffc\\n\\td"\n',
  )
})

test('what plan text cannot hold is named in sentences', () => {
  const at = { x: 8, y: 16 }
  const size = { width: 160, height: 64 }
  const design: Design = {
    schema: 1,
    about: { design: { title: 'T', extra: { a: 1 } } },
    brief: { design: { dau: 1, constraint: 'kept', extra: { tree: { deep: true } } } },
    groups: { g: { id: 'g', label: 'G', at, size, group: 'gone', order: 'a0' } },
    blocks: {
      rk: { ...rk, at, props: { checks: ['one'], 'no key': 1, in: 'x', objectives: [] } },
      n: { id: 'n', kind: 'note', label: 'N', props: {}, at, size },
      odd: { id: 'odd', kind: 'quantum', label: 'Odd', props: {}, order: 'a1', extra: { b: 2 } },
      note: { id: 'note', kind: 'cache', label: 'Kept', props: {} },
    },
    flows: {
      f: { id: 'f', kind: 'carrier', source: 'rk', target: 'note', props: { id: 1 }, bends: [at, at] },
      g2: { id: 'g2', kind: 'data', source: 'rk', target: 'gone' },
    },
    waivers: {
      w: { id: 'w', rule: 'r', at: ['rk', 'gone'], reason: 'why' },
      x: { id: 'x', rule: 'r', at: ['gone'], reason: 'why' },
      y: { id: 'y', rule: 'r', at: [], reason: ' ' },
    },
  }
  expect(writePlan(design)).toEqual({
    text: `title "T"
brief dau=1
brief constraint=kept
group g "G"
n note "N"
note-1 cache "Kept"
odd component "Odd"
rk ranker "Ranker"
rk -request-> note-1 {id=f}
waive r @rk "why" {id=w}
`,
    leftOut: [
      'The positions of 2 blocks.',
      'The size of 1 note.',
      'The place and size of 1 group.',
      'The bends of 1 flow.',
      'The order of 2 records.',
      'Other tools’ fields in 2 records.',
      '3 ties to blocks or groups that are gone or stand within themselves.',
      'The id “note”: it is a word of plan text, so it is written as “note-1”.',
      'The property “checks” of “Ranker”.',
      'The property “no key” of “Ranker”.',
      'The property “in” of “Ranker”.',
      'The property “objectives” of “Ranker”.',
      'The kind “quantum” of “Odd”: it is written as a component.',
      'The kind “carrier” of the flow from “Ranker” to “Kept”: it is written as request.',
      'The property “id” of the flow from “Ranker” to “Kept”.',
      'The answer “tree” of the brief.',
      'The waiver of “r”, which names nothing on the design.',
      'The waiver of “r”, which has no reason or no rule.',
    ],
  })
})

test('a written plan reads without problems even where much was left out', () => {
  const ring = { a: { id: 'a', label: 'A', group: 'b' }, b: { id: 'b', label: 'B', group: 'a' } }
  const { text, leftOut } = writePlan(withRanker({ groups: ring }))
  expect(leftOut).toEqual(['2 ties to blocks or groups that are gone or stand within themselves.'])
  expect(readPlan(text)).toEqual({
    ok: true,
    value: withRanker({ groups: { a: { id: 'a', label: 'A' }, b: { id: 'b', label: 'B' } } }),
  })
})
