import type { Area } from './areas'
import { ROLES, type Role } from './roles'

/** The part of the floor that the areas of one role get, in whole cells. */
export interface Stretch {
  readonly slot: Slot
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}

/** A way to divide the floor among the five roles. */
export interface PlanShape {
  readonly columns: number
  readonly rows: number
  readonly stretches: readonly Stretch[]
}

/** What one role needs of the floor. */
export interface Slot {
  readonly areas: readonly Area[]
  readonly isEmpty: boolean
  /** Rows that its areas need in so many columns, or columns in so many rows. */
  needs(along: number): number
}

/** The most columns that a request path takes. */
const WIDEST = 9

/** The three roles that fill rows, each with and without one spare row. */
const SPARES = [0, 1].flatMap(t => [0, 1].flatMap(r => [0, 1].map(m => ({ t, r, m }))))

/** All shapes for these areas, with request paths of one to nine columns; many of them bad, some the same. */
export function planShapes(all: readonly Area[]): PlanShape[] {
  // Sources and features alone fill the floor by rows, as a request path would.
  const isOneSided = all.every(area => area.role === 'sources' || area.role === 'features')
  const areas = isOneSided ? all.map(area => ({ ...area, role: 'requests' as const })) : all
  const slots = Object.fromEntries(ROLES.map(role => [role, slotOf(areas, role)])) as Record<Role, Slot>
  const shapes: PlanShape[] = []
  for (let width = 1; width <= WIDEST; width++)
    for (const spare of SPARES) {
      const floor: Floor = { slots, width, spare }
      shapes.push(...besideStack(floor), ...stackBesideStack(floor), ...monitoringAtTheRight(floor))
      if (!slots.features.isEmpty) for (const left of [1, 2]) shapes.push(...trainingAbove(floor, left))
    }
  return shapes
}

function slotOf(areas: readonly Area[], role: Role): Slot {
  const own = areas.filter(area => area.role === role)
  const stacked = (along: number) => own.reduce((sum, { count }) => sum + Math.ceil(count / along), 0)
  const beside = (along: number) => {
    for (let across = 1; ; across++) if (stacked(across) <= along) return across
  }
  return {
    areas: own,
    isEmpty: own.length === 0,
    needs(along) {
      if (own.length === 0) return 0
      // Areas side by side need at least one lane each.
      return along >= own.length ? Math.min(stacked(along), beside(along)) : stacked(along)
    },
  }
}

interface Floor {
  readonly slots: Readonly<Record<Role, Slot>>
  /** Columns of the request path. */
  readonly width: number
  readonly spare: { readonly t: number; readonly r: number; readonly m: number }
}

function rowsOf(slot: Slot, width: number, spare: number): number {
  return slot.isEmpty ? 0 : slot.needs(width) + spare
}

function stretch(slot: Slot, column: number, row: number, width: number, height: number): Stretch {
  return { slot, column, row, width, height }
}

/** Slots above each other from a corner, each with its height. */
function stack(column: number, row: number, width: number, parts: readonly (readonly [Slot, number])[]): Stretch[] {
  let top = row
  return parts.map(([slot, height]) => {
    const placed = stretch(slot, column, top, width, height)
    top += height
    return placed
  })
}

/** Sources and features as columns, then training over requests over monitoring. */
function besideStack({ slots, width, spare }: Floor): PlanShape[] {
  const { sources, features, training, requests, monitoring } = slots
  const [hT, hR, hM] = [
    rowsOf(training, width, spare.t),
    rowsOf(requests, width, spare.r),
    rowsOf(monitoring, width, spare.m),
  ]
  const rows = hT + hR + hM
  if (rows === 0) return []
  const [wS, wF] = [sources.needs(rows), features.needs(rows)]
  const stretches = [
    stretch(sources, 0, 0, wS, rows),
    stretch(features, wS, 0, wF, rows),
    ...stack(wS + wF, 0, width, [
      [training, hT],
      [requests, hR],
      [monitoring, hM],
    ]),
  ]
  return [{ columns: wS + wF + width, rows, stretches }]
}

