import { expect, test } from 'vitest'
import { sceneOf } from '../../src/drawing/scene'
import { at, designOf } from './designs'

test('blocks have the size of their kind, notes their own', () => {
  const blocks = [
    at('a', 8, 8),
    at('card', 0, 200, { kind: 'brief-card' }),
    at('note', 0, 300, { kind: 'note', size: { width: 240, height: 96 } }),
    { id: 'unplaced' },
  ]
  expect(sceneOf(designOf(blocks)).blocks).toEqual(
    new Map([
      ['a', { x: 8, y: 8, width: 160, height: 64 }],
      ['card', { x: 0, y: 200, width: 160, height: 48 }],
      ['note', { x: 0, y: 300, width: 240, height: 96 }],
    ]),
  )
})

test('a room without a size is drawn around what stands in it, and an empty one is not', () => {
  const groups = [{ id: 'room' }, { id: 'empty' }]
  const scene = sceneOf(designOf([at('a', 100, 100, { group: 'room' })], [], groups))
  expect(scene.rooms).toEqual(new Map([['room', { x: 90, y: 76, width: 180, height: 98 }]]))
})

test('a collapsed room hides its blocks and the rooms inside it, and stands where it was', () => {
  const groups = [
    { id: 'inner', group: 'outer' },
    { id: 'outer', at: { x: 0, y: 0 }, size: { width: 400, height: 300 }, collapsed: true as const },
  ]
  const scene = sceneOf(designOf([at('a', 40, 60, { group: 'inner' })], [], groups))
  expect({ ...scene, hiddenBy: [scene.hiddenBy('a'), scene.hiddenBy('inner'), scene.hiddenBy('outer')] }).toEqual({
    blocks: new Map(),
    rooms: new Map(),
    collapsed: new Map([['outer', { x: 0, y: 0, width: 160, height: 64 }]]),
    hiddenBy: ['outer', 'outer', undefined],
  })
})
