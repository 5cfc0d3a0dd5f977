import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDesign } from '../../../src/gate'
import type { Design } from '../../../src/model/design'
import { sketch } from '../../../src/plan/sketch'
import type { Coverage } from '../../../src/rules/coverage'
import { type Stop, stopsOf, WALKS } from '../../../src/ui/present/stops'

/** A design whose blocks stand in a row, in the order in which they were written. */
function inARow(design: Design): Design {
  const rows = Object.entries(design.blocks).map(([id, block], index) => [
    id,
    { ...block, at: { x: index * 200, y: 0 } },
  ])
  return { ...design, blocks: Object.fromEntries(rows) }
}

const SERVING = inARow(sketch`
  title "Feed"
  brief latencyP99Ms=200
  app client; gw gateway p99Ms=5; rk ranker p99Ms=60; log prediction-log
  app -request-> gw -request-> rk
  rk -stream-> log
`)

const titled = (stops: readonly Stop[]) => stops.map(({ number, title, facts }) => [number, title, ...facts])
const lit = (stop: Stop | undefined) => [...(stop?.lit ?? [])].sort()

test('the walk by step visits the steps that have blocks between two overviews', () => {
  const overview = [null, 'Feed', '4 blocks', '3 flows']
  expect(titled(stopsOf(SERVING, 'steps', null))).toEqual([
    overview,
    [6, 'Serve', '3 blocks'],
    [7, 'Monitor', '1 block'],
    overview,
  ])
})

test('a stop of a step says what is covered of it, and the overview of all', () => {
  const none = { met: 0, of: 0 }
  const coverage: Coverage = {
    ...{ clarify: none, frame: none, data: none, model: none, evaluate: none },
    serve: { met: 3, of: 5 },
    monitor: { met: 1, of: 1 },
  }
  expect(stopsOf(SERVING, 'steps', coverage).map(stop => stop.facts.at(-1))).toEqual([
    '4 of 6 checks covered',
    '3 of 5 checks covered',
    '1 of 1 checks covered',
    '4 of 6 checks covered',
  ])
})

test('in a step its blocks stand out with the flows that begin or end at them', () => {
  const flow = Object.values(SERVING.flows).find(({ target }) => target === 'log')
  const monitor = stopsOf(SERVING, 'steps', null).find(stop => stop.step === 'monitor')
  expect(lit(monitor)).toEqual([flow?.id, 'log'].sort())
  expect(monitor?.shown).toEqual(['log'])
})

test('the walk along the request path adds up what each block takes', () => {
  expect(titled(stopsOf(SERVING, 'path', null)).slice(1, -1)).toEqual([
    [1, 'Client', '0 of 65\u2009ms'],
    [2, 'Gateway / load balancer', '5\u2009ms here', '5 of 65\u2009ms'],
    [3, 'Ranker', '60\u2009ms here', '65 of 65\u2009ms, 200\u2009ms allowed'],
  ])
})

test('on the request path the block that is spoken of is in the accent with the call that reaches it', () => {
  const [, , gateway] = stopsOf(SERVING, 'path', null)
  const call = Object.values(SERVING.flows).find(({ target }) => target === 'gw')
  expect([...(gateway?.now ?? [])].sort()).toEqual(['gw', call?.id].sort())
  expect(lit(gateway)).not.toContain('log')
})

test('the walk by room goes from left to right and ends with what stands in no room', () => {
  const room = (id: string, x: number) => ({ id, label: id, at: { x, y: 0 }, size: { width: 180, height: 100 } })
  const design: Design = {
    ...SERVING,
    groups: { Online: room('Online', 0), Logs: room('Logs', 600), Inner: { ...room('Inner', 10), group: 'Online' } },
    blocks: {
      ...SERVING.blocks,
      app: { ...SERVING.blocks.app!, group: 'Online' },
      gw: { ...SERVING.blocks.gw!, group: 'Inner' },
      log: { ...SERVING.blocks.log!, group: 'Logs' },
    },
  }
  const stops = stopsOf(design, 'rooms', null)
  expect(titled(stops).slice(1, -1)).toEqual([
    [1, 'Online', '2 blocks'],
    [2, 'Logs', '1 block'],
    [3, 'Outside the rooms', '1 block'],
  ])
  expect(stops[1]?.shown).toEqual(['Online', 'app', 'gw'])
  expect(lit(stops[1])).toEqual(expect.arrayContaining(['Inner', 'Online', 'app', 'gw']))
})

test('a walk for which the design has nothing has no stops', () => {
  const bare = inARow(sketch`lake data-lake`)
  expect(WALKS.map(walk => stopsOf(bare, walk, null).length)).toEqual([3, 0, 0])
  expect(WALKS.map(walk => stopsOf({ ...bare, blocks: {} }, walk, null).length)).toEqual([0, 0, 0])
})

test('notes of the step come before those of its blocks, the summary stands beside the overview', () => {
  const design: Design = {
    ...SERVING,
    about: { design: { title: 'Feed', summary: 'Ranks posts.' } },
    brief: { design: { ...SERVING.brief.design, notes: { serve: 'Two stages.' } } },
    blocks: { ...SERVING.blocks, rk: { ...SERVING.blocks.rk!, notes: 'Eight heads.' } },
  }
  expect(stopsOf(design, 'steps', null).map(stop => stop.notes.map(({ title, text }) => `${title}: ${text}`))).toEqual([
    ['Summary: Ranks posts.'],
    ['Serve: Two stages.', 'Ranker: Eight heads.'],
    [],
    ['Summary: Ranks posts.'],
  ])
})

test('every block of a case study is shown by exactly one step, and every room by one stop', () => {
  const text = readFileSync('templates/personalised-news-feed.groundplan.json', 'utf8')
  const parsed = readDesign(text)
  if (!parsed.ok) throw new Error('The case study cannot be read')
  const design = parsed.value
  const shown = stopsOf(design, 'steps', null).flatMap(stop => stop.shown ?? [])
  const blocks = Object.values(design.blocks).filter(block => block.kind !== 'note')
  expect([...shown].sort()).toEqual(blocks.map(block => block.id).sort())
  const rooms = stopsOf(design, 'rooms', null).flatMap(stop => [...stop.now])
  expect(rooms.sort()).toEqual(Object.keys(design.groups).sort())
})

test('what lies in a collapsed room is shown by the room', () => {
  const group = {
    id: 'online',
    label: 'Online',
    at: { x: 0, y: 0 },
    size: { width: 600, height: 200 },
    collapsed: true,
  } as const
  const inside = (id: 'gw' | 'rk') => ({ ...SERVING.blocks[id]!, group: 'online' })
  const design: Design = {
    ...SERVING,
    groups: { online: group },
    blocks: { ...SERVING.blocks, gw: inside('gw'), rk: inside('rk') },
  }
  const serve = stopsOf(design, 'steps', null).find(stop => stop.step === 'serve')
  expect(serve?.shown).toEqual(['app', 'online'])
  expect(lit(serve)).toContain('online')
  const [, , gateway] = stopsOf(design, 'path', null)
  expect([gateway?.title, gateway?.shown]).toEqual(['Gateway / load balancer', ['online']])
  expect(gateway?.now).toContain('online')
})
