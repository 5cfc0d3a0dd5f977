import { expect, test } from 'vitest'
import { alive, type Mark, piecesOf } from '../../../src/ui/laser/trail'

const mark = (x: number, at: number, isFirst = false): Mark => ({ x, y: 0, at, isFirst })

test('a mark of the laser is gone a second after it was made', () => {
  const trail = [mark(0, 0, true), mark(1, 400), mark(2, 1000)]
  expect(alive(trail, 999)).toEqual(trail)
  expect(alive(trail, 1000)).toEqual(trail.slice(1))
  expect(alive(trail, 2000)).toEqual([])
})

test('the trail thins and pales with its age, and strokes are not joined', () => {
  const trail = [mark(0, 0, true), mark(10, 500), mark(50, 900, true), mark(60, 1000)]
  const pieces = piecesOf(trail, 1000)
  expect(pieces.map(({ from, to, density }) => [from.x, to.x, density])).toEqual([
    [0, 10, 0.5],
    [50, 60, 1],
  ])
  expect(pieces[0]!.width).toBeLessThan(pieces[1]!.width)
})