/** Sources over features at the left, at every height, beside training over requests over monitoring. */
function stackBesideStack({ slots, width, spare }: Floor): PlanShape[] {
  const { sources, features, training, requests, monitoring } = slots
  if (sources.isEmpty || features.isEmpty) return []
  const [hT, hR, hM] = [
    rowsOf(training, width, spare.t),
    rowsOf(requests, width, spare.r),
    rowsOf(monitoring, width, spare.m),
  ]
  const rows = hT + hR + hM
  const shapes: PlanShape[] = []
  for (const left of [1, 2])
    for (let cut = sources.needs(left); cut <= rows - features.needs(left); cut++) {
      const leftStack = stack(0, 0, left, [
        [sources, cut],
        [features, rows - cut],
      ])
      const rightStack = stack(left, 0, width, [
        [training, hT],
        [requests, hR],
        [monitoring, hM],
      ])
      shapes.push({ columns: left + width, rows, stretches: [...leftStack, ...rightStack] })
    }
  return shapes
}

/** Sources and features as columns, training over requests, monitoring as a column at the right. */
function monitoringAtTheRight({ slots, width, spare }: Floor): PlanShape[] {
  const { sources, features, training, requests, monitoring } = slots
  const [hT, hR] = [rowsOf(training, width, spare.t), rowsOf(requests, width, spare.r)]
  const rows = hT + hR
  if (rows === 0 || spare.m > 0) return []
  const [wS, wF, wM] = [sources.needs(rows), features.needs(rows), monitoring.needs(rows)]
  const stretches = [
    stretch(sources, 0, 0, wS, rows),
    stretch(features, wS, 0, wF, rows),
    ...stack(wS + wF, 0, width, [
      [training, hT],
      [requests, hR],
    ]),
    stretch(monitoring, wS + wF + width, 0, wM, rows),
  ]
  return [{ columns: wS + wF + width + wM, rows, stretches }]
}

/**
 * Training over features and requests, which stand side by side; monitoring under the requests, under both, along the
 * whole bottom, or at the right. Sources are a column at the left.
 */
function trainingAbove({ slots, width, spare }: Floor, left: number): PlanShape[] {
  const { sources, features, training, requests, monitoring } = slots
  const wide = width + left
  const hT = rowsOf(training, wide, spare.t)
  const hR = rowsOf(requests, width, spare.r)
  const shape = (low: number, under: (column: number) => readonly Stretch[], right = 0, hF = hR): PlanShape => {
    const rows = hT + hR + low
    const wS = sources.needs(Math.max(1, rows))
    const stretches = [
      stretch(sources, 0, 0, wS, rows),
      stretch(training, wS, 0, wide, hT),
      stretch(features, wS, hT, left, hF),
      stretch(requests, wS + left, hT, width, hR),
      ...under(wS),
    ]
    return { columns: wS + wide + right, rows, stretches }
  }
  const narrow = rowsOf(monitoring, width, spare.m)
  const low = rowsOf(monitoring, wide, spare.m)
  const wM = monitoring.needs(Math.max(1, hT + hR))
  const shapes = [
    shape(narrow, column => [stretch(monitoring, column + left, hT + hR, width, narrow)], 0, hR + narrow),
    shape(low, column => [stretch(monitoring, column, hT + hR, wide, low)]),
    monitoringAtTheBottom({ slots, width, spare }, left),
  ]
  if (spare.m === 0) shapes.push(shape(0, column => [stretch(monitoring, column + wide, 0, wM, hT + hR)], wM))
  return shapes
}

/** Sources and features as columns beside training over requests, monitoring along the whole bottom. */
function monitoringAtTheBottom({ slots, width, spare }: Floor, left: number): PlanShape {
  const { sources, features, training, requests, monitoring } = slots
  const [hT, hR] = [rowsOf(training, width, spare.t), rowsOf(requests, width, spare.r)]
  const upper = hT + hR
  const wS = sources.needs(Math.max(1, upper))
  const columns = wS + left + width
  const low = rowsOf(monitoring, columns, spare.m)
  const stretches = [
    stretch(sources, 0, 0, wS, upper),
    stretch(features, wS, 0, left, upper),
    ...stack(wS + left, 0, width, [
      [training, hT],
      [requests, hR],
    ]),
    stretch(monitoring, 0, upper, columns, low),
  ]
  return { columns, rows: upper + low, stretches }
}
