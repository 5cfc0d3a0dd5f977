import { expect, test } from 'vitest'
import type { Design } from '../../src/model/design'
import { readPlan } from '../../src/plan/read'

/** The design of a plan that has no problems. */
function read(text: string): Design {
  const result = readPlan(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
  return result.value
}

test('the example of the documentation reads as written', () => {
  const design = read(`title "Personalised news feed"
brief peakQps=45000 latencyP99Ms=300 mlTask=ranking businessGoal="Meaningful interactions" offlineMetrics=ndcg|roc-auc
group online "Request path"
app app-service "Feed service" p99Ms=20 replicas=100 in=online      # id kind "label" key=value …
rk ranker "Heavy ranker" stage=heavy p99Ms=70 in=online
app -request-> rk, feature-store-online {stage=1}                   # from -kind-> to, to {key=value …}
app -> prediction-log                                               # a plain arrow
client -request-> app -fallback-> fallback                          # chains are allowed
waive no-fallback @rk "answers are precomputed"
n1 note "free text"
`)
  expect(design).toEqual({
    schema: 1,
    about: { design: { title: 'Personalised news feed' } },
    brief: {
      design: {
        peakQps: 45000,
        latencyP99Ms: 300,
        mlTask: 'ranking',
        businessGoal: 'Meaningful interactions',
        offlineMetrics: ['ndcg', 'roc-auc'],
      },
    },
    groups: { online: { id: 'online', label: 'Request path' } },
    blocks: {
      app: {
        id: 'app',
        kind: 'app-service',
        label: 'Feed service',
        group: 'online',
        props: { p99Ms: 20, replicas: 100 },
      },
      rk: { id: 'rk', kind: 'ranker', label: 'Heavy ranker', group: 'online', props: { stage: 'heavy', p99Ms: 70 } },
      n1: { id: 'n1', kind: 'note', label: 'free text', props: {} },
      'feature-store-online': {
        id: 'feature-store-online',
        kind: 'feature-store-online',
        label: 'Online feature store',
        props: {},
      },
      'prediction-log': {
        id: 'prediction-log',
        kind: 'prediction-log',
        label: 'Prediction log',
        props: {},
      },
      client: { id: 'client', kind: 'client', label: 'Client', props: {} },
      fallback: { id: 'fallback', kind: 'fallback', label: 'Fallback', props: {} },
    },
    flows: {
      'app-request-rk': { id: 'app-request-rk', kind: 'request', source: 'app', target: 'rk', props: { stage: 1 } },
      'app-request-feature-store-online': {
        id: 'app-request-feature-store-online',
        kind: 'request',
        source: 'app',
        target: 'feature-store-online',
        props: { stage: 1 },
      },
      'app-feedback-prediction-log': {
        id: 'app-feedback-prediction-log',
        kind: 'feedback',
        source: 'app',
        target: 'prediction-log',
      },
      'client-request-app': { id: 'client-request-app', kind: 'request', source: 'client', target: 'app' },
      'app-fallback-fallback': { id: 'app-fallback-fallback', kind: 'fallback', source: 'app', target: 'fallback' },
    },
    waivers: {
      'waive-no-fallback-rk': {
        id: 'waive-no-fallback-rk',
        rule: 'no-fallback',
        at: ['rk'],
        reason: 'answers are precomputed',
      },
    },
  })
})

test('an empty plan is an empty design', () => {
  const empty = {
    schema: 1,
    about: { design: { title: 'Untitled design' } },
    brief: { design: {} },
    groups: {},
    blocks: {},
    flows: {},
    waivers: {},
  }
  expect(read('')).toEqual(empty)
  expect(read('\n ; ;# only a comment\n\t# another\n')).toEqual(empty)
})

test('statements end at a semicolon or a line end; CRLF, tabs and a byte order mark are read', () => {
  expect(read('\uFEFFtitle "T"\r\na\tclient "A"; b gateway "B"\r\na -> b\r\n')).toEqual(
    read('title "T"\na client "A"\nb gateway "B"\na -request-> b\n'),
  )
})

test('a comment starts a line or follows white space, and nowhere else', () => {
  const { blocks } = read('# note\na data-source "A # 1" owner=team#1 # the rest\n')
  expect(blocks).toEqual({ a: { id: 'a', kind: 'data-source', label: 'A # 1', props: { owner: 'team#1' } } })
})

test('a title has a summary and an author', () => {
  expect(read('title "T" summary="Two stages." author=Ada').about.design).toEqual({
    title: 'T',
    summary: 'Two stages.',
    author: 'Ada',
  })
})

test('the brief takes as many lines as one likes, notes of a step, and answers of another tool', () => {
  expect(
    read('brief dau="300 000 000"\nbrief notes.data="Labels mature\\nafter 2 h" costCentre=ml').brief.design,
  ).toEqual({
    dau: 300_000_000,
    notes: { data: 'Labels mature\nafter 2 h' },
    extra: { costCentre: 'ml' },
  })
})

test('a group has a label, the group around it, and says whether it is collapsed or locked', () => {
  expect(read('group inner in=outer collapsed=true locked=true\ngroup outer "Everything" locked=false').groups).toEqual(
    {
      inner: { id: 'inner', label: 'inner', group: 'outer', collapsed: true, locked: true },
      outer: { id: 'outer', label: 'Everything' },
    },
  )
})

test('a block without a label has the name of its kind, and a lone kind is a block', () => {
  expect(read('rk ranker p99Ms=7; client').blocks).toEqual({
    rk: { id: 'rk', kind: 'ranker', label: 'Ranker', props: { p99Ms: 7 } },
    client: { id: 'client', kind: 'client', label: 'Client', props: {} },
  })
})

test('in, notes and locked of a block are its own; every other key is a property', () => {
  expect(read('group g\nb cache "B" in=g notes="Why *this*" locked=true collapsed=true').blocks).toEqual({
    b: {
      id: 'b',
      kind: 'cache',
      label: 'B',
      group: 'g',
      props: { collapsed: true },
      notes: 'Why *this*',
      locked: true,
    },
  })
})

test('a note is written with the keyword first or as a block', () => {
  expect(read('note n1 "free text"').blocks).toEqual(read('n1 note "free text"').blocks)
})

test('a word may be used before the line that declares it', () => {
  expect(read('a -> b {stage=1}\nb ranker "B" in=g\na client "A"\ngroup g').flows).toEqual({
    'a-request-b': { id: 'a-request-b', kind: 'request', source: 'a', target: 'b', props: { stage: 1 } },
  })
})

test('lists of ends multiply, and each arrow of a chain has its own properties', () => {
  const { flows } = read(
    'c1 client; c2 client; c1, c2 -request-> gateway {stage=1} -request-> cache, ranker {stage=2, lagged=true}',
  )
  expect(Object.values(flows).map(({ source, kind, target, props }) => [source, kind, target, props])).toEqual([
    ['c1', 'request', 'gateway', { stage: 1 }],
    ['c2', 'request', 'gateway', { stage: 1 }],
    ['gateway', 'request', 'cache', { stage: 2, lagged: true }],
    ['gateway', 'request', 'ranker', { stage: 2, lagged: true }],
  ])
})

test('a flow may write its id and its label; twins without an id are counted', () => {
  expect(
    read('a client; b gateway; a -> b; a -> b {label="500 ads"}; a -> b {id=third}; a -request-> b').flows,
  ).toEqual({
    'a-request-b': { id: 'a-request-b', kind: 'request', source: 'a', target: 'b' },
    'a-request-b-2': { id: 'a-request-b-2', kind: 'request', source: 'a', target: 'b', label: '500 ads' },
    third: { id: 'third', kind: 'request', source: 'a', target: 'b' },
    'a-request-b-3': { id: 'a-request-b-3', kind: 'request', source: 'a', target: 'b' },
  })
})

test('an id that is written somewhere is not given to a flow without one', () => {
  expect(Object.keys(read('a client; b gateway; a -> b; a-request-b cache').flows)).toEqual(['a-request-b-2'])
})

test('a waiver names blocks or the rule everywhere, and may write its id', () => {
  const plan =
    'rk ranker; client\nwaive no-fallback @rk, client "late"\nwaive drift "later" {id=w1}\nwaive drift "twin"\nwaive drift "twins"'
  expect(read(plan).waivers).toEqual({
    'waive-no-fallback-rk-client': {
      id: 'waive-no-fallback-rk-client',
      rule: 'no-fallback',
      at: ['rk', 'client'],
      reason: 'late',
    },
    w1: { id: 'w1', rule: 'drift', at: [], reason: 'later' },
    'waive-drift': { id: 'waive-drift', rule: 'drift', at: [], reason: 'twin' },
    'waive-drift-2': { id: 'waive-drift-2', rule: 'drift', at: [], reason: 'twins' },
  })
})

test('a waiver may name a flow', () => {
  expect(read('client -data-> cache\nwaive invalid-connection @client-data-cache "drawn as asked"').waivers).toEqual({
    'waive-invalid-connection-client-data-cache': {
      id: 'waive-invalid-connection-client-data-cache',
      rule: 'invalid-connection',
      at: ['client-data-cache'],
      reason: 'drawn as asked',
    },
  })
})

test('values take the type of their field', () => {
  const plan =
    'rk ranker p99Ms="1 200" memGb=1e3 modelParams="2_000" stage=medium objectives=click owner=12 optional=true'
  expect(read(plan).blocks.rk?.props).toEqual({
    p99Ms: 1200,
    memGb: 1000,
    modelParams: 2000,
    stage: 'medium',
    objectives: ['click'],
    owner: '12',
    optional: true,
  })
  expect(read('t training-job modelParams=external').blocks.t?.props).toEqual({ modelParams: 'external' })
  expect(read('brief offlineMetrics="recall at 5"|"a|b"|x').brief.design).toEqual({
    offlineMetrics: ['recall at 5', 'a|b', 'x'],
  })
})

test('a key that the kind does not know keeps what its value looks like', () => {
  const plan = 'rk ranker x.a=true x.b=-1.5e3 x.c=007 x.d="12" x.e=a|"b c" x.f=word x.g="true" x.h=1e999'
  expect(read(plan).blocks.rk?.props).toEqual({
    'x.a': true,
    'x.b': -1500,
    'x.c': '007',
    'x.d': '12',
    'x.e': ['a', 'b c'],
    'x.f': 'word',
    'x.g': 'true',
    'x.h': '1e999',
  })
})

test('strings take the escapes of JSON', () => {
  expect(read('n1 note "\\"quoted\\" \\u00e9 \\\\ {a;b|c,d} # no comment"').blocks.n1?.label).toBe(
    '"quoted" é \\ {a;b|c,d} # no comment',
  )
})

test('names of JavaScript are ids and keys like any other', () => {
  const design = read('constructor client "C" toString=1\nhasOwnProperty cache "H"\nconstructor -> hasOwnProperty')
  expect(Object.keys(design.blocks)).toEqual(['constructor', 'hasOwnProperty'])
  expect(design.blocks.constructor).toEqual({ id: 'constructor', kind: 'client', label: 'C', props: { toString: 1 } })
})

test('a pair of kinds that no flow joins is read all the same: a rule says it', () => {
  expect(Object.keys(read('client -request-> training-job').flows)).toEqual(['client-request-training-job'])
})
