import { expect, test } from 'vitest'
import { bundlesOf } from '../../src/drawing/bundles'
import { labelsOf } from '../../src/drawing/label'
import { routesOf } from '../../src/drawing/route'
import { sceneOf } from '../../src/drawing/scene'
import type { Id } from '../../src/model/design'
import { at, designOf } from './designs'

const room = { id: 'room', at: { x: 400, y: 0 }, size: { width: 400, height: 300 }, collapsed: true as const }

const design = designOf(
  [at('out', 0, 0), at('a', 440, 40, { group: 'room' }), at('b', 640, 40, { group: 'room' })],
  [
    { source: 'out', target: 'a', kind: 'data', label: 'rows' },
    { source: 'out', target: 'b', kind: 'request' },
    { source: 'b', target: 'out', kind: 'feedback', label: 'clicks' },
    { source: 'a', target: 'b' },
    { id: 'retry', source: 'a', target: 'a' },
  ],
  [room],
)

function idsOf(bundles: ReturnType<typeof bundlesOf>): [Id, Id[]][] {
  return [...bundles].map(([id, flows]) => [id, flows.map(flow => flow.id)])
}

test('flows one way between a block and a collapsed room are one line, led by the request', () => {
  expect(idsOf(bundlesOf(design, sceneOf(design)))).toEqual([['out-b', ['out-b', 'out-a']]])
})

test('only the first of them has a line, which says how many they are; flows inside the room have none', () => {
  const routes = routesOf(design)
  expect([...routes.keys()].sort()).toEqual(['b-out', 'out-b'])
  expect([...labelsOf(design, routes)].map(([id, label]) => [id, label.text]).sort()).toEqual([
    ['b-out', 'clicks'],
    ['out-b', '2 flows'],
  ])
})

test('in a design whose rooms are open every flow has its own line', () => {
  const { collapsed: _, ...open } = room
  const opened = { ...design, groups: { room: { ...open, label: 'room' } } }
  expect(idsOf(bundlesOf(opened, sceneOf(opened)))).toEqual([])
  expect(routesOf(opened).size).toBe(5)
})
