import { describe, expect, test } from 'vitest'
import type { Area } from '../../../src/layout/rooms/areas'
import { cardPlaces, cardRows, withCardRoom } from '../../../src/layout/rooms/card-room'

const cards: Area = { key: 'group brief', role: 'brief', group: 'brief', count: 5 }
const sources: Area = { key: 'sources', role: 'sources', count: 4 }
const requests: Area = { key: 'requests', role: 'requests', count: 8 }

describe('rows of cells for cards', () => {
  test('are fewer than cards, because cards stand closer than blocks', () => {
    expect([1, 2, 3, 4, 5, 8].map(count => cardRows(count, 1))).toEqual([1, 2, 2, 3, 3, 5])
  })

  test('get fewer with more columns', () => {
    expect([1, 2, 3, 5].map(columns => cardRows(5, columns))).toEqual([3, 2, 2, 1])
  })
})

describe('a plan gets a room of cards', () => {
  const plan = {
    columns: 4,
    rows: 7,
    rooms: [
      { area: sources, column: 0, row: 0, width: 1, height: 7 },
      { area: requests, column: 1, row: 0, width: 3, height: 7 },
    ],
  }

  test('above the sources, which have cells to spare, or above everything', () => {
    const rooms = withCardRoom(plan, cards).map(({ columns, rows, rooms: [room, below] }) => ({
      columns,
      rows,
      cards: room && [room.column, room.row, room.width, room.height],
      sources: below && [below.column, below.row, below.width, below.height],
    }))
    expect(rooms).toEqual([
      { columns: 4, rows: 7, cards: [0, 0, 1, 3], sources: [0, 3, 1, 4] },
      { columns: 4, rows: 9, cards: [0, 0, 4, 2], sources: [0, 2, 1, 7] },
    ])
  })

  test('left of everything or above it when no room can spare the cells', () => {
    const full = { ...plan, rows: 4, rooms: plan.rooms.map(room => ({ ...room, height: 4 })) }
    expect(withCardRoom(full, cards).map(({ columns, rows }) => [columns, rows])).toEqual([
      [5, 4],
      [4, 6],
    ])
  })
})

describe('the places of cards', () => {
  test('are spread over the height of the cells, on the grid', () => {
    const places = cardPlaces(['a', 'b', 'c'], [200], { x: 200, y: 40, width: 160, height: 176 })
    expect([...places]).toEqual([
      ['a', { x: 200, y: 40 }],
      ['b', { x: 200, y: 104 }],
      ['c', { x: 200, y: 168 }],
    ])
  })

  test('follow the columns row by row', () => {
    const places = cardPlaces(['a', 'b', 'c'], [0, 200], { x: 0, y: 0, width: 360, height: 104 })
    expect([...places]).toEqual([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 200, y: 0 }],
      ['c', { x: 0, y: 56 }],
    ])
  })

  test('of a single row lie in the middle of its cells', () => {
    const places = cardPlaces(['a', 'b'], [0, 200], { x: 0, y: 0, width: 360, height: 64 })
    expect([...places.values()]).toEqual([
      { x: 0, y: 8 },
      { x: 200, y: 8 },
    ])
  })
})
