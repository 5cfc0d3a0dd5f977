import { expect, test } from 'vitest'
import { flowShapes } from '../../src/drawing/flow-line'
import { FLOW_KINDS, type Point } from '../../src/model/design'

const line: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
]

test('a request: a circle, a line that starts and stops at its marks, a barbed arrow', () => {
  expect(flowShapes(line, 'request')).toEqual({
    d: 'M8.9,0L92.3,0',
    width: 1.5,
    ink: '--flow-request',
    tail: {
      d: 'M0.75 0a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z',
      at: { x: 1.5, y: 0 },
      angle: 0,
      isFilled: false,
      strokeWidth: 1.5,
    },
    head: { d: 'M0 0L-8 -3.7L-6.2 0L-8 3.7z', at: { x: 98.5, y: 0 }, angle: 0, isFilled: true, strokeWidth: 1.5 },
    mid: null,
  })
})

test('all nine kinds look different without their ink', () => {
  const looks = FLOW_KINDS.map(kind => {
    const { ink, ...look } = flowShapes(line, kind)
    return JSON.stringify(look)
  })
  expect(new Set(looks).size).toBe(9)
})

test('marks turn with the run they are on, and an artefact has its bar across the longest one', () => {
  const bent = [
    { x: 0, y: 0 },
    { x: 0, y: -80 },
    { x: 60, y: -80 },
    { x: 60, y: -40 },
  ]
  const { tail, mid, head } = flowShapes(bent, 'artifact')
  expect([tail, mid, head].map(mark => [mark?.angle, mark?.at])).toEqual([
    [-90, { x: 0, y: -1.5 }],
    [-90, { x: 0, y: -40 }],
    [90, { x: 60, y: -41.5 }],
  ])
})

test('corners are rounded by 8 pixels, less where there is no room', () => {
  const stairs = [
    { x: 0, y: 0 },
    { x: 50, y: 0 },
    { x: 50, y: 6 },
    { x: 100, y: 6 },
  ]
  expect(flowShapes(stairs, 'stream').d).toBe('M1.5,0L47,0Q50,0 50,3L50,3Q50,6 53,6L89,6')
})

test('a hop is an arc of 8 pixels, upwards; two close ones are one', () => {
  const hops = [
    { x: 40, y: 0 },
    { x: 60, y: 0 },
    { x: 68, y: 0 },
  ]
  expect(flowShapes(line, 'metric', hops).d).toBe('M1.5,0L36,0A4 4 0 0 1 44,0L56,0A8 4 0 0 1 72,0L97.3,0')
})

test('a hop that a corner or a mark leaves no room for is left out', () => {
  expect(flowShapes(line, 'metric', [{ x: 95, y: 0 }]).d).toBe('M1.5,0L97.3,0')
})

test('the line stops for a gap', () => {
  expect(flowShapes(line, 'metric', [], { x: 40, y: -8, width: 20, height: 15 }).d).toBe('M1.5,0L40,0M60,0L97.3,0')
})

test('a line shorter than its marks, or none at all, still draws', () => {
  const short = [
    { x: 0, y: 0 },
    { x: 6, y: 0 },
  ]
  expect(flowShapes(short, 'data').d).toBe('M2.52,0L2.52,0')
  expect(flowShapes([], 'data')).toMatchObject({ d: '', tail: null, head: null })
})

test('a flow of another tool is a plain arrow', () => {
  expect(flowShapes(line, 'constructor')).toMatchObject({ width: 1.5, ink: '--flow', tail: null })
})
