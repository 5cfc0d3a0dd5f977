import { expect, test } from 'vitest'
import { hopsOf } from '../../src/drawing/hops'

const across = [
  { x: 0, y: 50 },
  { x: 100, y: 50 },
]
const down = [
  { x: 40, y: 0 },
  { x: 40, y: 100 },
]

test('the later flow hops over the earlier one', () => {
  const lines = new Map([
    ['first', across],
    ['second', down],
  ])
  expect(hopsOf(lines)).toEqual(new Map([['second', [{ x: 40, y: 50 }]]]))
})

test('lines that only touch, or lie on each other, do not hop', () => {
  const touching = [
    { x: 40, y: 50 },
    { x: 40, y: 100 },
  ]
  const lines = new Map([
    ['first', across],
    ['second', touching],
    ['third', across],
  ])
  expect(hopsOf(lines)).toEqual(new Map())
})

test('a flow that crosses itself does not hop', () => {
  const loop = [...across, { x: 100, y: 0 }, { x: 40, y: 0 }, { x: 40, y: 100 }]
  expect(hopsOf(new Map([['loop', loop]]))).toEqual(new Map())
})
