import { describe, expect, test } from 'vitest'
import { elkEngine } from '../../src/layout/elk-engine'
import { elkInNode } from '../../src/layout/elk-node'
import { type Parts, partsOf } from '../../src/layout/parts'
import { roomsEngine } from '../../src/layout/rooms/rooms-engine'
import { measure, score } from '../../src/layout/score'
import { emptyDesign, FLOW_KINDS } from '../../src/model/design'
import { CATALOGUE, inRooms } from './catalogue'

function partsWith(count: number, more: Partial<Parts> = {}): Parts {
  const blocks = Array.from({ length: count }, (_, i) => ({ id: `b${i}`, kind: 'etl-job', width: 160, height: 64 }))
  return { blocks, flows: [], groups: [], ...more }
}

test('a floor plan beats layers on a documented design, by its own score and by plain counts', async () => {
  const parts = partsOf(inRooms((CATALOGUE[4] as (typeof CATALOGUE)[number]).design))
  const rooms = await roomsEngine({ parts })
  const layers = await elkEngine(elkInNode)(parts)
  if (!rooms || !layers) throw new Error('Both engines should have an answer.')
  const [ours, theirs] = [measure(parts, rooms), measure(parts, layers)]
  expect(score(ours)).toBeLessThan(score(theirs))
  expect(ours.crossings).toBeLessThan(theirs.crossings)
  expect(ours.bends).toBeLessThan(theirs.bends)
  expect(Math.abs(Math.log(ours.aspect / 1.6))).toBeLessThan(0.4)
})

describe('the rooms engine has nothing to offer for', () => {
  test('an empty design', async () => {
    expect(await roomsEngine({ parts: partsOf(emptyDesign()) })).toBeNull()
  })

  test('groups in groups', async () => {
    const groups = [
      { id: 'g', label: '' },
      { id: 'h', label: '', group: 'g' },
    ]
    expect(await roomsEngine({ parts: partsWith(2, { groups }) })).toBeNull()
  })

  test('blocks of another size', async () => {
    expect(
      await roomsEngine({ parts: partsWith(1, { blocks: [{ id: 'n', kind: 'note', width: 168, height: 64 }] }) }),
    ).toBeNull()
  })

  test('more blocks than it can search', async () => {
    expect(await roomsEngine({ parts: partsWith(71) })).toBeNull()
  })
})

test.each([1, 2, 3, 5, 9, 17])('%i blocks of one kind, each wired to the next, find room', async count => {
  const flows = Array.from({ length: count - 1 }, (_, i) => ({
    id: `f${i}`,
    kind: FLOW_KINDS[i % FLOW_KINDS.length] ?? 'data',
    source: `b${i}`,
    target: `b${i + 1}`,
  }))
  const parts = partsWith(count, { flows })
  const placement = await roomsEngine({ parts })
  if (!placement) throw new Error('There should be a drawing.')
  const { overlaps, through, unrouted, sharedRun } = measure(parts, placement)
  expect({ overlaps, through, unrouted, sharedRun }).toEqual({ overlaps: 0, through: 0, unrouted: 0, sharedRun: 0 })
})

test('many small groups of one role share its part of the floor', async () => {
  const groups = Array.from({ length: 9 }, (_, i) => ({ id: `g${i}`, label: '' }))
  const blocks = Array.from({ length: 20 }, (_, i) => ({
    id: `b${i}`,
    kind: i % 2 === 0 ? 'training-job' : 'etl-job',
    width: 160,
    height: 64,
    group: `g${i % 9}`,
  }))
  const placement = await roomsEngine({ parts: { blocks, flows: [], groups } })
  expect([...(placement?.frames.keys() ?? [])].sort()).toEqual(groups.map(group => group.id))
})
