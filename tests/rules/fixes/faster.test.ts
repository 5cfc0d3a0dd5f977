import { expect, test } from 'vitest'
import { slowestRequest } from '../../../src/budget/latency'
import { graphOf } from '../../../src/graph/graph'
import type { Design } from '../../../src/model/design'
import { applyEdit } from '../../../src/model/edit'
import { sketch } from '../../../src/plan/sketch'
import { fasterPaths, staysInTime } from '../../../src/rules/fixes/faster'

function offered(design: Design, withinMs: number): string[] {
  const graph = graphOf(design)
  return fasterPaths(graph, graph.block('client')!, slowestRequest(graph)!, withinMs).map(fix => fix.title)
}

function flowAfter(design: Design, withinMs: number, id: string) {
  const graph = graphOf(design)
  const [fix] = fasterPaths(graph, graph.block('client')!, slowestRequest(graph)!, withinMs)
  return fix && applyEdit(design, fix.edit).flows[id]?.props
}

const reads = sketch`
  a app-service p99Ms=10; fs feature-store-online "Features" p99Ms=30; ps prediction-store "Scores" p99Ms=40
  client -> a -> fs, ps
`

test('look-ups that follow one another are read in one stage, where that is enough', () => {
  expect(offered(reads, 50)).toEqual(['read “Features” and “Scores” side by side'])
  expect(flowAfter(reads, 50, 'a-request-fs')).toEqual({ stage: 1 })
  expect(flowAfter(reads, 50, 'a-request-ps')).toEqual({ stage: 1 })
})

test('a fix that does not bring the path within the time is not offered', () => {
  expect(offered(reads, 49)).toEqual([])
})

test('calls whose stage is set stay as they are: somebody said what waits for what', () => {
  const design = sketch`
    a app-service; fs feature-store-online p99Ms=30; ps prediction-store p99Ms=40
    client -> a -request-> fs {stage=1}; a -request-> ps {stage=2}
  `
  expect(offered(design, 50)).toEqual([])
})

test('models are not run side by side: one may need the answer of the other', () => {
  const design = sketch`a app-service; x online-inference p99Ms=30; y ranker p99Ms=40; client -> a -> x, y`
  expect(offered(design, 50)).toEqual([])
})

test('a caller with a fallback stops waiting for its slowest call after what is left of the time', () => {
  const design = sketch`
    a app-service p99Ms=10; x online-inference p99Ms=30; rk ranker "Ranker" p99Ms=100; fb fallback p99Ms=5
    client -> a -> x, rk; a -> fb
  `
  expect(offered(design, 120)).toEqual(['stop waiting for “Ranker” after 75\u2009ms'])
  expect(flowAfter(design, 120, 'a-request-rk')).toEqual({ timeoutMs: 75 })
  // Half of its usual time and less: most answers would come from the fallback.
  expect(offered(design, 90)).toEqual([])
})

test('a fix stays in time while no path grows past the target, or past what it was', () => {
  const design = sketch`brief latencyP99Ms=100; a app-service p99Ms=90; client -> a`
  const slower = (p99Ms: number) => ({
    title: '',
    edit: { label: '', changes: [{ op: 'set', table: 'blocks', id: 'a', path: 'props.p99Ms', to: p99Ms } as const] },
  })
  expect([100, 101].map(ms => staysInTime(graphOf(design), slower(ms)))).toEqual([true, false])
  const late = sketch`brief latencyP99Ms=50; a app-service p99Ms=90; client -> a`
  expect([90, 91].map(ms => staysInTime(graphOf(late), slower(ms)))).toEqual([true, false])
})
