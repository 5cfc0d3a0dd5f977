import { expect, test } from 'vitest'
import { removeBlocks } from '../../src/model/blocks'
import type { Design, Row, Table } from '../../src/model/design'
import { applyEdit, type Change } from '../../src/model/edit'
import { patchPlan } from '../../src/plan/patch'
import { readPlan } from '../../src/plan/read'
import { designOf } from '../../src/plan/sketch'
import { writePlan } from '../../src/plan/write'
import { CATALOGUE } from '../layout/catalogue'

function put(table: Table, id: string, record: object): Change {
  return { op: 'put', table, id, record: { id, ...record } as unknown as Row }
}

function set(table: Table, id: string, path: string, to?: string | number | boolean): Change {
  return { op: 'set', table, id, path, ...(to === undefined ? {} : { to }) }
}

/** The text changed as its design is by these changes. */
function patched(text: string, ...changes: readonly Change[]): string | null {
  const before = designOf(text)
  return patchPlan(text, before, applyEdit(before, { label: '', changes }))
}

const HOT = `# The hot path
title "Feed"   # as the team calls it

client -request-> app-service -request-> rk   # in this order
rk ranker "Ranker" p99Ms=70`

test('new blocks and flows follow at the end, and not a sign of what stands changes', () => {
  expect(
    patched(
      HOT,
      put('blocks', 'spare', { kind: 'fallback', label: 'Popular', props: {} }),
      put('flows', 'app-service-fallback-spare', { kind: 'fallback', source: 'app-service', target: 'spare' }),
    ),
  ).toBe(`${HOT}\nspare fallback "Popular"\napp-service -fallback-> spare\n`)
})

test('a block that changes is written anew in its place; one that only a flow names gets a line', () => {
  expect(patched(HOT, set('blocks', 'rk', 'props.optional', true), set('blocks', 'client', 'label', 'Reader'))).toBe(
    `${HOT} optional=true\nclient client "Reader"\n`.replace('p99Ms=70 optional=true', 'optional=true p99Ms=70'),
  )
})

test('a chain that loses or changes an arrow becomes one flow a line, with its comment', () => {
  const text = 'a client; b gateway; c app-service\n  a -> b -> c -> a  # round\nb -> c {stage=2}\n'
  expect([
    patched(text, { op: 'cut', table: 'flows', id: 'b-request-c' }),
    patched(text, set('flows', 'c-request-a', 'kind', 'async')),
  ]).toEqual([
    null,
    'a client; b gateway; c app-service\n  a -request-> b\n  b -request-> c\n  c -async-> a {id=c-request-a}  # round\nb -> c {stage=2}\n',
  ])
})

test('statements that go take their line along, or leave the others of their line', () => {
  expect([
    patched('app-service\n  cache\nclient -> app-service\n', { op: 'cut', table: 'blocks', id: 'cache' }),
    patched('app-service; cache; client -> app-service', { op: 'cut', table: 'blocks', id: 'cache' }),
    patched('client -> app-service; cache', { op: 'cut', table: 'blocks', id: 'cache' }),
    patched('cache # kept\r\nclient -> app-service\r\n', { op: 'cut', table: 'blocks', id: 'cache' }),
  ]).toEqual([
    'app-service\nclient -> app-service\n',
    'app-service; client -> app-service',
    'client -> app-service',
    ' # kept\r\nclient -> app-service\r\n',
  ])
})

test('an answer that changes is written in its place, a new one at the end, line ends as the text has them', () => {
  expect(
    patched(
      '\ufeffbrief peakQps=10 dau=5 # sized\r\nclient -> app-service',
      set('brief', 'design', 'peakQps', 20),
      set('brief', 'design', 'latencyP99Ms', 100),
    ),
  ).toBe('\ufeffbrief dau=5\r\nbrief peakQps=20 # sized\r\nclient -> app-service\r\nbrief latencyP99Ms=100\r\n')
})

test('a block that only flows name goes with them, and one that they alone named stays', () => {
  const text = 'client -> app-service -> ranker\nranker -> prediction-log # later\n'
  const before = designOf(text)
  const after = applyEdit(before, removeBlocks(before, ['ranker']))
  expect(patchPlan(text, before, after)).toBe(
    'client -request-> app-service\n # later\nprediction-log prediction-log "Prediction log"\n',
  )
})

test('a case study that loses any block or flow reads as the design without it', () => {
  for (const { design } of CATALOGUE.slice(0, 3)) {
    const { text } = writePlan(design)
    const before = designOf(text)
    const edits = [
      ...Object.keys(before.blocks).map(id => removeBlocks(before, [id])),
      ...Object.keys(before.flows).map(id => ({ label: '', changes: [{ op: 'cut', table: 'flows', id } as const] })),
    ]
    const unread = edits.filter(
      edit => !readsAs(patchPlan(text, before, applyEdit(before, edit)), applyEdit(before, edit)),
    )
    expect(unread).toEqual([])
  }
})

function readsAs(text: string | null, design: Design): boolean {
  const read = text === null ? null : readPlan(text)
  return read?.ok === true && writePlan(read.value).text === writePlan(design).text
}
