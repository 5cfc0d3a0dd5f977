import { expect, test } from 'vitest'
import { kindOf } from '../../../src/kinds'
import { stepNumber } from '../../../src/kinds/steps'
import { elkInNode } from '../../../src/layout/elk-node'
import { layout } from '../../../src/layout/layout'
import { partsOf } from '../../../src/layout/parts'
import { lanePlans, stepAreas } from '../../../src/layout/rooms/step-areas'
import { applyEdit } from '../../../src/model/edit'
import { CATALOGUE, inRooms } from '../catalogue'
import { flaws } from '../flaws'

const [{ design }] = CATALOGUE as unknown as readonly [(typeof CATALOGUE)[number]]

test('each step is a lane, in the order of the steps', () => {
  const keys = stepAreas(partsOf(design)).all.map(area => area.key)
  expect(keys).toEqual([...keys].sort())
  expect(keys).toContain('step 6')
})

test('plans are lanes above each other, as wide as the plan', () => {
  const area = (key: string, count: number) => ({ key, role: 'requests' as const, count })
  expect(lanePlans([area('one', 1), area('two', 3)])).toEqual([
    {
      columns: 2,
      rows: 3,
      rooms: [
        { area: area('one', 1), column: 0, row: 0, width: 2, height: 1 },
        { area: area('two', 3), column: 0, row: 1, width: 2, height: 2 },
      ],
    },
    {
      columns: 3,
      rows: 2,
      rooms: [
        { area: area('one', 1), column: 0, row: 0, width: 3, height: 1 },
        { area: area('two', 3), column: 0, row: 1, width: 3, height: 1 },
      ],
    },
  ])
})

test('a design in lanes has every step above the next', async () => {
  const after = applyEdit(design, await layout(design, { elk: elkInNode, engine: 'lanes' }))
  expect(flaws(after)).toEqual([])
  const tops = new Map<number, number[]>()
  for (const { kind, at } of Object.values(after.blocks)) {
    const step = stepNumber(kindOf(kind).step)
    tops.set(step, [...(tops.get(step) ?? []), at?.y ?? 0])
  }
  const lanes = [...tops].sort(([a], [b]) => a - b).map(([, ys]) => [Math.min(...ys), Math.max(...ys)] as const)
  for (const [i, [top]] of lanes.slice(1).entries()) expect(top).toBeGreaterThan(lanes[i]?.[1] ?? 0)
})

test('groups are lanes of their own', async () => {
  const grouped = inRooms(design)
  const after = applyEdit(grouped, await layout(grouped, { elk: elkInNode, engine: 'lanes' }))
  expect(flaws(after)).toEqual([])
  expect(new Set(Object.values(after.groups).map(group => group.at?.x)).size).toBe(1)
})
