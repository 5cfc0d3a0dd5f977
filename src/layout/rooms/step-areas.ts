import { kindOf } from '../../kinds'
import { stepNumber } from '../../kinds/steps'
import type { Part, Parts } from '../parts'
import { type Area, type Areas, areasOf, isCard } from './areas'
import { cardRows } from './card-room'
import type { FloorPlan, Room } from './floor-plans'

/**
 * One area a step, in the order of the steps, for lanes above each other. Where the design has groups they are the
 * lanes, each where most of its blocks belong; blocks without a group still get lanes of their steps.
 */
export function stepAreas(parts: Parts): Areas {
  const { all, allowed } = areasOf(parts)
  const free = parts.blocks.filter(block => block.group === undefined)
  const lanes = all.filter(area => area.group !== undefined).map(area => ({ area, step: meanStep(parts, area) }))
  for (const step of new Set(free.map(stepOf))) {
    const count = free.filter(block => stepOf(block) === step).length
    lanes.push({ area: { key: `step ${step}`, role: 'requests', count }, step })
  }
  lanes.sort((a, b) => Number(b.area.role === 'brief') - Number(a.area.role === 'brief') || a.step - b.step)
  const isFree = new Set(free.map(block => block.id))
  return {
    all: lanes.map(({ area }) => area),
    allowed: new Map([
      ...[...allowed].filter(([id]) => !isFree.has(id)),
      ...free.map(block => [block.id, [`step ${stepOf(block)}`]] as const),
    ]),
  }
}

function stepOf({ kind }: Part): number {
  return stepNumber(kindOf(kind).step)
}

function meanStep({ blocks }: Parts, { group }: Area): number {
  const members = blocks.filter(block => block.group === group && !isCard(block))
  return members.reduce((sum, member) => sum + stepOf(member), 0) / Math.max(1, members.length)
}

/** The fewest and most blocks side by side in a lane. */
const NARROWEST = 2
const WIDEST = 14

/** Plans with a lane for each area, one above the other, all as wide as the widest of them needs to be. */
export function lanePlans(areas: readonly Area[]): FloorPlan[] {
  const most = Math.max(...areas.map(area => area.count))
  const plans: FloorPlan[] = []
  for (let columns = Math.min(NARROWEST, most); columns <= Math.min(WIDEST, most); columns++) {
    let row = 0
    const rooms = areas.map((area): Room => {
      const isBrief = area.role === 'brief'
      const height = isBrief ? cardRows(area.count, columns) : Math.ceil(area.count / columns)
      row += height
      return { area, column: 0, row: row - height, width: isBrief ? Math.min(area.count, columns) : columns, height }
    })
    plans.push({ columns, rows: row, rooms })
  }
  return plans
}
