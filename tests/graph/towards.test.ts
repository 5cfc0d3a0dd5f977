import { expect, test } from 'vitest'
import { allTowards, connectedTowards } from '../../src/graph/towards'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  middle: [400, 400],
  east: [800, 400],
  near: [620, 480],
  north: [420, 100],
  west: [0, 380],
  loose: [410, 600],
}

const drawn = sketch`
  middle app-service; east ranker; near cache; north gateway; west client; loose cache
  west -request-> north -request-> middle; middle -request-> east; middle -request-> near
`
const design: Design = {
  ...drawn,
  blocks: Object.fromEntries(
    Object.entries(drawn.blocks).map(([id, block]) => {
      const [x, y] = PLACES[id] ?? [0, 0]
      return [id, { ...block, at: { x, y } }]
    }),
  ),
}

test('of the connected blocks the one that lies most nearly that way is found, whichever way the flow runs', () => {
  expect(connectedTowards(design, 'middle', 'right')).toBe('near')
  expect(connectedTowards(design, 'middle', 'up')).toBe('north')
  expect(connectedTowards(design, 'east', 'left')).toBe('middle')
})

test('a block that is not connected is passed over; where none lies in the quarter the half counts', () => {
  expect(connectedTowards(design, 'middle', 'down')).toBe('near')
  expect(connectedTowards(design, 'middle', 'left')).toBeNull()
  expect(connectedTowards(design, 'loose', 'up')).toBeNull()
})

test('from a flow its end that lies that way is found', () => {
  const flow = Object.values(design.flows).find(one => one.target === 'east')?.id ?? ''
  expect(connectedTowards(design, flow, 'right')).toBe('east')
  expect(connectedTowards(design, flow, 'left')).toBe('middle')
})

test('upstream and downstream are followed to the end, feedback is not', () => {
  const lake = sketch`data-lake -> dataset-builder -> training-job -artifact-> ranker -feedback-> data-lake`
  expect([...allTowards(lake, ['training-job'], 'upstream')].sort()).toEqual([
    'data-lake',
    'dataset-builder',
    'training-job',
  ])
  expect([...allTowards(lake, ['training-job'], 'downstream')].sort()).toEqual(['ranker', 'training-job'])
})
