import { expect, test } from 'vitest'
import { type Berth, berthKey } from '../../src/drawing/berth'
import type { Box, Side } from '../../src/drawing/geometry'
import { assignPorts } from '../../src/drawing/ports'

const hub = box(0, 300)

test('ends on one side stand in the order of where their flows go', () => {
  const berths = [
    berth('low', box(400, 600), 'left'),
    berth('high', box(400, 0), 'left'),
    berth('mid', box(400, 310), 'left'),
  ]
  expect(heights(berths)).toEqual({ high: 316, mid: 332, low: 348 })
})

test('flows that turn back nest: the further they go, the further inside they start', () => {
  const berths = [
    berth('near', box(0, 500), 'right'),
    berth('far', box(0, 700), 'right'),
    berth('on', box(400, 900), 'left'),
  ]
  expect(heights(berths)).toEqual({ on: 316, far: 332, near: 348 })
})

test('an end whose line is given stays, and the others keep away from it', () => {
  const given = { ...berth('given', box(400, 0), 'left'), fixed: { x: 160, y: 332 } }
  expect(heights([given, berth('new', box(400, 600), 'top')])).toEqual({ given: 332, new: 348 })
})

test('a flow to a block a little lower is straight where both sides have room', () => {
  const target = box(200, 316)
  const source = berth('flow', target, 'left')
  const end: Berth = {
    ...source,
    end: 'target',
    owner: 'b',
    box: target,
    side: 'left',
    other: { box: hub, side: 'right' },
  }
  const ports = assignPorts([source, end])
  expect([ports.get(berthKey('flow', 'source'))?.y, ports.get(berthKey('flow', 'target'))?.y]).toEqual([348, 348])
})

test('two flows that start towards each other in one gutter do not look like one', () => {
  const across: Berth = { ...berth('other', box(0, 0), 'left'), owner: 'b', box: box(200, 300), side: 'left' }
  expect(heights([berth('one', box(400, 0), 'bottom'), across])).toEqual({ one: 340, other: 332 })
})

function box(x: number, y: number): Box {
  return { x, y, width: 160, height: 64 }
}

/** A flow that leaves the hub by its right side. */
function berth(flow: string, to: Box, side: Side): Berth {
  return { flow, end: 'source', owner: 'hub', box: hub, side: 'right', other: { box: to, side } }
}

function heights(berths: readonly Berth[]): Record<string, number | undefined> {
  const ports = assignPorts(berths)
  return Object.fromEntries(berths.map(({ flow }) => [flow, ports.get(berthKey(flow, 'source'))?.y]))
}
