import { expect, test } from 'vitest'
import { obstaclesOf } from '../../src/drawing/obstacles'
import { reroute, routesOf } from '../../src/drawing/route'
import { type Ends, endsOf, sceneOf } from '../../src/drawing/scene'
import type { Flow } from '../../src/model/design'
import { at, designOf } from './designs'

const STRAIGHT = [
  { x: 160, y: 32 },
  { x: 400, y: 32 },
]
const FLOW = { source: 'a', target: 'c', bends: STRAIGHT }

test('a line runs through a block between its two, and not through those it joins', () => {
  for (const [x, isIn] of [
    [200, true],
    [1000, false],
  ] as const) {
    const design = designOf([at('a', 0, 0), at('wall', x, 0), at('c', 400, 0)], [FLOW])
    const scene = sceneOf(design)
    const ends = endsOf(scene, design.flows['a-c'] as Flow) as Ends
    expect(obstaclesOf(scene).areIn(STRAIGHT, ends)).toBe(isIn)
  }
})

test('a line of the file that runs through a block is given up for one around it', () => {
  const design = designOf([at('a', 0, 0), at('wall', 200, 0), at('c', 400, 0)], [FLOW])
  expect(routesOf(design).get('a-c')).not.toEqual(STRAIGHT)
})

test('a line gives way when a block is dragged onto it', () => {
  const places = (y: number) => designOf([at('a', 0, 0), at('wall', 200, y), at('c', 400, 0)], [FLOW])
  const before = routesOf(places(104))
  expect(before.get('a-c')).toEqual(STRAIGHT)
  const after = reroute(places(0), before, new Set(['wall']))
  expect(after.get('a-c')).not.toEqual(STRAIGHT)
  expect(reroute(places(104), after, new Set(['wall'])).get('a-c')).toBeDefined()
})
