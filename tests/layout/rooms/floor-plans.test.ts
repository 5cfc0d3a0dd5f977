import { describe, expect, test } from 'vitest'
import type { Area, AreaRole } from '../../../src/layout/rooms/areas'
import { aspectOf, type FloorPlan, floorPlans, type Room } from '../../../src/layout/rooms/floor-plans'

function area(role: AreaRole, count: number, key: string = role): Area {
  return { key, role, count }
}

const WHOLE = [
  area('sources', 4),
  area('features', 4),
  area('training', 8),
  area('requests', 8),
  area('monitoring', 6),
] as const

function doMeet(a: Room, b: Room): boolean {
  const isApart = a.column + a.width <= b.column || b.column + b.width <= a.column
  return !isApart && a.row < b.row + b.height && b.row < a.row + a.height
}

/** What is wrong with a plan, one sentence each. */
function faults({ columns, rows, rooms }: FloorPlan, areas: readonly Area[]): string[] {
  const found: string[] = []
  if (rooms.length !== areas.length) found.push(`${rooms.length} rooms for ${areas.length} areas`)
  for (const [i, room] of rooms.entries()) {
    const { key, role, count } = room.area
    if (role !== 'brief' && room.width * room.height < count) found.push(`${key} is too small`)
    if (room.column + room.width > columns || room.row + room.height > rows) found.push(`${key} is beyond the rim`)
    for (const other of rooms.slice(i + 1)) if (doMeet(room, other)) found.push(`${key} meets ${other.area.key}`)
  }
  return found
}

describe('floor plans', () => {
  test.each([
    ['all roles', WHOLE],
    ['cards of the brief', [...WHOLE, area('brief', 5)]],
    ['two rooms of cards', [...WHOLE, area('brief', 5), area('brief', 2, 'more')]],
    ['several groups of one role', [...WHOLE, area('training', 3, 'tuning'), area('sources', 1, 'files')]],
    ['sources alone', [area('sources', 7)]],
    ['cards and monitoring', [area('brief', 8), area('monitoring', 2)]],
    ['one block', [area('requests', 1)]],
    ['many small groups', Array.from({ length: 12 }, (_, i) => area('requests', 1 + (i % 3), `g${i}`))],
  ])('have room for every area: %s', (_, areas) => {
    const plans = floorPlans(areas, 60)
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.flatMap(plan => faults(plan, areas))).toEqual([])
  })

  test('are not taller than wide nor long strips when there is a choice', () => {
    const aspects = floorPlans(WHOLE, 60).map(aspectOf)
    expect([Math.min(...aspects) >= 1.1, Math.max(...aspects) <= 2.5]).toEqual([true, true])
  })

  test('differ from each other', () => {
    const plans = floorPlans([...WHOLE, area('brief', 5)], 60).map(plan => JSON.stringify(plan))
    expect(new Set(plans).size).toBe(plans.length)
  })
})
